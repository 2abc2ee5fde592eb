public import TimelineDates

/// Calendar fields as a text gives them; nil where it does not.
public struct PartialDate: Hashable, Sendable, Codable {
  /// The hundreds of the year: 19 for the 1900s.
  public var century: Int?
  /// The tens of the year: 199 for the 1990s.
  public var decade: Int?
  /// Astronomical: 0 is 1 BC.
  public var year: Int?
  public var half: Int?
  public var quarter: Int?
  public var season: Season?
  /// 1 through 12; other values make the date impossible.
  public var month: Int?
  /// ISO week of the year.
  public var week: Int?
  /// Day of the month; one that the month lacks makes the date impossible.
  public var day: Int?
  /// A weekday written beside the date, which it must fit.
  public var weekday: Weekday?
  /// Whether month and day stand in digits with slashes, so that they may have changed places: `6/12/2026`.
  public var isSlashed = false

  public init(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Weekday? = nil
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
  }
}
