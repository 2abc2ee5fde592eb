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
  mutating func storeCopies(of article: Int64, _ prepared: PreparedArticle) throws {
    cache.shingles.put(prepared.shingles, of: article)
    let subject = CopySubject(
      id: article, key: prepared.article.key, instant: prepared.article.published.instant,
      sketch: sketch(prepared))
    shingles.store(subject.sketch, of: article, instant: subject.instant)
    try linkCopies(subject)
  }

  private func sketch(_ prepared: PreparedArticle) -> [Int64] {
    prepared.shingles.sketch.map { Int64(bitPattern: $0) }
  }

  /// Does so again where an article's text or moment became another.
  mutating func renewCopies(of article: Int64, _ prepared: PreparedArticle) throws {
    cache.shingles.put(prepared.shingles, of: article)
    let known = try shingles.sketch(of: article)
    let isSame =
      (known.hashes.isEmpty || known.instant == prepared.article.published.instant)
      && Set(known.hashes) == Set(sketch(prepared))
    if isSame { return }
    try forgetCopies(of: article)
    try storeCopies(of: article, prepared)
  }

  /// Takes an article out of its circle; the others of it are joined anew, since it may have held them together.
  mutating func forgetCopies(of article: Int64) throws {
    cache.shingles.remove(article)
    try shingles.remove(article)
    guard let circle = try circle(of: article) else { return }
    let others = try ints(
      "SELECT article FROM article_copy WHERE circle = ? AND article <> ?", [circle, article])
    try run("DELETE FROM article_copy WHERE circle = ?", [circle])
    guard others.count > 1 else { return }
    for other in others {
      if let subject = try subject(other) { try linkCopies(subject) }
    }
  }

  /// What is known of an article when it is compared with others.
  private struct CopySubject {
    var id: Int64
    var key: String
    var instant: Int64
    var sketch: [Int64]
  }

  private mutating func linkCopies(_ subject: CopySubject) throws {
    let candidates = try candidates(for: subject)
    guard !candidates.isEmpty, let shingles = try shingles(of: subject.id) else { return }
    var mine = try circle(of: subject.id)
    for (other, seconds) in candidates {
      let theirs = try circle(of: other)
      if let mine, theirs == mine { continue }
      guard try self.shingles(of: other)?.isCopy(of: shingles, apart: seconds) == true else { continue }
      mine = try join(subject, mine, with: other, theirs)
    }
  }

  /// Articles that share hashes with one, those with most first, and how many seconds apart they are.
  private func candidates(for subject: CopySubject) throws -> [(article: Int64, seconds: Int64)] {
    var shared: [Int64: (count: Int, distance: Int64)] = [:]
    // One more, since the article itself may be among them.
    try shingles.articles(near: subject.instant, sharing: subject.sketch, limit: Self.nearest + 1) {
      article, instant in
      guard article != subject.id else { return }
      shared[article, default: (0, abs(instant - subject.instant))].count += 1
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
    var circle: Int64?
    try IntegerStatement(db, "SELECT circle FROM article_copy WHERE article = ?")
      .forEach(article) { found, _ in circle = found }
    return circle
  }

  private func subject(_ article: Int64) throws -> CopySubject? {
    let statement = try db.cachedStatement(sql: "SELECT key, instant FROM article WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [article]) else { return nil }
    return CopySubject(
      id: article, key: row[0], instant: row[1],
      sketch: try shingles.sketch(of: article).hashes)
  }

  private mutating func shingles(of article: Int64) throws -> Shingles? {
    if let known = cache.shingles.shingles(of: article) { return known }
    guard let text = try text(of: article) else { return nil }
    let shingles = Shingles(text)
    cache.shingles.put(shingles, of: article)
    return shingles
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
