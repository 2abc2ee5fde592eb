import GRDB
import TimelineTracking

/// Two stored mentions that speak of the same event.
struct StoredTie {
  var one: Int64
  var two: Int64
  var tie: Tie
}

extension WriteSession {
  /// At most so many articles are compared with a new one: those that share the most keys, those with a day
  /// counted double.
  static let candidateLimit = 16
  /// For each key, at most so many articles before and after the new one are candidates: the nearest in
  /// time. Keeps the cost of an article apart from the size of the timeline.
  static let nearestLimit = 12
  /// Rows of articles stay below two to this power.
  private static let articleBits: Int64 = 40

  /// The ties of an article's mentions with one another and with those of stored articles.
  mutating func ties(of traits: ArticleTraits, keys: [Int64]) throws -> [StoredTie] {
    guard !traits.mentions.isEmpty else { return [] }
    var found = ArticleMatcher.ties(within: traits).map {
      StoredTie(one: traits.mentions[$0.first].id, two: traits.mentions[$0.second].id, tie: $0)
    }
    for candidate in try candidates(for: traits, keys: keys) {
      guard let other = try cache.traits(candidate, db) else { continue }
      for tie in ArticleMatcher.ties(between: other, and: traits) {
        found.append(
          StoredTie(one: other.mentions[tie.first].id, two: traits.mentions[tie.second].id, tie: tie))
      }
    }
    return found
  }

  private func candidates(for traits: ArticleTraits, keys: [Int64]) throws -> [Int64] {
    // Day and article in one number, because a row of one number is read several times as fast.
    let packed =
      "SELECT (day << \(WriteSession.articleBits)) | article FROM article_key WHERE hash = ? AND day"
    let before = try db.cachedStatement(sql: packed + " <= ? ORDER BY day DESC, article DESC LIMIT ?")
    let after = try db.cachedStatement(sql: packed + " > ? ORDER BY day, article LIMIT ?")
    let day = Int(traits.published.day.value)
    var shared: [Int64: (count: Int, distance: Int)] = [:]
    for key in keys {
      for statement in [before, after] {
        let found = try Int64.fetchCursor(statement, arguments: [key, day, WriteSession.nearestLimit])
        while let entry = try found.next() {
          let article = entry & (1 << WriteSession.articleBits - 1)
          guard article != traits.id else { continue }
          let distance = abs(Int(entry >> WriteSession.articleBits) - day)
          shared[article, default: (0, distance)].count += ArticleKeys.isDated(key) ? 2 : 1
        }
      }
    }
    return shared.sorted {
      ($1.value.count, $0.value.distance, $0.key) < ($0.value.count, $1.value.distance, $1.key)
    }.prefix(WriteSession.candidateLimit).map(\.key)
  }

  func store(_ ties: [StoredTie]) throws {
    for found in ties where found.one != found.two {
      let parts = found.tie.score.parts.filter { $0.share != 0 }
        .map { "\($0.name) \((($0.share * 100).rounded()) / 100)" }.joined(separator: ", ")
      try run(
        "INSERT OR REPLACE INTO tie (one, two, ground, score, parts) VALUES (?, ?, ?, ?, ?)",
        [
          min(found.one, found.two), max(found.one, found.two), found.tie.ground.rawValue,
          found.tie.score.total, parts,
        ])
    }
  }

  func store(_ keys: [Int64], of article: Int64, day: Int) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO article_key (hash, day, article) VALUES (?, ?, ?)")
    for key in keys { try statement.execute(arguments: [key, day, article]) }
  }
}
