import ArgumentParser
import Timeline
import TimelineViews

/// `timeline conflicts`.
struct ConflictsCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract: "Claims about which sources contradict each other.",
    discussion: """
      EXAMPLES:
        timeline conflicts
        timeline conflicts --status upcoming,overdue
        timeline conflicts --about ceasefire --format md
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @OptionGroup(title: "Which") var filters: FilterOptions
  @OptionGroup(title: "How many, in what order") var scope: ScopeOptions

  func run() throws {
    let session = try session()
    var query = try filters.query(now: session.now)
    scope.apply(to: &query)
    query.links = [.conflict]
    let claims = try session.timeline(for: .reading).claims(matching: query)
    try RowPrinter(format: format.format, canvas: session.canvas)
      .print(ConflictGrid.grid(claims), else: "no source contradicts another")
  }
}
