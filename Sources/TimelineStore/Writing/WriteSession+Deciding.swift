import GRDB
import TimelineDates
import TimelineTracking

/// A claim before a merge or a split: what it takes to restore it.
struct ClaimPart {
  var id: Int64
  var uid: String
  /// The first is the one that founded it.
  var mentions: [Int64]
  var decision: Decision

  var atom: Atom {
    .list([.text(uid), .list(mentions.map { .int(Int($0)) }), decision.atom, .int(Int(id))])
  }

  init(id: Int64, uid: String, mentions: [Int64], decision: Decision) {
    self.id = id
    self.uid = uid
    self.mentions = mentions
    self.decision = decision
  }

  init?(_ atom: Atom) {
    guard let uid = atom[0].text, let mentions = atom[1].list, let id = atom[3].int else { return nil }
    self.init(
      id: Int64(id), uid: uid, mentions: mentions.compactMap { $0.int.map { Int64($0) } },
      decision: Decision(atom[2]))
  }
}

extension WriteSession {
  /// A claim as it is.
  ///
  /// - Throws: ``TimelineError/noSuchClaim(id:)``.
  func part(_ id: Int64) throws -> ClaimPart {
    let statement = try db.cachedStatement(sql: "SELECT uid FROM claim WHERE id = ?")
    guard let uid = try String.fetchOne(statement, arguments: [id]) else {
      throw TimelineError.noSuchClaim(id: id)
    }
    return ClaimPart(
      id: id, uid: uid, mentions: try ints("SELECT id FROM mention WHERE claim = ? ORDER BY id", [id]),
      decision: try decision(on: id))
  }

  /// Writes a decision into the log.
  ///
  /// - Throws: ``TimelineError/noSuchClaim(id:)``.
  @discardableResult
  func log(_ kind: LoggedDecision.Kind, on claim: Int64, before: Atom) throws -> Int64 {
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.uid, coalesce(c.name, m.title) FROM claim c JOIN mention m ON m.id = c.standing WHERE c.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [claim]) else {
      throw TimelineError.noSuchClaim(id: claim)
    }
    let (uid, title): (String, String) = (row[0], row[1])
    try run(
      "INSERT INTO decision (kind, uid, title, before) VALUES (?, ?, ?, ?)",
      [kind.rawValue, uid, title, before.json])
    return db.lastInsertedRowID
  }

  func rule(_ decision: Int64, _ mentions: ArraySlice<Int64>, side: Int) throws {
    for mention in mentions {
      try run(
        "INSERT OR REPLACE INTO ruling (decision, mention, side) VALUES (?, ?, ?)", [decision, mention, side])
    }
  }

  /// Takes back the newest decision; nil where there is none.
  mutating func undo() throws -> LoggedDecision? {
    let statement = try db.cachedStatement(
      sql: "SELECT id, kind, uid, title, before, NULL FROM decision ORDER BY id DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement), let logged = LoggedDecision(row) else { return nil }
    let before = Atom(json: row[4]) ?? .null
    switch logged.kind {
    case .merge, .split:
      let ruled = try ints("SELECT mention FROM ruling WHERE decision = ?", [logged.id])
      let counts = try ruled.flatMap {
        try ints("SELECT decisions FROM claim c JOIN mention m ON m.claim = c.id WHERE m.id = ?", [$0])
      }
      try run("DELETE FROM decision WHERE id = ?", [logged.id])
      try track(Set(ruled.flatMap { try ints("SELECT claim FROM mention WHERE id = ?", [$0]) }))
      try finish()
      for part in before.list ?? [] {
        if let part = ClaimPart(part) { try restore(part, decisions: counts.max() ?? 0) }
      }
      // What a split joined beside it goes with it.
      if before == .null { return try undo() }
    case .settle, .hide, .rename, .tag:
      try run("DELETE FROM decision WHERE id = ?", [logged.id])
      for claim in try ints(
        "SELECT id FROM claim WHERE uid = ?1 UNION ALL SELECT claim FROM former_uid WHERE uid = ?1",
        [logged.uid])
      {
        try set(Decision(before), on: claim)
        if logged.kind == .settle || logged.kind == .rename { try countDecision(on: claim) }
      }
    }
    return logged
  }

  /// Gives a claim that is apart again its number, its lasting name and what was decided about it.
  ///
  /// - Parameter decisions: How often it was decided about at least.
  private func restore(_ part: ClaimPart, decisions: Int64) throws {
    guard let founder = part.mentions.first,
      var claim = try ints("SELECT claim FROM mention WHERE id = ?", [founder]).first
    else { return }
    if try ints("SELECT id FROM claim WHERE uid = ?", [part.uid]).isEmpty {
      try run("DELETE FROM former_uid WHERE uid = ?", [part.uid])
      try run("UPDATE claim SET uid = ? WHERE id = ?", [part.uid, claim])
    }
    if try ints("SELECT id FROM claim WHERE id = ?", [part.id]).isEmpty {
      // References are checked at the end of the transaction.
      try run("PRAGMA defer_foreign_keys = ON", [])
      try run("UPDATE claim SET id = ? WHERE id = ?", [part.id, claim])
      for table in ["mention", "verdict", "former_uid"] {
        try run("UPDATE \(table) SET claim = ? WHERE claim = ?", [part.id, claim])
      }
      claim = part.id
    }
    try set(part.decision, on: claim)
    try run("UPDATE claim SET decisions = max(decisions, ?) WHERE id = ?", [decisions, claim])
  }
}

extension Decision {
  /// Order, status, note and day of the verdict or null; hidden; name; tags.
  var atom: Atom {
    let verdict = settled.map {
      Atom.list([
        .int(Int($0.order)), .text($0.verdict.status.rawValue), .optional($0.verdict.note),
        .optional($0.verdict.day.map { Int($0.value) }),
      ])
    }
    return .list([verdict ?? .null, .bool(isHidden), .optional(name), .texts(tags)])
  }

  init(_ atom: Atom) {
    if let order = atom[0][0].int, let status = atom[0][1].text.flatMap({ Status(rawValue: $0) }) {
      settled = Settled(
        order: Int64(order),
        verdict: Verdict(
          status: status, note: atom[0][2].text, day: atom[0][3].int.map { DayNumber(clamping: $0) }))
    }
    isHidden = atom[1].bool ?? false
    name = atom[2].text
    tags = atom[3].texts
  }
}
