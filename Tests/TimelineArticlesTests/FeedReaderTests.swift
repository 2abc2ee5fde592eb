import Testing
import TimelineArticles
import TimelineTestSupport

@Suite struct FeedReaderTests {
  private func feed(_ text: String) throws -> Feed {
    try FeedReader.read(Array(text.utf8), address: "https://example.org/news/feed.xml")
  }

  @Test func rss2() throws {
    let feed = try feed(
      """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY nbsp "&#160;">]><rss version="2.0"
      xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>The Post</title><language>en</language><item><title>A &amp; B</title><link>/a</link><guid isPermaLink="false">7</guid>
      <pubDate>Thu, 12 Feb 2026 09:30:00 EST</pubDate><dc:creator>Ada Byron</dc:creator><description>Short</description>
      <content:encoded><![CDATA[<p>Long</p>]]></content:encoded></item></channel></rss>
      """)
    let entry = try #require(feed.entries.first)
    #expect(feed.title == "The Post")
    #expect(entry.id == "7")
    #expect(entry.url == "https://example.org/a")
    #expect(entry.title == "A & B")
    #expect(entry.author == "Ada Byron")
    #expect(entry.content == "<p>Long</p>")
    #expect(entry.isWhole)
    let raw = entry.article(of: feed, file: "f")
    #expect(raw.origin.dates.first?.time.description == "2026-02-12T09:30:00-05:00")
  }

  @Test func whatBreaksOffIsTold() throws {
    let whole = """
      <rss version="2.0"><channel><title>The Post</title><item><link>/a</link><description>One &amp; two</description></item>
      <item><link>/b</link><description>Three</description></item></channel></rss>
      """
    #expect(try !feed(whole).isCut)
    let cut = try feed(String(whole.prefix(170)))
    #expect(cut.isCut)
    #expect(cut.entries.map(\.content) == ["One & two"])
    #expect(cut.articles(file: "f").count == 2)
    guard case .failure(let refusal)? = cut.articles(file: "f").last else {
      Issue.record("nothing is told")
      return
    }
    #expect(refusal.problem == .cutFeed(entries: 1))
    let json =
      #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","content_text":"One"},{"id":"2","content_text":"Tw"#
    #expect(try feed(json).isCut)
    #expect(try feed(json).entries.map(\.content) == ["One"])
    #expect(try !feed(json + #"o }"}]}"#).isCut)
  }

  /// A fault that nothing is lost by is none of these.
  @Test func slipsAreForgiven() throws {
    let feed = try feed(
      """
      <rss version="2.0"><channel><title>A & B</title><item><link>/a?b=1&c=2</link><description>One&nbsp;two &copy; 2026</description></item>
      <item><link>/b</link><description>Three</description></item></channel></rss>
      """)
    #expect(!feed.isCut)
    #expect(feed.entries.count == 2)
  }

  @Test func anEntryWithoutTextIsCalledSo() throws {
    let feed = try feed("<rss version=\"2.0\"><channel><item><title>A</title></item></channel></rss>")
    let raw = try #require(try feed.articles(file: "f").first?.get())
    #expect(throws: ArticleRefusal(file: "f", part: "A", problem: .noText)) { try raw.article(now: nil) }
  }

  @Test func rss1() throws {
    let feed = try feed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Post</title></channel>
      <item rdf:about="https://example.org/a"><title>A</title><link>https://example.org/a</link>
      <dc:date>2026-02-12T09:30:00+01:00</dc:date><description>Short</description></item></rdf:RDF>
      """)
    #expect(feed.entries.map(\.url) == ["https://example.org/a"])
    #expect(feed.entries.first?.published == "2026-02-12T09:30:00+01:00")
  }

  @Test func atomWithMarkup() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><author><name>Desk</name></author>
      <entry><id>x</id><title>A</title><link rel="self" href="/self"/><link href="a.html"/>
      <published>2026-02-12T09:30:00Z</published><updated>2026-02-13T09:30:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &lt; two</p><p>Three</p></div></content></entry></feed>
      """)
    let entry = try #require(feed.entries.first)
    #expect(entry.url == "https://example.org/news/a.html")
    #expect(entry.author == "Desk")
    #expect(entry.content.contains("<p>One &lt; two</p><p>Three</p>"))
    #expect(entry.modified == "2026-02-13T09:30:00Z")
  }

  @Test func jsonFeed() throws {
    let feed = try feed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "The Post", "items": [
      {"id": "1", "url": "https://example.org/a", "title": "A", "content_text": "Text", "authors": [{"name": "Ada"}],
       "date_published": "2026-02-12T09:30:00Z"}]}
      """)
    let entry = try #require(feed.entries.first)
    #expect(feed.title == "The Post")
    #expect(entry.isPlain)
    #expect(entry.author == "Ada")
  }

  @Test func bombsAndForeignEntitiesAreHarmless() throws {
    let bomb = (1..<20).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }
      .joined()
    let feed = try feed(
      """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "x">\(bomb)<!ENTITY f SYSTEM "file:///etc/passwd">]>
      <rss version="2.0"><channel><title>T&e19;</title><item><title>A&f;</title><link>/a</link></item></channel></rss>
      """)
    #expect((feed.title ?? "").utf8.count < 100)
    #expect(feed.entries.allSatisfy { !($0.title ?? "").contains("root:") })
  }

  @Test func textDeepWithinIsKeptOnce() throws {
    let text = String(repeating: "A sentence. ", count: 50_000)
    let item =
      "<item><title>A</title><link>/a</link>" + String(repeating: "<x>", count: 180) + text
      + String(repeating: "</x>", count: 180) + "<description>B <b>c</b> d</description></item>"
    let entry = try #require(
      try feed("<rss><channel>" + String(repeating: item, count: 8) + "</channel></rss>").entries.last)
    #expect(entry.title == "A")
    #expect(entry.content == "B c d")
  }

  @Test func deepNestingEnds() throws {
    let deep =
      "<rss><channel><item><title>A</title><link>/a</link>" + String(repeating: "<x>", count: 100_000)
    #expect(try feed(deep).isCut)
    #expect(try feed(deep).title == nil)
  }

  @Test func whatIsNoFeedIsRefused() {
    #expect(throws: ArticleProblem.noFeed) { try feed("<html><p>No feed.</p></html>") }
    #expect(throws: ArticleProblem.noFeed) { try feed("{\"a\": 1}") }
    #expect(throws: ArticleProblem.noFeed) { try feed("") }
  }

  @Test func aFeedFileIsArticles() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "The ministers meet again on 12 June, said two diplomats. ", count: 20)
    let path = try folder.write(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "The Post", "items": [{"id": "1", "content_text": "\(text)",
      "date_published": "2026-02-12"}, {"id": "2", "content_html": "<p>\(text)</p>"}]}
      """, to: "feed.json")
    var reader = try ArticleReader(path)
    #expect(reader.format == .feed)
    let first = try #require(try reader.next()).get().article(now: nil)
    #expect(first.key == "1")
    #expect(first.published.description == "2026-02-12")
    #expect(first.outlet == "The Post")
    let second = try #require(try reader.next()).get()
    #expect(throws: ArticleRefusal(file: path, part: "2", problem: .noPublicationDate(.html))) {
      try second.article(now: nil)
    }
    let end = try reader.next()
    #expect(end == nil)
  }
}
