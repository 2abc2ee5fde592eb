public import TimelineDates

/// What the user decided about a tracked claim; it outranks what the engine finds.
public struct Verdict: Hashable, Sendable, Codable {
  public var status: Status
  public var note: String?
  /// The day that the verdict speaks of; nil where the user gave none.
  public var day: DayNumber?

  public init(status: Status, note: String? = nil, day: DayNumber? = nil) {
    self.status = status
    self.note = note
    self.day = day
  }
}
