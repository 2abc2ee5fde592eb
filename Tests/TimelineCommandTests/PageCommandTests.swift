import Foundation
import Testing
import TimelineTestSupport

@Suite("Pages on the command line")
struct PageCommandTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand
  private static let html = """
    <html lang="en"><title>Talks go on | The Post</title>
    <meta property="article:published_time" content="2026-02-12T09:30:00+01:00"><meta name="author" content="Ada Byron">
    <body><h1>Talks go on</h1><p class="date">14 February 2026</p>
    <p>The ministers will meet again on 12 June, two diplomats said on Thursday in the capital of the country.</p></body>
    """

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder, environment: ["TIMELINE_DB": folder.path("t.db")])
  }

  private func object(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func extractPrintsTheArticleAndTouchesNoTimeline() throws {
    let page = try folder.write(Self.html, to: "page.html")
    let outcome = try timeline.run(
      "extract", "--only", "article", "--format", "jsonl", "--url", "https://example.org/talks", page)
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 1)
    let line = try #require(outcome.lines.first)
    #expect(try JSONSchema("article.schema.json").faults(in: Data(line.utf8)) == [])
    let article = try object(Data(line.utf8))
    #expect(article["published"] as? String == "2026-02-12T09:30:00+01:00")
    #expect(article["title"] as? String == "Talks go on")
    #expect(article["outlet"] as? String == "The Post")
    #expect(article["author"] as? String == "Ada Byron")
    #expect(article["url"] as? String == "https://example.org/talks")
    #expect((article["candidates"] as? [Any])?.count == 2)
    #expect((article["warnings"] as? [String])?.count == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.path("t.db")))
  }

  @Test func anAddedPageShowsItsDates() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("saved/deep"), withIntermediateDirectories: true)
    try folder.write(Self.html, to: "saved/deep/page.html")
    let none = try timeline.run("add", folder.path("saved"))
    #expect(none.status == 2)
    #expect(none.messages.contains("--recursive"))
    let added = try timeline.run("--now", "2026-11-21", "add", "--recursive", folder.path("saved"))
    #expect(added.status == 0, "\(added.messages)")
    let shown = try timeline.run("show-article", "1", "--format", "json")
    #expect(shown.status == 0, "\(shown.messages)")
    #expect(try JSONSchema("article.schema.json").faults(in: shown.output) == [])
    let table = try timeline.run("show-article", "1")
    #expect(table.text.contains("article:published_time"))
    #expect(table.text.contains("2026-02-14"))
    #expect(table.messages.contains("settle it with --published"))
    let missing = try timeline.run("show-article", "77")
    #expect(missing.status == 2)
  }

  @Test func aQuotedPatternAndAGivenDate() throws {
    try folder.write(Self.html, to: "a.html")
    let added = try timeline.run("add", folder.path("*.html"), "--published", "2026-02-10")
    #expect(added.status == 0, "\(added.messages)")
    let shown = try object(try timeline.run("show-article", "1", "--format", "json").output)
    #expect(shown["published"] as? String == "2026-02-10")
    let first = try #require((shown["candidates"] as? [[String: Any]])?.first)
    #expect(first["source"] as? String == "given")
    #expect(first["chosen"] as? Bool == true)
  }

  @Test func wholeArticlesAreJSON() throws {
    let page = try folder.write(Self.html, to: "page.html")
    let outcome = try timeline.run("extract", "--only", "article", page)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("--format jsonl"))
  }
}
