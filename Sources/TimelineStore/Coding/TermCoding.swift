import TimelineDates
import TimelineTimes

/// ``TimeTerm`` and what it is made of as compact JSON: the operator's name, then its operands.
extension TimeTerm {
  var atom: Atom {
    switch self {
    case .anchor(let anchor): .list([.text("anchor"), anchor.atom])
    case .date(let date): .list([.text("date"), date.atom])
    case .nearest(let what): .list([.text("nearest"), what.atom])
    case .this(let what, let of): .list([.text("this"), what.atom, of.atom])
    case .next(let what, let after): .list([.text("next"), what.atom, after.atom])
    case .last(let what, let before): .list([.text("last"), what.atom, before.atom])
    case .nth(let number, let what, let period): .list([.text("nth"), .int(number), what.atom, period.atom])
    case .shift(let term, let amount, let sign): .list([.text("shift"), term.atom, amount.atom, .int(sign)])
    case .stretch(let term, let amount, let sign):
      .list([.text("stretch"), term.atom, amount.atom, .int(sign)])
    case .workdays(let count, let from): .list([.text("workdays"), .int(count), from.atom])
    case .ending(let amount, let term): .list([.text("ending"), amount.atom, term.atom])
    case .between(let first, let last): .list([.text("between"), first.atom, last.atom])
    case .part(let part, let of): .list([.text("part"), .text(part.rawValue), of.atom])
    case .rest(let side, let of): .list([.text("rest"), .text(side.rawValue), of.atom])
    case .during(let part, let of): .list([.text("during"), .text(part.rawValue), of.atom])
    case .at(let clock, let day): .list([.text("at"), clock.atom, day.atom])
    case .approximately(let term): .list([.text("about"), term.atom])
    case .open(let bound, let term): .list([.text("open"), .text(bound.rawValue), term.atom])
    case .duration(let amount): .list([.text("duration"), amount.atom])
    case .set(let repetition): .list([.text("set"), repetition.atom])
    case .vague(let tense): .list([.text("vague"), .text(tense.rawValue)])
    }
  }

  init?(_ atom: Atom) {
    func term(_ index: Int) -> TimeTerm? { TimeTerm(atom[index]) }
    func what(_ index: Int) -> Recurrence? { Recurrence(atom[index]) }
    func amount(_ index: Int) -> Amount? { Amount(atom[index]) }
    func raw(_ index: Int) -> String { atom[index].text ?? "" }
    var found: TimeTerm?
    switch atom[0].text {
    case "anchor": found = Anchor(atom[1]).map { .anchor($0) }
    case "date": found = .date(PartialDate(atom[1]))
    case "nearest": found = what(1).map { .nearest($0) }
    case "this": if let one = what(1), let two = term(2) { found = .this(one, of: two) }
    case "next": if let one = what(1), let two = term(2) { found = .next(one, after: two) }
    case "last": if let one = what(1), let two = term(2) { found = .last(one, before: two) }
    case "nth":
      if let number = atom[1].int, let one = what(2), let two = term(3) { found = .nth(number, one, in: two) }
    case "shift":
      if let one = term(1), let two = amount(2), let sign = atom[3].int {
        found = .shift(one, by: two, sign: sign)
      }
    case "stretch":
      if let one = term(1), let two = amount(2), let sign = atom[3].int {
        found = .stretch(one, two, sign: sign)
      }
    case "workdays":
      if let count = atom[1].int, let one = term(2) { found = .workdays(count, from: one) }
    case "ending": if let one = amount(1), let two = term(2) { found = .ending(one, two) }
    case "between": if let one = term(1), let two = term(2) { found = .between(one, two) }
    case "part": if let one = Part(rawValue: raw(1)), let two = term(2) { found = .part(one, of: two) }
    case "rest": if let one = Side(rawValue: raw(1)), let two = term(2) { found = .rest(one, of: two) }
    case "during": if let one = DayPart(rawValue: raw(1)), let two = term(2) { found = .during(one, of: two) }
    case "at": if let one = ClockTime(atom[1]), let two = term(2) { found = .at(one, on: two) }
    case "about": found = term(1).map { .approximately($0) }
    case "open": if let one = Bound(rawValue: raw(1)), let two = term(2) { found = .open(one, two) }
    case "duration": found = amount(1).map { .duration($0) }
    case "set": found = Repetition(atom[1]).map { .set($0) }
    case "vague": found = Tense(rawValue: raw(1)).map { .vague($0) }
    default: break
    }
    guard let found else { return nil }
    self = found
  }
}

extension TimeTerm.Anchor {
  var atom: Atom {
    switch self {
    case .publication: .list([.text("publication")])
    case .previous: .list([.text("previous")])
    case .spokenDay: .list([.text("spokenDay")])
    case .spoken: .list([.text("spoken")])
    case .fiscalYear: .list([.text("fiscalYear")])
    case .fiscalYearNamed(let year): .list([.text("fiscalYearNamed"), .int(year)])
    case .event(let name): .list([.text("event"), .text(name)])
    }
  }

  init?(_ atom: Atom) {
    switch (atom[0].text, atom[1].text) {
    case ("publication", _): self = .publication
    case ("previous", _): self = .previous
    case ("spokenDay", _): self = .spokenDay
    case ("spoken", _): self = .spoken
    case ("fiscalYear", _): self = .fiscalYear
    case ("fiscalYearNamed", _):
      guard let year = atom[1].int else { return nil }
      self = .fiscalYearNamed(year)
    case ("event", let name?): self = .event(name)
    default: return nil
    }
  }
}

extension PartialDate {
  var atom: Atom {
    .list([
      .optional(century), .optional(decade), .optional(year), .optional(half), .optional(quarter),
      .optional(season?.rawValue), .optional(month), .optional(week), .optional(day),
      .optional(weekday?.number), .bool(isSlashed),
    ])
  }

  init(_ atom: Atom) {
    self.init(
      year: atom[2].int, month: atom[6].int, day: atom[8].int,
      weekday: atom[9].int.flatMap { Weekday(rawValue: $0) })
    century = atom[0].int
    decade = atom[1].int
    half = atom[3].int
    quarter = atom[4].int
    season = atom[5].text.flatMap { Season(rawValue: $0) }
    week = atom[7].int
    isSlashed = atom[10].bool ?? false
  }
}

extension Recurrence {
  var atom: Atom {
    switch self {
    case .unit(let grain): .list([.text("unit"), .int(grain.rawValue)])
    case .weekday(let day): .list([.text("weekday"), .int(day.number)])
    case .weekend: .list([.text("weekend")])
    case .month(let month): .list([.text("month"), .int(month)])
    case .monthDay(let month, let day): .list([.text("monthDay"), .int(month), .int(day)])
    case .dayOfMonth(let day): .list([.text("dayOfMonth"), .int(day)])
    case .weekdayOnDay(let weekday, let day):
      .list([.text("weekdayOnDay"), .int(weekday.number), .int(day)])
    case .weekdayOfMonth(let number, let weekday):
      .list([.text("weekdayOfMonth"), .int(number), .int(weekday.number)])
    case .workday: .list([.text("workday")])
    case .season(let season): .list([.text("season"), .text(season.rawValue)])
    case .quarter(let number): .list([.text("quarter"), .int(number)])
    case .half(let number): .list([.text("half"), .int(number)])
    case .event(let name): .list([.text("event"), .text(name)])
    }
  }

  init?(_ atom: Atom) {
    var found: Recurrence?
    let number = atom[1].int
    switch atom[0].text {
    case "unit": found = number.flatMap { Grain(rawValue: $0) }.map { .unit($0) }
    case "weekday": found = number.flatMap { Weekday(rawValue: $0).map { .weekday($0) } }
    case "weekend": found = .weekend
    case "month": found = number.map { .month($0) }
    case "monthDay": if let number, let day = atom[2].int { found = .monthDay(month: number, day: day) }
    case "dayOfMonth": found = number.map { .dayOfMonth($0) }
    case "weekdayOnDay":
      if let weekday = number.flatMap({ Weekday(rawValue: $0) }), let day = atom[2].int {
        found = .weekdayOnDay(weekday, day)
      }
    case "weekdayOfMonth":
      if let number, let weekday = atom[2].int.flatMap({ Weekday(rawValue: $0) }) {
        found = .weekdayOfMonth(number, weekday)
      }
    case "workday": found = .workday
    case "season": found = atom[1].text.flatMap { Season(rawValue: $0) }.map { .season($0) }
    case "quarter": found = number.map { .quarter($0) }
    case "half": found = number.map { .half($0) }
    case "event": found = atom[1].text.map { .event($0) }
    default: break
    }
    guard let found else { return nil }
    self = found
  }
}

extension ClockTime {
  var atom: Atom { .list([.int(hour), .int(minute), .optional(second), .optional(zone), .bool(isHalfDay)]) }

  init?(_ atom: Atom) {
    guard let hour = atom[0].int, let minute = atom[1].int else { return nil }
    self.init(
      hour: hour, minute: minute, second: atom[2].int, zone: atom[3].text, isHalfDay: atom[4].bool ?? false)
  }
}

extension Repetition {
  var atom: Atom { .list([recurrence.atom, .int(interval), .optional(count), .optional(quantifier)]) }

  init?(_ atom: Atom) {
    guard let recurrence = Recurrence(atom[0]) else { return nil }
    self.init(recurrence, interval: atom[1].int ?? 1, count: atom[2].int, quantifier: atom[3].text)
  }
}

extension Amount {
  /// The counts as texts, since they may be fractions.
  var atom: Atom { .list([.optional(count.map { "\($0)" }), .int(grain.rawValue), .text("\(assumed)")]) }

  init?(_ atom: Atom) {
    guard let grain = atom[1].int.flatMap({ Grain(rawValue: $0) }) else { return nil }
    func count(_ index: Int) -> Double? {
      // No words make a larger one; a damaged row may.
      atom[index].text.flatMap { Double($0) }.flatMap { (0..<1e10).contains($0) ? $0 : nil }
    }
    self.init(count(0), grain, assumed: count(2) ?? 3)
  }
}
