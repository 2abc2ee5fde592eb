import TimelineClaims
import TimelineDates

/// When a claim stands in a calendar.
enum EventTime: Hashable {
  /// Whole days, both inclusive.
  case days(DayNumber, through: DayNumber)
  /// Moments in UTC; the same one twice for a deadline.
  case moments(LocalTime, until: LocalTime)

  /// A deadline stands on its due day, an open stretch on the day on which it begins, all others on the
  /// whole period. A clock time is told as a moment where its distance from UTC is known; where it is
  /// not, the event takes the day and its description the clock time, since a time without a zone
  /// would be another moment for each reader. Nil without a date.
  init?(_ claim: Claim) {
    guard let period = claim.period else { return nil }
    if period.grain.isClock, let offset = claim.zone.flatMap(ZoneOffset.minutes) {
      let start = period.start + -offset * 60
      let end = period.end + -offset * 60
      self = .moments(start, until: claim.due == nil ? end : start)
    } else if let due = claim.due {
      self = .days(due, through: due)
    } else if claim.relation == .from {
      self = .days(period.firstDay, through: period.firstDay)
    } else {
      self = .days(period.firstDay, through: period.lastDay)
    }
  }

  /// `DTSTART` and `DTEND`, which is exclusive; the last days that four digits can name have no `DTEND`.
  var properties: [String] {
    switch self {
    case .days(let first, let last):
      let start = "DTSTART;VALUE=DATE:" + Self.basic(first)
      let end = CivilDate(last + 1) > CivilDate(last) ? ["DTEND;VALUE=DATE:" + Self.basic(last + 1)] : []
      return [start] + end
    case .moments(let start, let end):
      return ["DTSTART:" + Self.basic(start)] + (end > start ? ["DTEND:" + Self.basic(end)] : [])
    }
  }

  /// Whether the years are such as iCalendar can write.
  var isWritable: Bool {
    switch self {
    case .days(let first, let last): CivilDate(first).year >= 1 && CivilDate(last).year <= 9999
    case .moments(let start, let end): CivilDate(start.day).year >= 1 && CivilDate(end.day).year <= 9999
    }
  }

  /// `20260630`.
  static func basic(_ day: DayNumber) -> String {
    CivilDate(day).description.filter { $0 != "-" }
  }

  /// `20260630T164500Z`.
  static func basic(_ moment: LocalTime) -> String {
    let second = moment.secondOfDay % 60
    return moment.minuteText.filter { $0 != "-" && $0 != ":" } + (second < 10 ? "0" : "") + "\(second)Z"
  }
}
