import CTimelineData
import TimelineDates
package import TimelineLanguage

/// When holidays and named events take place, by rule or by list.
package struct EventCalendar: Sendable {
  private var events: [String: EventFile.Row] = [:]
  package private(set) var faults: [DataMistake] = []

  /// The events in `data/en/times/events.tsv`.
  package static let english = EventCalendar(EventCalendar.englishFile)

  static let englishFile = DataFile("data/en/times/events.tsv", timeline_data_times_events())

  package init(_ file: DataFile) {
    self.init(EventFile(file))
  }

  init(_ file: EventFile) {
    faults = file.faults
    for row in file.rows { events[row.key] = row }
  }

  /// These events and a user's own, which go before them under the same key.
  func adding(_ list: EventList?) -> EventCalendar {
    guard let list else { return self }
    var calendar = self
    for row in EventFile(list.file).rows { calendar.events[row.key] = row }
    return calendar
  }

  /// How often an event takes place in a year at most.
  func mostPerYear(_ key: String) -> Int { events[key]?.mostPerYear ?? 1 }

  /// When an event takes place in a year for the nth time, counted from 0; nil where it does not, or is not
  /// known.
  func period(of key: String, year: Int, number: Int = 0) -> Period? {
    guard let event = events[key], event.years.isEmpty || event.years.contains(where: { $0.contains(year) })
    else { return nil }
    return event.rule.period(year: year, number: number)
  }

  /// Whether its days may be off by a day or two, as those of a calendar that goes by the sighted moon.
  func isApproximate(_ key: String) -> Bool { events[key]?.rule.isApproximate ?? false }

  /// Whether the calendar knows the key.
  package func contains(_ key: String) -> Bool { events[key] != nil }

  /// How many series of events it holds.
  package var count: Int { events.count }
}

extension EventCalendar {
  /// A calendar without events.
  static let none = EventCalendar(DataFile("", text: ""))
}
