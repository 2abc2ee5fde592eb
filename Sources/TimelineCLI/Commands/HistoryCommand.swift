import ArgumentParser
import Timeline
import TimelineViews

/// `timeline history`.
struct HistoryCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Every statement of a claim in order: the date given, by whom, moved by how much.",
    discussion: """
      EXAMPLES:
        timeline history 12
        timeline history 12 --as-of 2026-05-20 --format md
        timeline history 12 --format json
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(help: ArgumentHelp("The claim's number, or its uid.", valueName: "id"))
  var ids: [String]

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Only what was published by this day.", valueName: "day"))
  var asOf: String?

  func run() throws {
    let session = try session()
    let day = try asOf.map { try DateArgument.day($0, now: session.now) }
    let timeline = try session.timeline(for: .reading)
    var claims: [TrackedClaim] = []
    var isComplete = true
    for text in ids {
      if let claim = try ClaimArgument.find(text, in: timeline, now: session.today, asOf: day) {
        claims.append(claim)
      } else {
        isComplete = false
        Output.message("no claim \(text) in the timeline")
      }
    }
    if format.format == .table {
      let sheets = claims.map { HistoryGrid.sheet($0, on: session.canvas) }
      try Output.standard.write(sheets.joined(separator: "\n"))
    } else if !claims.isEmpty || format.format.isForPrograms {
      var grid = Grid(columns: HistoryGrid.columns)
      for claim in claims { grid.rows += HistoryGrid.grid(claim).rows }
      try Output.standard.write(grid.rendered(as: format.format, on: session.canvas))
    }
    if !isComplete { throw ExitCode(1) }
  }
}
