import TimelineDates

extension Resolver {
  /// The thirds and halves of a period (guidelines, section 2): of a season or quarter its months, of a
  /// year four months each, of a month 1–10, 11–20, 21–end, of a week Mon–Tue, Wed–Thu, Fri–Sun, of a
  /// decade years 0–2, 3–6, 7–9. Under `by` and `until` the end is the last day, under `since` and
  /// `from` the start is the first.
  func cut(_ part: TimeTerm.Part, _ base: Reading, _ edge: ResolutionContext.Edge?) -> Reading {
    let period = base.period
    switch (part, edge) {
    case (.end, .closing): return base.step("its last day", period: Period(day: period.lastDay))
    case (.start, .opening): return base.step("its first day", period: Period(day: period.firstDay))
    default: break
    }
    let piece: Period
    switch part {
    case .firstHalf, .secondHalf: piece = half(period, first: part == .firstHalf)
    case .early, .start: piece = third(period, 0)
    case .mid: piece = third(period, 1)
    case .late, .end: piece = third(period, 2)
    }
    return base.step("its part called \(part.rawValue)", period: piece, exactness: .approximate)
  }

  private func third(_ period: Period, _ index: Int) -> Period {
    let first = period.firstDay
    switch period.grain {
    case .season, .quarter: return months(period, from: index, count: 1)
    case .half: return months(period, from: index * 2, count: 2)
    case .year: return months(period, from: index * 4, count: 4)
    case .decade: return months(period, from: [0, 36, 84][index], count: [36, 48, 36][index])
    case .century: return months(period, from: [0, 396, 804][index], count: [396, 408, 396][index])
    case .week: return days(first, [0, 2, 4][index], [1, 3, 6][index])
    case .month:
      return Period(days: first + index * 10, through: index == 2 ? period.lastDay : first + index * 10 + 9)
    case .second, .minute, .hour, .dayPart, .day, .weekend, .millennium:
      let count = period.dayCount
      guard count >= 3 else {
        return Period(days: period.firstDay, through: period.lastDay, grain: period.grain)
      }
      return days(first, count * index / 3, count * (index + 1) / 3 - 1)
    }
  }

  private func half(_ period: Period, first: Bool) -> Period {
    if let size = period.grain.months, size % 2 == 0 {
      let grain: Grain = size == 12 ? .half : .month
      return months(period, from: first ? 0 : size / 2, count: size / 2, grain)
    }
    let middle = period.grain == .month ? 15 : (period.dayCount + 1) / 2
    return first
      ? Period(days: period.firstDay, through: period.firstDay + (middle - 1))
      : Period(days: period.firstDay + middle, through: period.lastDay)
  }

  private func days(_ first: DayNumber, _ from: Int, _ to: Int) -> Period {
    Period(days: first + from, through: first + to)
  }

  private func months(_ period: Period, from: Int, count: Int, _ grain: Grain = .month) -> Period {
    let start = CivilDate(period.firstDay).adding(months: from)
    let end = start.adding(months: count)
    return Period(start: LocalTime(start.number), end: LocalTime(end.number), grain: grain)
  }

  /// Parts of the day belong to the expression and do not narrow it; `overnight` is the eve and the day.
  func during(_ part: DayPart, _ base: Reading) -> Reading {
    let period = base.period
    let first = part == .overnight ? period.firstDay - 1 : period.firstDay
    return base.step(
      "its \(part)", period: Period(days: first, through: period.lastDay, grain: .dayPart))
  }

  /// A clock time on the (first) day of a period, in the zone that the text names.
  func at(_ clock: ClockTime, _ base: Reading) -> Reading {
    let second = (clock.hour * 60 + clock.minute) * 60 + (clock.second ?? 0)
    let start = LocalTime(base.period.firstDay, second: second)
    let period =
      clock.second == nil ? Period(minute: start) : Period(start: start, end: start + 1, grain: .second)
    var reading = base.step("at that time of day", period: period)
    reading.zone = clock.zone ?? settings.zone
    return reading
  }

  /// The edge of a stretch that is open on its other side.
  func open(_ bound: TimeTerm.Bound, _ base: Reading) -> Reading {
    let period = base.period
    switch bound {
    case .before: return base.step("the day before it", period: Period(day: period.firstDay - 1))
    case .onOrBefore: return base.step("its last day", period: Period(day: period.lastDay))
    case .onOrAfter: return base.step("its first day", period: Period(day: period.firstDay))
    case .after: return base.step("the day after it", period: Period(day: period.lastDay + 1))
    }
  }
}
