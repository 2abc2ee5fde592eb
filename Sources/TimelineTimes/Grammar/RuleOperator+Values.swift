import TimelineDates

extension RuleOperator {
  func numeric(_ first: RuleValue, _ second: RuleValue?) -> RuleValue? {
    guard let left = first.double else { return nil }
    switch self {
    case .plus: return second?.double.map { .number(left + $0) }
    case .times: return second?.double.map { .number(left * $0) }
    case .half: return .number(left / 2)
    case .samecentury:
      // The end of a range of years in two digits, in the century of its start: 1915-16.
      guard let year = first.int, let digits = second?.int, (0...99).contains(digits), digits > year % 100
      else { return nil }
      return .number(Double(year / 100 * 100 + digits))
    case .year2:
      // A year of two digits: 00–49 in the 2000s, 50–99 in the 1900s.
      guard let year = first.int, (0...99).contains(year) else { return nil }
      return .number(Double(year < 50 ? 2000 + year : 1900 + year))
    case .tens:
      // The decade of a year, of two digits (70) or four (1970), that begins one: 197 for both.
      guard let year = first.int, year % 10 == 0, year >= 10 else { return nil }
      return .number(Double(year < 100 ? 190 + year / 10 : year / 10))
    case .compact:
      // 20260514 in one number.
      guard let digits = first.int, (1_000_00_00...2999_12_31).contains(digits) else { return nil }
      return .term(
        .date(PartialDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)))
    default: return nil
    }
  }

  func length(_ first: RuleValue, _ second: RuleValue?) -> RuleValue? {
    switch self {
    case .amount:
      guard let count = first.double, let grain = second?.grain, count >= 0, count < 1e9 else { return nil }
      return .amount(Amount(count, grain))
    case .vague:
      guard let grain = first.grain else { return nil }
      return .amount(Amount(nil, grain, assumed: second?.double ?? 3))
    case .longer:
      guard var amount = first.amount, let more = second?.double, let count = amount.count else { return nil }
      amount.count = count + more
      return .amount(amount)
    default: return nil
    }
  }

  func recurrence(_ first: RuleValue, _ second: RuleValue?) -> RuleValue? {
    switch self {
    case .unit: return first.grain.map { .recurrence($0 == .weekend ? .weekend : .unit($0)) }
    case .weekday: return first.int.flatMap(Weekday.init(rawValue:)).map { .recurrence(.weekday($0)) }
    case .weekdayonday:
      guard let weekday = first.int.flatMap(Weekday.init(rawValue:)), let day = second?.int,
        (1...31).contains(day)
      else { return nil }
      return .recurrence(.weekdayOnDay(weekday, day))
    case .weekdayofmonth:
      guard let number = first.int, (1...5).contains(abs(number)),
        let weekday = second?.int.flatMap(Weekday.init(rawValue:))
      else { return nil }
      return .recurrence(.weekdayOfMonth(number, weekday))
    case .month:
      guard let month = first.int, (1...12).contains(month) else { return nil }
      return .recurrence(.month(month))
    case .monthday:
      guard let month = first.int, let day = second?.int, (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      return .recurrence(.monthDay(month: month, day: day))
    case .nosuchday:
      // A day that no month has: 0 June, 32 June.
      guard let month = first.int, let day = second?.int, (1...12).contains(month), (0...99).contains(day),
        day < 1 || day > 31
      else { return nil }
      return .recurrence(.monthDay(month: month, day: day))
    case .dayofmonth:
      guard let day = first.int, (1...31).contains(day) else { return nil }
      return .recurrence(.dayOfMonth(day))
    case .season: return first.name.flatMap(Season.init(rawValue:)).map { .recurrence(.season($0)) }
    case .quarter:
      guard let quarter = first.int, (1...4).contains(quarter) else { return nil }
      return .recurrence(.quarter(quarter))
    case .halfyear:
      guard let half = first.int, (1...2).contains(half) else { return nil }
      return .recurrence(.half(half))
    case .event: return first.name.map { .recurrence(.event($0)) }
    default: return nil
    }
  }

  func calendarDate(_ first: RuleValue, _ second: RuleValue?, _ third: RuleValue?) -> RuleValue? {
    guard let value = first.int else { return nil }
    var date = PartialDate()
    switch self {
    case .date:
      date.year = value
      if let second {
        guard let month = second.int else { return nil }
        date.month = month
      }
      if let third {
        guard let day = third.int, (1...31).contains(day) else { return nil }
        date.day = day
      }
    case .decade:
      // The 1800s and the early 1900s are those centuries.
      if value % 10 == 0, value < 200 { date.century = value / 10 } else { date.decade = value }
    case .century: date.century = value
    case .iso:
      // 2026-05-14; out-of-range fields stay and make the date impossible.
      guard let month = second?.int, let day = third?.int, (0...99).contains(month), (0...99).contains(day)
      else { return nil }
      date = PartialDate(year: value, month: month, day: day)
    case .isomonth:
      // A month in ISO 8601; with the number of the next year it is a range of years: 2007-08.
      guard let month = second?.int, (1...12).contains(month), month != value % 100 + 1 else { return nil }
      date.year = value
      date.month = month
    case .slash:
      // A week of a year: 2026-W21; one that the year lacks makes the date impossible.
      guard let week = second?.int, (0...99).contains(week) else { return nil }
      date.year = value
      date.week = week
    default: return nil
    }
    return .term(.date(date))
  }

  func clockTime(_ first: RuleValue, _ second: RuleValue?, _ third: RuleValue?) -> RuleValue? {
    switch self {
    case .clock:
      // clock(hour, minute, half of the day 0 am / 12 pm / -1 open)
      guard let hour = first.int, let minute = second?.int, let half = third?.int else { return nil }
      return ClockTime(writtenHour: hour, minute: minute, half: half).map { .clock($0) }
    case .hour:
      // hour(hours and minutes as one number: 0600)
      guard let digits = first.int else { return nil }
      return ClockTime(writtenHour: digits / 100, minute: digits % 100, half: -2).map { .clock($0) }
    case .pm:
      // A time in digits with its half of the day: 4:45 and p.m.
      guard let clock = first.clock, let half = second?.int else { return nil }
      return ClockTime(writtenHour: clock.hour, minute: clock.minute, half: half).map { .clock($0) }
    case .partclock:
      // A bare hour or clock time with its part of the day: two in the afternoon, 9:30 at night.
      guard let part = second?.name.flatMap(DayPart.init(rawValue:)),
        let clock = first.clock
          ?? first.int.flatMap({ ClockTime(writtenHour: $0, minute: 0, half: -2) })
      else { return nil }
      if clock.hour > 12 || clock.hour == 0 { return .clock(clock) }
      let isMorning = part == .morning || part == .night && (clock.hour < 6 || clock.hour == 12)
      return ClockTime(writtenHour: clock.hour, minute: clock.minute, half: isMorning ? 0 : 12).map {
        .clock($0)
      }
    case .zone:
      guard var clock = first.clock, let zone = second?.name else { return nil }
      clock.zone = zone
      return .clock(clock)
    default: return nil
    }
  }
}

extension ClockTime {
  /// A clock time as written: `half` is 0 for a.m., 12 for p.m., -1 where it is left open, -2 on the
  /// 24-hour clock.
  init?(writtenHour hour: Int, minute: Int, half: Int) {
    guard (0...59).contains(minute), (0...24).contains(hour), hour < 24 || minute == 0 else { return nil }
    switch half {
    case 0, 12:
      guard (1...12).contains(hour) else {
        // 17:30 p.m. is 17:30; 17:30 a.m. is no time.
        guard half == 12, (13...23).contains(hour) else { return nil }
        self.init(hour: hour, minute: minute)
        return
      }
      self.init(hour: hour % 12 + half, minute: minute)
    case -1:
      guard (1...12).contains(hour) else { return nil }
      self.init(hour: hour, minute: minute, isHalfDay: true)
    default: self.init(hour: hour, minute: minute)
    }
  }
}
