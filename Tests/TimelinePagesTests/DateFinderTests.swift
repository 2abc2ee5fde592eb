import Foundation
import Testing
import TimelineDates
import TimelinePages

@Suite struct DateFinderTests {
  private func choice(_ html: String, address: String? = nil, now: String? = nil) -> DateChoice {
    let page = PageReader.read(Array(html.utf8), address: address)
    return DateChoice(page.candidates, now: now.flatMap { DocumentTime(iso: $0) })
  }

  private func published(_ html: String, address: String? = nil) -> String? {
    choice(html, address: address).published?.description
  }

  /// The parser hands out long scripts in pieces, and the date stands behind the first of them.
  @Test func longLinkedData() {
    let body = String(repeating: "The ministers meet again in June, “at last”. ", count: 200)
    let html = """
      <script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "\(body)",
      "datePublished": "2026-02-12T09:30:00+01:00"}</script>
      <script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2026-02-13"}</script>
      """
    let choice = choice(html)
    #expect(body.utf8.count > 5000)
    #expect(choice.published?.description == "2026-02-12T09:30:00+01:00")
    #expect(choice.modified?.description == "2026-02-13")
  }

  /// Pages that are put together in the browser bring their data along in scripts.
  @Test func dataOfScripts() {
    func script(_ data: String) -> String {
      "<script>window.state = \(data);</script><p>A sentence for readers.</p>"
    }
    let one = #"{"article":{"published_at":"2026-02-12T09:30:00+01:00","title":"Talks"}}"#
    #expect(published(script(one)) == "2026-02-12T09:30:00+01:00")
    let escaped = one.replacingOccurrences(of: "\"", with: "\\\"")
    #expect(published(script("\"\(escaped)\"")) == "2026-02-12T09:30:00+01:00")
    #expect(published(script(#""{\"datePublished\": \"2026-02-12\"}""#)) == "2026-02-12")
    // Those of a list tell nothing; what is said elsewhere counts more.
    #expect(published(script(one + one.replacingOccurrences(of: "02-12", with: "02-10"))) == nil)
    #expect(
      published("<time datetime=2026-02-14>x</time>" + script(#"{"publishDate":"2026-02-12"}"#))
        == "2026-02-14")
    #expect(published(script(#"{"publishDate":"soon","republish":true,"publication":{"day":12}}"#)) == nil)
    #expect(published(script(String(repeating: "ubli\"publish\":\"", count: 100_000))) == nil)
  }

  /// 23:01 UTC is the next day where the outlet's clock writes the address, 9:00 UTC hardly the day before.
  @Test(arguments: [
    ("2026-02-11T23:01:00Z", "2026/02/12", "2026-02-12T00:01:00+01:00"),
    ("2026-02-12T09:00:00Z", "2026/02/11", "2026-02-12T09:00:00Z"),
    ("2026-02-11T23:01:00+01:00", "2026/02/12", "2026-02-11T23:01:00+01:00"),
  ])
  func theAddressShowsTheOutletsDay(_ told: String, _ path: String, _ date: String) {
    let html = "<meta property='article:published_time' content='\(told)'>"
    #expect(published(html, address: "https://example.org/\(path)/talks") == date)
  }

  @Test func abbreviationsTellTheirRole() {
    let choice = choice(
      "<abbr class='entry-published' title='2026-02-12'>x</abbr><abbr class='updated' title='2026-02-13'>y</abbr>"
    )
    #expect(choice.published?.description == "2026-02-12")
    #expect(choice.modified?.description == "2026-02-13")
  }

  @Test(arguments: [
    ("en-US", "https://example.co.uk/a", "2026-02-03"), ("en", "https://example.com/a", "2026-02-03"),
    ("en", "https://example.co.uk/a", "2026-03-02"), ("en-GB", "https://example.com/a", "2026-03-02"),
  ])
  func monthsBeforeDays(_ language: String, _ address: String, _ date: String) {
    #expect(
      published("<html lang='\(language)'><p class='date'>Published 2/3/2026</p></html>", address: address)
        == date)
  }

  @Test func linkedData() {
    let html = """
      <script type="application/ld+json">//<![CDATA[
      {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "X"},
        {"@type": ["Thing", "NewsArticle"], "headline": "A
      line", "datePublished": "2026-02-12T09:30:00+01:00", "dateModified": "2026-02-13T08:00:00+01:00",},
        {"@type": "Comment", "datePublished": "2026-02-14"}]}
      //]]></script>
      """
    let choice = choice(html)
    #expect(choice.published?.description == "2026-02-12T09:30:00+01:00")
    #expect(choice.modified?.description == "2026-02-13T08:00:00+01:00")
    #expect(choice.candidates.first?.source == .linkedData)
    #expect(choice.candidates.first?.name == "Thing datePublished")
    #expect(!choice.candidates.contains { $0.time.description == "2026-02-14" })
  }

  @Test(arguments: [
    (
      #"<meta property="article:published_time" content="2026-02-12T09:30:00-05:00">"#,
      "2026-02-12T09:30:00-05:00"
    ),
    (#"<meta name="DC.date.issued" content="2026-02-12">"#, "2026-02-12"),
    (#"<meta name="parsely-pub-date" content="2026-02-12T09:30:00Z">"#, "2026-02-12T09:30:00Z"),
    (#"<span itemprop="datePublished" content="2026-02-12">yesterday</span>"#, "2026-02-12"),
    (#"<span itemprop="datePublished">12 février 2026</span>"#, "2026-02-12"),
    (#"<time datetime="2026-02-12T09:30+0100">x</time>"#, "2026-02-12T09:30:00+01:00"),
    (#"<abbr class="published" title="2026-02-12T09:30:00-08:00">9:30</abbr>"#, "2026-02-12T09:30:00-08:00"),
    (#"<h1>A</h1><p class="date">Published 12 Feb 2026, 9:30 a.m. ET</p>"#, "2026-02-12T09:30:00-05:00"),
    (#"<h1>A</h1><p>Veröffentlicht am 12. März 2026 um 14.05 Uhr</p>"#, "2026-03-12T14:05:00"),
    (#"<h1>A</h1><p>12 de febrero de 2026</p>"#, "2026-02-12"),
    (#"<h1>A</h1><p>2026年2月12日 9:30</p>"#, "2026-02-12T09:30:00"),
    (#"<h1>A</h1><p>12 ФЕВРАЛЯ 2026, 13:43</p>"#, "2026-02-12T13:43:00"),
    (#"<h1>A</h1><p>Posted on February 12th, 2026 by Ada</p>"#, "2026-02-12"),
    (#"<h1>A</h1><p>12.2.26</p>"#, "2026-02-12"),
    (#"<h1>A</h1><p>Mise en ligne le 12/02/2026 à 14h05</p>"#, "2026-02-12T14:05:00"),
  ])
  func oneDate(_ html: String, _ expected: String) {
    #expect(published("<html><body>" + html + "<p>Text.</p></body></html>") == expected)
  }

  @Test func theAddressTellsTheDay() {
    #expect(published("<p>Text", address: "https://example.org/2026/02/12/talks.html") == "2026-02-12")
    #expect(published("<p>Text", address: "https://example.org/2026/feb/12/talks") == "2026-02-12")
    #expect(published("<p>Text", address: "https://example.org/news/20260212_talks") == "2026-02-12")
    #expect(published("<p>Text", address: "https://example.org/20261399/talks") == nil)
  }

  @Test func publishedAndNotModified() {
    let html = """
      <meta property="article:modified_time" content="2026-03-01T08:00:00Z">
      <h1>A</h1><p class="meta">12 February 2026. Last updated: 1 March 2026</p>
      """
    #expect(choice(html).published?.description == "2026-02-12")
    #expect(choice(html).modified?.description == "2026-03-01T08:00:00Z")
  }

  @Test func aChangeAloneIsToldAsSuch() {
    let choice = choice("<meta property='article:modified_time' content='2026-03-01T08:00:00Z'><p>Text")
    #expect(choice.published?.description == "2026-03-01T08:00:00Z")
    #expect(choice.warnings == [.onlyModified])
  }

  @Test func remarksListsAndClocksOfThePageAreNotItsDate() {
    let html = """
      <div class="current-time">21 November 2026, 12:00</div>
      <h1>A</h1><p>12 February 2026</p><p>Text of the article, which is short.</p>
      <div class="comments"><p class="date">13 February 2026, 10:00</p></div>
      <aside class="latest"><time datetime="2026-02-20">20 February</time></aside>
      """
    #expect(published(html) == "2026-02-12")
  }

  @Test func futureAndTooEarlyDatesAreNotChosen() throws {
    let html = """
      <meta property="article:published_time" content="2030-01-01"><meta name="date" content="2026-02-12">
      <meta name="pubdate" content="1970-01-01">
      """
    let choice = choice(html, now: "2026-11-21")
    let (future, early) = (
      try #require(DocumentTime(iso: "2030-01-01")), try #require(DocumentTime(iso: "1970-01-01"))
    )
    #expect(choice.published?.description == "2026-02-12")
    #expect(choice.warnings.contains(.future(future)))
    #expect(choice.warnings.contains(.beforeTheWeb(early)))
  }

  @Test func candidatesMoreThanADayApartAreWarnedOf() throws {
    let html = """
      <meta property="article:published_time" content="2026-02-12T09:00:00Z">
      <script type="application/ld+json">{"@type": "Article", "datePublished": "2026-02-20"}</script>
      """
    let warnings = choice(html).warnings
    #expect(
      warnings == [
        .apart(
          try #require(DocumentTime(iso: "2026-02-12T09:00:00Z")),
          try #require(DocumentTime(iso: "2026-02-20")))
      ])
  }

  @Test func momentsInUTCBecomeTheDayThatThePageShows() {
    let html = """
      <meta property="article:published_time" content="2026-02-11T23:00Z">
      <h1>A</h1><p class="date">12. Februar 2026</p>
      """
    #expect(published(html) == "2026-02-12T00:00:00+01:00")
    let clock = """
      <meta property="article:published_time" content="2026-02-12T03:30:00Z">
      <h1>A</h1><p class="date">Published: 11 February 2026, 22:30</p>
      """
    #expect(published(clock) == "2026-02-11T22:30:00-05:00")
  }

  @Test func figuresAreReadAsThePagesOtherDatesSay() {
    let html = """
      <html lang="de"><meta name="date" content="11/02/2026"><h1>A</h1><p>Erstellt am: 02.11.2026</p>
      """
    #expect(published(html) == "2026-11-02")
    #expect(published("<html lang='en-US'><h1>A</h1><p>Posted 02/12/2026</p>") == "2026-02-12")
    #expect(published("<html lang='en-GB'><h1>A</h1><p>Posted 02/12/2026</p>") == "2026-12-02")
    #expect(published("<html lang='en-US'><h1>A</h1><p>Posted 22/12/2026</p>") == "2026-12-22")
  }

  @Test func whatIsNoDate() {
    for text in ["Call 030 12 34 2026", "31 February 2026", "Room 12/13", "1 2 2026"] {
      #expect(published("<h1>A</h1><p>\(text)</p>") == nil, "\(text)")
    }
  }
}
