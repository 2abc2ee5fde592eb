/// How a tracked claim stands at the end of a day.
public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
  /// The due day is not past.
  case upcoming
  /// It is past and no outcome is known.
  case overdue
  case happened
  /// Reported as not done by the due day.
  case missed
  case cancelled
  /// Another date stands in its place.
  case superseded
  /// Without a date.
  case undated
}
