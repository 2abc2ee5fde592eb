import TimelineDates

/// The occurrences of a recurrence as a sequence numbered in order of time.
struct Occurrences {
  let recurrence: Recurrence
  var settings = ResolutionSettings()
  let events: EventCalendar

  /// The number of the last occurrence that starts at or before a moment.
  func index(at time: LocalTime) -> Int {
    if case .event(let key) = recurrence {
      // Numbers beyond the occurrences of a year are those of none.
      let most = events.mostPerYear(key)
      let first = CivilDate(time.day).year * most
      return (first..<first + most).last { index in period(index).map { $0.start <= time } ?? false } ?? first
        - 1
    }
    let guess = estimate(time)
    // The estimate is off by one at most where an occurrence starts within its unit.
    if let period = period(guess), period.start > time { return guess - 1 }
    return guess
  }

  /// The occurrence that holds a moment, or nil.
  func holding(_ time: LocalTime) -> Period? {
    guard let period = period(index(at: time)), period.start <= time, time < period.end else { return nil }
    return period
  }

  /// The first occurrence that starts after a moment.
  func first(after time: LocalTime) -> Period? {
    let start = index(at: time) + 1
    return (start..<start + patience).lazy.compactMap(period).first { $0.start > time }
  }

  /// The first occurrence that holds a moment or starts after it.
  func first(from time: LocalTime) -> Period? {
    holding(time) ?? first(after: time)
  }

  /// The last occurrence that holds a moment or ended before it.
  func last(upTo time: LocalTime) -> Period? {
    let start = index(at: time)
    return (0..<patience).lazy.compactMap { period(start - $0) }.first { $0.start <= time }
  }

  /// The occurrence of a year, of something that comes once a year; the first of several.
  func ofYear(_ year: Int) -> Period? {
    guard case .event(let key) = recurrence else { return period(year) }
    return events.period(of: key, year: year, number: 0)
  }

  /// The last occurrence that ended at or before a moment.
  func last(endingBy time: LocalTime) -> Period? {
    let start = index(at: time)
    return (0..<patience).lazy.compactMap { period(start - $0) }.first { $0.end <= time }
  }

  /// How many numbers are tried for the next occurrence; 29 February may be 8 years away, an event 12.
  private var patience: Int {
    if case .event(let key) = recurrence { return 14 * events.mostPerYear(key) }
    return 14
  }

  /// The occurrence of that number; nil where there is none (29 February in most years).
  func period(_ index: Int) -> Period? {
    switch recurrence {
    case .unit(let grain): return unit(grain, index)
    case .weekday(let weekday):
      return Period(day: DayNumber(clamping: index * 7 - 3 + weekday.number - 1))
    case .weekend:
      let saturday = DayNumber(clamping: index * 7 + 2)
      return Period(days: saturday, through: saturday + 1, grain: .weekend)
    case .month(let month): return months(index * 12 + month - 1, count: 1, .month)
    case .monthDay(let month, let day):
      return CivilDate(year: index, month: month, day: day).map { Period(day: $0.number) }
    case .dayOfMonth(let day):
      let month = floored(index, 12)
      return CivilDate(year: month.quotient, month: month.rest + 1, day: day).map { Period(day: $0.number) }
    case .weekdayOnDay(let weekday, let day):
      return Occurrences(recurrence: .dayOfMonth(day), settings: settings, events: events).period(index)
        .flatMap { $0.firstDay.weekday == weekday ? $0 : nil }
    case .weekdayOfMonth(let number, let weekday):
      guard let month = months(index, count: 1, .month) else { return nil }
      return day(weekday, number, of: month)
    case .workday:
      let week = floored(index, 5)
      return Period(day: DayNumber(clamping: week.quotient * 7 - 3 + week.rest))
    case .season(let season):
      let first = settings.hemisphere == .northern ? season.firstMonth : (season.firstMonth + 5) % 12 + 1
      return months(index * 12 + first - 1, count: 3, .season)
    case .quarter(let quarter): return months(index * 12 + (quarter - 1) * 3, count: 3, .quarter)
    case .half(let half): return months(index * 12 + (half - 1) * 6, count: 6, .half)
    case .event(let key):
      let place = floored(index, events.mostPerYear(key))
      return events.period(of: key, year: place.quotient, number: place.rest)
    }
  }

  private func unit(_ grain: Grain, _ index: Int) -> Period? {
    if let seconds = grain.seconds {
      let start = LocalTime(
        seconds: Int64(clamping: index.multipliedReportingOverflow(by: seconds).partialValue))
      return Period(start: start, end: start + seconds, grain: grain)
    }
    switch grain {
    case .week:
      let first = DayNumber(clamping: index * 7 - 3 + daysBeforeWeek)
      return Period(days: first, through: first + 6, grain: .week)
    case .weekend:
      return Occurrences(recurrence: .weekend, settings: settings, events: events).period(index)
    case .season: return months(index * 3 - 1, count: 3, .season)
    default:
      guard let size = grain.months else { return Period(day: DayNumber(clamping: index)) }
      return months(index * size, count: size, grain)
    }
  }

  private func estimate(_ time: LocalTime) -> Int {
    let day = time.day
    let date = CivilDate(day)
    let monthIndex = date.year * 12 + date.month - 1
    switch recurrence {
    case .unit(let grain):
      if let seconds = grain.seconds { return floored(Int(time.seconds), seconds).quotient }
      switch grain {
      case .week: return floored(Int(day.value) + 3 - daysBeforeWeek, 7).quotient
      case .weekend: return floored(Int(day.value) - 2, 7).quotient
      case .season: return floored(monthIndex + 1, 3).quotient
      default:
        guard let size = grain.months else { return Int(day.value) }
        return floored(monthIndex, size).quotient
      }
    case .weekday(let weekday): return floored(Int(day.value) + 3 - (weekday.number - 1), 7).quotient
    case .weekend: return floored(Int(day.value) - 2, 7).quotient
    case .dayOfMonth, .weekdayOnDay, .weekdayOfMonth: return monthIndex
    case .workday:
      let week = floored(Int(day.value) + 3, 7)
      return week.quotient * 5 + min(week.rest, 4)
    case .month, .monthDay, .season, .quarter, .half, .event: return date.year
    }
  }

  /// A weekday of a month, counted from its end for negative numbers; nil where it has fewer.
  private func day(_ weekday: Weekday, _ number: Int, of month: Period) -> Period? {
    let first = month.firstDay + (weekday.number - month.firstDay.weekday.number + 7) % 7
    let last = month.lastDay + -((month.lastDay.weekday.number - weekday.number + 7) % 7)
    let found = number > 0 ? first + (number - 1) * 7 : last + (number + 1) * 7
    return (month.firstDay...month.lastDay).contains(found) ? Period(day: found) : nil
  }

  /// Days from Monday to the first day of the week.
  private var daysBeforeWeek: Int { settings.weekStart.number - 1 }

  /// Whole months, counted from January of year 0.
  private func months(_ first: Int, count: Int, _ grain: Grain) -> Period? {
    let start = floored(first, 12)
    let end = floored(first + count, 12)
    guard let from = CivilDate(year: start.quotient, month: start.rest + 1, day: 1),
      let to = CivilDate(year: end.quotient, month: end.rest + 1, day: 1)
    else { return nil }
    return Period(start: LocalTime(from.number), end: LocalTime(to.number), grain: grain)
  }

  private func floored(_ value: Int, _ size: Int) -> (quotient: Int, rest: Int) {
    let rest = ((value % size) + size) % size
    return ((value - rest) / size, rest)
  }
}
