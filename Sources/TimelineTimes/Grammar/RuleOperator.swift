import TimelineDates

/// The closed set of operators that the right side of a rule may use.
///
/// Each builds a value from the values of its arguments and gives nil where they do not fit, which
/// makes the rule fail.
enum RuleOperator: String, CaseIterable, Sendable {
  // Numbers
  case plus, times, year2, samecentury, tens, half
  // Lengths
  case amount, vague, longer
  // Recurrences
  case unit, weekday, weekend, workday, weekdayonday, weekdayofmonth, month, monthday, nosuchday, dayofmonth,
    season,
    quarter, halfyear, event
  // Dates
  case date, decade, century, iso, isomonth, slash, compact, fiscal
  // Operators of the time algebra
  case nearest, this, next, last, nth, within, later, earlier, ahead, back, between, part, rest, during
  case at, approx, open, workdays, ending, duration, every, tense, named, on, pair, list, sameday, leading,
    trailing
  // Clock times
  case clock, hour, pm, partclock, zone

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .weekend, .workday: 0...0
    case .year2, .tens, .half, .unit, .weekday, .month, .dayofmonth, .season, .quarter, .halfyear,
      .event,
      .decade,
      .century, .compact, .fiscal, .nearest, .approx, .duration, .tense, .named:
      1...1
    case .plus, .times, .samecentury, .workdays, .ending, .weekdayonday, .weekdayofmonth, .partclock, .amount,
      .longer,
      .monthday, .nosuchday, .within, .later, .earlier,
      .ahead, .back, .between,
      .part, .rest, .during, .at, .open, .pm, .zone, .on, .slash, .isomonth, .pair, .list, .sameday, .leading,
      .trailing:
      2...2
    case .vague, .this, .next, .last: 1...2
    case .iso, .nth: 3...3
    case .date, .every: 1...3
    case .hour: 1...1
    case .clock: 3...3
    }
  }

  /// So many working days are counted at most.
  static let mostWorkdays = 100_000

  /// Its value where it takes no argument.
  private var bare: RuleValue? {
    switch self {
    case .weekend: .recurrence(.weekend)
    case .workday: .recurrence(.workday)
    default: nil
    }
  }

  /// Its value for as many arguments as it takes (``arity``).
  func apply(_ first: RuleValue?, _ second: RuleValue?, _ third: RuleValue?) -> RuleValue? {
    guard let first else { return bare }
    switch self {
    case .plus, .times, .year2, .samecentury, .tens, .half, .compact: return numeric(first, second)
    case .amount, .vague, .longer: return length(first, second)
    case .unit, .weekday, .weekdayonday, .weekdayofmonth, .month, .monthday, .nosuchday, .dayofmonth, .season,
      .quarter,
      .halfyear, .event:
      return recurrence(first, second)
    case .fiscal: return first.int.map { .term(.anchor(.fiscalYearNamed($0))) }
    case .date, .decade, .century, .iso, .isomonth, .slash: return calendarDate(first, second, third)
    case .clock, .hour, .pm, .partclock, .zone: return clockTime(first, second, third)
    case .nth, .every: return counted(first, second, third)
    default: return algebra(first, second)
    }
  }
}
