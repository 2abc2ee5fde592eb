/// A day on the proleptic Gregorian calendar, as the number of days since 1970-01-01 (which is 0).
///
/// Everything that adds or compares days does so on this number; ``CivilDate`` is its reading as
/// year, month and day.
public struct DayNumber: Hashable, Sendable, Comparable, Codable {
  /// Days since 1970-01-01; negative before it.
  public let value: Int32

  public init(_ value: Int32) {
    self.value = value
  }

  /// A day number from any integer; days outside what the type holds are clamped to its limits.
  public init(clamping value: Int) {
    self.value = Int32(clamping: value)
  }

  public static func < (left: DayNumber, right: DayNumber) -> Bool {
    left.value < right.value
  }

  public static func + (day: DayNumber, days: Int) -> DayNumber {
    DayNumber(clamping: Int(day.value) + days)
  }

  public static func - (day: DayNumber, days: Int) -> DayNumber {
    DayNumber(clamping: Int(day.value) - days)
  }

  /// The number of days from `right` to `left`.
  public static func - (left: DayNumber, right: DayNumber) -> Int {
    Int(left.value) - Int(right.value)
  }

  /// The weekday, Monday first: 1970-01-01 was a Thursday.
  public var weekday: Weekday {
    let index = (Int(value) + 3) % 7
    return Weekday(index: index < 0 ? index + 7 : index)
  }

  /// The Monday of this day's ISO week.
  public var monday: DayNumber {
    self - (weekday.number - 1)
  }
}
