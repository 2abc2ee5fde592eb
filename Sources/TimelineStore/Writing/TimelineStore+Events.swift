import GRDB
import TimelineClaims
import TimelineDates
package import TimelineTimes

extension TimelineStore {
  /// The events of imported calendars, by calendar and name.
  package func events() throws -> [StoredEvent] {
    try read { db in try Self.events(db) }
  }

  static func events(_ db: Database) throws -> [StoredEvent] {
    var events: [StoredEvent] = []
    let sql = """
      SELECT e.id, e.calendar, e.name, d.first_day, d.last_day FROM calendar_event e
      JOIN calendar_event_day d ON d.event = e.id ORDER BY e.calendar, e.name, e.id, d.first_day, d.last_day
      """
    for row in try Row.fetchAll(db, sql: sql) {
      let (id, calendar, name): (Int64, String, String) = (row[0], row[1], row[2])
      let (first, last): (Int, Int) = (row[3], row[4])
      if events.last?.id != id {
        events.append(StoredEvent(id: id, calendar: calendar, event: NamedEvent(name: name, days: [])))
      }
      let start = DayNumber(clamping: first)
      events[events.count - 1].event.days.append(start...max(start, DayNumber(clamping: last)))
    }
    return events
  }

  /// Puts a calendar's events in the place of those that it had; all of them or, after an error, none.
  package func importEvents(_ events: [NamedEvent], calendar: String) throws -> EventChanges {
    try write { db in
      var changes = EventChanges()
      var known: [String: StoredEvent] = [:]
      for event in try Self.events(db) where event.calendar == calendar { known[event.event.name] = event }
      for event in events where !event.days.isEmpty {
        if let old = known.removeValue(forKey: event.name) {
          if old.event.days == event.days {
            changes.unchanged += 1
            continue
          }
          changes.changed += 1
          try db.execute(sql: "DELETE FROM calendar_event_day WHERE event = ?", arguments: [old.id])
          try Self.insert(event.days, of: old.id, db)
        } else {
          changes.added += 1
          try db.execute(
            sql: "INSERT INTO calendar_event (calendar, name) VALUES (?, ?)",
            arguments: [calendar, event.name])
          try Self.insert(event.days, of: db.lastInsertedRowID, db)
        }
      }
      changes.removed = known.count
      for old in known.values {
        try db.execute(sql: "DELETE FROM calendar_event WHERE id = ?", arguments: [old.id])
      }
      try Self.noteOutdated(&changes, db)
      return changes
    }
  }

  /// Removes events by their numbers; those that are not there change nothing.
  package func removeEvents(_ ids: Set<Int64>) throws -> EventChanges {
    try write { db in
      var changes = EventChanges()
      for id in ids {
        try db.execute(sql: "DELETE FROM calendar_event WHERE id = ?", arguments: [id])
        changes.removed += db.changesCount
      }
      try Self.noteOutdated(&changes, db)
      return changes
    }
  }

  private static func insert(_ days: [ClosedRange<DayNumber>], of event: Int64, _ db: Database) throws {
    let insert = try db.makeStatement(
      sql: "INSERT OR IGNORE INTO calendar_event_day (event, first_day, last_day) VALUES (?, ?, ?)")
    for range in days {
      try insert.execute(arguments: [event, Int(range.lowerBound.value), Int(range.upperBound.value)])
    }
  }

  /// What was extracted without these events counts as outdated.
  private static func noteOutdated(_ changes: inout EventChanges, _ db: Database) throws {
    guard changes.added + changes.changed + changes.removed > 0 else { return }
    try db.execute(sql: "UPDATE article SET extractor = ?", arguments: [ExtractorVersion.outdated])
    changes.outdatedArticles = db.changesCount
  }
}
