import GRDB
import TimelineArticles
import TimelineText
import TimelineTracking

/// Which articles copy one another: the connected components of near-identical texts.
///
/// They do not depend on the order in which articles are added, as long as no more than ``nearest`` others stand
/// between two that share a hash. Which one is the original is read from the moments of
/// publication; see ``ArticleCopies``.
extension WriteSession {
  /// Of the articles that share a hash, at most so many before and after one in time are looked at.
  private static let nearest = 12
  /// At most so many texts are compared with one.
  private static let compared = 16

  /// Links a new article with those that it copies or that copy it.
  func storeCopies(of article: Int64, _ prepared: PreparedArticle) throws {
    try storeSketch(prepared.sketch, of: article, instant: prepared.article.published.instant)
    try linkCopies(
      CopySubject(
        id: article, key: prepared.article.key, instant: prepared.article.published.instant,
        sketch: prepared.sketch),
      text: prepared.article.text)
  }

  /// Does so again where an article's text or moment became another.
  func renewCopies(of article: Int64, _ prepared: PreparedArticle) throws {
    let instant = prepared.article.published.instant
    let statement = try db.cachedStatement(sql: "SELECT hash, instant FROM article_shingle WHERE article = ?")
    let rows = try Row.fetchAll(statement, arguments: [article])
    let isSame =
      rows.allSatisfy { ($0[1] as Int64) == instant }
      && Set(rows.map { $0[0] as Int64 }) == Set(prepared.sketch)
    if isSame { return }
    try forgetCopies(of: article)
    try storeCopies(of: article, prepared)
  }

  /// Takes an article out of its circle; the others of it are joined anew, since it may have held them together.
  func forgetCopies(of article: Int64) throws {
    try run("DELETE FROM article_shingle WHERE article = ?", [article])
    guard let circle = try circle(of: article) else { return }
    let others = try ints(
      "SELECT article FROM article_copy WHERE circle = ? AND article <> ?", [circle, article])
    try run("DELETE FROM article_copy WHERE circle = ?", [circle])
    guard others.count > 1 else { return }
    for other in others {
      guard let text = try text(of: other), let subject = try subject(other) else { continue }
      try linkCopies(subject, text: text)
    }
  }

  /// What is known of an article when it is compared with others.
  private struct CopySubject {
    var id: Int64
    var key: String
    var instant: Int64
    var sketch: [Int64]
  }

  private func storeSketch(_ sketch: [Int64], of article: Int64, instant: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO article_shingle (hash, instant, article) VALUES (?, ?, ?)")
    for hash in sketch { try statement.execute(arguments: [hash, instant, article]) }
  }

  private func linkCopies(_ subject: CopySubject, text: String) throws {
    let candidates = try candidates(for: subject)
    guard !candidates.isEmpty else { return }
    let shingles = Shingles(text)
    var mine = try circle(of: subject.id)
    for (other, seconds) in candidates {
      let theirs = try circle(of: other)
      if let mine, theirs == mine { continue }
      guard let text = try self.text(of: other), Shingles(text).isCopy(of: shingles, apart: seconds) else {
        continue
      }
      mine = try join(subject, mine, with: other, theirs)
    }
  }

  /// Articles that share hashes with one, those with most first, and how many seconds apart they are.
  private func candidates(for subject: CopySubject) throws -> [(article: Int64, seconds: Int64)] {
    let columns = "SELECT article, instant FROM article_shingle WHERE hash = ? AND instant"
    let searches = [
      try db.cachedStatement(sql: columns + " <= ? ORDER BY instant DESC, article DESC LIMIT ?"),
      try db.cachedStatement(sql: columns + " > ? ORDER BY instant, article LIMIT ?"),
    ]
    var shared: [Int64: (count: Int, distance: Int64)] = [:]
    for hash in subject.sketch {
      for statement in searches {
        // One more, since the article itself may be among them.
        let rows = try Row.fetchCursor(statement, arguments: [hash, subject.instant, Self.nearest + 1])
        while let row = try rows.next() {
          let article: Int64 = row[0]
          guard article != subject.id else { continue }
          let instant: Int64 = row[1]
          shared[article, default: (0, abs(instant - subject.instant))].count += 1
        }
      }
    }
    return shared.sorted {
      ($1.value.count, $0.value.distance, $0.key) < ($0.value.count, $1.value.distance, $1.key)
    }.prefix(Self.compared).map { ($0.key, $0.value.distance) }
  }

  /// - Returns: The circle that both are in.
  private func join(_ subject: CopySubject, _ mine: Int64?, with other: Int64, _ theirs: Int64?) throws
    -> Int64
  {
    switch (mine, theirs) {
    case (let mine?, let theirs?):
      let sizes = try [mine, theirs].map { circle in
        try ints("SELECT count(*) FROM article_copy WHERE circle = ?", [circle]).first ?? 0
      }
      let (kept, gone) = sizes[0] < sizes[1] ? (theirs, mine) : (mine, theirs)
      try run("UPDATE article_copy SET circle = ? WHERE circle = ?", [kept, gone])
      return kept
    case (let circle?, nil):
      if let other = try self.subject(other) { try enter(other, circle) }
      return circle
    case (nil, let circle?):
      try enter(subject, circle)
      return circle
    case (nil, nil):
      let circle = 1 + (try ints("SELECT coalesce(max(circle), 0) FROM article_copy", []).first ?? 0)
      try enter(subject, circle)
      if let other = try self.subject(other) { try enter(other, circle) }
      return circle
    }
  }

  private func enter(_ subject: CopySubject, _ circle: Int64) throws {
    try run(
      "INSERT INTO article_copy (article, circle, instant, rank) VALUES (?, ?, ?, ?)",
      [subject.id, circle, subject.instant, Int64(bitPattern: ArticleOrder.hash(subject.key))])
  }

  private func circle(of article: Int64) throws -> Int64? {
    try ints("SELECT circle FROM article_copy WHERE article = ?", [article]).first
  }

  private func subject(_ article: Int64) throws -> CopySubject? {
    let statement = try db.cachedStatement(sql: "SELECT key, instant FROM article WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [article]) else { return nil }
    return CopySubject(
      id: article, key: row[0], instant: row[1],
      sketch: try ints("SELECT hash FROM article_shingle WHERE article = ?", [article]))
  }

  private func text(of article: Int64) throws -> String? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT v.text FROM article a JOIN article_version v ON v.article = a.id AND v.number = a.version
        WHERE a.id = ?
        """)
    return try Row.fetchOne(statement, arguments: [article]).map {
      String(decoding: $0.bytes(0), as: UTF8.self)
    }
  }
}
