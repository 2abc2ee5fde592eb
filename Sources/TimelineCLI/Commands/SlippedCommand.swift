import ArgumentParser
import Timeline
import TimelineViews

/// `timeline slipped`.
struct SlippedCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "slipped",
    abstract: "Claims whose date was moved, those moved most often first, then by how much later.",
    discussion: """
      EXAMPLES:
        timeline slipped
        timeline slipped --sort days --limit 10
        timeline slipped --outlet \"Harbor Gazette\" --format csv
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  enum Order: String, CaseIterable, ExpressibleByArgument {
    case moves, days
  }

  @Option(
    help: ArgumentHelp("By the number of moves, or by the days in all: moves, days.", valueName: "order"))
  var sort: Order = .moves

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many; 0 for all.", valueName: "number"))
  var limit: Limit?

  @OptionGroup(title: "Which") var filters: FilterOptions

  func run() throws {
    let session = try session()
    var query = try filters.query(now: session.now)
    query.links = [.revision]
    let claims = try session.timeline(for: .reading).claims(matching: query).filter { !$0.moves.isEmpty }
    let sorted = claims.sorted { one, two in
      let (first, second) = (weight(of: one), weight(of: two))
      return first != second ? first > second : one.id < two.id
    }
    let most = limit.map { $0.count } ?? (format.format.isForPrograms ? nil : ListCommand.usualLimit)
    let shown = most.map { Array(sorted.prefix($0)) } ?? sorted
    try RowPrinter(format: format.format, canvas: session.canvas)
      .print(SlippedGrid.grid(shown), else: "no date was moved")
  }

  /// What it is sorted by first, and where that is the same.
  private func weight(of claim: TrackedClaim) -> [Int] {
    // What was brought forward comes behind all that was put off.
    let (moves, days) = (claim.moves, claim.daysSlipped)
    return sort == .moves ? [moves.count, days] : [days, moves.count]
  }
}

extension [Int] {
  fileprivate static func > (one: [Int], two: [Int]) -> Bool { two.lexicographicallyPrecedes(one) }
}
