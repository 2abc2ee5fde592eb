import ArgumentParser
import Timeline
import TimelineViews

/// `timeline article-diff`.
struct ArticleDiffCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "article-diff",
    abstract: "Which claims appeared, vanished or changed between versions of an article.",
    discussion: """
      EXAMPLES:
        timeline article-diff https://example.org/meeting
        timeline article-diff https://example.org/meeting --from 1 --to 3 --format json

      An article that is added again under the same address with another text is a new version; a change that \
      nobody announced shows here, in claims and not in words.
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @OptionGroup var article: NamedArticle

  @Option(help: ArgumentHelp("The older version; else the one before the newer.", valueName: "number"))
  var from: Int?

  @Option(help: ArgumentHelp("The newer version; else the newest.", valueName: "number"))
  var to: Int?

  func run() throws {
    let session = try session()
    let timeline = try session.timeline(for: .reading)
    let article = try article.stored(in: timeline)
    let change = try timeline.versionChange(ofArticle: article.reference.key, from: from, to: to)
    try RowPrinter(format: format.format, canvas: session.canvas).print(
      VersionGrid.grid(change ?? VersionChange(version: 1)),
      else: change == nil ? "there is only one version of it" : "the same claims in both versions")
  }
}
