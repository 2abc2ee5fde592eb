import GRDB
import TimelineTracking

/// Looks up articles that may speak of the same events, by ``ArticleKeys``.
struct ArticleIndex {
  /// For each key, at most so many articles before and after the one that is looked up for are found: the nearest
  /// in time. Keeps the cost of an article apart from the size of the timeline.
  static let nearestLimit = 12
  /// Rows of articles stay below two to this power.
  private static let articleBits: Int64 = 40

  private let db: Database
  /// The stretches of days that articles have keys in; empty without any.
  private var spans: Range<Int>

  init(_ db: Database) throws {
    self.db = db
    let first = try Int.fetchOne(db, sql: "SELECT min(span) FROM article_key")
    let last = try Int.fetchOne(db, sql: "SELECT max(span) FROM article_key")
    if let first, let last { spans = first..<last + 1 } else { spans = 0..<0 }
  }

  /// The articles that share the most keys with one, of those the nearest in time.
  ///
  /// - Parameter last: The last day of publication that counts.
  func articles(
    near traits: ArticleTraits, sharing keys: [Int64], limit: Int, upTo last: Int? = nil
  ) throws -> [Int64] {
    guard !spans.isEmpty else { return [] }
    // Day and article in one number, because a row of one number is read several times as fast.
    let packed = """
      SELECT (day << \(ArticleIndex.articleBits)) | article FROM article_key WHERE span = ? AND hash = ? AND day
      """
    let before = try db.cachedStatement(sql: packed + " <= ? ORDER BY day DESC, article DESC LIMIT ?")
    let after = try db.cachedStatement(sql: packed + " > ? ORDER BY day, article LIMIT ?")
    let day = Int(traits.published.day.value)
    let span = ArticleKeys.span(day)
    let around = (span - ArticleKeys.reach..<span + ArticleKeys.reach + 1).clamped(to: spans)
    let searches = [
      (before, around.filter { $0 <= span }.reversed()), (after, around.filter { $0 >= span }),
    ]
    var shared: [Int64: (count: Int, distance: Int)] = [:]
    for key in keys {
      for (statement, spans) in searches {
        var left = ArticleIndex.nearestLimit
        for span in spans where left > 0 {
          let found = try Int64.fetchCursor(statement, arguments: [span, key, day, left])
          while let entry = try found.next() {
            left -= 1
            let article = entry & (1 << ArticleIndex.articleBits - 1)
            let published = Int(entry >> ArticleIndex.articleBits)
            guard article != traits.id, last.map({ published <= $0 }) ?? true else { continue }
            shared[article, default: (0, abs(published - day))].count += ArticleKeys.isDated(key) ? 2 : 1
          }
        }
      }
    }
    return shared.sorted {
      ($1.value.count, $0.value.distance, $0.key) < ($0.value.count, $1.value.distance, $1.key)
    }.prefix(limit).map(\.key)
  }

  mutating func store(_ keys: [Int64], of article: Int64, day: Int) throws {
    let span = ArticleKeys.span(day)
    spans =
      spans.isEmpty
      ? span..<span + 1 : min(spans.lowerBound, span)..<max(spans.upperBound, span + 1)
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO article_key (span, hash, day, article) VALUES (?, ?, ?, ?)")
    for key in keys { try statement.execute(arguments: [span, key, day, article]) }
  }
}
