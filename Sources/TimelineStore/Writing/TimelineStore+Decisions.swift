import GRDB
package import TimelineTracking

extension TimelineStore {
  package func settle(_ id: TrackedClaim.ID, _ verdict: Verdict?) throws {
    try decide(.settle, on: id) { session, _ in
      try session.run("DELETE FROM verdict WHERE claim = ?", [id])
      guard let verdict else { return }
      try session.run(
        "INSERT INTO verdict (claim, status, note, day) VALUES (?, ?, ?, ?)",
        [id, verdict.status.rawValue, verdict.note, verdict.day.map { Int($0.value) }])
    }
  }

  package func hide(_ id: TrackedClaim.ID, _ isHidden: Bool) throws {
    try decide(.hide, on: id) { session, _ in
      try session.run("UPDATE claim SET is_hidden = ? WHERE id = ?", [isHidden, id])
    }
  }

  package func rename(_ id: TrackedClaim.ID, _ name: String?) throws {
    try decide(.rename, on: id) { session, _ in
      try session.run("UPDATE claim SET name = ? WHERE id = ?", [name, id])
    }
  }

  package func tag(_ id: TrackedClaim.ID, adding: Set<String>, removing: Set<String>) throws {
    try decide(.tag, on: id) { session, known in
      let tags = Set(known.tags).subtracting(removing).union(adding)
      try session.run("UPDATE claim SET tags = ? WHERE id = ?", [Tags.written(Array(tags)), id])
    }
  }

  /// Logs a decision on a claim and carries it out; one that changes nothing is not logged.
  private func decide(
    _ kind: LoggedDecision.Kind, on id: Int64, _ body: (inout WriteSession, Decision) throws -> Void
  ) throws {
    try write { db in
      var session = try WriteSession(db, cache: TraitsCache())
      let known = try session.decision(on: id)
      let logged = try session.log(kind, on: id, before: known.atom)
      try body(&session, known)
      guard try session.decision(on: id).says(known) else {
        if kind == .settle || kind == .rename { try session.countDecision(on: id) }
        return
      }
      try session.set(known, on: id)
      try session.run("DELETE FROM decision WHERE id = ?", [logged])
    }
  }

  /// Makes one claim of several; the first one's number and name stay.
  package func merge(_ ids: [TrackedClaim.ID]) throws {
    try write { db in
      var session = try WriteSession(db, cache: TraitsCache())
      guard let target = ids.first else { return }
      let all = Array(Set(ids)).sorted()
      let parts = try all.map { try session.part($0) }
      let decision = try session.log(.merge, on: target, before: .list(parts.map(\.atom)))
      for part in parts { try session.rule(decision, part.mentions.prefix(1), side: 0) }
      try session.merge(Set(all).subtracting([target]), into: target)
      try session.finish()
    }
  }

  /// Takes mentions out of a claim, as a claim of their own.
  ///
  /// - Returns: The number of the new claim.
  package func split(_ id: TrackedClaim.ID, mentions: Set<Mention.ID>) throws -> (
    taken: TrackedClaim.ID, left: TrackedClaim.ID
  ) {
    try write { db in
      var session = try WriteSession(db, cache: TraitsCache())
      let part = try session.part(id)
      let taken = part.mentions.filter(mentions.contains)
      let left = part.mentions.filter { !mentions.contains($0) }
      if let stranger = mentions.subtracting(part.mentions).min() {
        throw TimelineError.noSuchMention(id: stranger, claim: id)
      }
      guard let first = taken.first, let other = left.first else {
        throw TimelineError.nothingToSplit(claim: id)
      }
      let decision = try session.log(.split, on: id, before: .list([part.atom]))
      try session.rule(decision, left[...], side: 0)
      try session.rule(decision, taken[...], side: 1)
      try session.track([id])
      try session.finish()
      // What was taken stays together, and so does what was left.
      for side in [left, taken] {
        let claims = Set(
          try side.flatMap { try session.ints("SELECT claim FROM mention WHERE id = ?", [$0]) })
        guard claims.count > 1, let kept = claims.contains(id) ? id : claims.min() else { continue }
        try session.rule(
          try session.log(.merge, on: kept, before: .null), side[...], side: 0)
        try session.merge(claims.subtracting([kept]), into: kept)
        try session.finish()
      }
      func claim(of mention: Mention.ID) throws -> TrackedClaim.ID {
        try session.ints("SELECT claim FROM mention WHERE id = ?", [mention]).first ?? id
      }
      return (try claim(of: first), try claim(of: other))
    }
  }

  /// Takes back the newest decision.
  ///
  /// - Returns: What was taken back; nil where nothing is decided.
  package func undo() throws -> LoggedDecision? {
    try write { db in
      var session = try WriteSession(db, cache: TraitsCache())
      return try session.undo()
    }
  }

  /// What the user decided, the newest first.
  package func decisions(limit: Int?) throws -> [LoggedDecision] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT d.id, d.kind, d.uid, d.title, d.before,
          coalesce((SELECT c.id FROM claim c WHERE c.uid = d.uid),
            (SELECT f.claim FROM former_uid f WHERE f.uid = d.uid))
          FROM decision d WHERE d.before <> 'null' ORDER BY d.id DESC LIMIT ?
          """,
        arguments: [limit ?? -1]
      ).compactMap(LoggedDecision.init)
    }
  }
}

extension LoggedDecision {
  init?(_ row: Row) {
    guard let kind = Kind(rawValue: row[1]) else { return nil }
    self.init(
      id: row[0], kind: kind, uid: row[2], title: row[3],
      before: Atom(json: row[4]).map { LoggedDecision.wording(of: kind, $0) } ?? "", claim: row[5])
  }

  /// What was before a decision, in words: what undoing it comes back to.
  private static func wording(of kind: Kind, _ before: Atom) -> String {
    switch kind {
    case .settle:
      let verdict = Decision(before).settled?.verdict
      return [verdict?.status.rawValue ?? "not settled", verdict?.note].compactMap { $0 }.joined(
        separator: ", ")
    case .hide: return Decision(before).isHidden ? "hidden" : "shown"
    case .rename: return Decision(before).name.map { "“\($0)”" } ?? "its own title"
    case .tag:
      let tags = Decision(before).tags
      return tags.isEmpty ? "no tag" : tags.joined(separator: ", ")
    case .merge, .split:
      let numbers = (before.list ?? []).compactMap { ClaimPart($0).map { "#\($0.id)" } }
      return numbers.joined(separator: " and ") + (kind == .merge ? " apart" : " whole")
    }
  }
}
