import ArgumentParser
import Timeline
import TimelineViews

/// `timeline upcoming`.
struct UpcomingCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "upcoming",
    abstract: "Deadlines and events ahead, soonest first, the overdue behind them.",
    discussion: """
      EXAMPLES:
        timeline upcoming
        timeline upcoming --within 30d --outlet "Harbor Gazette"
        timeline upcoming --modality demanded --format jsonl
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Option(
    help: ArgumentHelp("No further ahead than this: 30d, 6w, 3m, 1y, \"next week\".", valueName: "length"))
  var within: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("At most so many overdue ones and so many ahead; 0 for all.", valueName: "number"))
  var limit: Limit?

  @OptionGroup(title: "Which") var filters: FilterOptions

  /// Of what is overdue a person sees the latest that is still news: an event that nobody reported on most
  /// likely just took place, but what was promised or demanded by a day is asked after for longer.
  private static let usualOverdue = 10
  private static let newsDays = 14
  private static let undertakingDays = 90

  func run() throws {
    let session = try session()
    var query = try filters.query(now: session.now, toward: .future)
    if let within {
      let last = try LengthArgument.lastDay(within, now: session.now)
      query.to = query.to.map { min($0, last) } ?? last
    }
    let timeline = try session.timeline(for: .reading)
    let overdue = try overdue(query, timeline)
    let ahead = try select(.upcoming, query, most(ListCommand.usualLimit), timeline)
    let claims = overdue.claims + ahead.claims
    let view = UpcomingView(claims, on: query.day)
    if claims.isEmpty { Output.message("nothing is ahead") }
    switch format.format {
    case .table: try Output.standard.write(view.table(on: session.canvas))
    case .md: try Output.standard.write(view.markdown())
    case .json, .jsonl, .csv, .tsv:
      try ClaimPrinter(format: format.format, canvas: session.canvas, detail: .upcoming(on: query.day))
        .print(view.claims)
    }
    try Output.standard.flush()
    if let words = overdue.more.words {
      Output.message("\(words) overdue ones; see them with “timeline overdue”")
    }
    if let words = ahead.more.words { Output.message("\(words) upcoming ones; see them with --limit 0") }
    if claims.isEmpty { throw ExitCode(1) }
  }

  /// What is overdue: all of it for programs and where a number was asked for, else what is still news.
  private func overdue(_ query: ClaimQuery, _ timeline: Timeline) throws -> (
    claims: [TrackedClaim], more: Remainder
  ) {
    guard limit == nil, !format.format.isForPrograms else {
      return try select(.overdue, query, most(Self.usualOverdue), timeline)
    }
    let (claims, _) = try select(.overdue, query, Self.usualOverdue * 10, timeline)
    let news = claims.filter { claim in
      guard let current = claim.current, let last = current.lastDay else { return false }
      let isUndertaking = current.due != nil || [.promised, .demanded].contains(current.modality)
      return query.day - last <= (isUndertaking ? Self.undertakingDays : Self.newsDays)
    }
    let shown = Array(news.prefix(Self.usualOverdue))
    var all = query
    all.statuses = [.overdue]
    let allowed = query.statuses.isEmpty || query.statuses.contains(.overdue)
    return (shown, allowed ? try Remainder(all, shown: shown.count, in: timeline) : .none)
  }

  /// How many to show: what was asked for, else a usual number for people and all for programs.
  private func most(_ usual: Int) -> Int? {
    if let limit { return limit.count }
    return format.format.isForPrograms ? nil : usual
  }

  /// Claims of one status, the nearest ones where there are too many, and how many more there are; none
  /// where the filters ask for others.
  private func select(
    _ status: Status, _ query: ClaimQuery, _ limit: Int?, _ timeline: Timeline
  ) throws -> (claims: [TrackedClaim], more: Remainder) {
    guard query.statuses.isEmpty || query.statuses.contains(status) else { return ([], .none) }
    var query = query
    query.statuses = [status]
    query.order = .due
    query.isReversed = status == .overdue
    query.limit = limit
    let claims = try timeline.claims(matching: query)
    guard let limit, claims.count == limit else { return (claims, .none) }
    return (claims, try Remainder(query, shown: limit, in: timeline))
  }
}
