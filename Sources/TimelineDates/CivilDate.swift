/// A year, month and day of the proleptic Gregorian calendar; always a date that exists.
///
/// Years count astronomically: 0 is 1 BC. Conversion to and from ``DayNumber`` follows Howard
/// Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), with eras of 400 years that begin
/// on 1 March.
public struct CivilDate: Hashable, Sendable {
  /// The years that this type holds; a date outside them does not exist here.
  public static let years = -9999...9999

  public let year: Int
  /// 1 through 12.
  public let month: Int
  /// 1 through the month's last day.
  public let day: Int

  /// The date, or nil where the calendar has none such (31 November, 29 February 2025).
  public init?(year: Int, month: Int, day: Int) {
    guard CivilDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.daysIn(month: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The reading of a day number; days outside ``years`` are clamped to the first or last date.
  public init(_ number: DayNumber) {
    let earliest = CivilDate.dayCount(year: CivilDate.years.lowerBound, month: 1, day: 1)
    let latest = CivilDate.dayCount(year: CivilDate.years.upperBound, month: 12, day: 31)
    let shifted = min(max(Int(number.value), earliest), latest) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The day number of this date.
  public var number: DayNumber {
    DayNumber(clamping: CivilDate.dayCount(year: year, month: month, day: day))
  }

  /// The last day of a month, 28 through 31; 0 for a month that is none.
  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1, 3, 5, 7, 8, 10, 12: 31
    default: 0
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// This date moved by whole months; a day that the target month lacks becomes its last
  /// (31 January and one month: 28 or 29 February). Clamped to ``years``.
  public func adding(months: Int) -> CivilDate {
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow else { return self }
    let bounded = min(max(total, CivilDate.years.lowerBound * 12), CivilDate.years.upperBound * 12 + 11)
    let newYear = Int((Double(bounded) / 12).rounded(.down))
    let newMonth = bounded - newYear * 12 + 1
    let newDay = min(day, CivilDate.daysIn(month: newMonth, year: newYear))
    return CivilDate(year: newYear, month: newMonth, day: newDay) ?? self
  }

  private static func dayCount(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CivilDate: Comparable {
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
