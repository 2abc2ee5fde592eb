import GRDB

/// Looks up articles that share a hash with one, by their sketches; see ``Shingles``.
///
/// What a transaction adds is kept until its end and written in the order of the tree: hashes lie all over it, and so
/// each of its pages is touched once.
struct ShingleIndex {
  private struct Entry: Comparable {
    var instant: Int64
    var article: Int64

    static func < (one: Entry, two: Entry) -> Bool {
      (one.instant, one.article) < (two.instant, two.article)
    }
  }

  private let db: Database
  /// What is still to be written: by hash, and the sketches by article.
  private var entries: [Int64: [Entry]] = [:]
  private var sketches: [Int64: (hashes: [Int64], instant: Int64)] = [:]

  init(_ db: Database) {
    self.db = db
  }

  mutating func store(_ sketch: [Int64], of article: Int64, instant: Int64) {
    guard !sketch.isEmpty else { return }
    sketches[article] = (sketch, instant)
    for hash in sketch { entries[hash, default: []].append(Entry(instant: instant, article: article)) }
  }

  mutating func remove(_ article: Int64) throws {
    if let known = sketches.removeValue(forKey: article) {
      for hash in known.hashes { entries[hash]?.removeAll { $0.article == article } }
    }
    try IntegerStatement(db, "DELETE FROM article_shingle WHERE article = ?").run(article)
  }

  /// The hashes of an article's sketch, and when it was published; no hashes where it has none.
  func sketch(of article: Int64) throws -> (hashes: [Int64], instant: Int64) {
    if let known = sketches[article] { return known }
    var found: (hashes: [Int64], instant: Int64) = ([], 0)
    try IntegerStatement(db, "SELECT hash, instant FROM article_shingle WHERE article = ?")
      .forEach(article) {
        found.hashes.append($0)
        found.instant = $1
      }
    return found
  }

  /// Hands over the articles that have a hash, and the moments of their publication: at most so many up to a moment
  /// and after it, the nearest.
  func articles(
    near instant: Int64, sharing hashes: [Int64], limit: Int,
    _ body: (_ article: Int64, _ instant: Int64) -> Void
  ) throws {
    let sql = "SELECT article, instant FROM article_shingle WHERE hash = ? AND instant "
    let before = try IntegerStatement(db, sql + "<= ? ORDER BY instant DESC, article DESC LIMIT ?")
    let after = try IntegerStatement(db, sql + "> ? ORDER BY instant, article LIMIT ?")
    var near: [Entry] = []
    func take(_ hash: Int64, _ statement: IntegerStatement, isBefore: Bool) throws {
      near.removeAll(keepingCapacity: true)
      try statement.forEach(hash, instant, Int64(limit)) { near.append(Entry(instant: $1, article: $0)) }
      if let fresh = entries[hash] {
        near += fresh.filter { ($0.instant <= instant) == isBefore }
        near.sort { isBefore ? $1 < $0 : $0 < $1 }
      }
      for entry in near.prefix(limit) { body(entry.article, entry.instant) }
    }
    for hash in hashes {
      try take(hash, before, isBefore: true)
      try take(hash, after, isBefore: false)
    }
  }

  /// To be called before the transaction ends.
  mutating func write() throws {
    let statement = try IntegerStatement(
      db, "INSERT INTO article_shingle (hash, instant, article) VALUES (?, ?, ?)")
    for (hash, entries) in entries.sorted(by: { $0.key < $1.key }) {
      for entry in entries { try statement.run(hash, entry.instant, entry.article) }
    }
    entries = [:]
    sketches = [:]
  }
}
