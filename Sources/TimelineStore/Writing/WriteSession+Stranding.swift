import GRDB
import TimelineClaims
import TimelineTracking

/// A decision that waits for its claim to be made again.
struct Stranded {
  var id: Int64
  var claim: Claim
  var decision: Decision
  /// The names by which the claim was known.
  var uids: [String]
}

extension WriteSession {
  /// The decisions that wait beside an article.
  func stranded(beside article: Int64) throws -> [Stranded] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, verdict_id, status, note, day, is_hidden, uids, event, relation, modality, is_negated, source,
        title, quote, body, name, tags FROM stranded WHERE article = ? ORDER BY id
        """)
    return try Row.fetchAll(statement, arguments: [article]).compactMap { row in
      let uids: String = row[6]
      guard let relation = Relation(rawValue: row[8]), let modality = Modality(rawValue: row[9]),
        let claim = ClaimBody.decode(
          row[14], event: row[7], relation: relation, modality: modality, isNegated: row[10],
          source: row[11], title: row[12], quote: row[13])
      else { return nil }
      return Stranded(
        id: row[0], claim: claim,
        decision: Decision(
          settled: Decision.Settled(row, from: 1), isHidden: row[5], name: row[15], tags: Tags.read(row[16])),
        uids: uids.split(separator: " ").map(String.init))
    }
  }

  /// Keeps what was decided about claims that an article was the last to make and makes no longer.
  ///
  /// To be called when the article's new mentions are stored and the empty claims are still there.
  func strand(_ vanished: [StoredMention], of article: Int64) throws -> [StrandedDecision] {
    var kept: [StrandedDecision] = []
    var seen: Set<Int64> = []
    for mention in vanished where seen.insert(mention.tracked).inserted {
      guard try ints("SELECT 1 FROM mention WHERE claim = ? LIMIT 1", [mention.tracked]).isEmpty else {
        continue
      }
      let decision = try decision(on: mention.tracked)
      guard !decision.isEmpty else { continue }
      let uids = try String.fetchAll(
        db.cachedStatement(
          sql: "SELECT uid FROM claim WHERE id = ? UNION ALL SELECT uid FROM former_uid WHERE claim = ?"),
        arguments: [mention.tracked, mention.tracked])
      let (claim, verdict) = (mention.claim, decision.settled?.verdict)
      try run(
        """
        INSERT INTO stranded (article, verdict_id, status, note, day, is_hidden, uids, event, relation, modality,
        is_negated, source, title, quote, body, name, tags)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          article, decision.settled?.order, verdict?.status.rawValue, verdict?.note,
          verdict?.day.map { Int($0.value) }, decision.isHidden, uids.joined(separator: " "), claim.event,
          claim.relation.rawValue, claim.modality.rawValue, claim.isNegated, claim.source, claim.title,
          claim.quote.text, ClaimBody.encode(claim), decision.name, Tags.written(decision.tags),
        ])
      kept.append(
        StrandedDecision(
          articleKey: mention.article.key, uid: uids.first ?? "", title: claim.title, quote: claim.quote.text,
          verdict: verdict, isHidden: decision.isHidden))
    }
    return kept
  }

  /// Gives waiting decisions to the claims of new mentions that speak of the same; with them the old names.
  func reattach(_ waiting: [Stranded], to appeared: [(mention: Int64, claim: Claim)], isSameText: Bool) throws
  {
    guard !waiting.isEmpty, !appeared.isEmpty else { return }
    let diff = ClaimDiff(old: waiting.map(\.claim), new: appeared.map(\.claim), isSameText: isSameText)
    for (index, origin) in diff.origin.enumerated() {
      guard let origin,
        let claim = try ints("SELECT claim FROM mention WHERE id = ?", [appeared[index].mention]).first
      else { continue }
      try give(waiting[origin].decision, to: claim)
      for uid in waiting[origin].uids {
        try run("INSERT OR IGNORE INTO former_uid (uid, claim) VALUES (?, ?)", [uid, claim])
      }
      try run("DELETE FROM stranded WHERE id = ?", [waiting[origin].id])
    }
  }
}

extension TimelineStore {
  /// The decisions that wait for their claims, in the order in which these went.
  package func strandedDecisions() throws -> [StrandedDecision] {
    try read { db in
      let sql = """
        SELECT t.verdict_id, t.status, t.note, t.day, t.is_hidden, t.uids, t.title, t.quote, a.key
        FROM stranded t JOIN article a ON a.id = t.article ORDER BY t.id
        """
      return try Row.fetchAll(db, sql: sql).map { row in
        let uids: String = row[5]
        return StrandedDecision(
          articleKey: row[8], uid: uids.split(separator: " ").first.map(String.init) ?? "", title: row[6],
          quote: row[7], verdict: Decision.Settled(row, from: 0)?.verdict, isHidden: row[4])
      }
    }
  }
}
