public import TimelineDates

/// Something on the calendar that comes again: a unit, or a day or span with a name.
public enum Recurrence: Hashable, Sendable, Codable {
  /// Days, ISO weeks, months, years and so on, one after the other.
  case unit(Grain)
  case weekday(Weekday)
  /// Saturday and Sunday.
  case weekend
  /// A month, 1 through 12.
  case month(Int)
  /// A day of a month every year: `12 June`.
  case monthDay(month: Int, day: Int)
  /// A day of every month: `the 15th`.
  case dayOfMonth(Int)
  /// A day of the month in the months in which it falls on that weekday: `Friday the 13th`.
  case weekdayOnDay(Weekday, Int)
  /// A weekday of every month, 1 for its first, -1 for its last: `the last Friday of each month`.
  case weekdayOfMonth(Int, Weekday)
  /// Monday through Friday, whatever holidays there are.
  case workday
  case season(Season)
  /// 1 through 4.
  case quarter(Int)
  /// 1 or 2.
  case half(Int)
  /// A holiday or an event of the event list, by key.
  case event(String)
}

/// A meteorological season of the northern hemisphere; winter is named by the year of its December.
public enum Season: String, Hashable, Sendable, Codable, CaseIterable {
  case spring = "SP"
  case summer = "SU"
  case autumn = "FA"
  case winter = "WI"

  /// The first of its three months.
  public var firstMonth: Int {
    switch self {
    case .spring: 3
    case .summer: 6
    case .autumn: 9
    case .winter: 12
    }
  }
}
