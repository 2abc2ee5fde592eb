/// A week as ISO 8601 counts them: Monday to Sunday, named by the year that holds its Thursday.
public struct ISOWeek: Hashable, Sendable {
  public let year: Int
  /// 1 through 53.
  public let number: Int

  /// The week that holds a day.
  public init(holding day: DayNumber) {
    let thursday = day.monday + 3
    year = CivilDate(thursday).year
    number = (thursday - ISOWeek.firstDay(of: year)) / 7 + 1
  }

  /// The week with that number, or nil where the year has none (week 53 of most years).
  public init?(year: Int, number: Int) {
    guard CivilDate.years.contains(year), (1...53).contains(number) else { return nil }
    let thursday = ISOWeek.firstMonday(of: year) + (number - 1) * 7 + 3
    guard CivilDate(thursday).year == year else { return nil }
    self.year = year
    self.number = number
  }

  public var monday: DayNumber {
    ISOWeek.firstMonday(of: year) + (number - 1) * 7
  }

  /// 4 January always lies in week 1.
  private static func firstMonday(of year: Int) -> DayNumber {
    (firstDay(of: year) + 3).monday
  }

  private static func firstDay(of year: Int) -> DayNumber {
    CivilDate(year: year, month: 1, day: 1)?.number ?? DayNumber(0)
  }
}
