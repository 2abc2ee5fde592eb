import ArgumentParser
import Timeline
import TimelineViews

/// `timeline articles`.
struct ArticlesCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "The articles of the timeline, oldest first.",
    discussion: """
      EXAMPLES:
        timeline articles --outlet "Harbor Gazette"
        timeline articles --from 2026-05 --format csv
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Option(help: ArgumentHelp("Published on this date or later.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("Published on this date or earlier.", valueName: "date"))
  var to: String?

  @Option(help: ArgumentHelp("Who published them.", valueName: "name"))
  var outlet: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many; 0 for all.", valueName: "number"))
  var limit: Limit?

  func run() throws {
    let session = try session()
    let usual = format.format.isForPrograms ? nil : ListCommand.usualLimit
    let limit = limit.map(\.count) ?? usual
    var query = ArticleQuery(outlet: outlet, limit: limit.map { $0 + 1 })
    query.from = try from.map { try DateArgument.read($0, now: session.now, toward: .past) }?.first
    query.to = try to.map { try DateArgument.read($0, now: session.now, toward: .past) }?.last
    let found = try session.timeline(for: .reading).articles(matching: query)
    let articles = limit.map { Array(found.prefix($0)) } ?? found
    if articles.isEmpty { Output.message("nothing matches") }
    if !articles.isEmpty || format.format.isForPrograms {
      try Output.standard.write(Self.grid(articles).rendered(as: format.format, on: session.canvas))
    }
    if articles.isEmpty { throw ExitCode(1) }
    if found.count > articles.count { Output.message("there are more; see them with --limit 0") }
  }

  private static func grid(_ articles: [StoredArticle]) -> Grid {
    Grid(
      columns: [
        Grid.Column("id", isNumeric: true), Grid.Column("published"),
        Grid.Column("outlet", minimumWidth: 10, expendability: 1),
        Grid.Column("title", minimumWidth: 10), Grid.Column("claims", isNumeric: true, expendability: 2),
        Grid.Column("versions", isNumeric: true, expendability: 3),
        Grid.Column("bytes", isNumeric: true, expendability: 4), Grid.Column("key", minimumWidth: 6),
        Grid.Column("url", minimumWidth: 12, expendability: 5),
      ],
      rows: articles.map { article in
        [
          Grid.Cell(.number(Int(article.id))), Grid.Cell(article.reference.published.description),
          Grid.Cell(article.reference.outlet),
          Grid.Cell(article.reference.title), Grid.Cell(.number(article.claims)),
          Grid.Cell(.number(article.versions)), Grid.Cell(.number(article.bytes)),
          Grid.Cell(article.reference.key), Grid.Cell(article.reference.url),
        ]
      })
  }
}
