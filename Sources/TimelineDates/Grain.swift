/// How finely a time is told: the unit that its words name.
///
/// Ordered from fine to coarse.
public enum Grain: Int, Hashable, Sendable, Codable, CaseIterable, Comparable, CustomStringConvertible {
  case second, minute, hour, dayPart, day, weekend, week, month, season, quarter, half, year
  case decade, century, millennium

  /// As the case is named; the one that is derived goes through reflection.
  public var description: String {
    switch self {
    case .second: "second"
    case .minute: "minute"
    case .hour: "hour"
    case .dayPart: "dayPart"
    case .day: "day"
    case .weekend: "weekend"
    case .week: "week"
    case .month: "month"
    case .season: "season"
    case .quarter: "quarter"
    case .half: "half"
    case .year: "year"
    case .decade: "decade"
    case .century: "century"
    case .millennium: "millennium"
    }
  }

  public static func < (left: Grain, right: Grain) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Whether the grain is finer than a day, so that periods of it are told with clock times.
  public var isClock: Bool { self < .dayPart }

  /// Whole calendar months in one unit; nil for units that months do not make up.
  public var months: Int? {
    switch self {
    case .month: 1
    case .season, .quarter: 3
    case .half: 6
    case .year: 12
    case .decade: 120
    case .century: 1200
    case .millennium: 12_000
    default: nil
    }
  }

  /// Whole days in one unit; nil for units that days do not make up.
  public var days: Int? {
    switch self {
    case .day, .dayPart: 1
    case .weekend: 2
    case .week: 7
    default: nil
    }
  }

  /// Seconds in one unit of the clock; nil for days and coarser units.
  public var seconds: Int? {
    switch self {
    case .second: 1
    case .minute: 60
    case .hour: 3600
    default: nil
    }
  }
}
