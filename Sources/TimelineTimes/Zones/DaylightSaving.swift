import TimelineDates

/// The rules by which clocks go forward in summer, as far as `zones.tsv` names them.
enum DaylightSaving: String, Sendable {
  case none, us, eu, au, nz

  /// Whether clocks are an hour ahead at a moment of a zone's wall clock. Of the hour that comes twice in autumn
  /// the first is taken; the hour that spring leaves out counts as summer time.
  ///
  /// - Parameter standard: Minutes east of UTC in winter.
  func isOn(at time: LocalTime, standard: Int) -> Bool {
    let year = CivilDate(time.day).year
    switch self {
    case .none: return false
    case .us:
      guard year >= 1987 else { return false }
      let (start, end) =
        year >= 2007
        ? (Self.sunday(2, of: 3, year), Self.sunday(1, of: 11, year))
        : (Self.sunday(1, of: 4, year), Self.sunday(-1, of: 10, year))
      return time >= LocalTime(start, second: 2 * 3600) && time < LocalTime(end, second: 2 * 3600)
    case .eu:
      guard year >= 1996 else { return false }
      // Everywhere at 1 a.m. UTC.
      let start = LocalTime(Self.sunday(-1, of: 3, year), second: 3600 + standard * 60)
      let end = LocalTime(Self.sunday(-1, of: 10, year), second: 2 * 3600 + standard * 60)
      return time >= start && time < end
    case .au:
      guard year >= 2008 else { return false }
      return time < LocalTime(Self.sunday(1, of: 4, year), second: 3 * 3600)
        || time >= LocalTime(Self.sunday(1, of: 10, year), second: 2 * 3600)
    case .nz:
      guard year >= 2008 else { return false }
      return time < LocalTime(Self.sunday(1, of: 4, year), second: 3 * 3600)
        || time >= LocalTime(Self.sunday(-1, of: 9, year), second: 2 * 3600)
    }
  }

  private static func sunday(_ number: Int, of month: Int, _ year: Int) -> DayNumber {
    EventRule.nth(number: number, weekday: .sunday, month: month, offset: 0).period(year: year)?.firstDay
      ?? DayNumber(0)
  }
}
