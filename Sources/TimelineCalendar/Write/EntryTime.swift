import TimelineClaims
import TimelineDates
import TimelineTimes

/// When a claim stands in a calendar.
enum EntryTime: Hashable {
  /// Whole days, both inclusive.
  case days(DayNumber, through: DayNumber)
  /// Moments in UTC; the same one twice for a deadline and for a clock time without an end.
  case moments(LocalTime, until: LocalTime)
  /// The same on the wall clock of a zone of the IANA database.
  case local(LocalTime, until: LocalTime, zone: String)

  /// A deadline stands on its due day, an open stretch on the day on which it begins, what is to come after a
  /// time on that time's last day, all others on the whole period.
  ///
  /// A clock time is told as a moment where its zone is known; where it is not, the event takes the day and its
  /// description the clock time, since a time without a zone would be another moment for each reader. Nil
  /// without a date, and for vague periods that are not wanted.
  init?(_ claim: Claim, vague: CalendarStyle.VaguePeriods, hasZone: (String) -> Bool) {
    guard let period = claim.period else { return nil }
    if period.grain.isClock, let name = claim.zone {
      let end = claim.due == nil ? period.clockEnd : period.start
      if name.utf8.contains(UInt8(ascii: "/")), hasZone(name) {
        self = .local(period.start, until: end, zone: name)
        return
      }
      if let offset = ZoneOffset.minutes(name, at: period.start) {
        self = .moments(period.start + -offset * 60, until: end + -offset * 60)
        return
      }
    }
    if let due = claim.due {
      self = .days(due, through: due)
    } else if claim.relation == .from {
      self = .days(period.firstDay, through: period.firstDay)
    } else if claim.relation == .after {
      self = .days(period.lastDay, through: period.lastDay)
    } else if claim.isVaguelyDated, vague != .span {
      guard vague == .end else { return nil }
      self = .days(period.lastDay, through: period.lastDay)
    } else {
      self = .days(period.firstDay, through: period.lastDay)
    }
  }

  var isDays: Bool {
    if case .days = self { return true }
    return false
  }

  /// Whether the years are such as iCalendar can write.
  var isWritable: Bool {
    switch self {
    case .days(let first, let last): Self.isWritable(first) && Self.isWritable(last)
    case .moments(let start, let end), .local(let start, let end, _):
      Self.isWritable(start.day) && Self.isWritable(end.day)
    }
  }

  private static func isWritable(_ day: DayNumber) -> Bool { (1...9999).contains(CivilDate(day).year) }
}

extension EntryTime {
  /// The property that begins the entry.
  func writeStart(as name: String, to lines: inout ContentLines) {
    switch self {
    case .days(let first, _): lines.raw(name + ";VALUE=DATE", BasicText.day(first))
    case .moments(let start, _): lines.raw(name, BasicText.utc(start))
    case .local(let start, _, let zone): lines.raw(name + ";TZID=" + zone, BasicText.moment(start))
    }
  }

  /// `DTEND`, which is exclusive; none on the last day that four digits can name, and none for a deadline and
  /// for a clock time without an end: an event then ends at the moment at which it begins (RFC 5545, 3.6.1).
  func writeEnd(to lines: inout ContentLines) {
    switch self {
    case .days(_, let last):
      if CivilDate(last + 1) > CivilDate(last) { lines.raw("DTEND;VALUE=DATE", BasicText.day(last + 1)) }
    case .moments(let start, let end):
      if end > start { lines.raw("DTEND", BasicText.utc(end)) }
    case .local(let start, let end, let zone):
      if end > start { lines.raw("DTEND;TZID=" + zone, BasicText.moment(end)) }
    }
  }
}

extension Period {
  /// The end as a clock tells it: from three to five ends at five, and at three does not last a minute.
  fileprivate var clockEnd: LocalTime {
    switch grain {
    case .second: max(start, end + -1)
    case .minute: max(start, end + -60)
    default: end
    }
  }
}

extension Claim {
  /// Whether it takes place some time within a stretch of days that is named as a whole: next week, in June.
  var isVaguelyDated: Bool {
    guard let period, relation == .on || relation == .around, period.dayCount > 1 else { return false }
    return period.grain > .day || resolution?.chosen?.exactness == .vague
  }
}
