import TimelineDates

extension TimeTerm {
  /// Repeated times as a recurrence rule of RFC 5545 (3.3.10): `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`.
  ///
  /// Nil for other terms, and for times that repeat in a way that no rule can tell: so often within a unit
  /// (`twice a week`), or as a holiday does.
  public var recurrenceRule: String? {
    guard case .set(let repetition) = self, repetition.count ?? 1 == 1 else { return nil }
    return repetition.rule
  }
}

extension Repetition {
  fileprivate var rule: String? {
    switch recurrence {
    case .unit(let grain):
      guard let (frequency, size) = Self.frequency(of: grain) else { return nil }
      return Self.text(frequency, interval: interval * size)
    case .weekday(let weekday):
      return Self.text("WEEKLY", interval: interval, "BYDAY=" + Self.code(weekday))
    case .weekend: return Self.text("WEEKLY", interval: interval, "BYDAY=SA,SU")
    case .month(let month): return Self.text("YEARLY", interval: interval, "BYMONTH=\(month)")
    case .monthDay(let month, let day):
      return Self.text("YEARLY", interval: interval, "BYMONTH=\(month)", "BYMONTHDAY=\(day)")
    case .dayOfMonth(let day): return Self.text("MONTHLY", interval: interval, "BYMONTHDAY=\(day)")
    case .weekdayOnDay(let weekday, let day):
      return Self.text("MONTHLY", interval: interval, "BYDAY=" + Self.code(weekday), "BYMONTHDAY=\(day)")
    case .weekdayOfMonth(let number, let weekday):
      return Self.text("MONTHLY", interval: interval, "BYDAY=\(number)" + Self.code(weekday))
    case .workday: return Self.text("WEEKLY", interval: interval, "BYDAY=MO,TU,WE,TH,FR")
    case .season(let season):
      let months = (0..<3).map { "\((season.firstMonth + $0 - 1) % 12 + 1)" }
      return Self.text("YEARLY", interval: interval, "BYMONTH=" + months.joined(separator: ","))
    case .quarter(let quarter):
      return Self.text("YEARLY", interval: interval, "BYMONTH=\(quarter * 3 - 2)")
    case .half(let half): return Self.text("YEARLY", interval: interval, "BYMONTH=\(half * 6 - 5)")
    case .event: return nil
    }
  }

  private static func text(_ frequency: String, interval: Int, _ parts: String...) -> String {
    (["FREQ=" + frequency] + (interval == 1 ? [] : ["INTERVAL=\(interval)"]) + parts).joined(separator: ";")
  }

  /// The frequency that counts a unit, and how many of its steps make one.
  private static func frequency(of grain: Grain) -> (String, Int)? {
    switch grain {
    case .second: ("SECONDLY", 1)
    case .minute: ("MINUTELY", 1)
    case .hour: ("HOURLY", 1)
    case .day, .dayPart: ("DAILY", 1)
    case .week, .weekend: ("WEEKLY", 1)
    case .month: ("MONTHLY", 1)
    case .season, .quarter: ("MONTHLY", 3)
    case .half: ("MONTHLY", 6)
    case .year: ("YEARLY", 1)
    case .decade: ("YEARLY", 10)
    case .century: ("YEARLY", 100)
    case .millennium: ("YEARLY", 1000)
    }
  }

  private static func code(_ weekday: Weekday) -> String {
    ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday.number - 1]
  }
}
