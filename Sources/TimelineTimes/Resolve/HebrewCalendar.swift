import TimelineDates

/// The arithmetic Hebrew calendar, after Dershowitz and Reingold, "Calendrical Calculations" (1997), chapter 7.
enum HebrewCalendar {
  /// The day before 1 Tishri of the year 1, as days since 1970-01-01.
  private static let epoch = -1_373_427 - 719_163

  /// A day of the calendar that lies in a Gregorian year; nil where the month has no such day.
  ///
  /// - Parameter month: Counted from Nisan, 1 through 13; Adar of a common year is 12. `13` is Adar II of a leap year
  ///   and Adar of a common one, which is when the feasts of Adar are kept.
  static func day(month: Int, day: Int, inGregorian year: Int) -> DayNumber? {
    for hebrew in [year + 3760, year + 3761] {
      let month = month == 13 && !isLeap(hebrew) ? 12 : month
      guard day <= days(in: month, hebrew) else { continue }
      let number = DayNumber(clamping: self.number(year: hebrew, month: month, day: day))
      if CivilDate(number).year == year { return number }
    }
    return nil
  }

  private static func isLeap(_ year: Int) -> Bool { (7 * year + 1) % 19 < 7 }

  private static func months(in year: Int) -> Int { isLeap(year) ? 13 : 12 }

  /// Days from the epoch to the new year, before the postponements that its neighbours ask for.
  private static func elapsed(_ year: Int) -> Int {
    let months = (235 * year - 234) / 19
    let parts = 12_084 + 13_753 * months
    let day = 29 * months + parts / 25_920
    return 3 * (day + 1) % 7 < 3 ? day + 1 : day
  }

  private static func newYear(_ year: Int) -> Int {
    let (before, this, after) = (elapsed(year - 1), elapsed(year), elapsed(year + 1))
    let delay = after - this == 356 ? 2 : this - before == 382 ? 1 : 0
    return epoch + this + delay
  }

  private static func daysInYear(_ year: Int) -> Int { newYear(year + 1) - newYear(year) }

  private static func days(in month: Int, _ year: Int) -> Int {
    switch month {
    case 2, 4, 6, 10, 13: 29
    case 12: isLeap(year) ? 30 : 29
    case 8: daysInYear(year) % 10 == 5 ? 30 : 29
    case 9: daysInYear(year) % 10 == 3 ? 29 : 30
    default: 30
    }
  }

  /// The year begins with Tishri, the seventh month.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let before = month >= 7 ? Array(7..<month) : Array(7...months(in: year)) + Array(1..<month)
    return newYear(year) + before.reduce(0) { $0 + days(in: $1, year) } + day - 1
  }
}
