import Foundation
import Timeline
import TimelineViews

/// What a run of the program has around it: the timeline's file, today, the place of output.
struct Session {
  /// The path of the timeline's file.
  let database: String
  let now: DocumentTime
  let canvas: Canvas

  var today: DayNumber { now.day }

  init(
    db: String?, now: String?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(CommandFailure) {
    database = Session.path(db, environment)
    if database.isEmpty || database == ":memory:" || database.hasPrefix("file:") {
      throw .badDatabase(database)
    }
    if let now {
      do throws(CommandFailure) {
        self.now = try DateArgument.moment(now, now: SystemClock.now())
      } catch .badDate {
        throw .badNow(now)
      }
    } else {
      self.now = SystemClock.now()
    }
    canvas = Terminal.canvas(environment)
  }

  func timeline(for access: Timeline.Access) throws -> Timeline {
    try Timeline.open(at: database, for: access)
  }

  /// The events that the user imported into the timeline, where there is one; nothing else of it is looked at.
  /// What needs no timeline goes on without them where it cannot be read, and says so.
  func importedEvents() -> EventList? {
    guard FileManager.default.fileExists(atPath: database) else { return nil }
    do {
      return try timeline(for: .reading).settings.imported
    } catch {
      Output.message("imported events are not known here: \(error)")
      return nil
    }
  }

  private static func path(_ option: String?, _ environment: [String: String]) -> String {
    if let option { return option }
    if let named = environment["TIMELINE_DB"], !named.isEmpty { return named }
    let base: String
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      base = data
    } else {
      base = (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
    }
    return base + "/timeline/timeline.db"
  }
}

/// The only place that asks the clock.
enum SystemClock {
  /// The present moment on the user's wall clock.
  static func now() -> DocumentTime {
    var moment = time(nil)
    var parts = tm()
    localtime_r(&moment, &parts)
    let date = CivilDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    let second = Int(parts.tm_hour) * 3600 + Int(parts.tm_min) * 60 + Int(parts.tm_sec)
    return DocumentTime(
      day: date?.number ?? DayNumber(0), second: second, offset: Int(parts.tm_gmtoff) / 60)
  }
}
