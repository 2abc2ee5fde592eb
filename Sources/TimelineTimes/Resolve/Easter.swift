import TimelineDates

/// Easter Sunday of the Western and of the Eastern churches.
enum Easter {
  /// Easter Sunday of the Gregorian calendar, after the anonymous algorithm printed by Meeus,
  /// "Astronomical Algorithms" (1991), chapter 8; nil before 1583.
  static func sunday(year: Int) -> DayNumber? {
    guard year >= 1583 else { return nil }
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let f = (b + 8) / 25
    let g = (b - f + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    let day = (h + l - 7 * m + 114) % 31 + 1
    return CivilDate(year: year, month: month, day: day)?.number
  }

  /// Easter Sunday of the Julian calendar as a day of the Gregorian one, after Meeus, the same chapter; nil before
  /// 1583, when the two calendars were one.
  static func orthodoxSunday(year: Int) -> DayNumber? {
    guard year >= 1583 else { return nil }
    let (a, b, c) = (year % 4, year % 7, year % 19)
    let d = (19 * c + 15) % 30
    let e = (2 * a + 4 * b - d + 34) % 7
    let month = (d + e + 114) / 31
    let day = (d + e + 114) % 31 + 1
    // The Julian calendar has fallen behind by a day for each century that is no leap year.
    let behind = year / 100 - year / 400 - 2
    return CivilDate(year: year, month: month, day: day).map { $0.number + behind }
  }
}
