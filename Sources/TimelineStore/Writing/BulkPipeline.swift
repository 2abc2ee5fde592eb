import Foundation
import Synchronization
import TimelineArticles
import TimelineClaims

/// Reads articles, prepares them on all cores and hands them over in batches, in order.
///
/// While one batch is being written, the next is being prepared; never more than two are in memory.
struct BulkPipeline {
  /// Articles and bytes of text in a batch at most (one article at least).
  static let articleLimit = 1024
  static let byteLimit = 2 << 20

  struct Batch {
    var prepared: [PreparedArticle]
    /// Articles that are stored already, just so.
    var known: Int
    var knownBytes: Int
    let cache: CacheBox
  }

  /// The traits that one transaction hands on to the next; lost where a transaction fails.
  final class CacheBox: Sendable {
    private let cache = Mutex(TraitsCache())

    func take() -> TraitsCache {
      cache.withLock { held in
        let taken = held
        held = TraitsCache()
        return taken
      }
    }

    func put(_ new: TraitsCache) {
      cache.withLock { $0 = new }
    }
  }

  let extractor: ArticleExtractor
  /// Which of some articles, each with its hash, need no more work.
  let known: ([(Article, [UInt8])]) throws -> [Bool]

  func run(next: () -> Article?, write: (Batch) throws -> Void) throws {
    let cache = CacheBox()
    var waiting: Preparation?
    var pending: Set<String> = []
    while true {
      let chunk = try read(next, pending: pending)
      pending = Set(chunk.articles.map(\.0.key))
      let preparation = chunk.articles.isEmpty ? nil : Preparation(chunk.articles, extractor)
      if let ready = waiting {
        try write(Batch(prepared: ready.wait(), known: 0, knownBytes: 0, cache: cache))
      }
      if chunk.known > 0 {
        try write(Batch(prepared: [], known: chunk.known, knownBytes: chunk.knownBytes, cache: cache))
      }
      waiting = preparation
      if chunk.isLast {
        if let ready = waiting {
          try write(Batch(prepared: ready.wait(), known: 0, knownBytes: 0, cache: cache))
        }
        return
      }
    }
  }

  private struct Chunk {
    var articles: [(Article, [UInt8])] = []
    var known = 0
    var knownBytes = 0
    var isLast = false
  }

  /// - Parameter pending: The keys of articles that are not written yet: what is stored under them is about to change.
  private func read(_ next: () -> Article?, pending: Set<String>) throws -> Chunk {
    var chunk = Chunk()
    var bytes = 0
    while chunk.articles.count < BulkPipeline.articleLimit, bytes < BulkPipeline.byteLimit {
      guard let article = next() else {
        chunk.isLast = true
        break
      }
      bytes += article.text.utf8.count
      chunk.articles.append((article, ContentHash.of(article)))
    }
    var changing = pending
    let known = try zip(chunk.articles, known(chunk.articles)).map { entry, isStored in
      let isKnown = isStored && !changing.contains(entry.0.key)
      if !isKnown { changing.insert(entry.0.key) }
      return isKnown
    }
    for (entry, isKnown) in zip(chunk.articles, known) where isKnown {
      chunk.known += 1
      chunk.knownBytes += entry.0.text.utf8.count
    }
    chunk.articles = zip(chunk.articles, known).compactMap { $1 ? nil : $0 }
    return chunk
  }
}

/// Articles being prepared on other threads.
private final class Preparation: Sendable {
  private let results: Mutex<[PreparedArticle?]>
  private let done = DispatchSemaphore(value: 0)

  init(_ articles: [(Article, [UInt8])], _ extractor: ArticleExtractor) {
    results = Mutex(Array(repeating: nil, count: articles.count))
    DispatchQueue.global(qos: .userInitiated).async {
      // Small runs, so that the cores finish together without meeting at the lock too often.
      let run = 8
      DispatchQueue.concurrentPerform(iterations: (articles.count + run - 1) / run) { index in
        let range = index * run..<min((index + 1) * run, articles.count)
        let prepared = range.map {
          PreparedArticle(articles[$0].0, hash: articles[$0].1, extractor: extractor)
        }
        self.results.withLock { results in
          for (offset, article) in prepared.enumerated() { results[range.lowerBound + offset] = article }
        }
      }
      self.done.signal()
    }
  }

  func wait() -> [PreparedArticle] {
    done.wait()
    return results.withLock { $0.compactMap { $0 } }
  }
}
