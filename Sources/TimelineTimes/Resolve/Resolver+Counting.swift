import TimelineDates

extension Resolver {
  /// The nth occurrence that starts within a period, from its end for negative numbers. Weeks of a
  /// month or year are counted in sevens from its first (or last) day.
  func nth(_ number: Int, _ recurrence: Recurrence, _ base: Reading) throws(Obstacle) -> Reading {
    let period = base.period
    if recurrence == .unit(.week), period.grain > .week {
      let offset = (abs(number) - 1) * 7
      guard offset < period.dayCount else { throw .impossible("the period has no week \(number)") }
      let first = number > 0 ? period.firstDay + offset : period.lastDay - offset - 6
      let last = number > 0 ? min(first + 6, period.lastDay) : first + 6
      return base.step(
        "its week \(number)", period: Period(days: max(first, period.firstDay), through: last, grain: .week))
    }
    if let part = try partOfYear(number, recurrence, base) { return part }
    let occurrences = occurrences(recurrence)
    let span = number > 0 ? (period.start, 1) : (period.end + -1, -1)
    var index = occurrences.index(at: span.0)
    var left = abs(number)
    for _ in 0..<1200 {
      if let found = occurrences.period(index) {
        if found.start >= period.end && span.1 > 0 || found.start < period.start && span.1 < 0 { break }
        if found.start >= period.start, found.start < period.end {
          left -= 1
          if left == 0 { return base.step("its number \(number)", period: found) }
        }
      }
      index += span.1
    }
    throw .impossible("the period has no number \(number)")
  }

  /// The nth quarter or half of a year that does not begin in January, as fiscal years do.
  private func partOfYear(
    _ number: Int, _ recurrence: Recurrence, _ base: Reading
  ) throws(Obstacle) -> Reading? {
    guard base.isShiftedYear, case .unit(let grain) = recurrence, grain == .quarter || grain == .half,
      let size = grain.months
    else { return nil }
    let index = number > 0 ? number - 1 : 12 / size + number
    guard (0..<12 / size).contains(index) else { throw .impossible("the year has no \(grain) \(number)") }
    return base.step("its \(grain) \(number)", period: base.months(from: index * size, count: size, grain))
  }

  /// The reference moved by an amount. Days and weeks give a day, months a month, years a year, hours
  /// a moment where the reference has a clock time.
  func shift(
    _ base: Reading, _ amount: Amount, _ sign: Int, _ context: ResolutionContext
  ) throws(Obstacle) -> Reading {
    var reading = base
    if amount.isVague { reading.exactness = .vague }
    let text = "\(amount) \(sign > 0 ? "later" : "earlier")"
    let isPublication = base.period == Period(day: context.reference.day)
    if base.isShiftedYear, amount.grain == .year, amount.magnitude == amount.magnitude.rounded() {
      _ = try moved(base.period.start, amount, sign)
      return reading.step(
        text, period: base.months(from: sign * 12 * Int(amount.magnitude), count: 12, .year))
    }
    if amount.grain.isClock {
      let hasClock = base.period.grain.isClock || isPublication && context.reference.second != nil
      let start =
        isPublication && !base.period.grain.isClock ? context.reference.localTime : base.period.start
      let moved = try moved(start, amount, sign)
      return reading.step(text, period: hasClock ? Period(minute: moved) : Period(day: base.period.firstDay))
    }
    let start = sign > 0 && !base.period.grain.isClock ? LocalTime(base.period.lastDay) : base.period.start
    let moved = try moved(start, amount, sign)
    var grain = amount.grain.months == nil ? Grain.day : amount.grain
    if amount.grain == .year, base.period.grain == .quarter || base.period.grain == .half {
      // A year before the third quarter is the third quarter of the year before.
      grain = base.period.grain
    }
    // `the week of 13 January and two weeks later`
    if amount.grain == .week, base.period.grain == .week { grain = .week }
    // A decade ago is the year ten years ago.
    if grain == .decade { grain = .year }
    if grain > .month, amount.magnitude != amount.magnitude.rounded() { grain = .month }
    guard let period = occurrences(.unit(grain)).holding(LocalTime(moved.day)) else {
      throw .impossible("out of range")
    }
    return reading.step(text, period: period)
  }

  /// So many working days after a period, or before it; holidays are not known and count as working days.
  func workdays(_ count: Int, from base: Reading) throws(Obstacle) -> Reading {
    // A damaged row may hold any number.
    guard (-RuleOperator.mostWorkdays...RuleOperator.mostWorkdays).contains(count) else {
      throw .impossible("out of range")
    }
    let days = occurrences(.workday)
    let start = count > 0 ? LocalTime(base.period.lastDay) : LocalTime(base.period.firstDay) + -1
    // Before a time the last working day that has begun is the first one counted.
    let index = days.index(at: start) + (count > 0 ? count : count + 1)
    guard let period = days.period(index) else {
      throw .impossible("out of range")
    }
    let text = "\(abs(count)) working day\(abs(count) == 1 ? "" : "s") \(count > 0 ? "later" : "earlier")"
    return base.step(text + ", Saturdays and Sundays left out", period: period)
  }

  /// A moment moved by an amount that leads to no other end than the calendar's: 66 million years ago is no date.
  private func moved(_ start: LocalTime, _ amount: Amount, _ sign: Int) throws(Obstacle) -> LocalTime {
    let moved = start.adding(amount, sign: sign)
    let (from, to) = (CivilDate(start.day).year, CivilDate(moved.day).year)
    let isClamped = to != from && (to == CivilDate.years.lowerBound || to == CivilDate.years.upperBound)
    guard amount.magnitude <= Amount.largestMoved, !isClamped else { throw .impossible("out of range") }
    return moved
  }

  /// The stretch from the reference day on, or up to it; the reference day belongs to it.
  func stretch(_ base: Reading, _ amount: Amount, _ sign: Int) throws(Obstacle) -> Reading {
    var reading = base
    if amount.isVague { reading.exactness = .vague }
    let start = LocalTime(sign > 0 ? base.period.firstDay : base.period.lastDay)
    let other = try moved(start, amount, sign).day
    let text = "\(amount) \(sign > 0 ? "from it on" : "up to it")"
    return reading.step(text, period: Period(days: start.day, through: other, grain: .day))
  }

  /// So long up to the end of a time.
  func ending(_ amount: Amount, _ base: Reading) -> Reading {
    let last = base.period.lastDay
    let start = LocalTime(last + 1).adding(amount, sign: -1).day
    return base.step(
      "\(amount) up to its end", period: Period(days: min(start, last), through: last, grain: .day))
  }

  /// The first or last stretch of that length within a period: `the first two months of 2021`.
  func run(_ base: Reading, _ amount: Amount, _ sign: Int) -> Reading {
    let text = "its \(sign > 0 ? "first" : "last") \(amount)"
    let (first, last) = (base.period.firstDay, base.period.lastDay)
    if sign > 0 {
      let end = LocalTime(first).adding(amount, sign: 1).day - 1
      return base.step(text, period: Period(days: first, through: min(max(end, first), last), grain: .day))
    }
    let start = LocalTime(last + 1).adding(amount, sign: -1).day
    return base.step(text, period: Period(days: max(min(start, last), first), through: last, grain: .day))
  }

  /// From the start of one period to the end of another.
  func between(
    _ start: TimeTerm, _ end: TimeTerm, _ context: ResolutionContext
  ) throws(Obstacle) -> Reading {
    var (from, to) = try ends(start, end, context)
    if to.period.start < from.period.start, isOpenClock(end), to.period.grain.isClock {
      // `10 p.m. to 2 a.m.` ends on the next day.
      to.period = to.period.moved(days: 1)
    }
    guard from.period.start <= to.period.end else { throw .impossible("the end lies before the start") }
    let grain = min(from.period.grain, to.period.grain)
    let period = Period(start: from.period.start, end: max(from.period.end, to.period.end), grain: grain)
    return from.step("to \(to.period.spanText)", period: period)
  }

  /// Both ends of a range as the clause places it.
  private func ends(
    _ start: TimeTerm, _ end: TimeTerm, _ context: ResolutionContext
  ) throws(Obstacle) -> (from: Reading, to: Reading) {
    var (from, to) = try bounds(start, end, context)
    if isOfPast(end, to.period, context) {
      // `It rained on Monday, Wednesday and Friday`, told on a Thursday.
      from.period = from.period.moved(days: -7)
      to.period = to.period.moved(days: -7)
    }
    return (from, to)
  }

  /// Both ends of a range. An end without a year comes after the start, and a start without a year takes
  /// that of the end: `from November to March 2026`.
  private func bounds(
    _ start: TimeTerm, _ end: TimeTerm, _ context: ResolutionContext
  ) throws(Obstacle) -> (from: Reading, to: Reading) {
    guard var from = try readings(start, context).first, var to = try readings(end, context).first else {
      throw .missing(.nothingToDate)
    }
    if case .nearest(let recurrence) = end, to.period.start < from.period.start || !isNearest(start) {
      if let after = occurrences(recurrence).first(from: from.period.start) { to.period = after }
    } else if case .at(let clock, on: .nearest(let recurrence)) = end, !isNearest(start) {
      // `2 p.m. on 1 June 2000 until 2 a.m. on the 2nd`.
      if let day = occurrences(recurrence).first(from: from.period.start) {
        let ends = clock.readings.map { at($0, Reading(day, "the first one from the start")).period }
        to.period = ends.first { $0.start >= from.period.start } ?? ends.first ?? to.period
      }
    } else if case .nearest(let recurrence) = start, !isNearest(end) {
      if let before = occurrences(recurrence).last(upTo: to.period.start) { from.period = before }
    }
    if from.period.grain.isClock, to.period.grain.isClock, to.period.start < from.period.start,
      to.period.firstDay == from.period.firstDay
    {
      // Past midnight: `from noon to midnight`.
      to.period = Period(
        start: to.period.start + 86_400, end: to.period.end + 86_400, grain: to.period.grain)
    }
    return (from, to)
  }

  /// Whether a day of the week lies ahead, in a clause of the past.
  private func isOfPast(_ term: TimeTerm, _ period: Period, _ context: ResolutionContext) -> Bool {
    guard case .nearest(.weekday) = term else { return false }
    return context.direction == .past && period.firstDay > context.reference.day
  }

  /// The times of a list, `Monday, Wednesday and Friday`, each behind the one before it; none where the term is no
  /// list or cannot be dated.
  package func members(
    of term: TimeTerm, in context: ResolutionContext
  ) -> [(term: TimeTerm, resolution: Resolution)] {
    guard case .between(let start, let end) = term, let ends = try? bounds(start, end, context) else {
      return []
    }
    var members = members(of: start, in: context)
    if members.isEmpty { members = [(start, .resolved(ends.from))] }
    members.append((end, .resolved(ends.to)))
    guard isOfPast(end, ends.to.period, context) else { return members }
    return members.map { member in
      guard var reading = member.resolution.chosen else { return member }
      reading = reading.step("a week before, up to the day", period: reading.period.moved(days: -7))
      return (member.term, .resolved(reading))
    }
  }

  /// The two times that TimeML tags in a range, or in `the first two months of 2021`; nil where the term is
  /// none, or cannot be dated.
  package func ends(
    of term: TimeTerm, in context: ResolutionContext
  ) -> (start: (term: TimeTerm, resolution: Resolution), end: (term: TimeTerm, resolution: Resolution))? {
    if case .stretch(.part(_, let whole), let amount, _) = term {
      return ((.duration(amount), .unanchored(.nothingToDate)), (whole, resolve(whole, in: context)))
    }
    if case .ending(let amount, let end) = term {
      return ((.duration(amount), .unanchored(.nothingToDate)), (end, resolve(end, in: context)))
    }
    guard case .between(let start, let end) = term, let ends = try? ends(start, end, context) else {
      return nil
    }
    return ((start, .resolved(ends.from)), (end, .resolved(ends.to)))
  }

  /// Whether a term is a clock time on a day that no words of its own name.
  private func isOpenClock(_ term: TimeTerm) -> Bool {
    if case .at(_, on: .anchor(.spokenDay)) = term { return true }
    return false
  }

  private func isNearest(_ term: TimeTerm) -> Bool {
    if case .nearest = term { return true }
    return false
  }

  /// What of a period lies before the reference day, or after it; of one that does not hold that day what lies
  /// before or after the time mentioned before: `on 3 July … later that month`.
  func rest(
    _ side: TimeTerm.Side, _ base: Reading, _ context: ResolutionContext
  ) throws(Obstacle) -> Reading {
    let period = base.period
    var (first, last) = (context.reference.day, context.reference.day)
    var pivot = "the reference"
    if !(period.firstDay...period.lastDay).contains(first) {
      guard let previous = context.previous, period.contains(previous), previous.dayCount < period.dayCount
      else { return base }
      (first, last, pivot) = (previous.firstDay, previous.lastDay, "the time mentioned before")
    }
    switch side {
    case .earlier:
      let end = min(max(period.firstDay, first - 1), period.lastDay)
      return base.step("its days before \(pivot)", period: Period(days: period.firstDay, through: end))
    case .later:
      let start = max(min(period.lastDay, last + 1), period.firstDay)
      return base.step("its days after \(pivot)", period: Period(days: start, through: period.lastDay))
    }
  }

  /// The first or next occurrence of repeated times.
  func occurrence(of repetition: Repetition, _ context: ResolutionContext) throws(Obstacle) -> [Reading] {
    if case .unit = repetition.recurrence { throw .missing(.nothingToDate) }
    return Array(try nearest(repetition.recurrence, context).prefix(1))
  }
}

extension Reading {
  /// Whether it is a year that does not begin with January.
  fileprivate var isShiftedYear: Bool { period.grain == .year && CivilDate(period.firstDay).month != 1 }

  /// Months counted from the start of the period.
  fileprivate func months(from first: Int, count: Int, _ grain: Grain) -> Period {
    let start = CivilDate(period.firstDay).adding(months: first)
    return Period(
      start: LocalTime(start.number), end: LocalTime(start.adding(months: count).number), grain: grain)
  }
}

extension Period {
  /// The same clock times on another day.
  fileprivate func moved(days: Int) -> Period {
    Period(start: start + days * 86_400, end: end + days * 86_400, grain: grain)
  }
}
