/// A moment on the wall clock of some place, in seconds since 1970-01-01T00:00 there.
///
/// It knows no zone: two local times compare only where one clock showed both.
public struct LocalTime: Hashable, Sendable, Codable, Comparable {
  /// Seconds since the start of 1970 on the same clock; negative before it.
  public let seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  /// The start of a day, or a second within it (0 through 86,399; other values run over).
  public init(_ day: DayNumber, second: Int = 0) {
    seconds = Int64(day.value) * 86_400 + Int64(second)
  }

  public var day: DayNumber {
    let quotient = seconds / 86_400
    return DayNumber(Int32(clamping: seconds % 86_400 < 0 ? quotient - 1 : quotient))
  }

  /// Seconds since the start of ``day``, 0 through 86,399.
  public var secondOfDay: Int {
    let rest = Int(seconds % 86_400)
    return rest < 0 ? rest + 86_400 : rest
  }

  public static func < (left: LocalTime, right: LocalTime) -> Bool {
    left.seconds < right.seconds
  }

  public static func + (time: LocalTime, seconds: Int) -> LocalTime {
    let (sum, overflow) = time.seconds.addingReportingOverflow(Int64(seconds))
    return overflow ? time : LocalTime(seconds: sum)
  }
}
