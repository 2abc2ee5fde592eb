import TimelineDates

extension RuleOperator {
  /// The operators of ``TimeTerm``; a missing reference is the publication.
  func algebra(_ first: RuleValue, _ second: RuleValue?) -> RuleValue? {
    let reference = second?.term ?? .anchor(.publication)
    switch self {
    case .nearest: return first.recurrence.map { .term(.nearest($0)) }
    case .this: return first.recurrence.map { .term(.this($0, of: reference)) }
    case .next: return first.recurrence.map { .term(.next($0, after: reference)) }
    case .last: return first.recurrence.map { .term(.last($0, before: reference)) }
    case .within:
      guard let recurrence = first.recurrence, let term = second?.term else { return nil }
      return .term(.occurrence(of: recurrence, in: term))
    case .later, .earlier:
      guard let term = first.term, let amount = second?.amount else { return nil }
      return .term(.shift(term, by: amount, sign: self == .later ? 1 : -1))
    case .ahead, .back:
      guard let term = first.term, let amount = second?.amount else { return nil }
      return .term(.stretch(term, amount, sign: self == .ahead ? 1 : -1))
    case .workdays:
      guard let count = first.int, count != 0, (-Self.mostWorkdays...Self.mostWorkdays).contains(count),
        let term = second?.term
      else { return nil }
      return .term(.workdays(count, from: term))
    case .ending:
      guard let amount = first.amount, let term = second?.term else { return nil }
      return .term(.ending(amount, term))
    case .between:
      guard let start = first.term, let end = second?.term else { return nil }
      return .term(.between(start, end))
    case .part:
      guard let part = first.name.flatMap(TimeTerm.Part.init(rawValue:)), let term = second?.term else {
        return nil
      }
      return .term(.part(part, of: term))
    case .rest:
      guard let side = first.name.flatMap(TimeTerm.Side.init(rawValue:)), let term = second?.term else {
        return nil
      }
      return .term(.rest(side, of: term))
    case .during:
      guard let part = first.name.flatMap(DayPart.init(rawValue:)), let term = second?.term else {
        return nil
      }
      return .term(.during(part, of: term))
    case .at:
      guard let clock = first.clock, let term = second?.term else { return nil }
      return .term(.at(clock, on: term))
    case .approx: return first.term.map { .term(.approximately($0)) }
    case .open:
      guard let bound = first.name.flatMap(TimeTerm.Bound.init(rawValue:)), let term = second?.term else {
        return nil
      }
      return .term(.open(bound, term))
    case .duration: return first.amount.map { .term(.duration($0)) }
    case .tense: return first.name.flatMap(TimeTerm.Tense.init(rawValue:)).map { .term(.vague($0)) }
    case .named: return first.name.map { .term(.anchor(.event($0))) }
    case .on:
      // A weekday written beside a date.
      guard let weekday = first.int.flatMap(Weekday.init(rawValue:)), let term = second?.term else {
        return nil
      }
      return .term(term.on(weekday))
    case .pair:
      // Two neighbouring days of the week as one stretch; others are two expressions.
      guard let start = first.int.flatMap(Weekday.init(rawValue:)),
        let end = second?.int.flatMap(Weekday.init(rawValue:)), end.number == start.number % 7 + 1
      else { return nil }
      return .term(.between(.nearest(.weekday(start)), .nearest(.weekday(end))))
    case .list:
      // Two days that are no neighbours: each is a time of its own, and they bound what both are.
      guard let start = first.term, let end = second?.term, !start.isFollowed(by: end),
        !end.isFollowed(by: start)
      else { return nil }
      return .term(.between(start, end))
    case .leading, .trailing:
      // The first two months of a year, the last five days of a month.
      guard let amount = first.amount, let term = second?.term else { return nil }
      let isLeading = self == .leading
      return .term(.stretch(.part(isLeading ? .start : .end, of: term), amount, sign: isLeading ? 1 : -1))
    case .sameday:
      // The same day of an earlier year, month or week: `a year ago tomorrow`.
      guard let term = first.term, var amount = second?.amount, let count = amount.count else { return nil }
      if amount.grain == .year {
        amount.grain = .month
        amount.count = count * 12
      }
      return .term(.nth(1, .unit(.day), in: .stretch(term, amount, sign: -1)))
    default: return nil
    }
  }

  func counted(_ first: RuleValue, _ second: RuleValue?, _ third: RuleValue?) -> RuleValue? {
    switch self {
    case .nth:
      guard let number = first.int, number != 0, let recurrence = second?.recurrence, let term = third?.term
      else { return nil }
      return .term(.nth(number, recurrence, in: term))
    case .every:
      guard let recurrence = first.recurrence else { return nil }
      let interval = second?.int ?? 1
      guard (1...1000).contains(interval) else { return nil }
      return .term(
        .set(Repetition(recurrence, interval: interval, count: third?.int, quantifier: "EVERY")))
    default: return nil
    }
  }
}

extension TimeTerm {
  /// Whether another day is the one right behind this, as far as the words tell.
  fileprivate func isFollowed(by next: TimeTerm) -> Bool {
    switch (self, next) {
    case (.nearest(.weekday(let day)), .nearest(.weekday(let other))): other.number == day.number % 7 + 1
    case (.nearest(.monthDay(_, let day)), .nearest(.monthDay(_, let other))): other == day + 1
    case (.date(let date), .date(let other)): date.day.map { other.day == $0 + 1 } ?? false
    default: false
    }
  }

  /// The one occurrence of a recurrence in a period; a plain date where the calendar fields say it.
  static func occurrence(of recurrence: Recurrence, in term: TimeTerm) -> TimeTerm {
    guard case .date(var date) = term, let year = date.year, date == PartialDate(year: year) else {
      return .nth(1, recurrence, in: term)
    }
    switch recurrence {
    case .month(let month): date.month = month
    case .monthDay(let month, let day):
      date.month = month
      date.day = day
    case .season(let season): date.season = season
    case .quarter(let quarter): date.quarter = quarter
    case .half(let half): date.half = half
    default: return .nth(1, recurrence, in: term)
    }
    return .date(date)
  }

  /// This term with the weekday that the text names beside it.
  func on(_ weekday: Weekday) -> TimeTerm {
    guard case .date(var date) = self else { return self }
    date.weekday = weekday
    return .date(date)
  }
}
