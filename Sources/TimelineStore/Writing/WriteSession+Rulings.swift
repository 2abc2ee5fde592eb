import GRDB
import TimelineClaims
import TimelineTracking

/// Merges and splits when the mentions that they speak of go and come again.
extension WriteSession {
  /// Whether the user has split any claim.
  func hasSplits() throws -> Bool {
    try !ints("SELECT 1 FROM decision WHERE kind = 'split' LIMIT 1", []).isEmpty
  }

  /// Remembers ruled mentions that their article makes no longer.
  func keepRuled(_ vanished: [StoredMention], of article: Int64) throws {
    for mention in vanished
    where try !ints("SELECT 1 FROM ruling WHERE mention = ? LIMIT 1", [mention.id]).isEmpty {
      let claim = mention.claim
      try run(
        """
        INSERT OR REPLACE INTO lost_mention (id, article, event, relation, modality, is_negated, source, title,
        quote, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          mention.id, article, claim.event, claim.relation.rawValue, claim.modality.rawValue, claim.isNegated,
          claim.source, claim.title, claim.quote.text, ClaimBody.encode(claim),
        ])
    }
  }

  /// The rows of ruled mentions that an article makes again, by their places among the claims that appeared.
  func ruledAgain(_ appeared: [Claim], of article: Int64, isSameText: Bool) throws -> [Int: Int64] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, event, relation, modality, is_negated, source, title, quote, body FROM lost_mention
        WHERE article = ? ORDER BY id
        """)
    let lost = try Row.fetchAll(statement, arguments: [article]).compactMap { row -> (Int64, Claim)? in
      guard let relation = Relation(rawValue: row[2]), let modality = Modality(rawValue: row[3]),
        let claim = ClaimBody.decode(
          row[8], event: row[1], relation: relation, modality: modality, isNegated: row[4], source: row[5],
          title: row[6], quote: row[7])
      else { return nil }
      return (row[0], claim)
    }
    guard !lost.isEmpty, !appeared.isEmpty else { return [:] }
    let diff = ClaimDiff(old: lost.map(\.1), new: appeared, isSameText: isSameText)
    var found: [Int: Int64] = [:]
    for (place, origin) in diff.origin.enumerated() {
      guard let origin else { continue }
      found[place] = lost[origin].0
      try run("DELETE FROM lost_mention WHERE id = ?", [lost[origin].0])
    }
    return found
  }

  /// To be called before an article goes.
  func forgetRulings(of article: Int64) throws {
    try run(
      """
      DELETE FROM ruling WHERE mention IN (SELECT id FROM mention WHERE article = ?1
      UNION ALL SELECT id FROM lost_mention WHERE article = ?1)
      """, [article])
  }

  /// Takes decisions out of the log that speak of claims which are gone for good.
  func forgetDecisionsOnNothing() throws {
    try run(
      """
      DELETE FROM decision WHERE uid NOT IN (SELECT uid FROM claim UNION ALL SELECT uid FROM former_uid)
      AND NOT EXISTS (SELECT 1 FROM stranded s WHERE instr(' ' || s.uids || ' ', ' ' || decision.uid || ' ') > 0)
      """, [])
  }
}
