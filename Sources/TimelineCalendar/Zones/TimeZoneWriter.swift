import TimelineDates

/// Writes a zone as `VTIMEZONE` (RFC 5545, 3.6.5): the changes that the calendar's moments need, and the rule by
/// which they go on.
struct TimeZoneWriter {
  let name: String
  let zone: ZoneInfo

  /// How far beyond the moments changes are written, in seconds: a clock is never off by more.
  private static let margin: Int64 = 2 * 86_400
  /// How many years of a rule that no recurrence rule can tell are written one by one.
  private static let mostYears = 200

  /// - Parameters: The first and the last moment of the zone's wall clock that entries tell.
  func write(from first: LocalTime, through last: LocalTime, to lines: inout ContentLines) {
    lines.raw("BEGIN:VTIMEZONE")
    lines.text("TZID", name)
    let (earliest, latest) = (first.seconds - Self.margin, last.seconds + Self.margin)
    let start = zone.changes.lastIndex { $0.moment <= earliest } ?? -1
    let listed = zone.changes.indices[max(start, 0)...]
    let regular = regularStart(from: max(start, 0))
    if start < 0 {
      write(LocalTime(seconds: Self.yearOne), from: zone.initial, to: zone.initial, &lines)
    } else if regular > start {
      write(index: start, &lines)
    }
    for index in listed where index > start && index < regular && zone.changes[index].moment <= latest {
      write(index: index, &lines)
    }
    let turn =
      zone.changes.indices.contains(regular) ? zone.changes[regular].moment : zone.changes.last?.moment
    writeRule(
      since: max(turn ?? .min, earliest - 366 * 86_400), isFirst: regular <= start, through: latest, &lines)
    lines.raw("END:VTIMEZONE")
  }

  /// 1 January of the year 1, before which no entry lies.
  private static let yearOne: Int64 = -62_135_596_800

  /// The first of the listed changes from which on all are those of the rule; their count where none is.
  private func regularStart(from start: Int) -> Int {
    guard let rule = zone.rule, rule.summer != nil else { return zone.changes.count }
    var index = zone.changes.count
    while index > start {
      let change = zone.changes[index - 1]
      let year = CivilDate(LocalTime(seconds: change.moment).day).year
      let isRegular = (year - 1...year + 1).contains { year in
        rule.turns(in: year).contains { $0.moment == change.moment && $0.to.offset == change.clock.offset }
      }
      guard isRegular, zone.clock(before: index - 1).offset != change.clock.offset else { break }
      index -= 1
    }
    return index
  }

  private func write(index: Int, _ lines: inout ContentLines) {
    let (before, change) = (zone.clock(before: index), zone.changes[index])
    let local = LocalTime(seconds: max(change.moment + Int64(before.offset), Self.yearOne))
    write(local, from: before, to: change.clock, &lines)
  }

  /// The two changes of each year, as rules where rules can tell them.
  private func writeRule(
    since moment: Int64, isFirst: Bool, through latest: Int64, _ lines: inout ContentLines
  ) {
    guard let rule = zone.rule, rule.summer != nil, moment <= latest else { return }
    let year = CivilDate(LocalTime(seconds: max(moment, Self.yearOne)).day).year
    let lastYear = min(CivilDate(LocalTime(seconds: latest).day).year + 1, 9999)
    var told: Set<ZoneRule.Day> = []
    for year in max(year - 1, 1)...max(min(lastYear, year + Self.mostYears), year) {
      for turn in rule.turns(in: year)
      where (isFirst || turn.moment >= moment) && !told.contains(turn.day)
        && turn.local.seconds >= Self.yearOne
      {
        let recurrence = turn.day.recurrence
        if recurrence == nil, turn.moment > latest { continue }
        write(turn.local, from: turn.from, to: turn.to, rule: recurrence, &lines)
        if recurrence != nil { told.insert(turn.day) }
      }
    }
  }

  private func write(
    _ local: LocalTime, from: ZoneInfo.Clock, to: ZoneInfo.Clock, rule: String? = nil,
    _ lines: inout ContentLines
  ) {
    let kind = to.isSummer ? "DAYLIGHT" : "STANDARD"
    lines.raw("BEGIN", kind)
    lines.raw("DTSTART", BasicText.moment(local))
    lines.raw("TZOFFSETFROM", BasicText.offset(seconds: from.offset))
    lines.raw("TZOFFSETTO", BasicText.offset(seconds: to.offset))
    if let rule { lines.raw("RRULE", rule) }
    if !to.name.isEmpty { lines.text("TZNAME", to.name) }
    lines.raw("END", kind)
  }
}

extension ZoneRule.Day {
  /// The same as a recurrence rule of RFC 5545; nil where none tells it.
  var recurrence: String? {
    guard case .weekday(let weekday, let number, let month) = rule else { return nil }
    let shift = second >= 0 ? second / 86_400 : -((86_399 - second) / 86_400)
    let code = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][((weekday + shift) % 7 + 7) % 7]
    let head = "FREQ=YEARLY;BYMONTH=\(month);BYDAY="
    if shift == 0 { return head + (number == 5 ? "-1" : "\(number)") + code }
    // A weekday of seven days that lie elsewhere.
    let length = CivilDate.daysIn(month: month, year: 2001)
    if month == 2, number == 5 { return nil }
    let days =
      number == 5 ? (length - 6 + shift)...(length + shift) : (number * 7 - 6 + shift)...(number * 7 + shift)
    guard days.lowerBound >= 1, days.upperBound <= length else { return nil }
    return head + code + ";BYMONTHDAY=" + days.map { "\($0)" }.joined(separator: ",")
  }
}
