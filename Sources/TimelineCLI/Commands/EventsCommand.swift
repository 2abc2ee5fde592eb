import ArgumentParser
import Timeline
import TimelineArticles
import TimelineCalendar
import TimelineViews

/// `timeline events`.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Events of your own calendars, which date what articles say.",
    discussion: """
      EXAMPLES:
        timeline events import sittings.ics
        timeline events list
        timeline events remove 12
        timeline events remove --calendar "Public holidays"

      Once a parliament's sittings are imported, “ahead of the spring session” has a date in every article that is \
      added after it; “timeline rebuild --outdated” reads the earlier ones again.
      """,
    subcommands: [ImportEvents.self, ListEvents.self, RemoveEvents.self])
}

/// `timeline events import`.
struct ImportEvents: Verb {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Add the events of a calendar file.",
    discussion: """
      EXAMPLES:
        timeline events import sittings.ics
        timeline events import --calendar Holidays holidays.ics
        curl -s https://example.org/terms.ics | timeline events import --calendar Terms -

      Recurrences and time zones are worked out, \(CalendarReader.mostTimes) times of each event at most and none \
      after \(CalendarReader.lastYear). The same calendar again takes the place of what was imported before. A \
      file with a fault that leaves open what is meant changes nothing.
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(help: ArgumentHelp("A calendar file; - for standard input.", valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp("What the calendar is called; else by its own name, or the file's.", valueName: "name")
  )
  var calendar: String?

  func run() throws {
    let session = try session()
    let reader: CalendarReader
    let bytes = try InputFile(file).wholeBytes()
    do throws(CalendarReader.Refusal) {
      reader = try CalendarReader(bytes, around: CivilDate(session.today).year)
    } catch {
      throw CommandFailure.badCalendar(file: file, faults: error.faults.map { "\($0.line): \($0.message)" })
    }
    guard !reader.events.isEmpty else { throw CommandFailure.noEvents(file: file) }
    let name =
      [calendar, reader.name].compactMap { $0 }.first { $0.contains { !$0.isWhitespace } } ?? fileName
    let timeline = try session.timeline(for: .writing)
    let changes = try timeline.importEvents(reader.events, calendar: name)
    try Output.standard.write(
      "\(EventsWording.changes(changes, of: reader.events.count)) in “\(name)”\n")
    if reader.cancelled > 0 {
      Output.message("\(AddCommand.count(reader.cancelled, "event")) called off left out")
    }
    if reader.nameless > 0 {
      Output.message("\(AddCommand.count(reader.nameless, "event")) without a name left out")
    }
    for name in reader.unbounded.prefix(5) {
      Output.message(
        "“\(name)” repeats more often; about \(CalendarReader.mostTimes) times around this year are kept")
    }
    EventsWording.tellOutdated(changes)
  }

  private var fileName: String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    let stem = last.hasSuffix(".ics") ? String(last.dropLast(4)) : last
    return stem == "-" || stem.isEmpty ? "calendar" : stem
  }
}

/// `timeline events list`.
struct ListEvents: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The imported events, with the next time that each takes place.",
    discussion: """
      EXAMPLES:
        timeline events list
        timeline events list --format json
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  func run() throws {
    let session = try session()
    let events = try session.timeline(for: .reading).events()
    let grid = Grid(
      columns: [
        Grid.Column("id", isNumeric: true), Grid.Column("event", minimumWidth: 20), Grid.Column("next"),
        Grid.Column("first", expendability: 1), Grid.Column("last", expendability: 1),
        Grid.Column("times", isNumeric: true), Grid.Column("calendar", minimumWidth: 10, expendability: 2),
      ],
      rows: events.map { stored in
        let days = stored.event.days
        return [
          Grid.Cell(.number(Int(stored.id)), .dim), Grid.Cell(stored.event.name),
          Grid.Cell(EventsWording.days(days.first { $0.upperBound >= session.today }), .bold),
          Grid.Cell(EventsWording.days(days.first)), Grid.Cell(EventsWording.days(days.last)),
          Grid.Cell(.number(days.count)), Grid.Cell(stored.calendar, .dim),
        ]
      })
    try RowPrinter(format: format.format, canvas: session.canvas)
      .print(grid, else: "no events imported; “timeline events import FILE.ics” adds a calendar's")
  }
}

/// `timeline events remove`.
struct RemoveEvents: Verb {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove imported events.",
    discussion: """
      EXAMPLES:
        timeline events remove 12
        timeline events remove --calendar "Public holidays"
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(help: ArgumentHelp("Numbers, as “timeline events list” tells them.", valueName: "id"))
  var ids: [String] = []

  @Option(help: ArgumentHelp("All events of a calendar.", valueName: "name"))
  var calendar: String?

  func run() throws {
    let wanted = try ids.map { text in
      guard let id = Int64(text), id > 0 else { throw CommandFailure.badEvent(text) }
      return id
    }
    guard !wanted.isEmpty || calendar != nil else { throw CommandFailure.nothingToRemove }
    let session = try session()
    // Opened for reading first, so that a wrong path is an error and not a new timeline.
    let events = try session.timeline(for: .reading).events()
    let found = events.filter { event in wanted.contains(event.id) || event.calendar == calendar }
    for id in wanted where !found.contains(where: { $0.id == id }) { Output.message("no event \(id)") }
    if let calendar, !found.contains(where: { $0.calendar == calendar }) {
      Output.message("no calendar “\(calendar)”")
    }
    guard !found.isEmpty else { throw ExitCode(1) }
    let changes = try session.timeline(for: .writing).removeEvents(Set(found.map(\.id)))
    try Output.standard.write("\(AddCommand.count(changes.removed, "event")) removed\n")
    EventsWording.tellOutdated(changes)
  }
}

/// How events are told.
enum EventsWording {
  static func changes(_ changes: EventChanges, of count: Int) -> String {
    let parts = [
      (changes.added, "added"), (changes.changed, "changed"), (changes.removed, "removed"),
      (changes.unchanged, "unchanged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "\(AddCommand.count(count, "event")): \(parts.joined(separator: ", "))"
  }

  static func tellOutdated(_ changes: EventChanges) {
    guard changes.outdatedArticles > 0 else { return }
    Output.message(
      "\(AddCommand.count(changes.outdatedArticles, "article")) read before this; “timeline rebuild --outdated” reads them again"
    )
  }

  static func days(_ range: ClosedRange<DayNumber>?) -> String? {
    guard let range else { return nil }
    let (first, last) = (CivilDate(range.lowerBound).description, CivilDate(range.upperBound).description)
    return first == last ? first : "\(first)..\(last)"
  }
}
