import GRDB
import TimelineClaims
import TimelineDates
import TimelineTracking

/// A ``ClaimQuery`` as SQL over the table `claim c` with its standing mention `s` and its verdict `v`.
struct ClaimConditions {
  /// Conditions on the claim as it stands; valid where all of its mentions are known.
  private(set) var standing: [String] = []
  private(set) var standingArguments: StatementArguments = []
  /// Conditions on any of its mentions, which hold whatever stands.
  private(set) var mentions: [String] = []
  private(set) var mentionArguments: StatementArguments = []
  /// The full-text query whose fit orders the claims; nil where nothing is searched for.
  let words: String?

  static let tables = """
    claim c JOIN mention s ON s.id = c.standing LEFT JOIN verdict v ON v.claim = c.id
    """

  /// The status on a day, as ``StatusRule`` works it out.
  ///
  /// - Parameter asOf: Leaves out verdicts that speak of a later day.
  static func status(day: DayNumber, asOf: DayNumber? = nil) -> String {
    let isGiven = asOf.map { "v.status IS NOT NULL AND coalesce(v.day, \($0.value)) <= \($0.value)" }
    return """
      CASE WHEN \(isGiven ?? "v.status IS NOT NULL") THEN v.status WHEN c.outcome IS NOT NULL THEN c.outcome
      WHEN c.first_day IS NULL THEN 'undated' WHEN coalesce(c.due_day, c.last_day) < \(day.value)
      THEN 'overdue' ELSE 'upcoming' END
      """
  }

  init(_ query: ClaimQuery, _ db: Database) throws {
    words = try query.about.map { try SearchWords.query($0) }
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
    addSet(ClaimConditions.status(day: query.day, asOf: query.asOf), query.statuses)
    if let source = query.source {
      standing.append("c.standing IN (SELECT rowid FROM mention_text WHERE mention_text MATCH ?)")
      standingArguments += [try SearchWords.query(name: source, column: "source")]
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
      standing.append("EXISTS (SELECT 1 FROM mention m WHERE m.claim = c.id AND m.link_kind IN (\(kinds)))")
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
