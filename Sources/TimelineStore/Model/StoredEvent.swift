public import TimelineTimes

/// An event of an imported calendar.
public struct StoredEvent: Hashable, Sendable, Codable, Identifiable {
  public var id: Int64
  /// The calendar that it came with.
  public var calendar: String
  public var event: NamedEvent

  public init(id: Int64, calendar: String, event: NamedEvent) {
    self.id = id
    self.calendar = calendar
    self.event = event
  }
}

/// What an import, or a removal, of events changed.
public struct EventChanges: Hashable, Sendable {
  public var added = 0
  public var changed = 0
  public var removed = 0
  public var unchanged = 0
  /// How many articles were read without knowing this; a rebuild reads them again.
  public var outdatedArticles = 0

  public init() {}
}
