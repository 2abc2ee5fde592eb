public import ArgumentParser
public import Timeline
import TimelineViews

/// `timeline sources`.
struct SourcesCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "The track record of sources or outlets: claims made, kept, moved, missed.",
    discussion: """
      EXAMPLES:
        timeline sources
        timeline sources --by outlet
        timeline sources --from 2026-01 --format csv
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Option(help: ArgumentHelp("Who makes the claims: source, outlet.", valueName: "maker"))
  var by: TrackRecords.Maker = .source

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many; 0 for all.", valueName: "number"))
  var limit: Limit?

  @OptionGroup(title: "Which") var filters: FilterOptions

  func run() throws {
    let session = try session()
    let query = try filters.query(now: session.now)
    var records = TrackRecords(by: by)
    try session.timeline(for: .reading).forEachClaim(matching: query) { records.add($0) }
    let all = records.all
    let most = limit.map { $0.count } ?? (format.format.isForPrograms ? nil : ListCommand.usualLimit)
    let shown = most.map { Array(all.prefix($0)) } ?? all
    try RowPrinter(format: format.format, canvas: session.canvas)
      .print(SourceGrid.grid(shown, by: by), else: "nobody made a claim with a date")
  }
}

extension TrackRecords.Maker: ExpressibleByArgument {}
