/// A stretch of wall-clock time, half-open: it holds `start` and ends just before `end`.
///
/// Outputs are inclusive; ``firstDay``, ``lastDay`` and ``inclusiveText`` give that view.
public struct Period: Hashable, Sendable, Codable {
  public let start: LocalTime
  /// The first moment after the period; never before ``start``.
  public let end: LocalTime
  /// The unit that the words behind the period name.
  public let grain: Grain

  /// A period; where `end` lies before `start` the two change places.
  public init(start: LocalTime, end: LocalTime, grain: Grain) {
    self.start = min(start, end)
    self.end = max(start, end)
    self.grain = grain
  }

  /// Whole days, both inclusive.
  public init(days first: DayNumber, through last: DayNumber, grain: Grain = .day) {
    self.init(start: LocalTime(min(first, last)), end: LocalTime(max(first, last) + 1), grain: grain)
  }

  /// One day.
  public init(day: DayNumber) {
    self.init(days: day, through: day)
  }

  /// The minute that begins at a moment.
  public init(minute: LocalTime) {
    self.init(start: minute, end: minute + 60, grain: .minute)
  }

  public var firstDay: DayNumber { start.day }

  /// The day of the period's last second.
  public var lastDay: DayNumber {
    end > start ? (end + -1).day : start.day
  }

  /// Length in whole days, at least 1.
  public var dayCount: Int { lastDay - firstDay + 1 }

  public func contains(_ other: Period) -> Bool {
    start <= other.start && other.end <= end
  }

  public func overlaps(_ other: Period) -> Bool {
    start < other.end && other.start < end
  }
}

extension Period {
  /// The first and the last moment in ISO 8601: dates (`2026-06-01`, `2026-06-30`), or local
  /// date-times to the minute where the grain is finer than a day.
  public var inclusiveText: (start: String, end: String) {
    if grain.isClock {
      let last = grain == .second ? end + -1 : end + -60
      return (start.minuteText, max(start, last).minuteText)
    }
    return (CivilDate(firstDay).description, CivilDate(lastDay).description)
  }
}
