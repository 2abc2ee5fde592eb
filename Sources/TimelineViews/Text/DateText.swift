package import TimelineClaims
package import TimelineDates

/// Dates as people write them: `Fri 13 Feb 2026`, `16–22 Feb 2026`, `Nov 2026`.
package enum DateText {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `13 Feb 2026`.
  package static func day(_ day: DayNumber) -> String {
    let date = CivilDate(day)
    return "\(date.day) \(months[date.month - 1]) \(year(date.year))"
  }

  /// `2026`, `44 BC`; year 0 is 1 BC.
  private static func year(_ year: Int) -> String { year < 1 ? "\(1 - year) BC" : "\(year)" }

  /// `2026–2028`, `500–401 BC`.
  private static func years(_ first: Int, _ last: Int) -> String {
    if first == last { return year(first) }
    return (last < 1 ? "\(1 - first)" : year(first)) + "–" + year(last)
  }

  /// A period by its first and last moment, as short as it stays plain.
  package static func period(_ period: Period, zone: String? = nil) -> String {
    guard !period.grain.isClock else { return clock(period, zone: zone) }
    let first = CivilDate(period.firstDay)
    let last = CivilDate(period.lastDay)
    if first == last { return weekdays[period.firstDay.weekday.number - 1] + " " + day(period.firstDay) }
    let isWholeMonths = first.day == 1 && last.day == CivilDate.daysIn(month: last.month, year: last.year)
    if isWholeMonths {
      if first.month == 1 && last.month == 12 {
        return years(first.year, last.year)
      }
      if first.year == last.year {
        let start = months[first.month - 1]
        return (first.month == last.month ? start : start + "–" + months[last.month - 1]) + " "
          + year(first.year)
      }
      return "\(months[first.month - 1]) \(year(first.year)) – \(months[last.month - 1]) \(year(last.year))"
    }
    if first.year == last.year && first.month == last.month { return "\(first.day)–\(day(period.lastDay))" }
    if first.year == last.year { return "\(first.day) \(months[first.month - 1]) – \(day(period.lastDay))" }
    return "\(day(period.firstDay)) – \(day(period.lastDay))"
  }

  /// The period of a claim with its relation: `by 30 Jun 2026`, `before 1 Jun 2026`, `since 2014`.
  package static func when(_ claim: Claim) -> String {
    guard let period = claim.period else { return "no date" }
    let whole = self.period(period, zone: claim.zone)
    guard !period.grain.isClock else {
      return claim.relation == .on ? whole : "\(claim.relation.rawValue) \(whole)"
    }
    return switch claim.relation {
    case .on: whole
    case .by, .until: "\(claim.relation.rawValue) \(day(period.lastDay))"
    case .before, .from: "\(claim.relation.rawValue) \(day(period.firstDay))"
    case .after: "after \(day(period.lastDay))"
    case .throughout: period.dayCount > 1 ? "all \(whole)" : whole
    case .around: "about \(whole)"
    }
  }

  private static func clock(_ period: Period, zone: String?) -> String {
    let text = period.inclusiveText
    let start = "\(day(period.firstDay)) \(text.start.suffix(5))"
    let suffix = zone.map { " " + $0 } ?? ""
    guard text.start != text.end else { return start + suffix }
    let end =
      period.firstDay == period.lastDay
      ? String(text.end.suffix(5)) : "\(day(period.lastDay)) \(text.end.suffix(5))"
    return "\(start)–\(end)\(suffix)"
  }

  /// `today`, `tomorrow`, `in 4 days`, `3 days ago`.
  package static func distance(_ days: Int) -> String {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "yesterday"
    case 2...: "in \(days) days"
    default: "\(-days) days ago"
    }
  }
}
