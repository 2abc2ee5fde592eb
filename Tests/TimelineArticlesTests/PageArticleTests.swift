import Foundation
import Testing
import TimelineArticles
import TimelineDates
import TimelinePages
import TimelineTestSupport

@Suite struct PageArticleTests {
  private static let html = """
    <html lang="en"><title>Talks go on</title><meta name="author" content="Ada Byron">
    <meta property="article:published_time" content="2026-02-12T09:30:00+01:00">
    <p>The ministers meet again in June, two diplomats said on Thursday, and the truce holds until then.</p>
    """

  private func raw(_ html: String, origin: ArticleOrigin = ArticleOrigin()) -> RawArticle {
    RawArticle(file: "a.html", format: .html, bytes: Array(html.utf8), origin: origin)
  }

  @Test func aPageIsAnArticle() throws {
    let article = try raw(Self.html).article(now: nil)
    #expect(article.published.description == "2026-02-12T09:30:00+01:00")
    #expect(article.title == "Talks go on")
    #expect(article.details?.author == "Ada Byron")
    #expect(article.text.hasPrefix("The ministers meet again"))
  }

  /// Whole or not at all: a page of which only the beginning can be read is refused.
  @Test func aPageThatIsNestedTooDeeplyIsRefused() throws {
    let deep = Self.html + String(repeating: "<div>", count: 3000) + "<p>And a second paragraph, they said."
    #expect(throws: ArticleRefusal(file: "a.html", problem: .cutPage)) { try raw(deep).article(now: nil) }
  }

  @Test func whatIsGivenOutranksThePage() throws {
    let given = ArticleFields(published: "2026-02-20", outlet: "The Post", url: "https://example.org/talks")
    let article = try raw(Self.html).article(given: given, now: nil)
    #expect(article.published.description == "2026-02-20")
    #expect(article.outlet == "The Post")
    #expect(article.key == "https://example.org/talks")
    let dates = try #require(article.details?.dates)
    #expect(dates.candidates.map(\.source) == [.given, .meta])
    #expect(dates.chosen == 0)
  }

  @Test func aPageWithoutADateOrWithAFutureOneIsRefused() throws {
    #expect(throws: ArticleRefusal(file: "a.html", problem: .noPublicationDate(.html))) {
      try raw("<p>A sentence for readers, said the page.</p>").article(now: nil)
    }
    let now = try #require(DocumentTime(iso: "2026-01-01"))
    let published = try #require(DocumentTime(iso: "2026-02-12T09:30:00+01:00"))
    #expect(throws: ArticleRefusal(file: "a.html", problem: .futureDate(published, now: now))) {
      try raw(Self.html).article(now: now)
    }
  }

  @Test func whatTheFeedTellsFillsGaps() throws {
    let time = try #require(DocumentTime(iso: "2026-02-12"))
    let feed = DateCandidate(
      source: .feed, role: .published, name: "pubDate", text: "2026-02-12", time: time, rank: 84)
    let origin = ArticleOrigin(
      fields: ArticleFields(outlet: "The Post", title: "From the feed"), dates: [feed])
    let article = try raw("<p>A sentence for readers, said the page.</p>", origin: origin).article(now: nil)
    #expect(article.title == "From the feed")
    #expect(article.published == time)
  }

  @Test func formsAreTold() {
    #expect(ArticleFormat(fileName: "a.HTM") == .html)
    #expect(ArticleFormat(fileName: "a.xhtml") == .html)
  }
}

@Suite struct InputNamesTests {
  @Test func foldersAndPatterns() throws {
    let folder = try TemporaryFolder()
    for name in ["b.html", "a.txt", "c.png", ".hidden.txt"] { try folder.write("x", to: name) }
    try FileManager.default.createDirectory(atPath: folder.path("deep"), withIntermediateDirectories: true)
    try folder.write("x", to: "deep/d.md")
    let root = folder.url.path
    #expect(InputNames.expand([root], recursive: false).files == [root + "/a.txt", root + "/b.html"])
    #expect(
      InputNames.expand([root], recursive: true).files == [
        root + "/a.txt", root + "/b.html", root + "/deep/d.md",
      ])
    #expect(InputNames.expand([root + "/*.html"], recursive: false).files == [root + "/b.html"])
    #expect(
      InputNames.expand(["-", "missing.txt", "https://example.org/*"], recursive: false).files.count == 3)
    let failures = InputNames.expand([root + "/*.pdf", folder.path("deep/none*")], recursive: false).failures
    #expect(failures.count == 2)
    #expect(failures.first?.description.contains("no file fits") == true)
  }
}
