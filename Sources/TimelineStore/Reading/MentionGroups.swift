import GRDB

/// Which mentions make one claim: those that are tied, as far as the user did not rule otherwise.
enum MentionGroups {
  /// Where the user put a mention by a decision.
  struct Ruling {
    var decision: Int64
    var mention: Int64
    var side: Int
    var isSplit: Bool
  }

  /// The components of some mentions.
  ///
  /// Without a split they are the connected components of ties and merges. A split keeps its sides apart:
  /// ties are then taken by their score, the surest first, and one that would join two sides is left out. Of a
  /// split and a merge that contradict each other, the later one counts.
  static func components(of mentions: [Int64], _ db: Database) throws -> Components {
    let known = Set(mentions)
    let rulings = try rulings(on: mentions, db)
    var ties: [(one: Int64, two: Int64, score: Double)] = []
    let statement = try db.cachedStatement(sql: "SELECT two, score FROM tie WHERE one = ?")
    for one in mentions {
      for row in try Row.fetchAll(statement, arguments: [one]) where known.contains(row[0]) {
        ties.append((one, row[0], row[1]))
      }
    }
    var components = Components(known)
    guard rulings.contains(where: \.isSplit) else {
      for tie in ties { components.join(tie.one, tie.two) }
      for (_, joined) in merges(rulings) {
        for mention in joined.dropFirst() { components.join(joined[0], mention) }
      }
      return components
    }
    var sides: [Int64: [Int64: Int]] = [:]
    for ruling in rulings where ruling.isSplit {
      sides[ruling.mention, default: [:]][ruling.decision] = ruling.side
    }
    func join(_ one: Int64, _ two: Int64, by decision: Int64?) {
      let (first, second) = (components.root(one), components.root(two))
      guard first != second else { return }
      var joined = sides[first] ?? [:]
      for (split, side) in sides[second] ?? [:] {
        if let other = joined[split], other != side {
          // A later merge outranks the split; nothing else does.
          guard let decision, decision > split else { return }
          joined[split] = nil
        } else {
          joined[split] = side
        }
      }
      components.join(first, second)
      sides[components.root(first)] = joined
    }
    for (decision, joined) in merges(rulings) {
      for mention in joined.dropFirst() { join(joined[0], mention, by: decision) }
    }
    for tie in ties.sorted(by: { ($1.score, $0.one, $0.two) < ($0.score, $1.one, $1.two) }) {
      join(tie.one, tie.two, by: nil)
    }
    return components
  }

  private static func merges(_ rulings: [Ruling]) -> [(decision: Int64, mentions: [Int64])] {
    Dictionary(grouping: rulings.filter { !$0.isSplit }, by: \.decision).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.map(\.mention).sorted()) }
  }

  private static func rulings(on mentions: [Int64], _ db: Database) throws -> [Ruling] {
    guard try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM ruling)")) == true else {
      return []
    }
    let statement = try db.cachedStatement(
      sql: """
        SELECT r.decision, r.side, d.kind = 'split' FROM ruling r JOIN decision d ON d.id = r.decision
        WHERE r.mention = ? ORDER BY r.decision
        """)
    return try mentions.flatMap { mention in
      try Row.fetchAll(statement, arguments: [mention]).map { row in
        Ruling(decision: row[0], mention: mention, side: row[1], isSplit: row[2])
      }
    }
  }
}
