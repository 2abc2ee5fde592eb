import GRDB
import TimelineTracking

/// Looks up articles that may speak of the same events, by ``ArticleKeys``.
///
/// What a transaction adds is kept until its end and written in the order of the tree, since keys lie all over it.
struct ArticleIndex {
  /// For each key, at most so many articles before and after the one that is looked up for are found: the nearest
  /// in time. Keeps the cost of an article apart from the size of the timeline.
  static let nearestLimit = 12
  /// An entry is the day and, in so many bits, the article; a key the stretch of days and, in so many bits, what
  /// is looked up. Rows of two numbers are compared fastest.
  private static let articleBits: Int64 = 32
  private static let hashBits: Int64 = 48

  private let db: Database
  /// The stretches of days that articles have keys in; empty without any.
  private var spans: Range<Int>
  /// What is still to be written, by key.
  private var fresh: [Int64: [Int64]] = [:]

  init(_ db: Database) throws {
    self.db = db
    let first = try Int64.fetchOne(db, sql: "SELECT min(key) FROM article_key")
    let last = try Int64.fetchOne(db, sql: "SELECT max(key) FROM article_key")
    if let first, let last {
      spans = Int(first >> ArticleIndex.hashBits)..<Int(last >> ArticleIndex.hashBits) + 1
    } else {
      spans = 0..<0
    }
  }

  /// What the migration to these keys works out in SQL.
  private static func key(_ hash: Int64, _ span: Int) -> Int64 {
    Int64(span) << hashBits | (hash >> 32 & 0xFF_FFFF) << 24 | hash & 0xFF_FFFF
  }

  /// The days are searched in this order. Of one day the articles that came first are found: each later one meets
  /// the same, so that taking one out and adding it again parts none.
  private enum Search {
    case sameDay, earlier, later
  }

  /// The articles that share the most keys with one, of those the nearest in time.
  ///
  /// - Parameter last: The last day of publication that counts.
  func articles(
    near traits: ArticleTraits, sharing keys: [Int64], limit: Int, upTo last: Int? = nil
  ) throws -> [Int64] {
    guard !spans.isEmpty else { return [] }
    let sql = "SELECT entry FROM article_key WHERE key = ? AND entry "
    let sameDay = try IntegerStatement(db, sql + ">= ? AND entry < ? ORDER BY entry LIMIT ?")
    let before = try IntegerStatement(db, sql + "< ? ORDER BY entry DESC LIMIT ?")
    let after = try IntegerStatement(db, sql + ">= ? ORDER BY entry LIMIT ?")
    let day = Int(traits.published.day.value)
    let span = ArticleKeys.span(day)
    let around = (span - ArticleKeys.reach..<span + ArticleKeys.reach + 1).clamped(to: spans)
    let stretches = [
      (Search.sameDay, around.filter { $0 == span }), (.earlier, around.filter { $0 <= span }.reversed()),
      (.later, around.filter { $0 >= span }),
    ]
    let (thisDay, nextDay) = (
      Int64(day) << ArticleIndex.articleBits, Int64(day + 1) << ArticleIndex.articleBits
    )
    var shared: [Int64: (count: Int, distance: Int)] = [:]
    var near: [Int64] = []
    for key in keys {
      var left = ArticleIndex.nearestLimit
      for (search, spans) in stretches {
        if search == .later { left = ArticleIndex.nearestLimit }
        for span in spans where left > 0 {
          let row = ArticleIndex.key(key, span)
          near.removeAll(keepingCapacity: true)
          let limit = Int64(left)
          switch search {
          case .sameDay: try sameDay.forEach(row, thisDay, nextDay, limit) { entry, _ in near.append(entry) }
          case .earlier: try before.forEach(row, thisDay, limit) { entry, _ in near.append(entry) }
          case .later: try after.forEach(row, nextDay, limit) { entry, _ in near.append(entry) }
          }
          if let fresh = fresh[row] {
            near += fresh.filter { ($0 < thisDay ? .earlier : $0 < nextDay ? .sameDay : .later) == search }
            near.sort { search == .earlier ? $1 < $0 : $0 < $1 }
          }
          for entry in near.prefix(left) {
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

  mutating func store(_ keys: [Int64], of article: Int64, day: Int) {
    let span = ArticleKeys.span(day)
    spans =
      spans.isEmpty
      ? span..<span + 1 : min(spans.lowerBound, span)..<max(spans.upperBound, span + 1)
    let entry = Int64(day) << ArticleIndex.articleBits | article
    for key in Set(keys.map { ArticleIndex.key($0, span) }) { fresh[key, default: []].append(entry) }
  }

  /// To be called before the transaction ends.
  mutating func write() throws {
    let statement = try IntegerStatement(
      db, "INSERT OR IGNORE INTO article_key (key, entry) VALUES (?, ?)")
    for (key, entries) in fresh.sorted(by: { $0.key < $1.key }) {
      for entry in entries { try statement.run(key, entry) }
    }
    fresh = [:]
  }

  /// Takes out what was stored under an article's keys.
  mutating func remove(_ keys: [Int64], of article: Int64, day: Int) throws {
    let statement = try IntegerStatement(db, "DELETE FROM article_key WHERE key = ? AND entry = ?")
    let entry = Int64(day) << ArticleIndex.articleBits | article
    for key in keys.map({ ArticleIndex.key($0, ArticleKeys.span(day)) }) {
      fresh[key]?.removeAll { $0 == entry }
      try statement.run(key, entry)
    }
  }
}
