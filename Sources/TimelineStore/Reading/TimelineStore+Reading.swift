import GRDB
import TimelineClaims
package import TimelineDates
package import TimelineTracking

extension TimelineStore {
  package func forEachClaim(matching query: ClaimQuery, _ body: (TrackedClaim) throws -> Void) throws {
    let selected = try read { db in try select(query, db) }
    var rest = selected[...]
    // A page at a time, so that the caller may use the timeline in between.
    while !rest.isEmpty {
      let page = rest.prefix(100)
      rest = rest.dropFirst(100)
      let claims = try read { db in try page.flatMap { try load($0, query, db) } }
      for claim in claims { try body(claim) }
    }
  }

  /// - Parameter limit: Where counting ends; nil for none.
  package func count(matching query: ClaimQuery, atMost limit: Int?) throws -> Int {
    try read { db in
      guard query.asOf == nil else {
        return try countAsOf(query, atMost: limit, db)
      }
      let conditions = try ClaimConditions(query, db)
      return try conditions.parts.reduce(0) { sum, part in
        let all = conditions.standing + conditions.mentions + conditions.status(part)
        let found = try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM (SELECT 1 FROM \(conditions.tables)
            \(all.isEmpty ? "" : "WHERE " + all.joined(separator: " AND ")) LIMIT ?)
            """,
          arguments: conditions.mentionArguments + [limit ?? -1])
        let counted = sum + (found ?? 0)
        return limit.map { min($0, counted) } ?? counted
      }
    }
  }

  private func countAsOf(_ query: ClaimQuery, atMost limit: Int?, _ db: Database) throws -> Int {
    var all = query
    (all.limit, all.offset) = (limit, 0)
    let conditions = try ClaimConditions(all, db)
    var count = 0
    for part in conditions.parts { count += try stored(all, conditions, part, limit: limit, db).count }
    if let limit, count >= limit { return limit }
    return try select(all, db).count
  }

  package func claim(_ id: TrackedClaim.ID, now: DayNumber, asOf: DayNumber?) throws -> TrackedClaim? {
    try read { db in
      guard let asOf else { return try ClaimReader.claim(id, on: now, db) }
      return try ClaimReader.claims(id, asOf: asOf, db).first
    }
  }

  /// For each mention of a claim its surest tie; none for one that stands alone or that only the user joined.
  package func evidence(of id: TrackedClaim.ID) throws -> [Mention.ID: TieEvidence] {
    try read { db in
      var best: [Mention.ID: TieEvidence] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT m.id, t.one, t.two, t.score, t.parts FROM mention m
          JOIN tie t ON t.one = m.id OR t.two = m.id WHERE m.claim = ?
          """, arguments: [id])
      while let row = try rows.next() {
        let (mention, one, two, score): (Int64, Int64, Int64, Double) = (row[0], row[1], row[2], row[3])
        if let known = best[mention], known.score >= score { continue }
        best[mention] = TieEvidence(to: mention == one ? two : one, score: score, parts: row[4])
      }
      return best
    }
  }

  /// What one claim's mentions made by a day: several claims where later ones joined them.
  package func claims(_ id: TrackedClaim.ID, asOf: DayNumber) throws -> [TrackedClaim] {
    try read { db in try ClaimReader.claims(id, asOf: asOf, db) }
  }

  package func claim(uid: String, now: DayNumber, asOf: DayNumber?) throws -> TrackedClaim? {
    let id = try read { db in
      try Int64.fetchOne(
        db, sql: "SELECT id FROM claim WHERE uid = ? UNION ALL SELECT claim FROM former_uid WHERE uid = ?",
        arguments: [uid, uid])
    }
    return try id.flatMap { try claim($0, now: now, asOf: asOf) }
  }
}

// MARK: - Selecting

extension TimelineStore {
  /// A claim of the list: whole, or one of those that its mentions made by the day asked about.
  private struct Selected {
    var claim: Int64
    /// The `uid` of what its mentions made by then; nil for the claim as stored.
    var part: String?
    var order = ClaimOrder()
  }

  private func select(_ query: ClaimQuery, _ db: Database) throws -> [Selected] {
    let conditions = try ClaimConditions(query, db)
    let most = query.limit.map { max(0, $0) + max(0, query.offset) }
    var found: [Selected] = []
    for part in conditions.parts { found += try stored(query, conditions, part, limit: most, db) }
    if let asOf = query.asOf {
      // A claim that comes after as many as are asked for need not be looked at.
      let last = most.flatMap { 0 < $0 && $0 <= found.count ? found.map(\.order) : nil }?
        .sorted { ClaimOrder.isBefore($0, $1, query.order, isReversed: query.isReversed) }[(most ?? 1) - 1]
      found += try partly(query, conditions, asOf, notAfter: last, db)
    }
    if query.asOf != nil || conditions.parts.count > 1 {
      found.sort { ClaimOrder.isBefore($0.order, $1.order, query.order, isReversed: query.isReversed) }
    }
    let rest = found.dropFirst(max(0, query.offset))
    return Array(query.limit.map { rest.prefix(max(0, $0)) } ?? rest)
  }

  /// Claims all of whose mentions count: the columns say it all.
  private func stored(
    _ query: ClaimQuery, _ conditions: ClaimConditions, _ part: ClaimConditions.Part, limit: Int?,
    _ db: Database
  ) throws -> [Selected] {
    // Without the plus an index on publication would be taken, and all that it gives sorted.
    let known =
      query.asOf.map {
        ["+c.last_published <= \($0.value)", "c.id NOT IN (\(ClaimConditions.anchored))"]
      } ?? []
    let all = conditions.standing + conditions.mentions + conditions.status(part) + known
    let isRanked = query.order == .relevance && conditions.words != nil
    let rank =
      isRanked
      ? """
       LEFT JOIN (SELECT m.claim, min(f.rank) AS rank FROM mention_text f JOIN mention m ON m.id = f.rowid
      WHERE f.mention_text MATCH ? GROUP BY m.claim) r ON r.claim = c.id
      """ : ""
    let title = query.order == .title ? "coalesce(c.name, s.title)" : "''"
    let sql = """
      SELECT c.id, c.first_day, c.last_day, c.due_day, c.last_published, c.mentions, \(title),
      \(isRanked ? "coalesce(r.rank, 0.0)" : "0.0") FROM \(conditions.tables)\(rank)
      \(all.isEmpty ? "" : "WHERE " + all.joined(separator: " AND "))
      ORDER BY \(ClaimOrder.sql(query.order, isReversed: query.isReversed, isSearched: isRanked)) LIMIT ?
      """
    var arguments: StatementArguments = isRanked ? [conditions.words] : []
    arguments += conditions.mentionArguments + [limit ?? -1]
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    var found: [Selected] = []
    while let row = try rows.next() {
      found.append(
        Selected(
          claim: row[0], part: nil,
          order: ClaimOrder(
            first: row[1], last: row[2], due: row[3], published: row[4], mentions: row[5], title: row[6],
            rank: row[7], id: row[0])))
    }
    return found
  }

  /// Claims some of whose mentions came later: folded again from those that count.
  private func partly(
    _ query: ClaimQuery, _ conditions: ClaimConditions, _ day: DayNumber, notAfter last: ClaimOrder?,
    _ db: Database
  ) throws -> [Selected] {
    let all =
      [
        "c.first_published <= \(day.value)",
        """
        c.id IN (SELECT l.id FROM claim l WHERE l.last_published > \(day.value) AND
        l.first_published <= \(day.value) UNION \(ClaimConditions.anchored))
        """,
      ]
      + (query.scope == .all ? [] : ["c.is_hidden = 0"]) + conditions.mentions
    // One of the mentions that were known stands. Those that hang on an event had another date then, perhaps.
    var bounds: [String] = []
    if let from = query.from { bounds.append("max(m.last_day) >= \(from.value)") }
    if let to = query.to { bounds.append("min(m.first_day) <= \(to.value)") }
    if let last, let bound = ClaimOrder.bound(last, query.order, isReversed: query.isReversed) {
      bounds.append(bound)
    }
    let ids = try Int64.fetchAll(
      db,
      sql: """
        SELECT c.id FROM claim c JOIN mention m ON m.claim = c.id JOIN article k ON k.id = m.article
        WHERE k.day <= \(day.value) AND \(all.joined(separator: " AND ")) GROUP BY c.id
        \(bounds.isEmpty ? "" : "HAVING (\(bounds.joined(separator: " AND "))) OR c.id IN (\(ClaimConditions.anchored))")
        """,
      arguments: conditions.mentionArguments)
    var found: [Selected] = []
    for id in ids {
      for claim in try ClaimReader.claims(id, asOf: day, db) where try matches(claim, query) {
        let current = claim.current
        found.append(
          Selected(
            claim: id, part: claim.uid,
            order: ClaimOrder(
              first: current?.period.map { Int($0.firstDay.value) },
              last: current?.period.map { Int($0.lastDay.value) },
              due: current?.due.map { Int($0.value) },
              published: Int(claim.mentions.last?.mention.article.published.day.value ?? 0),
              mentions: claim.mentions.count, title: claim.title, id: id)))
      }
    }
    return found
  }

  /// The conditions on what stands, for a claim that no columns tell of.
  private func matches(_ claim: TrackedClaim, _ query: ClaimQuery) throws -> Bool {
    guard let current = claim.current else { return false }
    let period = current.period
    switch query.scope {
    case .dated: if period == nil { return false }
    case .undated: if period != nil { return false }
    case .all: break
    }
    if let from = query.from, period.map({ $0.lastDay >= from }) != true { return false }
    if let to = query.to, period.map({ $0.firstDay <= to }) != true { return false }
    if !query.links.isEmpty, !claim.mentions.contains(where: { query.links.contains($0.link.kind) }) {
      return false
    }
    if let day = query.toldSince,
      claim.mentions.allSatisfy({ $0.mention.article.published.day < day })
    {
      return false
    }
    if !query.modalities.isEmpty, !query.modalities.contains(current.modality) { return false }
    if !query.relations.isEmpty, !query.relations.contains(current.relation) { return false }
    if !query.statuses.isEmpty, !query.statuses.contains(claim.status) { return false }
    if let source = query.source {
      let words = NameWords.of(current.source ?? "")
      let isNamed = NameWords.spellings(of: source).contains { spelling in
        spelling.split(separator: " ").allSatisfy { words.contains(String($0)) }
      }
      if !isNamed { return false }
    }
    return true
  }

  private func load(_ selected: Selected, _ query: ClaimQuery, _ db: Database) throws -> [TrackedClaim] {
    guard let asOf = query.asOf, let part = selected.part else {
      return try ClaimReader.claim(selected.claim, on: query.day, asOf: query.asOf, db).map { [$0] } ?? []
    }
    return try ClaimReader.claims(selected.claim, asOf: asOf, db).filter { $0.uid == part }
  }
}
