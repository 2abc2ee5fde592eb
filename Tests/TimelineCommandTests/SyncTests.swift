import Foundation
import Testing
import TimelineTestSupport

/// Feeds and addresses from a server on loopback, through the program.
@Suite("timeline sync")
struct SyncTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand
  private static let long = String(
    repeating: "The ministers will meet again on 12 June 2026, two diplomats said on Thursday. ", count: 20)

  private static let feed = """
    <?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title>
    <entry><id>tag:a</id><title>Whole</title><link href="/whole"/><published>2026-02-12T09:30:00+01:00</published>
    <updated>2026-02-12T10:00:00+01:00</updated><content type="html">&lt;p&gt;\(long)&lt;/p&gt;</content></entry>
    <entry><id>tag:b</id><title>Short</title><link href="/page"/><published>2026-02-13T09:30:00Z</published>
    <updated>2026-02-13T09:30:00Z</updated><summary>In short.</summary></entry>
    <entry><id>tag:c</id><title>Gone</title><link href="/gone"/><published>2026-02-13T11:00:00Z</published>
    <updated>2026-02-13T11:00:00Z</updated><summary>In short.</summary></entry></feed>
    """

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder, environment: ["TIMELINE_DB": folder.path("t.db")])
  }

  private func server(hasGone: Bool) throws -> LoopbackServer {
    var answers: [String: LoopbackServer.Answer] = [
      "/feed": .init(Self.feed, type: "application/atom+xml", headers: ["ETag": "\"1\""]),
      "/page": .init("<html><title>The page</title><p>\(Self.long)</p></html>"),
    ]
    if hasGone { answers["/gone"] = .init("<html><title>Back</title><p>\(Self.long) It is back.</p></html>") }
    return try LoopbackServer(answers)
  }

  @Test func whatIsNewIsAddedOnceAndWhatFailedIsTriedAgain() throws {
    let server = try server(hasGone: false)
    let none = try timeline.run("sync")
    #expect(none.status == 2)
    #expect(none.messages.contains("timeline feeds add"))
    #expect(try timeline.run("feeds", "add", server.address + "/feed").status == 0)
    let first = try timeline.run("--now", "2026-03-01", "sync", "--ics", folder.path("t.ics"))
    #expect(first.status == 2)
    #expect(first.text == "1 feed read, 2 articles added, 1 failed\n")
    #expect(first.messages.contains("/gone: there is no such page (404)"))
    let calendar = try String(contentsOfFile: folder.path("t.ics"), encoding: .utf8)
    #expect(calendar.contains("BEGIN:VEVENT") || calendar.contains("BEGIN:VTODO"))
    let before = server.requests.filter { $0.hasPrefix("GET /page") }.count
    let second = try timeline.run("--now", "2026-03-01", "sync")
    #expect(second.text == "1 feed read, 0 articles added, 1 failed\n")
    #expect(server.requests.filter { $0.hasPrefix("GET /page") }.count == before)
    let listed = try timeline.run("feeds", "list", "--format", "csv")
    #expect(listed.text.contains("The Post"))
    #expect(try timeline.run("feeds", "remove", server.address + "/feed").status == 0)
    #expect(try timeline.run("feeds").status == 1)
  }

  @Test func anUnchangedFeedIsNotReadAgain() throws {
    let server = try server(hasGone: true)
    _ = try timeline.run("feeds", "add", server.address + "/feed")
    let first = try timeline.run("--now", "2026-03-01", "sync")
    #expect(first.status == 0, "\(first.messages)")
    #expect(first.text == "1 feed read, 3 articles added\n")
    let second = try timeline.run("--now", "2026-03-01", "sync")
    #expect(second.text == "1 feed read, 0 articles added, 1 feed unchanged\n")
    #expect(server.requests.last?.contains("If-None-Match") == true)
    #expect(try timeline.run("--now", "2026-03-01", "sync", "--quiet").text == "")
  }

  @Test func aSecondRunIsKeptOut() throws {
    let slow = try LoopbackServer(["/feed": .init(Self.feed, type: "application/atom+xml", manner: "slow")])
    _ = try timeline.run("feeds", "add", slow.address + "/feed")
    let running = try timeline.start(["sync"])
    running.environment = ["TIMELINE_DB": folder.path("t.db"), "PATH": "/usr/bin:/bin"]
    running.standardOutput = FileHandle.nullDevice
    running.standardError = FileHandle.nullDevice
    try running.run()
    defer {
      // A signal that no mask holds back: a run that waits for the end of its request would be waited for here.
      kill(running.processIdentifier, SIGKILL)
      running.waitUntilExit()
    }
    var tries = 0
    while slow.requests.isEmpty, tries < 200 {
      Thread.sleep(forTimeInterval: 0.05)
      tries += 1
    }
    let second = try timeline.run("sync")
    #expect(second.status == 2)
    #expect(second.messages.contains("another sync"))
    #expect(running.isRunning, "the first run holds the lock")
  }

  @Test func feedsComeFromOPML() throws {
    let opml = try folder.write(
      """
      <opml version="2.0"><body><outline text="News"><outline type="rss" text="The Post" xmlUrl="https://example.org/feed"/>
      </outline><outline xmlUrl="file:///etc/passwd"/></body></opml>
      """, to: "feeds.opml")
    #expect(try timeline.run("feeds", "add", opml).status == 0)
    let listed = try timeline.run("feeds", "list", "--format", "csv")
    #expect(listed.text.contains("https://example.org/feed,The Post,0"))
    #expect(!listed.text.contains("passwd"))
    #expect(try timeline.run("feeds", "add", "gopher://x").status == 2)
    let cut = try folder.write(
      "<opml><body><outline xmlUrl=\"https://example.org/other\"/><outline", to: "cut.opml")
    let broken = try timeline.run("feeds", "add", cut)
    #expect(broken.status == 2)
    #expect(broken.messages.contains("breaks off"))
    #expect(try !timeline.run("feeds", "list", "--format", "csv").text.contains("other"))
    let file = try folder.write("<rss version=\"2.0\"><channel></channel></rss>", to: "feed.xml")
    let refused = try timeline.run("feeds", "add", file)
    #expect(refused.status == 2)
    #expect(refused.messages.contains("timeline add \(file)"))
  }

  /// Behind a proxy the places that answer cannot be checked.
  @Test func proxiesOfTheEnvironmentAreNotAsked() throws {
    let proxy = try LoopbackServer([:])
    let server = try server(hasGone: true)
    let names = ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"]
    let behind = try BuiltCommand(
      in: folder,
      environment: Dictionary(uniqueKeysWithValues: names.map { ($0, proxy.address) })
        .merging(["TIMELINE_DB": folder.path("t.db")]) { $1 })
    let added = try behind.run("add", server.address + "/page", "--published", "2026-02-13")
    #expect(added.status == 0, "\(added.messages)")
    #expect(proxy.requests.isEmpty)
    #expect(server.requests.contains { $0.hasPrefix("GET /page") })
  }

  @Test func aPageThatDidNotChangeIsNotSentAgain() throws {
    let page = "<html><title>The page</title><meta name=date content=2026-02-13><p>\(Self.long)</p></html>"
    let server = try LoopbackServer(["/page": .init(page, headers: ["ETag": "\"1\""])])
    let address = server.address + "/page"
    #expect(try timeline.run("--now", "2026-03-01", "add", address).status == 0)
    let again = try timeline.run("--now", "2026-03-01", "add", address)
    #expect(again.status == 0)
    #expect(again.text == "0 articles added with 0 claims, 1 page unchanged since the last time\n")
    #expect(server.requests.last?.contains("If-None-Match") == true)
    // What is said beside the page may make another article of it.
    let other = try timeline.run("--now", "2026-03-01", "add", address, "--outlet", "Post")
    #expect(other.text.contains("1 article changed"), "\(other.text)")
    #expect(server.requests.last?.contains("If-None-Match") == false)
    // Nor is an article asked for in vain that is there no longer.
    let key = try #require(
      try timeline.run("articles", "--format", "csv").lines.last?.split(separator: ",").first {
        $0.hasPrefix("http")
      })
    #expect(try timeline.run("remove", String(key)).status == 0)
    #expect(try timeline.run("--now", "2026-03-01", "add", address).text.hasPrefix("1 article added"))
  }

  @Test func aFeedThatBreaksOffIsTold() throws {
    let cut = String(Self.feed.prefix(while: { $0 != "S" })) + "Short</title>"
    #expect(cut.contains("Whole"))
    let server = try LoopbackServer([
      "/feed": .init(cut, type: "application/atom+xml", headers: ["ETag": "\"1\""])
    ])
    _ = try timeline.run("feeds", "add", server.address + "/feed")
    for _ in 0..<2 {
      let outcome = try timeline.run("--now", "2026-03-01", "sync")
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("after 1 whole entry"), "\(outcome.messages)")
    }
    #expect(try timeline.run("articles").lines.count >= 2)
    let file = try folder.write(Array(cut.utf8), to: "cut.xml")
    let added = try timeline.run("--now", "2026-03-01", "add", file)
    #expect(added.status == 2)
    #expect(added.messages.contains("breaks off"))
  }

  @Test func addTakesAddresses() throws {
    let server = try server(hasGone: true)
    let page = try timeline.run(
      "--now", "2026-03-01", "add", server.address + "/page", "--published", "2026-02-13")
    #expect(page.status == 0, "\(page.messages)")
    let missing = try timeline.run("add", server.address + "/none")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("/none: there is no such page (404)"))
  }
}
