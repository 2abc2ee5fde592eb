import ArgumentParser
import TimelineArticles
import TimelineCalendar
import TimelineViews

/// `timeline check-ics`.
struct CheckCalendarCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "check-ics",
    abstract: "What programs choke on in calendar files, line by line.",
    discussion: """
      EXAMPLES:
        timeline check-ics deadlines.ics
        timeline check-ics --format json feed.ics
        curl -s https://example.org/sittings.ics | timeline check-ics -

      Reads the bytes as they are: line ends, lines beyond 75 octets, text that is not escaped, missing or doubled \
      UIDs, dates that do not exist, ends before their start, zones that are not told, and more.

      Ends with status 0 where no fault was found, 1 where one was, 2 where a file cannot be read.
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(help: ArgumentHelp("Calendar files; - for standard input.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    guard !files.isEmpty else { throw CommandFailure.noCalendarFiles }
    let session = try session()
    var rows: [[Grid.Cell]] = []
    var entries = 0
    var isUnread = false
    for file in files {
      let bytes: [UInt8]
      do {
        bytes = try InputFile(file).wholeBytes()
      } catch {
        Output.message("\(error)")
        isUnread = true
        continue
      }
      let check = CalendarCheck(bytes)
      entries += check.entries
      rows += check.faults.map { fault in
        [
          Grid.Cell(file), Grid.Cell(.number(fault.line)), Grid.Cell(fault.kind.rawValue, .bold),
          Grid.Cell(fault.message),
        ]
      }
    }
    let grid = Grid(
      columns: [
        Grid.Column("file", minimumWidth: 8, expendability: 1), Grid.Column("line", isNumeric: true),
        Grid.Column("fault"), Grid.Column("message", minimumWidth: 30),
      ], rows: rows)
    if !rows.isEmpty || format.format.isForPrograms {
      try Output.standard.write(grid.rendered(as: format.format, on: session.canvas))
    }
    Output.message(
      "\(entries) \(entries == 1 ? "entry" : "entries"), \(AddCommand.count(rows.count, "fault"))")
    if isUnread || !rows.isEmpty {
      try Output.standard.flush()
      throw ExitCode(isUnread ? 2 : 1)
    }
  }
}
