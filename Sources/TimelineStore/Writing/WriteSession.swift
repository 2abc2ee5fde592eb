import GRDB
import TimelineClaims
import TimelineTracking

/// One transaction's writing: what is known and what is still to be done at its end.
///
/// Claims that got new mentions are folded once, in ``finish()``, however many articles touched them.
struct WriteSession {
  let db: Database
  var cache: TraitsCache
  private var nextArticle: Int64
  private var nextMention: Int64
  private var nextClaim: Int64
  var pending = Pending()
  var index: ArticleIndex
  var shingles: ShingleIndex
  /// How far a rebuild is; without one no article's turn is to come.
  var turns = RebuildTurns()
  /// New mentions whose words are not in the full-text index yet.
  var wordless: Set<Int64> = []

  /// What is still to be done for the mentions that were written.
  struct Pending {
    /// Claims whose history is to be folded again.
    fileprivate(set) var touched: Set<Int64> = []
    /// Mentions that claims got beside those that they had; for claims to which nothing else was done.
    fileprivate var added: [Int64: [Sighting]] = [:]
    /// Claims whose mentions may make other claims than before.
    var untracked: Set<Int64> = []
    /// Articles that came, changed or went, and the keys that they have or had.
    var stirredArticles: Set<Int64> = []
    var stirredKeys: Set<Int64> = []
    /// Claims that hang on mentions which may be gone.
    var loose: Set<Int64> = []
    /// Decisions that go to the claims of new mentions when these are tracked.
    var waiting: [Waiting] = []
  }

  struct Waiting {
    var decisions: [Stranded]
    var appeared: [(mention: Int64, claim: Claim)]
    var isSameText: Bool
  }

  init(_ db: Database, cache: TraitsCache) throws {
    self.db = db
    self.cache = cache
    try self.cache.renew(db)
    nextArticle = 1 + (try Int64.fetchOne(db, sql: "SELECT max(id) FROM article") ?? 0)
    nextMention =
      1
      + (try Int64.fetchOne(
        db,
        sql:
          "SELECT max(id) FROM (SELECT max(id) AS id FROM mention UNION ALL SELECT max(mention) FROM ruling)")
        ?? 0)
    index = try ArticleIndex(db)
    shingles = ShingleIndex(db)
    nextClaim = 1 + (try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'claim'") ?? 0)
  }

  mutating func newArticle() -> Int64 {
    nextArticle += 1
    return nextArticle - 1
  }

  mutating func newMention() -> Int64 {
    nextMention += 1
    return nextMention - 1
  }

  mutating func newClaim() -> Int64 {
    nextClaim += 1
    return nextClaim - 1
  }

  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  func ints(_ sql: String, _ arguments: StatementArguments) throws -> [Int64] {
    try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }
}

extension WriteSession {
  /// Has a claim folded again from all of its mentions.
  mutating func touch(_ claim: Int64) {
    forget(claim)
    pending.touched.insert(claim)
  }

  /// Has a claim folded again that got one mention more.
  mutating func touch(_ claim: Int64, adding sighting: Sighting) {
    if pending.touched.insert(claim).inserted { pending.added[claim] = [] }
    pending.added[claim]?.append(sighting)
  }

  /// To be called for a claim that goes.
  mutating func forget(_ claim: Int64) {
    pending.touched.remove(claim)
    pending.added[claim] = nil
    _ = cache.histories.take(claim)
  }
}

extension WriteSession {
  /// Runs a body in a savepoint: where it throws, neither the database nor the session keeps a trace.
  mutating func attempt<Value>(_ body: (inout WriteSession) throws -> Value) throws -> Value {
    let (pending, index, shingles, wordless) = (pending, index, shingles, wordless)
    do {
      var value: Value?
      try db.inSavepoint {
        value = try body(&self)
        return .commit
      }
      guard let value else { throw DatabaseError(message: "a savepoint did not run") }
      return value
    } catch {
      cache = TraitsCache()
      (self.pending, self.index, self.shingles, self.wordless) = (pending, index, shingles, wordless)
      throw error
    }
  }

  /// Tracks and folds what was touched, dates what hangs on it, and writes the indices; to be called before the
  /// transaction ends.
  mutating func finish() throws {
    try settleAll()
    try index.write()
    try shingles.write()
    try indexWords()
  }

  /// To be called before mentions go: an index that never got their words cannot take them out.
  mutating func indexWords(ofAny mentions: [Int64]) throws {
    if !wordless.isDisjoint(with: mentions) { try indexWords() }
  }

  private mutating func indexWords() throws {
    guard !wordless.isEmpty else { return }
    let ids = "[" + wordless.sorted().map(String.init).joined(separator: ",") + "]"
    try run(
      """
      INSERT INTO mention_text (rowid, quote, title, actors, places, source)
      SELECT m.id, m.quote, m.title, m.actors, m.places, m.source
      FROM json_each(?) wordless JOIN mention m ON m.id = wordless.value
      """, [ids])
    wordless = []
  }

  private mutating func settleAll() throws {
    var known = pending
    known.touched = try settle()
    let changed = try anchorings(known)
    guard !changed.isEmpty else { return }
    for prepared in changed {
      guard let (id, version) = try stored(prepared.article.key) else { continue }
      _ = try replace(id, with: prepared, version: version, isDated: true)
    }
    // No date hangs on one that itself hangs on another.
    try settle()
  }

  /// - Returns: The claims that were folded.
  @discardableResult
  private mutating func settle() throws -> Set<Int64> {
    try track(pending.untracked)
    for waiting in pending.waiting {
      try reattach(waiting.decisions, to: waiting.appeared, isSameText: waiting.isSameText)
    }
    for claim in pending.touched.sorted() {
      if try !extend(claim, with: pending.added[claim]) { try fold(claim) }
    }
    let folded = pending.touched
    pending = Pending()
    return folded
  }

  /// Reads on where a claim only got mentions that come after those that it had.
  ///
  /// - Returns: Whether that was so.
  private mutating func extend(_ claim: Int64, with added: [Sighting]?) throws -> Bool {
    guard var history = cache.histories.take(claim), let added else { return false }
    let known = history.sightings.count
    guard history.extend(with: added) else { return false }
    for index in known..<history.sightings.count {
      try store(history.links[index], of: history.sightings[index].mention.id)
    }
    try store(ClaimColumns(history), of: claim)
    cache.histories.put(history, of: claim)
    return true
  }

  /// Works out the history of a claim from its stored mentions and stores what changed.
  private mutating func fold(_ claim: Int64) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, article, link_kind, link_to, link_reason FROM mention WHERE claim = ?"),
      arguments: [claim])
    var stored: [Int64: Link] = [:]
    var members: [(mention: Int64, article: Int64)] = []
    for row in rows {
      let id: Int64 = row[0]
      members.append((id, row[1]))
      stored[id] = Link(kind: Link.Kind(rawValue: row[2]) ?? .same, to: row[3], reason: row[4])
    }
    let history = try self.history(of: members)
    guard !history.sightings.isEmpty else { return }
    for (sighting, link) in zip(history.sightings, history.links) where stored[sighting.mention.id] != link {
      try store(link, of: sighting.mention.id)
    }
    try store(ClaimColumns(history), of: claim)
    cache.histories.put(history, of: claim)
  }

  private func store(_ link: Link, of mention: Int64) throws {
    try run(
      "UPDATE mention SET link_kind = ?, link_to = ?, link_reason = ? WHERE id = ?",
      [link.kind.rawValue, link.to, link.reason, mention])
  }

  private func store(_ columns: ClaimColumns, of claim: Int64) throws {
    try run(
      """
      UPDATE claim SET standing = ?, mentions = ?, first_day = ?, last_day = ?, due_day = ?, outcome = ?,
      first_published = ?, last_published = ? WHERE id = ?
      """, columns.arguments + [claim])
  }

  /// The history of stored mentions.
  mutating func history(of members: [(mention: Int64, article: Int64)]) throws -> ClaimHistory {
    var sightings: [Sighting] = []
    sightings.reserveCapacity(members.count)
    for (article, group) in Dictionary(grouping: members, by: \.article) {
      guard let article = try cache.traits(article, db) else { continue }
      let wanted = Set(group.map(\.mention))
      sightings += article.mentions.lazy.filter { wanted.contains($0.id) }.map { Sighting($0, in: article) }
    }
    return ClaimHistory(sightings)
  }
}

/// What is stored of a claim's history beside the links: what listing needs.
struct ClaimColumns {
  let arguments: StatementArguments

  init(_ history: ClaimHistory) {
    let standing = history.sightings[history.standing]
    let period = standing.mention.period
    arguments = [
      standing.mention.id, history.sightings.count, period.map { Int($0.firstDay.value) },
      period.map { Int($0.lastDay.value) }, history.due.map { Int($0.value) }, history.outcome?.rawValue,
      Int(history.sightings.first?.published.value ?? 0),
      Int(history.sightings.map(\.published.value).max() ?? 0),
    ]
  }
}
