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

  @Test func anArticleInAnotherLanguageIsKeptWithoutClaims() throws {
    let text =
      "Die Minister treffen sich am 12. Juni wieder, um den Vertrag zu unterzeichnen, sagten zwei Diplomaten. "
      + "Das Treffen soll in der Hauptstadt sein, und es ist nach einem Jahr das erste; Meeting on 12 June 2026."
    let file = try folder.write("Published: 2026-05-14\n\n\(text)", to: "de.txt")
    let page = try folder.write(
      "<html><meta name=date content=2026-05-14><p>Karvelia: \(text)</p></html>", to: "de.html")
    let added = try timeline.run("--now", "2026-06-01", "add", file, page)
    #expect(added.status == 0, "\(added.messages)")
    #expect(added.text == "2 articles added with 0 claims\n")
    #expect(added.messages.components(separatedBy: "is in German; no claims").count == 3)
    #expect(!added.messages.contains("nothing in it could be dated"))
    for number in ["1", "2"] {
      let shown = try object(try timeline.run("show-article", number, "--format", "json").output)
      #expect(shown["language"] as? String == "de")
      #expect(shown["published"] as? String == "2026-05-14")
    }
    let again = try timeline.run("rebuild")
    #expect(again.text.contains("0 claims"))
    #expect(again.messages.contains("is in German"))
    let extracted = try timeline.run("extract", file)
    #expect(extracted.messages.contains("is in German"))
    #expect(extracted.status == 1)
  }

  @Test func copiesAreShown() throws {
    let text = String(Self.html.dropFirst())
    let first = try folder.write("<" + text, to: "a.html")
    let second = try folder.write(
      "<" + text.replacingOccurrences(of: "2026-02-12T09", with: "2026-02-12T19"), to: "b.html")
    #expect(
      try timeline.run("add", second, "--url", "https://example.org/b", "--now", "2026-03-01").status == 0)
    #expect(
      try timeline.run("add", first, "--url", "https://example.org/a", "--now", "2026-03-01").status == 0)
    let articles = try timeline.run("articles")
    #expect(articles.lines.count >= 2, "\(articles.text)")
    let copy = try timeline.run("show-article", "1", "--format", "json")
    #expect(try JSONSchema("article.schema.json").faults(in: copy.output) == [])
    #expect(try object(copy.output)["copyOf"] as? String != nil)
    #expect(try timeline.run("show-article", "1").text.contains("copy of"))
    #expect(try timeline.run("show-article", "2").text.contains("copies"))
  }

  @Test func wholeArticlesAreJSON() throws {
    let page = try folder.write(Self.html, to: "page.html")
    let outcome = try timeline.run("extract", "--only", "article", page)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("--format jsonl"))
  }
}
