import ArgumentParser
import Timeline
import TimelineViews

/// `timeline brief`.
struct BriefCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "The morning paper: new, moved, contradicted, due within a week, overdue.",
    discussion: """
      EXAMPLES:
        timeline brief
        timeline brief --since monday
        timeline brief --since 2026-05-14 --as-of 2026-05-22 --format md
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Option(
    help: ArgumentHelp(
      "The day after whose end changes count; else two days back, so that all of yesterday is told.",
      valueName: "day"))
  var since: String?

  @OptionGroup(title: "Which") var filters: FilterOptions

  /// Of what is overdue the latest are shown.
  private static let usualOverdue = 10

  func run() throws {
    let session = try session()
    var query = try filters.query(now: session.now)
    let today = query.day
    let since = try self.since.map { try DateArgument.day($0, now: session.now, toward: .past) } ?? today + -2
    guard since <= today else { throw CommandFailure.emptyRange("\(CivilDate(since))..\(CivilDate(today))") }
    query.asOf = today
    let timeline = try session.timeline(for: .reading)
    let changes = since < today ? try timeline.changes(from: since, to: today, matching: query) : []
    var ahead = query
    ahead.statuses = [.upcoming]
    ahead.order = .due
    ahead.to = [query.to, today + 6].compactMap { $0 }.min()
    let due = try timeline.claims(matching: ahead).filter { claim in
      claim.current?.lastDay.map { $0 <= today + 6 } ?? true
    }
    var late = query
    late.statuses = [.overdue]
    late.order = .due
    late.isReversed = true
    late.limit = Self.usualOverdue
    let overdue = try timeline.claims(matching: late)
    let view = BriefView(changes: changes, due: due, overdue: overdue, since: since, on: today)
    switch format.format {
    case .table where !view.isEmpty: try Output.standard.write(view.text(on: session.canvas))
    case .md where !view.isEmpty: try Output.standard.write(view.markdown())
    case .table, .md: break
    case .json, .jsonl, .csv, .tsv:
      try Output.standard.write(view.rows().rendered(as: format.format, on: session.canvas))
    }
    guard !view.isEmpty else {
      Output.message("nothing new, nothing due")
      throw ExitCode(1)
    }
    let more = try Remainder(late, shown: overdue.count, in: timeline)
    if let words = more.words { Output.message("\(words) overdue ones; see them with “timeline overdue”") }
  }
}
