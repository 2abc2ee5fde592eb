import ArgumentParser
import Timeline
import TimelineCalendar

/// How a calendar is written: the options of `export ics`.
struct CalendarOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The calendar's name (default: Timeline).", valueName: "name"))
  var name: String?

  @Flag(help: "Deadlines as things to do (VTODO), which many programs do not show.")
  var todo = false

  @Flag(help: "Deadlines as journal entries (VJOURNAL).")
  var journal = false

  @Option(
    help: ArgumentHelp(
      "What falls some time within a week, a month, a season: span shows it on all of its days (default), end on the last, skip not.",
      valueName: "how"))
  var vague: String?

  @Option(
    help: ArgumentHelp(
      "An alarm so long before what is still awaited: 2d, 1w, 12h, 90min; none without it.",
      valueName: "length"))
  var alarm: String?

  enum Split: String, CaseIterable, ExpressibleByArgument {
    case outlet, actor, tag
  }

  @Option(
    name: .customLong("split-by"),
    help: ArgumentHelp(
      "A calendar for each outlet, actor or tag, in the folder that --output names.", valueName: "what"))
  var split: Split?

  /// The option that was given, where one was: for forms that take none of them.
  var given: String? {
    let all: [(String, Bool)] = [
      ("--name", name != nil), ("--todo", todo), ("--journal", journal), ("--vague", vague != nil),
      ("--alarm", alarm != nil), ("--split-by", split != nil),
    ]
    return all.first { $0.1 }?.0
  }

  var title: String { name ?? "Timeline" }

  func style() throws(CommandFailure) -> CalendarStyle {
    if todo, journal { throw .notWith("--journal", "deadlines are things to do already, by --todo") }
    var style = CalendarStyle(deadlines: todo ? .todo : journal ? .journal : .event)
    if let vague {
      guard let value = CalendarStyle.VaguePeriods(rawValue: vague.lowercased()) else {
        throw .badWord(
          vague, option: "--vague", allowed: CalendarStyle.VaguePeriods.allCases.map(\.rawValue))
      }
      style.vague = value
    }
    if let alarm {
      guard let lead = AlarmLead(alarm) else { throw .badAlarm(alarm) }
      style.alarm = lead
    }
    return style
  }
}

/// The days that a calendar holds where none are asked for: large feeds are refused by many programs.
///
/// It begins and ends with a month, so that a feed that is written every day changes with the claims alone.
enum CalendarWindow {
  static let monthsBefore = 3
  static let monthsAhead = 12

  static func days(around today: DayNumber) -> ClosedRange<DayNumber> {
    let date = CivilDate(today)
    let month = today - (date.day - 1)
    let first = CivilDate(month).adding(months: -monthsBefore).number
    let last = CivilDate(month).adding(months: monthsAhead + 1).number - 1
    return min(first, today)...max(last, today)
  }
}
