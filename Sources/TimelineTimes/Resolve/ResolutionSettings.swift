public import TimelineDates

/// What a user may decide about the reading of times. The defaults are those of the documentation's chapter
/// on time.
public struct ResolutionSettings: Hashable, Sendable, Codable {
  public enum Hemisphere: String, Hashable, Sendable, Codable, CaseIterable { case northern, southern }

  /// What `next Friday` means while this week's Friday is still ahead.
  public enum NextWeekday: String, Hashable, Sendable, Codable, CaseIterable {
    /// The Friday of next week.
    case ofNextWeek = "of-next-week"
    /// The first Friday after the publication day.
    case coming
  }

  /// How `6/12/2026` is read where both ways are possible.
  public enum DateOrder: String, Hashable, Sendable, Codable, CaseIterable {
    case monthFirst = "month-first"
    case dayFirst = "day-first"
  }

  /// The first day of the week; the default is Monday, as in ISO 8601.
  public var weekStart: Weekday
  /// Where the seasons are those of; the default is northern.
  public var hemisphere: Hemisphere
  /// The month in which fiscal years begin, 1 through 12; nil, the default, leaves fiscal times undated.
  ///
  /// A fiscal year that begins in July or later is named by the year in which it ends, all others by the year
  /// in which they begin.
  public var fiscalYearStart: Int?
  /// The default is the month first with slashes; the other reading is kept as an alternative.
  public var dateOrder: DateOrder
  /// The zone of clock times that name none, as text: `Europe/Kyiv`, `CET`, `+02:00`; nil, the default, for none.
  public var zone: String?
  /// The default is the Friday of next week; the other reading is kept as an alternative.
  public var nextWeekday: NextWeekday
  /// The direction of a bare day or month where no cue gives one; nil takes the nearest. The default.
  public var direction: Direction?
  /// Holidays and events beside those that the program knows; they go before them. Nil, the default, for none.
  public var events: EventList?
  /// Events of calendars that were imported into a timeline. They stand beside ``events`` and are no setting of
  /// the user's: ``differences(from:)`` does not look at them. Nil, the default, for none.
  public var imported: EventList?

  public init(
    weekStart: Weekday = .monday, hemisphere: Hemisphere = .northern, fiscalYearStart: Int? = nil,
    dateOrder: DateOrder = .monthFirst, zone: String? = nil, nextWeekday: NextWeekday = .ofNextWeek,
    direction: Direction? = nil, events: EventList? = nil, imported: EventList? = nil
  ) {
    self.weekStart = weekStart
    self.hemisphere = hemisphere
    self.fiscalYearStart = fiscalYearStart.map { min(max($0, 1), 12) }
    self.dateOrder = dateOrder
    self.zone = zone
    self.nextWeekday = nextWeekday
    self.direction = direction
    self.events = events
    self.imported = imported
  }
}

extension ResolutionSettings {
  /// The user's events and the imported ones.
  package var namedEvents: EventList? {
    guard let events else { return imported }
    return imported.map { events.with($0) } ?? events
  }

  /// The day of that name in the week that holds a day.
  func day(_ weekday: Weekday, ofWeekOf day: DayNumber) -> DayNumber {
    let into = (day.weekday.number - weekStart.number + 7) % 7
    return day - into + (weekday.number - weekStart.number + 7) % 7
  }
}

/// Where a bare day or month points from the publication day.
public enum Direction: String, Hashable, Sendable, Codable, CaseIterable { case past, future }
