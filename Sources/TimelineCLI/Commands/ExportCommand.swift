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
        timeline export csv --from 2026 --modality demanded > demands.csv
        timeline export jsonl --all
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

  @Option(help: ArgumentHelp("The calendar's name.", valueName: "name"))
  var name = "Timeline"

  @OptionGroup(title: "Which") var filters: FilterOptions
  @OptionGroup(title: "How many, in what order") var scope: ScopeOptions

  func run() throws {
    let session = try session()
    var query = try filters.query(now: session.now)
    scope.apply(to: &query)
    let timeline = try session.timeline(for: .reading)
    let count: Int
    if let output {
      let file = try OutputFile(output, sparing: session.database)
      count = try export(query, from: timeline, to: file.write)
      try file.finish()
      Output.message("\(AddCommand.count(count, "claim")) written to \(output)")
    } else {
      count = try export(query, from: timeline, to: Output.standard.write)
    }
    if count == 0 { throw ExitCode(1) }
  }

  /// Writes the claims as they come, and counts those that were written.
  private func export(
    _ query: ClaimQuery, from timeline: Timeline, to output: ([UInt8]) throws -> Void
  ) throws -> Int {
    var count = 0
    switch form {
    case .ics:
      let writer = CalendarWriter(name: name)
      try output(Array(writer.header().utf8))
      try timeline.forEachClaim(matching: query) { claim in
        let event = writer.event(claim)
        count += event.isEmpty ? 0 : 1
        try output(Array(event.utf8))
      }
      try output(Array(writer.footer().utf8))
    case .md:
      let claims = try timeline.claims(matching: query)
      count = claims.count
      try output(Array(ClaimGrid.short(claims).markdown().utf8))
    case .json, .jsonl, .csv, .tsv:
      let format = OutputFormat(rawValue: form.rawValue) ?? .json
      count = try ClaimPrinter.stream(query, from: timeline, as: format, to: output)
    }
    return count
  }
}
