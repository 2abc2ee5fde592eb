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

  @OptionGroup var named: ClaimsArguments

  func run() throws {
    let session = try session()
    let timeline = try session.timeline(for: .reading)
    let (claims, areAll) = try named.claims(in: timeline, session)
    if format.format == .table {
      let sheets = claims.map { HistoryGrid.sheet($0, on: session.canvas) }
      try Output.standard.write(sheets.joined(separator: "\n"))
    } else if !claims.isEmpty || format.format.isForPrograms {
      var grid = Grid(columns: HistoryGrid.columns)
      for claim in claims { grid.rows += HistoryGrid.grid(claim).rows }
      try Output.standard.write(grid.rendered(as: format.format, on: session.canvas))
    }
    if !areAll { throw ExitCode(1) }
  }
}
