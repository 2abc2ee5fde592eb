import GRDB
import TimelineClaims
package import TimelineTimes

extension TimelineStore {
  /// How the times of this timeline are read; the defaults where nothing was chosen.
  package func settings() throws -> ResolutionSettings {
    try read { db in
      var settings = ResolutionSettings()
      for row in try Row.fetchAll(db, sql: "SELECT name, value FROM setting") {
        let (name, value): (String, String) = (row[0], row[1])
        guard let known = ResolutionSettings.Name(rawValue: name), settings.set(known, to: value) else {
          throw TimelineError.damaged(path: path ?? "", detail: "the setting \(name) is \(value)")
        }
      }
      let events = try Self.events(db).map { (id: $0.id, event: $0.event) }
      settings.imported = EventList("the imported calendars", importing: events)
      return settings
    }
  }

  /// Has times read in another way from now on.
  ///
  /// - Parameter isRebuilt: Whether articles that stand in the timeline are extracted again afterwards. They
  ///   count as outdated until they are, so that a rebuild that was broken off can go on.
  /// - Throws: ``TimelineError/otherSettings(path:stored:asked:)`` where articles were read otherwise and are
  ///   not to be extracted again.
  package func adopt(_ settings: ResolutionSettings, isRebuilt: Bool) throws {
    let stored = try self.settings()
    let changed = settings.differences(from: stored)
    guard !changed.isEmpty else { return }
    try write { db in
      let hasArticles = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM article)") ?? false
      if hasArticles, !isRebuilt {
        throw TimelineError.otherSettings(
          path: path ?? "", stored: changed.map { "\($0.rawValue) \(stored.label(of: $0))" },
          asked: changed.map { "--\($0.rawValue) \(settings.label(of: $0))" })
      }
      for name in changed {
        try db.execute(
          sql:
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
          arguments: [name.rawValue, settings.text(of: name)])
      }
      try db.execute(sql: "UPDATE article SET extractor = ?", arguments: [ExtractorVersion.outdated])
    }
  }
}
