import ArgumentParser
import Timeline
import TimelineCalendar
import TimelineViews

/// `timeline export`.
struct ExportCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what “list” would select as a calendar or a file for other programs.",
    discussion: """
      EXAMPLES:
        timeline export ics --output deadlines.ics
        timeline export ics --about budget --vague end --alarm 2d > budget.ics
        timeline export ics --split-by outlet --output calendars
        timeline export csv --from 2026 --modality demanded > demands.csv
        timeline export jsonl --all

      A calendar holds what lies in the \(CalendarWindow.monthsBefore) months before this one and the \
      \(CalendarWindow.monthsAhead) after it, since programs refuse large ones; --from, --to and --on choose \
      other days, --all takes everything that has a date. A file of the same bytes is left as it is.
      """)

  enum Form: String, CaseIterable, ExpressibleByArgument {
    case ics, json, jsonl, csv, tsv, md
  }

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(
    help: ArgumentHelp("\(Form.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
  var form: Form

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write; else standard output.", valueName: "file"))
  var output: String?

  @OptionGroup(title: "For ics") var calendar: CalendarOptions
  @OptionGroup(title: "Which") var filters: FilterOptions
  @OptionGroup(title: "How many, in what order") var scope: ScopeOptions

  func run() throws {
    if form != .ics, let option = calendar.given {
      throw CommandFailure.notWith(option, "it is for export ics")
    }
    if calendar.split != nil, output == nil { throw CommandFailure.splitNeedsFolder }
    let style = try calendar.style()
    let session = try session()
    var query = try filters.query(now: session.now)
    scope.apply(to: &query)
    let timeline = try session.timeline(for: .reading)
    if form == .ics { try narrow(&query, timeline) }
    let count: Int
    if let split = calendar.split, let output {
      var folder = CalendarFolder(split: split, title: calendar.title, style: style)
      try timeline.forEachClaim(matching: query) { folder.add($0) }
      count = folder.count
      let files = try folder.write(to: output, sparing: session.database)
      Output.message(
        "\(AddCommand.count(count, "claim")) written to \(AddCommand.count(files, "calendar")) in \(output)")
    } else if let output {
      let file = try OutputFile(output, sparing: session.database)
      count = try export(query, style, from: timeline, to: file.write)
      let isNew = try file.finish()
      Output.message("\(AddCommand.count(count, "claim")) \(isNew ? "written to" : "as before in") \(output)")
    } else {
      count = try export(query, style, from: timeline, to: Output.standard.write)
    }
    if count == 0 { throw ExitCode(1) }
  }

  /// Keeps a calendar to the days around today where no others are asked for, and says so.
  private func narrow(_ query: inout ClaimQuery, _ timeline: Timeline) throws {
    if scope.all { query.scope = .dated }
    guard !scope.all, query.from == nil, query.to == nil, query.scope == .dated else { return }
    let all = try timeline.count(matching: query)
    let window = CalendarWindow.days(around: query.day)
    (query.from, query.to) = (window.lowerBound, window.upperBound)
    let left = try all - timeline.count(matching: query)
    if left > 0 {
      Output.message(
        "\(AddCommand.count(left, "claim")) outside of \(CivilDate(window.lowerBound)) to "
          + "\(CivilDate(window.upperBound)) left out; --all takes all")
    }
  }

  /// Writes the claims as they come, and counts those that were written.
  private func export(
    _ query: ClaimQuery, _ style: CalendarStyle, from timeline: Timeline, to output: ([UInt8]) throws -> Void
  ) throws -> Int {
    switch form {
    case .ics:
      var writer = CalendarWriter(name: calendar.title, style: style, zones: ZoneFolder.zone)
      try timeline.forEachClaim(matching: query) { writer.add($0) }
      try output(writer.calendar)
      return writer.count
    case .md:
      let claims = try timeline.claims(matching: query)
      try output(Array(ClaimGrid.short(claims).markdown().utf8))
      return claims.count
    case .json, .jsonl, .csv, .tsv:
      let format = OutputFormat(rawValue: form.rawValue) ?? .json
      return try ClaimPrinter.stream(query, from: timeline, as: format, to: output)
    }
  }
}
