import GRDB
import TimelineDates
import TimelineTracking

/// Traits of stored articles, the recently used ones at hand; bounded.
struct TraitsCache {
  private var articles: [Int64: ArticleTraits] = [:]
  private var order: [Int64] = []
  private let limit = 2048

  mutating func insert(_ traits: ArticleTraits) {
    if articles.updateValue(traits, forKey: traits.id) == nil { order.append(traits.id) }
    if order.count > 2 * limit { forgetHalf() }
  }

  mutating func remove(_ id: Int64) {
    articles[id] = nil
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

  private mutating func forgetHalf() {
    for id in order.prefix(order.count - limit) { articles[id] = nil }
    order.removeFirst(order.count - limit)
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
