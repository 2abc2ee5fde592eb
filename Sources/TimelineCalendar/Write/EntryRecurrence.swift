import TimelineDates
import TimelineTimes

extension EntryTime {
  /// The rule by which an entry repeats (RFC 5545, 3.8.5.3); nil for a term that is no repeated time, and where a
  /// rule would not give entries like the first.
  ///
  /// The first entry must be one occurrence that the rule gives, and all must be as long as it. So the entry is a
  /// day or a moment on a day that the rule names, or one of the weeks that follow each other: months, seasons and
  /// years differ in length, and a rule for weekends gives each of their days.
  func recurrenceRule(of term: TimeTerm?) -> String? {
    guard let term, case .set(let repetition) = term, isOccurrence(of: repetition.recurrence) else {
      return nil
    }
    return term.recurrenceRule
  }

  private func isOccurrence(of recurrence: Recurrence) -> Bool {
    let days = days
    let length = days.upperBound - days.lowerBound + 1
    guard length == 1 else { return recurrence == .unit(.week) && length == 7 && isDays }
    let first = CivilDate(days.lowerBound)
    switch recurrence {
    case .unit(.day), .unit(.week): return true
    // Rules leave out the months, and the years, that lack the day.
    case .unit(.month), .unit(.quarter), .unit(.half): return first.day <= 28
    case .unit(.year): return first.day <= 28 || first.month != 2
    case .unit: return false
    case .weekday(let weekday): return days.lowerBound.weekday == weekday
    case .dayOfMonth(let day): return first.day == day
    case .weekdayOnDay(let weekday, let day):
      return first.day == day && days.lowerBound.weekday == weekday
    case .weekdayOfMonth(let number, let weekday):
      return days.lowerBound.weekday == weekday
        && (number > 0
          ? (first.day - 1) / 7 + 1 == number : -number == weeksToMonthsEnd(from: days.lowerBound))
    case .workday: return days.lowerBound.weekday.number <= 5
    case .monthDay(let month, let day): return first.month == month && first.day == day
    case .month, .weekend, .season, .quarter, .half, .event: return false
    }
  }

  /// As the how manieth of its weekday a day stands in its month, counted from the month's end.
  private func weeksToMonthsEnd(from day: DayNumber) -> Int {
    (1...5).first { CivilDate(day + 7 * $0).month != CivilDate(day).month } ?? 5
  }

  /// The days that it takes on the clock by which it is written.
  private var days: ClosedRange<DayNumber> {
    switch self {
    case .days(let first, let last): first...max(first, last)
    case .moments(let start, let end), .local(let start, let end, _):
      start.day...max(start, end > start ? end + -1 : end).day
    }
  }
}
