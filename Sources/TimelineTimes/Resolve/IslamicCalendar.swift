import TimelineDates

/// The tabular Islamic calendar in its usual civil form: 30-year cycles with leap years 2, 5, 7, 10, 13, 16, 18, 21,
/// 24, 26 and 29. After Dershowitz and Reingold, "Calendrical Calculations" (1997), chapter 6.
///
/// What is observed goes by the sighted moon, or by the calendar of Umm al-Qura, and may be a day or two off.
enum IslamicCalendar {
  /// 1 Muharram of the year 1: 16 July 622 (Julian), as days since 1970-01-01.
  private static let epoch = 227_015 - 719_163

  /// The first time that a day of the calendar lies in a Gregorian year; nil where it does not.
  static func day(month: Int, day: Int, inGregorian year: Int) -> DayNumber? {
    let guess = (year - 622) * 33 / 32
    for islamic in guess - 1...guess + 2 {
      let number = DayNumber(clamping: self.number(year: islamic, month: month, day: day))
      if CivilDate(number).year == year { return number }
    }
    return nil
  }

  private static func number(year: Int, month: Int, day: Int) -> Int {
    let months = 29 * (month - 1) + month / 2
    return epoch + (year - 1) * 354 + (3 + 11 * year) / 30 + months + day - 1
  }
}
