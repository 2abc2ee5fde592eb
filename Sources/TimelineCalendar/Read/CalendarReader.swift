import CLibical
import TimelineDates
package import TimelineTimes

/// The events that a calendar of somebody else names, with recurrences and time zones worked out (by libical).
package struct CalendarReader {
  /// What the calendar calls itself; nil where it does not.
  package private(set) var name: String?
  /// By name, in the order of the file.
  package private(set) var events: [NamedEvent] = []
  /// How many entries have no name that an article could use, and how many are called off; both are left out.
  package private(set) var nameless = 0
  package private(set) var cancelled = 0
  /// Names of events that repeat more often than is worked out.
  package private(set) var unbounded: [String] = []

  /// What keeps a file from being read.
  package struct Refusal: Error, Hashable, Sendable {
    /// In order of lines; never empty.
    package var faults: [CalendarFault]
  }

  /// Recurrences are worked out up to so many times each, and no further than this year.
  package static let mostTimes = 2000
  package static let lastYear = 2199
  /// The most times of all events of a file together; a file of more is refused.
  private static let mostTimesInAll = 200_000
  /// The most years in a file through which rules are followed that give hardly a time; a file of more is refused.
  /// libical looks at each day of them.
  package static let mostLeanYears = 2000

  /// - Parameters:
  ///   - file: The bytes of the file.
  ///   - year: The year around which the times of events are kept that repeat more than ``mostTimes``; nil for
  ///     their first times.
  package init(_ file: [UInt8], around year: Int? = nil) throws(Refusal) {
    let faults = CalendarCheck(file).faults.filter { Self.isFatal($0.kind) || $0.kind == .missingStart }
    guard faults.isEmpty else { throw Refusal(faults: faults) }
    let raw = RawCalendar(file)
    if let fault = CalendarBounds.fault(of: raw.calendars) { throw Refusal(faults: [fault]) }
    let entries = raw.calendars.flatMap { $0.components.filter { $0.name == "VEVENT" } }
    name = raw.calendars.lazy.compactMap { $0.first("NAME") ?? $0.first("X-WR-CALNAME") }.first
      .map { ICalText.plain($0.value) }
    let parsed = ICalFile(file)
    guard parsed.events.count == entries.count else {
      throw Refusal(faults: [CalendarFault(.noCalendar, line: 1, "the calendar's parts cannot be told apart")]
      )
    }
    try collect(zip(parsed.events, entries.map(\.line)).map { ($0, line: $1) }, around: year)
  }

  /// Faults that leave open what is meant; others are those of programs that show a calendar.
  private static func isFatal(_ kind: CalendarFault.Kind) -> Bool {
    switch kind {
    case .noCalendar, .notClosed, .notOpened, .noProperty, .badParameter, .notUTF8, .splitCharacter,
      .controlCharacter, .badDate, .impossibleDate, .badRule, .badDuration:
      true
    default: false
    }
  }

  private mutating func collect(
    _ entries: [(event: ICalEvent, line: Int)], around year: Int?
  ) throws(Refusal) {
    // Single times of a repeated event that were moved or called off stand as entries of their own.
    var replaced: [String: Set<ICalTime>] = [:]
    for (event, _) in entries {
      if let time = event.recurrenceID { replaced[event.uid, default: []].insert(time) }
    }
    var places: [String: Int] = [:]
    var days: [[ClosedRange<DayNumber>]] = []
    var (total, leanYears) = (0, 0)
    for (event, line) in entries {
      guard !event.isCancelled else {
        cancelled += 1
        continue
      }
      let words = ICalText.oneLine(event.summary)
      guard words.contains(where: \.isLetter), words.utf8.count <= CalendarBounds.longestName else {
        nameless += 1
        continue
      }
      let times: ICalEvent.Times
      do throws(ICalEvent.Mistake) {
        times = try event.times(
          without: event.recurrenceID == nil ? replaced[event.uid] ?? [] : [], around: year)
      } catch {
        throw Refusal(faults: [CalendarFault(.badRule, line: line, error.text)])
      }
      if times.isCut, !unbounded.contains(words) { unbounded.append(words) }
      leanYears += times.leanYears
      guard leanYears <= Self.mostLeanYears else {
        throw Refusal(
          faults: [
            CalendarFault(
              .badRule, line: line,
              "too many events repeat by rules that hardly ever give a day; leave them out, or split the file"
            )
          ])
      }
      total += times.days.count
      guard total <= Self.mostTimesInAll else {
        throw Refusal(
          faults: [
            CalendarFault(.badRule, line: line, "more than \(Self.mostTimesInAll) days in one file; split it")
          ])
      }
      let key = words.lowercased()
      if let place = places[key] {
        days[place] += times.days
      } else {
        guard events.count < CalendarBounds.mostNames else {
          throw Refusal(
            faults: [
              CalendarFault(
                .badRule, line: line,
                "more than \(CalendarBounds.mostNames) names of events in one file; split it")
            ])
        }
        places[key] = events.count
        events.append(NamedEvent(name: words, days: []))
        days.append(times.days)
      }
    }
    for place in events.indices {
      events[place].days = Set(days[place]).sorted {
        ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
      }
    }
    events.removeAll { $0.days.isEmpty }
  }
}
