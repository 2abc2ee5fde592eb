import ArgumentParser
import Timeline
package import TimelineArticles

/// `timeline add`.
struct AddCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add articles to the timeline.",
    discussion: """
      EXAMPLES:
        timeline add article.txt --published 2026-05-14 --outlet "Harbor Gazette"
        timeline add notes.md articles.jsonl page.html
        timeline add saved/ --recursive
        timeline add https://example.org/meeting.html https://example.org/feed.xml
        timeline add newsletters.mbox crawl.warc.gz
        curl -s https://example.org/articles.jsonl | timeline add --input jsonl -

      A text may begin with the lines “Published: 2026-05-14”, “Outlet: …”, “Title: …”, “URL: …” and an \
      empty line; Markdown may have the same as YAML front matter. A line of JSONL is \
      {"id","published","outlet","title","url","text"}. The text, the title, the outlet and the publication \
      of an HTML page are found in it; “timeline show-article” tells how. The same article again changes nothing, and \
      a page that its server calls unchanged is not sent again. Of an article that is clearly not English the text and \
      the date are kept, and no claims are looked for.

      How times are read is settled with the first article and kept with the timeline; \
      “timeline rebuild” takes the same options and reads all articles again.
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      "Articles: files, folders, patterns, addresses; - for standard input.", valueName: "file"))
  var files: [String] = []

  @Flag(help: "Go through the folders within folders too.")
  var recursive = false

  @Option(
    name: [.customLong("input"), .customLong("format")],
    help: ArgumentHelp("The form of the articles, where the name does not tell it.", valueName: "format"))
  var format: ArticleFormat?

  @OptionGroup(title: "What is known of the articles") var given: ArticleOptions
  @OptionGroup(title: "How times are read") var reading: SettingsOptions

  func run() throws {
    guard !files.isEmpty else { throw CommandFailure.noFiles }
    let session = try session()
    let named = InputNames.expand(files, recursive: recursive)
    let stream = ArticleStream(
      files: named.files, format: format, given: try given.fields(now: session.now), now: session.now)
    _ = try reading.applied(to: ResolutionSettings())
    let timeline = try session.timeline(for: .writing)
    stream.known = { try timeline.fetched(from: $0) }
    try timeline.adopt(try reading.applied(to: try timeline.settings))
    for failure in named.failures { Output.message("\(failure)") }
    Interruption.listen()
    var bar = ProgressBar("Adding")
    let report = try timeline.add(contentsOf: stream) { report in
      let (read, total) = stream.position
      bar.show(total.map { Double(read) / Double(max($0, 1)) }, "\(report.articles) articles")
    }
    bar.finish()
    for refusal in report.refused { Output.message("\(refusal.key): \(refusal.reason)") }
    ForeignTexts.tell(report.foreign)
    let refusedKeys = Set(report.refused.map(\.key))
    try timeline.remember(stream.fetched.filter { !refusedKeys.contains($0.articleKey) })
    let refused = report.refused.count + stream.refusals + named.failures.count
    try Output.standard.write(Self.summary(report, unchangedPages: stream.unchangedPages, refused: refused))
    if Interruption.isAsked {
      try Output.standard.flush()
      Output.message("interrupted; what was added stays, and the same command adds the rest")
      throw ExitCode(130)
    }
    if report.added + report.newVersions > report.foreign.count && report.claims == 0 {
      Output.message(
        "nothing in it could be dated; “timeline extract FILE” shows what is found in an article")
    }
    if refused > 0 {
      try Output.standard.flush()
      throw ExitCode(2)
    }
  }

  private static func summary(_ report: BulkReport, unchangedPages: Int, refused: Int) -> String {
    var parts = ["\(count(report.added, "article")) added with \(count(report.claims, "claim"))"]
    if report.newVersions > 0 { parts.append("\(count(report.newVersions, "article")) changed") }
    if report.unchanged > 0 { parts.append("\(report.unchanged) already there") }
    if unchangedPages > 0 { parts.append("\(count(unchangedPages, "page")) unchanged since the last time") }
    if refused > 0 { parts.append("\(refused) refused") }
    return parts.joined(separator: ", ") + "\n"
  }

  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension ArticleFormat: ExpressibleByArgument {}
