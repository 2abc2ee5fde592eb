import CTimelineData
import TimelineDates
package import TimelineLanguage

/// When holidays and named events take place, by rule or by list.
///
/// Filled from `events.tsv`: key, rule, first and last year for which it holds, source.
package struct EventCalendar: Sendable {
  private var rules: [String: EventRule] = [:]
  package private(set) var faults: [DataMistake] = []

  /// The events in `data/en/times/events.tsv`.
  package static let english = EventCalendar(
    DataFile("data/en/times/events.tsv", timeline_data_times_events()))

  package init(_ file: DataFile) {
    for (line, cells) in file.rows {
      guard cells.count >= 2, let rule = EventRule(cells[1]) else {
        faults.append(file.fault(line, "expected key, rule and source, with tabs"))
        continue
      }
      if rules[String(cells[0])] == nil {
        rules[String(cells[0])] = rule
      } else {
        faults.append(file.fault(line, "\(cells[0]) stands here twice"))
      }
    }
  }

  /// When an event takes place in a year; nil where it does not, or is not known.
  func period(of key: String, year: Int) -> Period? {
    rules[key]?.period(year: year)
  }

  /// Whether the calendar knows the key.
  package func contains(_ key: String) -> Bool { rules[key] != nil }
}

extension EventCalendar {
  /// A calendar without events.
  static let none = EventCalendar(DataFile("", text: ""))
}
