import TimelineDates

/// How the days of a yearly event are found.
enum EventRule: Sendable {
  /// `on 12-25`
  case fixed(month: Int, day: Int)
  /// `nth 4 4 11`: the fourth Thursday of November; negative from the month's end. A fourth number
  /// moves it by days, a modulus and remainder (`every 4 0`) pick the years.
  case nth(number: Int, weekday: Weekday, month: Int, offset: Int)
  /// `easter -2`: days from Western Easter Sunday.
  case easter(offset: Int)
  /// `list 2026-02-13..2026-02-15 2025-02-14..2025-02-16`
  case list([Period])
  indirect case every(Int, remainder: Int, EventRule)

  init?(_ text: Substring) {
    let words = text.split(separator: " ")
    guard let name = words.first else { return nil }
    let numbers = words.dropFirst().compactMap { Int($0) }
    switch name {
    case "on":
      let parts = words.count == 2 ? words[1].split(separator: "-").compactMap { Int($0) } : []
      guard parts.count == 2 else { return nil }
      self = .fixed(month: parts[0], day: parts[1])
    case "nth":
      guard numbers.count == words.count - 1, numbers.count == 3 || numbers.count == 4,
        let weekday = Weekday(rawValue: numbers[1]), (1...12).contains(numbers[2]), numbers[0] != 0
      else { return nil }
      self = .nth(
        number: numbers[0], weekday: weekday, month: numbers[2], offset: numbers.count == 4 ? numbers[3] : 0)
    case "easter":
      guard words.count == 2, let offset = numbers.first else { return nil }
      self = .easter(offset: offset)
    case "every":
      guard words.count > 4, numbers.count >= 2, numbers[0] > 0,
        let inner = EventRule(Substring(words.dropFirst(3).joined(separator: " ")))
      else { return nil }
      self = .every(numbers[0], remainder: numbers[1], inner)
    case "list":
      let periods = words.dropFirst().compactMap(EventRule.period)
      guard !periods.isEmpty, periods.count == words.count - 1 else { return nil }
      self = .list(periods)
    default: return nil
    }
  }

  private static func period(_ text: Substring) -> Period? {
    let ends = text.split(separator: ".", omittingEmptySubsequences: true).compactMap {
      CivilDate(iso: String($0))
    }
    guard let first = ends.first, let last = ends.last, ends.count <= 2 else { return nil }
    return Period(days: first.number, through: last.number)
  }

  func period(year: Int) -> Period? {
    switch self {
    case .fixed(let month, let day):
      return CivilDate(year: year, month: month, day: day).map { Period(day: $0.number) }
    case .nth(let number, let weekday, let month, let offset):
      guard let first = CivilDate(year: year, month: month, day: 1)?.number else { return nil }
      let length = CivilDate.daysIn(month: month, year: year)
      let day: DayNumber
      if number > 0 {
        let ahead = (weekday.number - first.weekday.number + 7) % 7
        day = first + ahead + (number - 1) * 7
      } else {
        let last = first + (length - 1)
        day = last - (last.weekday.number - weekday.number + 7) % 7 + (number + 1) * 7
      }
      return Period(day: day + offset)
    case .easter(let offset):
      return Easter.sunday(year: year).map { Period(day: $0 + offset) }
    case .every(let modulus, let remainder, let rule):
      return ((year % modulus) + modulus) % modulus == remainder ? rule.period(year: year) : nil
    case .list(let periods):
      return periods.first { CivilDate($0.firstDay).year == year }
    }
  }
}

/// Western Easter.
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
}
