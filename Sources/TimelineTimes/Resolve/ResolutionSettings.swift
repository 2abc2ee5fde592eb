/// What a user may decide about the reading of times.
public struct ResolutionSettings: Hashable, Sendable, Codable {
  public enum Hemisphere: String, Hashable, Sendable, Codable { case northern, southern }

  /// What `next Friday` means while this week's Friday is still ahead.
  public enum NextWeekday: String, Hashable, Sendable, Codable {
    /// The Friday of next week.
    case ofNextWeek
    /// The first Friday after the publication day.
    case coming
  }

  /// Where the seasons are those of; the default is northern.
  public var hemisphere: Hemisphere
  /// The default is the Friday of next week; the other reading is kept as an alternative.
  public var nextWeekday: NextWeekday
  /// The direction of a bare day or month where no cue gives one; nil takes the nearest. The default.
  public var direction: Direction?

  public init(
    hemisphere: Hemisphere = .northern, nextWeekday: NextWeekday = .ofNextWeek, direction: Direction? = nil
  ) {
    self.hemisphere = hemisphere
    self.nextWeekday = nextWeekday
    self.direction = direction
  }
}

/// Where a bare day or month points from the publication day.
public enum Direction: String, Hashable, Sendable, Codable { case past, future }
