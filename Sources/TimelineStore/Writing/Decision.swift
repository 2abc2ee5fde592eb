import GRDB
import TimelineDates
import TimelineTracking

/// What the user decided about one claim.
struct Decision {
  /// A verdict and its place in the order in which verdicts were given.
  struct Settled {
    var order: Int64
    var verdict: Verdict

    /// The later of two, with the note of the other behind its own.
    func joined(with other: Settled) -> Settled {
      var kept = order >= other.order ? self : other
      let lost = order >= other.order ? other : self
      let notes = [kept.verdict.note, lost.verdict.note].compactMap { $0 }.filter { !$0.isEmpty }
      if let first = notes.first {
        kept.verdict.note = notes.dropFirst().reduce(first) { $0.contains($1) ? $0 : "\($0); \($1)" }
      }
      return kept
    }
  }

  var settled: Settled?
  var isHidden = false
  var name: String?
  var tags: [String] = []

  /// Whether two say the same, whenever they were made.
  func says(_ other: Decision) -> Bool {
    settled?.verdict == other.settled?.verdict && isHidden == other.isHidden && name == other.name
      && tags == other.tags
  }

  var isEmpty: Bool { settled == nil && !isHidden && name == nil && tags.isEmpty }
}

extension Decision.Settled {
  /// From the columns order, status, note, day; nil where no verdict stands there.
  init?(_ row: Row, from index: Int) {
    guard let order: Int64 = row[index], let name: String = row[index + 1],
      let status = Status(rawValue: name)
    else { return nil }
    let day: Int? = row[index + 3]
    self.init(
      order: order,
      verdict: Verdict(status: status, note: row[index + 2], day: day.map { DayNumber(clamping: $0) }))
  }
}

/// Tags of a claim as a column holds them: `,baltic,grain,`.
enum Tags {
  static func read(_ column: String) -> [String] { column.split(separator: ",").map(String.init) }

  static func written(_ tags: [String]) -> String {
    let all = Set(tags).sorted()
    return all.isEmpty ? "" : "," + all.joined(separator: ",") + ","
  }
}

extension WriteSession {
  /// Puts a decision in place of what was decided about a claim.
  func set(_ decision: Decision, on claim: Int64) throws {
    try run("DELETE FROM verdict WHERE claim = ?", [claim])
    try run("UPDATE claim SET is_hidden = 0, name = NULL, tags = '' WHERE id = ?", [claim])
    try give(decision, to: claim)
  }

  /// Counts that a claim was settled or named, or that this was taken back.
  func countDecision(on claim: Int64) throws {
    try run("UPDATE claim SET decisions = decisions + 1 WHERE id = ?", [claim])
  }

  func decision(on claim: Int64) throws -> Decision {
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.is_hidden, v.id, v.status, v.note, v.day, c.name, c.tags
        FROM claim c LEFT JOIN verdict v ON v.claim = c.id WHERE c.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [claim]) else { return Decision() }
    return Decision(
      settled: Decision.Settled(row, from: 1), isHidden: row[0], name: row[5], tags: Tags.read(row[6]))
  }

  /// Adds a decision to what is decided about a claim already. Its verdict must stand nowhere else.
  func give(_ decision: Decision, to claim: Int64) throws {
    if decision.isHidden { try run("UPDATE claim SET is_hidden = 1 WHERE id = ?", [claim]) }
    if decision.name != nil || !decision.tags.isEmpty {
      let known = try self.decision(on: claim)
      try run(
        "UPDATE claim SET name = ?, tags = ? WHERE id = ?",
        [known.name ?? decision.name, Tags.written(known.tags + decision.tags), claim])
    }
    guard let theirs = decision.settled else { return }
    let kept = try self.decision(on: claim).settled?.joined(with: theirs) ?? theirs
    try run("DELETE FROM verdict WHERE claim = ?", [claim])
    try run(
      "INSERT INTO verdict (id, claim, status, note, day) VALUES (?, ?, ?, ?, ?)",
      [
        kept.order, claim, kept.verdict.status.rawValue, kept.verdict.note,
        kept.verdict.day.map { Int($0.value) },
      ])
  }
}
