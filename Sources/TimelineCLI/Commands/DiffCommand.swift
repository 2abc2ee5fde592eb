import ArgumentParser
import Timeline
import TimelineViews

/// `timeline diff`.
struct DiffCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed in the timeline between the ends of two days.",
    discussion: """
      EXAMPLES:
        timeline diff 2026-05-14 2026-05-22
        timeline diff \"last week\" today --about ceasefire
        timeline diff 2026-05-14 2026-05-22 --format md
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(help: ArgumentHelp("The earlier day, or a time whose last day counts.", valueName: "from"))
  var first: String

  @Argument(help: ArgumentHelp("The later day, or a time whose last day counts.", valueName: "to"))
  var last: String

  @OptionGroup(title: "Which") var filters: FilterOptions

  func run() throws {
    let session = try session()
    var query = try filters.query(now: session.now)
    if filters.asOf != nil { throw CommandFailure.notWith("--as-of", "the two days say what is known") }
    let days = try [first, last].map { text in
      guard let day = try DateArgument.read(text, now: session.now, toward: .past).last else {
        throw CommandFailure.dateIsNoDay(text)
      }
      return day
    }
    guard days[0] < days[1] else {
      throw CommandFailure.emptyRange("\(CivilDate(days[0]))..\(CivilDate(days[1]))")
    }
    query.scope = .dated
    let changes = try session.timeline(for: .reading).changes(from: days[0], to: days[1], matching: query)
    try RowPrinter(format: format.format, canvas: session.canvas)
      .print(ChangeGrid.grid(changes), else: "nothing changed")
  }
}
