public import TimelineStore
public import TimelineTimes

extension Timeline {
  /// The events of imported calendars, by calendar and name. They date what articles of this timeline say, as
  /// holidays do.
  public func events() throws -> [StoredEvent] {
    try store.events()
  }

  /// Puts a calendar's events in the place of those that it had before; all of them or, after an error, none.
  ///
  /// Articles that were added before are read again by ``rebuild(with:onlyOutdated:progress:)``.
  @discardableResult
  public func importEvents(_ events: [NamedEvent], calendar: String) throws -> EventChanges {
    try store.importEvents(events, calendar: calendar)
  }

  /// Removes events by their numbers; those that are not there change nothing.
  @discardableResult
  public func removeEvents(_ ids: Set<StoredEvent.ID>) throws -> EventChanges {
    try store.removeEvents(ids)
  }
}
