import ArgumentParser
import Timeline
import TimelineViews

/// `timeline overdue`.
struct OverdueCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "overdue",
    abstract: "Claims whose day is past and of which nothing is known, the latest first.",
    discussion: """
      EXAMPLES:
        timeline overdue
        timeline overdue --modality promised,demanded
        timeline overdue --as-of 2026-05-20 --format json
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many; 0 for all.", valueName: "number"))
  var limit: Limit?

  @OptionGroup(title: "Which") var filters: FilterOptions

  func run() throws {
    let session = try session()
    var query = try filters.query(now: session.now)
    guard query.statuses.isEmpty || query.statuses == [.overdue] else {
      throw CommandFailure.badWord(
        query.statuses.map(\.rawValue).sorted().joined(separator: ","), option: "--status",
        allowed: [Status.overdue.rawValue])
    }
    query.statuses = [.overdue]
    query.order = .due
    query.isReversed = true
    query.limit = limit.map(\.count) ?? (format.format.isForPrograms ? nil : ListCommand.usualLimit)
    let timeline = try session.timeline(for: .reading)
    let claims = try timeline.claims(matching: query)
    if claims.isEmpty { Output.message("nothing is overdue") }
    let view = UpcomingView(claims, on: query.day)
    switch format.format {
    case .table: try Output.standard.write(view.table(on: session.canvas))
    case .md: try Output.standard.write(view.markdown())
    case .json, .jsonl, .csv, .tsv:
      try ClaimPrinter(format: format.format, canvas: session.canvas, detail: .upcoming(on: query.day))
        .print(claims)
    }
    if claims.isEmpty { throw ExitCode(1) }
    if let most = query.limit, limit == nil, claims.count == most {
      let more = try Remainder(query, shown: most, in: timeline)
      if let words = more.words { Output.message("\(words); see them with --limit 0") }
    }
  }
}
