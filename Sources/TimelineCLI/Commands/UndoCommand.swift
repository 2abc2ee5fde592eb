import ArgumentParser
import Timeline
import TimelineViews

/// `timeline undo`.
struct UndoCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the newest decision: settle, merge, split, rename, tag, hide.",
    discussion: """
      EXAMPLES:
        timeline undo
        timeline undo --list
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Flag(help: "Only list what was decided, the newest first.")
  var list = false

  func run() throws {
    let session = try session()
    if list {
      let decisions = try session.timeline(for: .reading).decisions()
      let grid = Grid(
        columns: [
          Grid.Column("decision"), Grid.Column("id"), Grid.Column("claim", minimumWidth: 24),
          Grid.Column("before"), Grid.Column("uid"),
        ],
        rows: decisions.map { decision in
          [
            Grid.Cell(decision.kind.rawValue), Grid.Cell(decision.claim.map { .number(Int($0)) } ?? .none),
            Grid.Cell(decision.title), Grid.Cell(decision.before), Grid.Cell(decision.uid, .dim),
          ]
        })
      try RowPrinter(format: format.format, canvas: session.canvas).print(grid, else: "nothing is decided")
      return
    }
    // Opened for reading first, so that a wrong path is an error and not a new timeline.
    _ = try session.timeline(for: .reading)
    guard let undone = try session.timeline(for: .writing).undo() else {
      Output.message("nothing is decided")
      throw ExitCode(1)
    }
    let again = undone.before.isEmpty ? "" : "; again \(undone.before)"
    Output.message("taken back: \(undone.kind.rawValue) “\(undone.title)”\(again)")
  }
}
