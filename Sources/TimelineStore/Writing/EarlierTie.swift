import GRDB
import TimelineTracking

/// A tie of a mention to another article's, as it was stored before the mention was read anew.
struct EarlierTie {
  /// The mention, that of the other article, and this article.
  var own: Int64
  var other: Int64
  var article: Int64
  var ground: String
  var score: Double
  var parts: String
}

extension WriteSession {
  /// What ties an article's mentions to other articles; to be called before the mentions go.
  func earlierTies(of mentions: [Int64], in article: Int64) throws -> [EarlierTie] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT t.two, m.article, t.ground, t.score, t.parts FROM tie t JOIN mention m ON m.id = t.two
        WHERE t.one = ?1 AND m.article <> ?2
        UNION ALL
        SELECT t.one, m.article, t.ground, t.score, t.parts FROM tie t JOIN mention m ON m.id = t.one
        WHERE t.two = ?1 AND m.article <> ?2
        """)
    return try mentions.flatMap { own in
      try Row.fetchAll(statement, arguments: [own, article]).map { row in
        EarlierTie(own: own, other: row[0], article: row[1], ground: row[2], score: row[3], parts: row[4])
      }
    }
  }

  /// Stores ties again for those of their mentions that the article still has.
  func keep(_ ties: [EarlierTie], of traits: ArticleTraits) throws {
    let known = Set(traits.mentions.map(\.id))
    for tie in ties where known.contains(tie.own) {
      try run(
        "INSERT OR REPLACE INTO tie (one, two, ground, score, parts) VALUES (?, ?, ?, ?, ?)",
        [min(tie.own, tie.other), max(tie.own, tie.other), tie.ground, tie.score, tie.parts])
    }
  }
}
