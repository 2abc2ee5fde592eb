import ArgumentParser
import Timeline
import TimelineViews

/// `timeline stats`.
struct StatsCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "What the timeline holds: counts and sizes.",
    discussion: """
      EXAMPLES:
        timeline stats
        timeline stats --format json
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  func run() throws {
    let session = try session()
    let timeline = try session.timeline(for: .reading)
    let grid = Self.grid(try timeline.statistics(now: session.today), path: session.database)
    switch format.format {
    case .table:
      let rows = zip(grid.columns, grid.rows.first ?? []).map { column, cell in
        [Grid.Cell(column.heading.lowercased()), cell]
      }
      let turned = Grid(columns: [Grid.Column("name"), Grid.Column("value")], rows: rows)
      try Output.standard.write(turned.table(on: session.canvas, hasHeadings: false))
    default: try Output.standard.write(grid.rendered(as: format.format, on: session.canvas))
    }
  }

  private static func grid(_ statistics: TimelineStatistics, path: String) -> Grid {
    var columns: [Grid.Column] = []
    var row: [Grid.Cell] = []
    func add(_ name: String, _ value: Grid.Value) {
      columns.append(Grid.Column(name, isNumeric: false))
      row.append(Grid.Cell(value))
    }
    add("timeline", .text(path))
    add("articles", .number(statistics.articles))
    add("versions", .number(statistics.versions))
    add("outlets", .number(statistics.outlets))
    add("first_published", .text(statistics.firstPublished.map { CivilDate($0).description }))
    add("last_published", .text(statistics.lastPublished.map { CivilDate($0).description }))
    add("mentions", .number(statistics.mentions))
    add("claims", .number(statistics.claims))
    for status in Status.allCases { add(status.rawValue, .number(statistics.statuses[status] ?? 0)) }
    for kind in Link.Kind.allCases where kind != .first {
      let name = "links_" + kind.rawValue.split(separator: "-").joined(separator: "_")
      add(name, .number(statistics.links[kind] ?? 0))
    }
    add("text_bytes", .number(statistics.textBytes))
    add("file_bytes", .number(statistics.fileBytes))
    return Grid(columns: columns, rows: [row])
  }
}
