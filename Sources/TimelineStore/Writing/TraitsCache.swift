import GRDB
import TimelineDates
import TimelineTracking

/// Traits of stored articles, the recently used ones at hand; bounded by their articles and mentions together.
struct TraitsCache {
  var histories = HistoryCache()
  var shingles = ShinglesCache()
  /// SQLite's count of what other connections have written; nil before the first transaction. What they
  /// changed is not known here.
  private var dataVersion: Int64?
  private var articles: [Int64: ArticleTraits] = [:]
  private var order: [Int64] = []
  /// Articles and mentions at hand, and how many are left when there are twice as many as that.
  private var size = 0
  private let limit = 20_000

  /// Forgets all where others have written since the last transaction.
  mutating func renew(_ db: Database) throws {
    let version = try Int64.fetchOne(db, sql: "PRAGMA data_version")
    if version != dataVersion { self = TraitsCache() }
    dataVersion = version
  }

  mutating func insert(_ traits: ArticleTraits) {
    remove(traits.id)
    articles[traits.id] = traits
    order.append(traits.id)
    size += 1 + traits.mentions.count
    if size > 2 * limit || order.count > 2 * limit { forgetOldest() }
  }

  mutating func remove(_ id: Int64) {
    if let known = articles.removeValue(forKey: id) { size -= 1 + known.mentions.count }
  }

  /// The traits of a stored article; nil where it is gone.
  mutating func traits(_ id: Int64, _ db: Database) throws -> ArticleTraits? {
    if let known = articles[id] { return known }
    let statement = try db.cachedStatement(
      sql: "SELECT traits, day, second, zone_offset FROM article WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let bytes = row.bytes(0)
    let traits = TraitsCoding.decode(bytes, id: id, published: DocumentTime(row, from: 1))
    if let traits { insert(traits) }
    return traits
  }

  private mutating func forgetOldest() {
    var forgotten = 0
    while forgotten < order.count, size > limit || order.count - forgotten > limit {
      remove(order[forgotten])
      forgotten += 1
    }
    order.removeFirst(forgotten)
  }
}

extension Row {
  /// The bytes of a blob column; empty for NULL.
  func bytes(_ index: Int) -> [UInt8] {
    (try? withUnsafeData(atIndex: index) { data in data.map { Array($0) } ?? [] }) ?? []
  }
}

extension DocumentTime {
  /// From the columns day, second and zone offset.
  init(_ row: Row, from index: Int) {
    let day: Int = row[index]
    self.init(day: DayNumber(clamping: day), second: row[index + 1], offset: row[index + 2])
  }
}
