import Timeline
import TimelineArticles
import TimelineFetch

/// The articles of several files, read as they are asked for; what cannot be read is told and passed over.
final class ArticleStream: Sequence, IteratorProtocol {
  private var files: ArraySlice<String>
  private let format: ArticleFormat?
  private let given: ArticleFields
  private let now: DocumentTime
  private var reader: ArticleReader?
  /// What an address led to and was not handed out yet.
  private var found: ArraySlice<Result<RawArticle, ArticleRefusal>> = []
  private lazy var web = WebArticles()
  private var bytesBefore = 0
  private var ready: ArraySlice<Article> = []
  /// What is known of the last answer of an address; asked where nothing else is said of the articles.
  var known: ((String) throws -> FetchedAddress?)?
  /// What the servers of pages said of their answers, by address.
  private var conditions: [String: FetchCondition] = [:]
  /// The articles of pages whose servers tell whether they changed.
  private(set) var fetched: [FetchedAddress] = []
  /// The same of articles that were read and not handed on yet, by their keys.
  private var readAhead: [String: FetchedAddress] = [:]
  /// Pages that did not change since the last time.
  private(set) var unchangedPages = 0
  private static let batchWeight = 1 << 20
  private static let batchCount = 256
  /// Refused articles and unreadable files.
  private(set) var refusals = 0
  private static let toldRefusals = 20

  init(files: [String], format: ArticleFormat?, given: ArticleFields, now: DocumentTime) {
    self.files = files[...]
    self.format = format
    self.given = given
    self.now = now
  }

  /// Bytes read so far, and in all where that is known for the files that are open or done.
  var position: (read: Int, total: Int?) {
    guard let reader else { return (bytesBefore, files.isEmpty ? bytesBefore : nil) }
    let total = files.isEmpty ? reader.size.map { bytesBefore + $0 } : nil
    return (bytesBefore + reader.position, total)
  }

  func next() -> Article? {
    while true {
      if Interruption.isAsked { return nil }
      if let article = ready.popFirst() {
        // What was read ahead and not handed on is asked for again.
        if let address = readAhead.removeValue(forKey: article.key) { fetched.append(address) }
        return article
      }
      let batch = nextBatch()
      if batch.isEmpty { return nil }
      for outcome in OrderedWork.map(batch, read) {
        switch outcome {
        case .success(let (article, file)):
          ready.append(article)
          if let condition = conditions.removeValue(forKey: file) {
            readAhead[article.key] = FetchedAddress(
              url: file, articleKey: article.key, etag: condition.etag, lastModified: condition.lastModified)
          }
        case .failure(let refusal): refuse(refusal.reason)
        }
      }
    }
  }

  /// What keeps one article or one file out.
  private struct Refusal: Error {
    var reason: String
  }

  /// Making an article of its bytes is most of the work here, so that all cores share it.
  private var read: @Sendable (Result<RawArticle, Refusal>) -> Result<(Article, file: String), Refusal> {
    let (given, now) = (given, now)
    return { raw in
      raw.flatMap { raw in
        Result { () throws(ArticleRefusal) in (try raw.article(given: given, now: now), raw.file) }
          .mapError { Refusal(reason: "\($0)") }
      }
    }
  }

  /// Articles as they stand in the files, about a megabyte of them; empty at the end of the last file.
  private func nextBatch() -> [Result<RawArticle, Refusal>] {
    var batch: [Result<RawArticle, Refusal>] = []
    var weight = 0
    while batch.count < Self.batchCount, weight < Self.batchWeight, let raw = nextRaw() {
      weight += (try? raw.get().bytes.count) ?? 0
      batch.append(raw)
    }
    return batch
  }

  private func nextRaw() -> Result<RawArticle, Refusal>? {
    while true {
      do {
        if let raw = try found.popFirst() ?? reader?.next() {
          return raw.flatMap { $0.origin.needsPage ? web.completed($0) : .success($0) }
            .mapError { Refusal(reason: "\($0)") }
        }
        close()
        guard let file = files.popFirst() else { return nil }
        if InputNames.isAddress(file) {
          found = try read(address: file)[...]
        } else {
          reader = try ArticleReader(file, format: format)
        }
      } catch {
        close()
        return .failure(Refusal(reason: "\(error)"))
      }
    }
  }

  private func read(address: String) throws -> [Result<RawArticle, ArticleRefusal>] {
    let last = given == ArticleFields() ? try known?(address) : nil
    let answer = web.articles(
      at: address, condition: last.map { FetchCondition(etag: $0.etag, lastModified: $0.lastModified) })
    if answer.isUnchanged { unchangedPages += 1 }
    if let condition = answer.condition, condition != FetchCondition() { conditions[address] = condition }
    return answer.articles
  }

  /// Done with a file, read to its end or not: its bytes count as read.
  private func close() {
    bytesBefore += reader?.position ?? 0
    reader = nil
  }

  private func refuse(_ reason: String) {
    refusals += 1
    if refusals <= Self.toldRefusals { Output.message(reason) }
    if refusals == Self.toldRefusals + 1 {
      Output.message("more articles are refused; they are counted, not told")
    }
  }
}
