import ArgumentParser
import Timeline
import TimelineViews

/// `timeline list`.
struct ListCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The timeline, oldest first.",
    discussion: """
      EXAMPLES:
        timeline list
        timeline list --from 2026-05 --about "security guarantees"
        timeline list --on "next week" --modality scheduled,promised
        timeline list --status overdue --format md
        timeline list --all --format json --as-of 2026-05-01
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption
  @OptionGroup(title: "Which") var filters: FilterOptions
  @OptionGroup(title: "How many, in what order") var scope: ScopeOptions

  /// So many rows are shown to a person who asked for no number.
  static let usualLimit = 200

  func run() throws {
    let session = try session()
    var query = try filters.query(now: session.now)
    if format.format.isForPrograms == false { query.limit = Self.usualLimit }
    scope.apply(to: &query)
    let timeline = try session.timeline(for: .reading)
    let count: Int
    if format.format.isForPrograms {
      count = try ClaimPrinter.stream(
        query, from: timeline, as: format.format, to: Output.standard.write)
    } else {
      let claims = try timeline.claims(matching: query)
      count = claims.count
      if count > 0 { try ClaimPrinter(format: format.format, canvas: session.canvas).print(claims) }
    }
    guard count > 0 else {
      Output.message("nothing matches")
      throw ExitCode(1)
    }
    if let limit = query.limit, scope.limit == nil, count == limit {
      let more = try Remainder(query, shown: limit, in: timeline)
      if let words = more.words { Output.message("\(words); see them with --limit 0") }
    }
  }
}
