import TimelineDates

extension TimeTerm: CustomStringConvertible {
  /// The term as its operators, in the notation of the rule files: `part(early nearest(season(summer)))`.
  public var description: String {
    switch self {
    case .anchor(let anchor): anchor.description
    case .date(let date): "date(\(date.description))"
    case .nearest(let what): "nearest(\(what))"
    case .this(let what, let base): "this(\(what) \(base))"
    case .next(let what, let base): "next(\(what) \(base))"
    case .last(let what, let base): "last(\(what) \(base))"
    case .nth(let number, let what, let base): "nth(\(number) \(what) \(base))"
    case .shift(let base, let amount, let sign): "\(sign > 0 ? "later" : "earlier")(\(base) \(amount))"
    case .stretch(let base, let amount, let sign): "\(sign > 0 ? "ahead" : "back")(\(base) \(amount))"
    case .workdays(let count, let base): "workdays(\(count) \(base))"
    case .ending(let amount, let base): "ending(\(amount) \(base))"
    case .between(let start, let end): "between(\(start) \(end))"
    case .part(let part, let base): "part(\(part.rawValue) \(base))"
    case .rest(let side, let base): "rest(\(side.rawValue) \(base))"
    case .during(let part, let base): "during(\(part) \(base))"
    case .at(let clock, let base): "at(\(clock) \(base))"
    case .approximately(let base): "approx(\(base))"
    case .open(let bound, let base): "open(\(bound.rawValue) \(base))"
    case .duration(let amount): "duration(\(amount))"
    case .set(let repetition): "every(\(repetition))"
    case .vague(let tense): "tense(\(tense.rawValue))"
    }
  }
}

extension TimeTerm.Anchor: CustomStringConvertible {
  public var description: String {
    switch self {
    case .publication: "publication"
    case .previous: "previous"
    case .spokenDay: "spokenday"
    case .spoken: "spoken"
    case .fiscalYear: "fiscalyear"
    case .fiscalYearNamed(let year): "fiscal(\(year))"
    case .event(let key): "named(\(key))"
    }
  }
}

extension PartialDate: CustomStringConvertible {
  /// The fields that are given: `year 2026, month 6`.
  public var description: String {
    let fields: [(String, String?)] = [
      ("century", century.map { "\($0)" }), ("decade", decade.map { "\($0)" }),
      ("year", year.map { "\($0)" }),
      ("half", half.map { "\($0)" }), ("quarter", quarter.map { "\($0)" }),
      ("season", season.map { "\($0)" }),
      ("month", month.map { "\($0)" }), ("week", week.map { "\($0)" }), ("day", day.map { "\($0)" }),
      ("weekday", weekday.map { "\($0)" }),
    ]
    return fields.compactMap { name, value in value.map { "\(name) \($0)" } }.joined(separator: ", ")
  }
}

extension Recurrence: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unit(let grain): "unit(\(grain))"
    case .weekday(let weekday): "weekday(\(weekday))"
    case .weekend: "weekend"
    case .month(let month): "month(\(month))"
    case .monthDay(let month, let day): "monthday(\(month) \(day))"
    case .dayOfMonth(let day): "dayofmonth(\(day))"
    case .weekdayOnDay(let weekday, let day): "weekdayonday(\(weekday) \(day))"
    case .weekdayOfMonth(let number, let weekday): "weekdayofmonth(\(number) \(weekday))"
    case .workday: "workday"
    case .season(let season): "season(\(season))"
    case .quarter(let quarter): "quarter(\(quarter))"
    case .half(let half): "halfyear(\(half))"
    case .event(let key): "event(\(key))"
    }
  }
}

extension ClockTime: CustomStringConvertible {
  /// `16:45`, `16:45:20 CDT`, `5:00 a.m. or p.m.`.
  public var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var text = "\(two(hour)):\(two(minute))"
    if let second { text += ":\(two(second))" }
    if isHalfDay { text += " a.m. or p.m." }
    return text + (zone.map { " \($0)" } ?? "")
  }
}

extension Repetition: CustomStringConvertible {
  public var description: String {
    "\(recurrence)" + (interval == 1 ? "" : " interval \(interval)") + (count.map { " \($0) times" } ?? "")
  }
}
