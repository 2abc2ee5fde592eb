import GRDB
import TimelineClaims
import TimelineDates
import TimelineTracking

/// A ``ClaimQuery`` as SQL over the table `claim c`, where needed with its standing mention `s`.
///
/// What the user settled is looked for apart from what the columns tell: an index gives the second in order, and
/// the first are few.
struct ClaimConditions {
  /// Conditions on the claim as it stands; valid where all of its mentions are known.
  private(set) var standing: [String] = []
  /// Conditions on any of its mentions, which hold whatever stands.
  private(set) var mentions: [String] = []
  private(set) var mentionArguments: StatementArguments = []
  /// The full-text query whose fit orders the claims; nil where nothing is searched for.
  let words: String?
  /// Which claims are looked for, one part after the other.
  let parts: [Part]
  private let statuses: Set<Status>
  private let day: DayNumber
  private let asOf: DayNumber?
  private let isByTitle: Bool

  /// Claims by who tells their status.
  enum Part {
    /// Every claim, whatever its status.
    case all
    /// Those whose mentions tell it.
    case unruled
    /// Those that the user settled.
    case ruled
  }

  /// Claims with mentions that another claim dates, whose dates may have been others on an earlier day.
  static let anchored = "SELECT m.claim FROM hanging h JOIN mention m ON m.id = h.mention"

  /// Claims `c` with the verdicts `v` on them.
  static let judged = "claim c LEFT JOIN verdict v ON v.claim = c.id"

  /// The status on a day, as ``StatusRule`` works it out, over ``judged``.
  static func status(day: DayNumber) -> String {
    """
    CASE WHEN v.status IS NOT NULL THEN v.status WHEN c.outcome IS NOT NULL THEN c.outcome
    WHEN c.first_day IS NULL THEN 'undated' WHEN coalesce(c.due_day, c.last_day) < \(day.value)
    THEN 'overdue' ELSE 'upcoming' END
    """
  }

  /// What the conditions on the standing claim, and the order, speak of.
  var tables: String {
    let needsMention = isByTitle || standing.contains { $0.contains("s.") }
    return needsMention ? "claim c JOIN mention s ON s.id = c.standing" : "claim c"
  }

  /// The condition on the status of a part.
  func status(_ part: Part) -> [String] {
    let isGiven = asOf.map { " AND coalesce(v.day, \($0.value)) <= \($0.value)" } ?? ""
    switch part {
    case .all: return []
    case .ruled:
      let list = statuses.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
      return ["c.id IN (SELECT v.claim FROM verdict v WHERE v.status IN (\(list))\(isGiven))"]
    case .unruled:
      return [
        "(" + statuses.compactMap(told).sorted().joined(separator: " OR ") + ")",
        "NOT EXISTS (SELECT 1 FROM verdict v WHERE v.claim = c.id\(isGiven))",
      ]
    }
  }

  /// A status that the columns tell; nil for one that they never do.
  private func told(_ status: Status) -> String? {
    let isOpen = "c.outcome IS NULL AND c.first_day IS NOT NULL"
    return switch status {
    case .happened, .missed, .cancelled: "c.outcome = '\(status.rawValue)'"
    case .undated: "c.outcome IS NULL AND c.first_day IS NULL"
    case .overdue: "\(isOpen) AND coalesce(c.due_day, c.last_day) < \(day.value)"
    case .upcoming: "\(isOpen) AND coalesce(c.due_day, c.last_day) >= \(day.value)"
    case .superseded: nil
    }
  }

  init(_ query: ClaimQuery, _ db: Database) throws {
    words = try query.about.map { try SearchWords.query($0) }
    statuses = query.statuses
    day = query.day
    asOf = query.asOf
    isByTitle = query.order == .title
    parts = query.statuses.isEmpty ? [.all] : query.statuses == [.superseded] ? [.ruled] : [.unruled, .ruled]
    switch query.scope {
    case .dated: standing = ["c.first_day IS NOT NULL", "c.is_hidden = 0"]
    case .undated: standing = ["c.first_day IS NULL", "c.is_hidden = 0"]
    case .all: break
    }
    if let from = query.from { standing.append("c.last_day >= \(from.value)") }
    if let to = query.to { standing.append("c.first_day <= \(to.value)") }
    addSet("s.modality", query.modalities)
    addSet("s.relation", query.relations)
    if let least = query.minConfidence { standing.append("coalesce(s.confidence, 1) >= \(least)") }
    if let source = query.source {
      addText(try SearchWords.query(name: source, column: "source"), asOf: query.asOf)
    }
    if let words, let typed = query.about { addText(words, named: typed, asOf: query.asOf) }
    if let place = query.place {
      addText(try SearchWords.query(name: place, column: "places"), asOf: query.asOf)
    }
    if let actor = query.actor {
      addText(try SearchWords.query(name: actor, column: "actors"), asOf: query.asOf)
    }
    if let outlet = query.outlet {
      let outlets = try Outlets.matching(outlet, db)
      addMention(
        "a.outlet IN (\(outlets.map { _ in "?" }.joined(separator: ", ")))", StatementArguments(outlets),
        asOf: query.asOf)
    }
    if let tag = query.tag {
      mentions.append("instr(c.tags, ?) > 0")
      mentionArguments += ["," + tag + ","]
    }
    if !query.links.isEmpty {
      let kinds = query.links.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
      // The index of rare links holds these two kinds; named as it names them, it is used.
      let isRare = query.links.isSubset(of: [.conflict, .revision])
      let rare = isRare ? " AND m.link_kind IN ('conflict', 'revision')" : ""
      standing.append("c.id IN (SELECT m.claim FROM mention m WHERE m.link_kind IN (\(kinds))\(rare))")
    }
    if let day = query.toldSince { standing.append("c.last_published >= \(day.value)") }
    if let article = query.article { addMention("a.key = ?", [article], asOf: query.asOf) }
  }

  private mutating func addSet<Value: RawRepresentable>(_ column: String, _ values: Set<Value>)
  where Value.RawValue == String {
    guard !values.isEmpty else { return }
    let list = values.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    standing.append("\(column) IN (\(list))")
  }

  /// - Parameter name: What the claim's own name may hold instead.
  private mutating func addText(_ query: String, named name: String? = nil, asOf: DayNumber?) {
    let known = asOf.map { "JOIN article a ON a.id = m.article AND a.day <= \($0.value)" } ?? ""
    let condition = """
      c.id IN (SELECT m.claim FROM mention_text f JOIN mention m ON m.id = f.rowid \(known)
      WHERE f.mention_text MATCH ?)
      """
    mentions.append(
      name == nil ? condition : "(\(condition) OR c.name IS NOT NULL AND instr(lower(c.name), lower(?)) > 0)")
    mentionArguments += [query]
    if let name { mentionArguments += [name] }
  }

  private mutating func addMention(_ condition: String, _ arguments: StatementArguments, asOf: DayNumber?) {
    let known = asOf.map { " AND a.day <= \($0.value)" } ?? ""
    mentions.append(
      "c.id IN (SELECT m.claim FROM mention m JOIN article a ON a.id = m.article WHERE \(condition)\(known))")
    mentionArguments += arguments
  }
}
