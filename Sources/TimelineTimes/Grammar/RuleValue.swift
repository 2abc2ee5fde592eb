import TimelineDates

/// What a piece of a rule's pattern stands for, and what its operators work on.
enum RuleValue: Sendable {
  case number(Double)
  /// A name from a data file: a unit, a season, a part of the day.
  case name(String)
  case amount(Amount)
  case recurrence(Recurrence)
  case clock(ClockTime)
  case term(TimeTerm)
}

extension RuleValue {
  /// A whole number.
  var int: Int? {
    guard case .number(let value) = self else { return nil }
    return Int(exactly: value)
  }

  var double: Double? {
    guard case .number(let value) = self else { return nil }
    return value
  }

  var name: String? {
    guard case .name(let value) = self else { return nil }
    return value
  }

  var amount: Amount? {
    guard case .amount(let value) = self else { return nil }
    return value
  }

  var recurrence: Recurrence? {
    guard case .recurrence(let value) = self else { return nil }
    return value
  }

  var clock: ClockTime? {
    guard case .clock(let value) = self else { return nil }
    return value
  }

  /// A term; a bare recurrence is the occurrence that the clause points at.
  var term: TimeTerm? {
    switch self {
    case .term(let term): term
    case .recurrence(let recurrence): .nearest(recurrence)
    default: nil
    }
  }

  /// Whether a name is one that some operator takes: a unit, a part, a side, a season.
  static func isName(_ name: String) -> Bool {
    Grain(name: name) != nil || TimeTerm.Part(rawValue: name) != nil || TimeTerm.Side(rawValue: name) != nil
      || TimeTerm.Bound(rawValue: name) != nil || TimeTerm.Tense(rawValue: name) != nil
      || DayPart(rawValue: name) != nil || Season(rawValue: name) != nil
  }

  var grain: Grain? { name.flatMap(Grain.init(name:)) }
}

extension Grain {
  /// The grain that a data file calls by this name.
  init?(name: String) {
    switch name {
    case "second": self = .second
    case "minute": self = .minute
    case "hour": self = .hour
    case "day": self = .day
    case "weekend": self = .weekend
    case "week": self = .week
    case "month": self = .month
    case "season": self = .season
    case "quarter": self = .quarter
    case "half": self = .half
    case "year": self = .year
    case "decade": self = .decade
    case "century": self = .century
    case "millennium": self = .millennium
    default: return nil
    }
  }
}
