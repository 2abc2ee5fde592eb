import Timeline
import TimelineArticles
import TimelineFetch

/// Adds what is new in feeds to a timeline, and counts what became of it.
struct FeedSync {
  private let timeline: Timeline
  private let now: DocumentTime
  private let web = WebArticles()
  private var added = 0
  private var changed = 0
  private var unchangedFeeds = 0
  private var feeds = 0
  /// What could not be read, in words; one line each.
  private(set) var failures: [String] = []
  /// What is worth knowing besides; one line each.
  private(set) var remarks: [String] = []

  init(_ timeline: Timeline, now: DocumentTime) {
    self.timeline = timeline
    self.now = now
  }

  /// Reads one feed; what fails in it is noted and left for the next run.
  ///
  /// - Throws: Only where the timeline itself fails.
  mutating func read(_ stored: StoredFeed) throws {
    feeds += 1
    let condition = FetchCondition(etag: stored.etag, lastModified: stored.lastModified)
    let answer: (feed: Feed, condition: FetchCondition)?
    do {
      answer = try web.feed(at: stored.url, condition: condition)
    } catch {
      failures.append("\(stored.url): \(error)")
      return
    }
    guard let answer else {
      unchangedFeeds += 1
      return
    }
    let failuresBefore = failures.count
    let done = try timeline.entries(ofFeed: stored.id)
    // Feeds tell the newest first; claims are followed in the order of their publication.
    for entry in answer.feed.entries.reversed() {
      let stamp = entry.stamp
      guard let name = entry.id ?? entry.url ?? entry.title, done[name] != stamp else { continue }
      if try add(entry.article(of: answer.feed, file: stored.url, home: stored.url)) {
        try timeline.finish(entry: name, stamp: stamp, ofFeed: stored.id)
      }
    }
    if answer.feed.isCut {
      failures.append("\(stored.url): \(ArticleProblem.cutFeed(entries: answer.feed.entries.count))")
    }
    var updated = stored
    updated.title = stored.title ?? answer.feed.title
    // Where something failed, the feed must be read again, changed or not.
    if failures.count == failuresBefore {
      updated.etag = answer.condition.etag
      updated.lastModified = answer.condition.lastModified
    }
    if updated != stored { try timeline.update(updated) }
  }

  private mutating func add(_ raw: RawArticle) throws -> Bool {
    let article: Article
    do throws(ArticleRefusal) {
      article = try web.completed(raw).get().article(now: now)
    } catch {
      failures.append("\(error)")
      return false
    }
    switch try timeline.add(article) {
    case .added: added += 1
    case .newVersion: changed += 1
    case .unchanged: return true
    }
    if let remark = ForeignTexts.message(article.key, of: article.text) { remarks.append(remark) }
    return true
  }

  var summary: String {
    var parts = ["\(AddCommand.count(feeds, "feed")) read", "\(AddCommand.count(added, "article")) added"]
    if changed > 0 { parts.append("\(changed) changed") }
    if unchangedFeeds > 0 { parts.append("\(AddCommand.count(unchangedFeeds, "feed")) unchanged") }
    if !failures.isEmpty { parts.append("\(failures.count) failed") }
    return parts.joined(separator: ", ") + "\n"
  }
}

extension Feed.Entry {
  /// Another where the entry is another: what it says of its change, else its content.
  fileprivate var stamp: String {
    let hash = ContentHash.key(of: [title ?? "", content].joined(separator: "\u{1F}"))
    return [modified ?? published ?? "", hasText ? hash : ""].joined(separator: " ")
  }
}
