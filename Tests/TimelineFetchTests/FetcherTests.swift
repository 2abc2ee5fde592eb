import Synchronization
import Testing
import TimelineArticles
import TimelineFetch
import TimelineTestSupport

/// Everything here asks a server on loopback; nothing leaves the machine.
@Suite struct FetcherTests {
  private var quick: FetchPolicy {
    var policy = FetchPolicy()
    policy.pause = .milliseconds(1)
    policy.backOff = .milliseconds(5)
    policy.totalSeconds = 3
    policy.connectSeconds = 2
    policy.byteLimit = 1 << 20
    return policy
  }

  private func problem(_ address: String) -> FetchProblem? {
    do throws(FetchProblem) {
      _ = try Fetcher(quick).get(address)
      return nil
    } catch {
      return error
    }
  }

  @Test func aPageWithItsCharset() throws {
    let server = try LoopbackServer([
      "/a": .init("Grüße", type: "text/html; charset=\"UTF-8\"", headers: ["ETag": "\"1\""])
    ])
    let answer = try Fetcher(quick).get(server.address + "/a")
    #expect(String(decoding: answer.body, as: UTF8.self) == "Grüße")
    #expect(answer.type == "text/html")
    #expect(answer.charset == "UTF-8")
    #expect(answer.condition.etag == "\"1\"")
    #expect(server.requests.first?.hasPrefix("GET /robots.txt") == true)
    #expect(server.requests.last?.contains("timeline/") == true)
  }

  @Test func gzipAndConditions() throws {
    let server = try LoopbackServer(["/a": .init("page", headers: ["ETag": "\"7\""], manner: "gzip")])
    let fetcher = Fetcher(quick)
    let first = try fetcher.get(server.address + "/a")
    #expect(String(decoding: first.body, as: UTF8.self) == "page")
    let second = try fetcher.get(server.address + "/a", condition: first.condition)
    #expect(second.isUnchanged)
    #expect(second.body.isEmpty)
  }

  @Test func deflateWithoutItsFrameIsUnpacked() throws {
    let server = try LoopbackServer(["/a": .init("Grüße aus der Leitung", manner: "bare deflate")])
    let answer = try Fetcher(quick).get(server.address + "/a")
    #expect(String(decoding: answer.body, as: UTF8.self) == "Grüße aus der Leitung")
  }

  @Test func anAnswerThatIsNoHTTPIsCalledSo() throws {
    let server = try LoopbackServer(["/a": .init(manner: "no HTTP")])
    #expect(problem(server.address + "/a") == .noHTTP)
  }

  /// A name of the public web that leads to a private place later, in the middle of a run.
  @Test func aPublicNameThatTurnsPrivateIsNotFollowed() throws {
    let server = try LoopbackServer(["/a": .init("a"), "/b": .init("b")])
    let name = "http://news.example:\(server.port)"
    let steps = Steps()
    var policy = quick
    policy.retries = 0
    policy.isPrivate = { $0 != "127.0.0.1" }
    // robots.txt and the first page are read from there.
    policy.place = { _ in steps.next() <= 2 ? "127.0.0.1" : "127.0.0.2" }
    let fetcher = Fetcher(policy)
    #expect(try fetcher.get(name + "/a").body == Array("a".utf8))
    #expect(throws: FetchProblem.privateAddress("news.example")) { try fetcher.get(name + "/b") }
    // One that was private from the first answer on is what the user named.
    policy.place = { _ in "127.0.0.1" }
    policy.isPrivate = { _ in true }
    #expect(try Fetcher(policy).get(name + "/b").body == Array("b".utf8))
  }

  @Test func redirectsAreFollowedOnOneSite() throws {
    let server = try LoopbackServer([
      "/a": .init(status: 302, headers: ["Location": "/b?x=1"]), "/b?x=1": .init("there"),
    ])
    let answer = try Fetcher(quick).get(server.address + "/a")
    #expect(answer.address == server.address + "/b?x=1")
  }

  @Test func endlessRedirectsEnd() throws {
    let server = try LoopbackServer(["/a": .init(status: 301, headers: ["Location": "/a"])])
    #expect(problem(server.address + "/a") == .tooManyRedirects(limit: 8))
  }

  @Test func redirectsToFilesAndPrivatePlacesAreRefused() throws {
    let other = try LoopbackServer(["/secret": .init("secret")])
    let server = try LoopbackServer([
      "/file": .init(status: 302, headers: ["Location": "file:///etc/passwd"]),
      "/gopher": .init(status: 302, headers: ["Location": "gopher://127.0.0.1/x"]),
      "/private": .init(status: 302, headers: ["Location": other.address + "/secret"]),
      "/name": .init(status: 302, headers: ["Location": "http://localhost:\(other.port)/secret"]),
      "/six": .init(status: 302, headers: ["Location": "http://[::ffff:127.0.0.1]:\(other.port)/secret"]),
      "/number": .init(status: 302, headers: ["Location": "http://2130706433:\(other.port)/secret"]),
    ])
    #expect(problem(server.address + "/file") == .wrongScheme("file:///etc/passwd"))
    #expect(problem(server.address + "/gopher") == .wrongScheme("gopher://127.0.0.1/x"))
    for path in ["/private", "/name", "/six", "/number"] {
      guard case .privateAddress = problem(server.address + path) else {
        Issue.record("\(path): \(problem(server.address + path).map { "\($0)" } ?? "read")")
        continue
      }
    }
    #expect(other.requests.isEmpty)
    #expect(problem("file:///etc/passwd") == .noAddress("file:///etc/passwd"))
  }

  /// A connection that is kept open from what was allowed leads nowhere else.
  @Test func aKeptConnectionIsNoWayToPrivatePlaces() throws {
    let server = try LoopbackServer(["/a": .init("a"), "/b": .init("b")])
    let fetcher = Fetcher(quick)
    _ = try fetcher.get(server.address + "/a")
    #expect(throws: FetchProblem.privateAddress("127.0.0.1")) {
      try fetcher.get(server.address + "/b", home: "https://example.org/feed")
    }
    #expect(!server.requests.contains { $0.hasPrefix("GET /b") })
    // What the user named is read all the same.
    #expect(try fetcher.get(server.address + "/b").body == Array("b".utf8))
  }

  @Test func slowBodiesAndBombsAreGivenUp() throws {
    let server = try LoopbackServer([
      "/slow": .init(String(repeating: "x", count: 100), manner: "slow"), "/bomb": .init(manner: "bomb"),
      "/large": .init(String(repeating: "x", count: 2 << 20)),
    ])
    var policy = quick
    policy.retries = 0
    #expect(throws: FetchProblem.tooSlow(seconds: 3)) { try Fetcher(policy).get(server.address + "/slow") }
    #expect(problem(server.address + "/bomb") == .tooLarge(limit: 1 << 20))
    #expect(problem(server.address + "/large") == .tooLarge(limit: 1 << 20))
  }

  @Test func robotsAreHeeded() throws {
    let server = try LoopbackServer([
      "/robots.txt": .init("User-agent: *\nDisallow: /private\nAllow: /private/open", type: "text/plain"),
      "/private/a": .init("a"), "/private/open": .init("b"),
    ])
    #expect(problem(server.address + "/private/a") == .forbiddenByRobots)
    #expect(problem(server.address + "/private/open") == nil)
    #expect(!server.requests.contains { $0.hasPrefix("GET /private/a") })
  }

  @Test func aBusyServerIsAskedAgain() throws {
    let server = try LoopbackServer(["/a": .init("page", manner: "flaky"), "/gone": .init(status: 410)])
    #expect(problem(server.address + "/a") == nil)
    #expect(server.requests.filter { $0.hasPrefix("GET /a") }.count == 2)
    #expect(problem(server.address + "/gone") == .status(410))
    #expect(server.requests.filter { $0.hasPrefix("GET /gone") }.count == 1)
  }

  @Test func requestsToOneHostAreApart() throws {
    let server = try LoopbackServer(["/a": .init("a"), "/b": .init("b")])
    var policy = quick
    policy.pause = .milliseconds(150)
    let fetcher = Fetcher(policy)
    let start = ContinuousClock.now
    _ = try fetcher.get(server.address + "/a")
    _ = try fetcher.get(server.address + "/b")
    // robots.txt, then the two pages.
    #expect(ContinuousClock.now - start >= .milliseconds(300))
  }

  @Test func wrongContentTypesAreRefused() throws {
    let server = try LoopbackServer([
      "/pdf": .init("%PDF", type: "application/pdf"),
      "/page": .init("<html><p>A sentence, said the page.</p>", type: "text/plain"),
    ])
    let web = WebArticles(Fetcher(quick))
    #expect(
      web.articles(at: server.address + "/pdf").articles.first?.failure?.problem
        == .unreachable("\(FetchProblem.wrongType("application/pdf"))"))
    #expect(try web.articles(at: server.address + "/page").articles.first?.get().format == .html)
  }

  @Test func aShortEntryOutlivesItsPage() throws {
    let server = try LoopbackServer([
      "/feed": .init(
        """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Post</title>
        <item><title>Whole</title><link>/gone</link><pubDate>Thu, 12 Feb 2026 09:30:00 +0100</pubDate>
        <content:encoded><![CDATA[<p>The ministers meet again on 12 June, said two diplomats.</p>]]></content:encoded></item>
        <item><title>Pointer</title><link>/gone</link><description>The ministers meet.</description></item>
        </channel></rss>
        """, type: "application/rss+xml")
    ])
    let web = WebArticles(Fetcher(quick))
    let raws = try web.articles(at: server.address + "/feed").articles.map { try $0.get() }
    let article = try web.completed(raws[0]).get().article(now: nil)
    #expect(article.text == "The ministers meet again on 12 June, said two diplomats.")
    #expect(throws: ArticleRefusal.self) { try web.completed(raws[1]).get() }
  }

  @Test func aFeedLeadsToTextsAndPages() throws {
    let long = String(repeating: "The ministers meet again on 12 June, said two diplomats. ", count: 30)
    let server = try LoopbackServer([
      "/feed": .init(
        """
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
        <title>The Post</title><item><title>Whole</title><link>/whole</link><pubDate>Thu, 12 Feb 2026 09:30:00 +0100</pubDate>
        <content:encoded><![CDATA[<p>\(long)</p>]]></content:encoded></item>
        <item><title>Short</title><link>/page</link><pubDate>Fri, 13 Feb 2026 09:30:00 GMT</pubDate>
        <description>In short.</description></item></channel></rss>
        """, type: "application/rss+xml"),
      "/page": .init("<html><title>The page</title><p>\(long)</p></html>"),
    ])
    let web = WebArticles(Fetcher(quick))
    let raws = try web.articles(at: server.address + "/feed").articles.map { try $0.get() }
    #expect(raws.map(\.origin.needsPage) == [false, true])
    let articles = try raws.map { try web.completed($0).get().article(now: nil) }
    #expect(articles.map(\.title) == ["Whole", "The page"])
    #expect(articles.map(\.outlet) == ["The Post", "The Post"])
    #expect(articles.map(\.url) == [server.address + "/whole", server.address + "/page"])
    #expect(articles.map(\.published.description) == ["2026-02-12T09:30:00+01:00", "2026-02-13T09:30:00Z"])
    #expect(articles[1].text.hasPrefix("The ministers meet again"))
  }
}

/// Counts from 1.
private final class Steps: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.add(1, ordering: .relaxed).newValue }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}

@Suite struct RobotsRulesTests {
  private func rules(_ text: String) -> RobotsRules { RobotsRules(text, for: "timeline") }

  @Test func theLongestRuleDecidesAndAllowWinsATie() {
    let rules = rules("User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /t\nDisallow: /t")
    #expect(rules.allows("/"))
    #expect(!rules.allows("/a"))
    #expect(rules.allows("/a/b"))
    #expect(!rules.allows("/a/b/c.html"))
    #expect(rules.allows("/t"))
  }

  @Test func ownGroupOutranksThatOfAll() {
    let rules = rules(
      "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Timeline\nDisallow: /x\nCrawl-delay: 5")
    #expect(rules.allows("/y"))
    #expect(!rules.allows("/x"))
    #expect(rules.delay == 5)
  }

  @Test func starsAndEnds() {
    let rules = rules("User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?session=\n# Disallow: /\nDisallow:")
    #expect(!rules.allows("/a/b.pdf"))
    #expect(rules.allows("/a/b.pdf?x"))
    #expect(!rules.allows("/a?session=1"))
    #expect(rules.allows("/"))
  }

  @Test func manyStarsEnd() {
    let rules = rules("User-agent: *\nDisallow: /" + String(repeating: "a*", count: 2000) + "b")
    #expect(rules.allows("/" + String(repeating: "a", count: 4000)))
  }
}

@Suite struct NetworkAddressTests {
  @Test(
    arguments: [
      [127, 0, 0, 1], [10, 1, 2, 3], [169, 254, 169, 254], [172, 31, 0, 1], [192, 168, 1, 1],
      [100, 64, 0, 1], [0, 0, 0, 0],
      [224, 0, 0, 1], [255, 255, 255, 255],
    ] as [[UInt8]])
  func privatePlaces(_ bytes: [UInt8]) {
    #expect(NetworkAddress.isPrivate(v4: bytes))
    #expect(NetworkAddress.isPrivate(v6: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes))
    #expect(NetworkAddress.isPrivate(v6: [0, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + bytes))
  }

  @Test func publicPlaces() {
    #expect(!NetworkAddress.isPrivate(v4: [93, 184, 216, 34]))
    #expect(!NetworkAddress.isPrivate(v4: [172, 32, 0, 1]))
    #expect(!NetworkAddress.isPrivate("93.184.216.34"))
    #expect(!NetworkAddress.isPrivate("2606:2800:220:1::1"))
    #expect(NetworkAddress.isPrivate("::ffff:10.0.0.1"))
    #expect(NetworkAddress.isPrivate("192.168.1.1"))
    #expect(NetworkAddress.isPrivate("no address"))
    #expect(!NetworkAddress.isPrivate(v6: [0x26, 0x06] + [UInt8](repeating: 1, count: 14)))
    #expect(NetworkAddress.isPrivate(v6: [0xFE, 0x80] + [UInt8](repeating: 0, count: 14)))
    #expect(NetworkAddress.isPrivate(v6: [0xFD] + [UInt8](repeating: 0, count: 15)))
  }
}
