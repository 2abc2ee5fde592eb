import Foundation
import Testing
import TimelineArticles
import TimelineTestSupport

@Suite struct MailTests {
  private static let html = """
    From: =?utf-8?Q?The_Gr=C3=BCne_Post?= <news@example.org>
    Subject: =?UTF-8?B?VGFsa3MgZ28gb24=?= =?UTF-8?B?LCBhZ2Fpbg==?=
    Date: Thu, 12 Feb 2026 09:30:00 -0500
    Message-ID: <1@example.org>
    Content-Type: multipart/alternative; boundary="XX"

    --XX
    Content-Type: text/plain; charset=utf-8

    Plain
    --XX
    Content-Type: text/html; charset="iso-8859-1"
    Content-Transfer-Encoding: quoted-printable

    <p>The ministers meet again in K=F6ln in June, two diplomats said on =
    Thursday, at last.</p>
    --XX--
    """

  private func articles(_ text: String, _ name: String) throws -> [Result<RawArticle, ArticleRefusal>] {
    let folder = try TemporaryFolder()
    var reader = try ArticleReader(try folder.write(text, to: name))
    var all: [Result<RawArticle, ArticleRefusal>] = []
    while let next = try reader.next() { all.append(next) }
    return all
  }

  @Test func aNewsletterIsAnArticle() throws {
    let article = try #require(try articles(Self.html, "a.eml").first).get().article(now: nil)
    #expect(article.title == "Talks go on, again")
    #expect(article.outlet == "The Grüne Post")
    #expect(article.key == "mid:1@example.org")
    #expect(article.published.description == "2026-02-12T09:30:00-05:00")
    #expect(
      article.text == "The ministers meet again in Köln in June, two diplomats said on Thursday, at last.")
  }

  @Test func aMailboxHoldsSeveral() throws {
    let mail =
      "From: a@example.org\nSubject: One\nDate: 12 Feb 2026 09:30:00 +0100\n\nThe text of it.\n>From here on.\n"
    let box =
      "From a@example.org Thu Feb 12 09:30:00 2026\n\(mail)\nFrom b@example.org Thu Feb 12 09:31:00 2026\n\(mail)"
    let found = try articles(box, "a.mbox").map { try $0.get().article(now: nil) }
    #expect(found.map(\.text) == Array(repeating: "The text of it.\nFrom here on.", count: 2))
    #expect(found.map(\.title) == ["One", "One"])
  }

  @Test func whatIsNoMailIsRefused() throws {
    #expect(throws: ArticleRefusal.self) { try articles("no mail at all", "a.eml").first?.get() }
    #expect(throws: ArticleRefusal.self) { try articles("no mailbox", "a.mbox").first?.get() }
  }

  @Test func endlessPartsEnd() throws {
    let nested = (0..<1000).map { "Content-Type: multipart/mixed; boundary=\"b\($0)\"\n\n--b\($0)\n" }
      .joined()
    let found = try articles("From: a@example.org\nDate: 12 Feb 2026\n" + nested, "a.eml")
    #expect(found.count == 1)
  }
}

@Suite struct WARCTests {
  private func record(_ address: String, _ http: String, type: String = "response") -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nContent-Length: \(http.utf8.count)\r\n\r\n\(http)\r\n\r\n"
  }

  private func page(_ title: String) -> String {
    "<html><title>\(title)</title><meta name=date content=2026-02-12><p>The ministers meet again in June, said two diplomats.</p>"
  }

  private func articles(_ bytes: some Sequence<UInt8>, _ name: String) throws -> [Result<
    RawArticle, ArticleRefusal
  >] {
    let folder = try TemporaryFolder()
    var reader = try ArticleReader(try folder.write(Array(bytes), to: name))
    var all: [Result<RawArticle, ArticleRefusal>] = []
    while let next = try reader.next() { all.append(next) }
    return all
  }

  /// gzip by the system's own program.
  private func gzip(_ text: String) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "a")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", path]
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: URL(filePath: path + ".gz")))
  }

  private var archive: [String] {
    let chunked = page("Two")
    return [
      record("https://example.org/robots.txt", "HTTP/1.1 404 Not Found\r\n\r\n"),
      record(
        "https://example.org/1",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page("One")),
      record("https://example.org/1", "GET / HTTP/1.1\r\n\r\n", type: "request"),
      record(
        "<https://example.org/2>",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "\(String(10, radix: 16))\r\n\(chunked.prefix(10))\r\n\(String(chunked.utf8.count - 10, radix: 16))\r\n\(chunked.dropFirst(10))\r\n0\r\n\r\n"
      ),
      record("https://example.org/a.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
    ]
  }

  @Test func pagesOfACrawl() throws {
    for (name, bytes) in [
      ("a.warc", Array(archive.joined().utf8)), ("a.warc.gz", try archive.flatMap { try gzip($0) }),
    ] {
      let found = try articles(bytes, name).map { try $0.get().article(now: nil) }
      #expect(found.map(\.title) == ["One", "Two"], "\(name)")
      #expect(found.map(\.url) == ["https://example.org/1", "https://example.org/2"])
      #expect(found.map(\.published.description) == ["2026-02-12", "2026-02-12"])
    }
  }

  @Test func damagedArchivesAreTold() throws {
    let whole = archive.joined()
    let cut = try articles(whole.utf8.prefix(whole.utf8.count - 20 - archive[4].utf8.count), "a.warc")
    #expect(cut.count == 2)
    #expect(throws: ArticleRefusal.self) { try cut[1].get() }
    #expect(throws: InputError.self) { try articles("no archive".utf8, "a.warc") }
    #expect(throws: InputError.self) { try articles([0x1F, 0x8B] + Array("broken gzip".utf8), "a.warc.gz") }
    let lying =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nContent-Length: 99999999999\r\n\r\nx"
    #expect(throws: ArticleRefusal.self) { try articles(lying.utf8, "a.warc").first?.get() }
  }

  private func packedRecord(_ body: [UInt8], _ encoding: String) -> [UInt8] {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: \(encoding)\r\n\r\n"
    let start =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nContent-Length: \(head.utf8.count + body.count)\r\n\r\n"
    return Array((start + head).utf8) + body + Array("\r\n\r\n".utf8)
  }

  private func problem(_ body: [UInt8], _ encoding: String) throws -> ArticleProblem? {
    guard case .failure(let refusal)? = try articles(packedRecord(body, encoding), "a.warc").first else {
      return nil
    }
    return refusal.problem
  }

  @Test func packedPages() throws {
    let body = try gzip(page("One"))
    #expect(try problem(body, "gzip") == nil)
    #expect(try problem(body + Array("\r\n".utf8), "gzip") == nil)
    #expect(try problem(body + [0, 0, 0], "x-gzip") == nil)
    // Kept with the field and without the packing.
    #expect(try problem(Array(page("One").utf8), "br") == nil)
    #expect(try problem(Array(page("One").utf8), "gzip") == nil)
    let broken = body.prefix(12) + [UInt8](repeating: 0xFF, count: 40)
    #expect(try problem(Array(broken), "gzip") == .brokenArchive("a page whose gzip is damaged"))
    #expect(try problem([0x0B, 0x02, 0x80, 0x01, 0x3C, 0x03], "br") == .unknownEncoding("br"))
    #expect(try problem([0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x00], "zstd") == .unknownEncoding("zstd"))
  }

  /// Of “deflate” many servers leave out the frame.
  @Test func barePackedPages() throws {
    let whole = try gzip(page("One"))
    // Behind a head of ten bytes and the name, before the eight bytes of the sum.
    let start = try #require(whole[10...].firstIndex(of: 0)) + 1
    #expect(try problem(Array(whole[start..<whole.count - 8]), "deflate") == nil)
    #expect(
      try problem([0xFF, 0xFE, 0x03, 0x04, 0x05], "deflate") == .brokenArchive("a page whose gzip is damaged")
    )
  }

  @Test func anArchiveWithoutPagesIsToldSo() throws {
    func problems(_ text: String) throws -> [ArticleProblem] {
      try articles(text.utf8, "a.warc").compactMap {
        if case .failure(let refusal) = $0 { refusal.problem } else { nil }
      }
    }
    #expect(try problems("") == [.noPages(records: 0)])
    #expect(try problems(archive[0] + archive[4]) == [.noPages(records: 2)])
    #expect(try problems(record("https://example.org/1", "220 mail.example ESMTP")) == [.noHTTP])
    #expect(throws: InputError.self) { try articles([UInt8](repeating: 0, count: 40 << 20), "a.warc") }
  }

  @Test func whatIsPackedIsUnpacked() throws {
    #expect(
      try articles(gzip(page("One")), "a.html.gz").map { try $0.get().article(now: nil).title } == ["One"])
    #expect(try articles(gzip(page("One")), "a").map { try $0.get().article(now: nil).title } == ["One"])
    let line = #"{"published":"2026-02-12","text":"A line of text."}"#
    #expect(
      try articles(gzip(line + "\n" + line), "a.jsonl.gz").map { try $0.get().article(now: nil).text }
        == ["A line of text.", "A line of text."])
    #expect(try articles(gzip("Published: 2026-02-12\n\nText."), "a.txt.gz").count == 1)
    let packed = try gzip(page("One"))
    #expect(throws: InputError.self) { try articles(packed.dropLast(20), "a.html.gz") }
    #expect(try articles(gzip(""), "a.txt.gz").count == 1)
  }

  @Test func zerosBehindTheLastMemberAreNone() throws {
    let packed = try archive.flatMap { try gzip($0) } + [UInt8](repeating: 0, count: 200_000)
    #expect(try articles(packed, "a.warc.gz").map { try $0.get().part }.count == 2)
  }

  /// One bad record takes no other with it.
  @Test func soundRecordsBehindBadOnesAreRead() throws {
    let good = record(
      "https://example.org/", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("One"))
    let lost =
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: many\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx\r\n\r\n"
    let found = try articles((good + lost + good).utf8, "a.warc")
    #expect(found.count == 3)
    #expect(throws: ArticleRefusal.self) { try found[1].get() }
    #expect(try found[2].get().bytes == Array(page("One").utf8))
    let nameless = record("no address", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("One"))
    let answers = try articles((nameless + good).utf8, "a.warc")
    #expect(answers.count == 2)
    #expect(throws: ArticleRefusal.self) { try answers[0].get() }
    let names = record("dns:example.org", "20260214 example.org. 300 IN A 192.0.2.1")
    #expect(try articles((names + good).utf8, "a.warc").count == 1)
  }

  /// What a crawl kept the beginning of is no article.
  @Test func pagesCutOffAreRefused() throws {
    let cut = ArticleProblem.brokenArchive("a page of which only the beginning is there")
    let whole = page("One")
    let packed = try gzip(whole)
    #expect(try problem(Array(packed.prefix(packed.count / 2)), "gzip") == cut)
    func fault(_ fields: String, _ body: String, mark: String = "") throws -> ArticleProblem? {
      let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\(fields)\r\n\r\n\(body)"
      let text =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\n\(mark)Content-Length: \(http.utf8.count)\r\n\r\n\(http)\r\n\r\n"
      guard case .failure(let refusal)? = try articles(text.utf8, "a.warc").first else { return nil }
      return refusal.problem
    }
    let size = String(whole.utf8.count, radix: 16)
    #expect(try fault("Transfer-Encoding: chunked", "\(size)\r\n\(whole)\r\n0\r\n\r\n") == nil)
    #expect(try fault("Transfer-Encoding: chunked", "\(size)\r\n\(whole)\r\n") == cut)
    #expect(try fault("Transfer-Encoding: chunked", "\(size)\r\n\(whole.prefix(90))") == cut)
    // Some archives keep the field and store the bytes put together.
    #expect(try fault("Transfer-Encoding: chunked", whole) == nil)
    #expect(try fault("Content-Length: \(whole.utf8.count)", whole) == nil)
    #expect(try fault("Content-Length: 20000", whole) == cut)
    #expect(try fault("Server: made", whole, mark: "WARC-Truncated: length\r\n") == cut)
  }

  @Test func aCompressedBombIsRefused() throws {
    let body = try gzip(String(repeating: " ", count: 64 << 20))
    let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".utf8)
    let start =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/\r\nContent-Length: \(head.count + body.count)\r\n\r\n"
    let found = try articles(Array(start.utf8) + head + body, "a.warc")
    #expect(found.count == 1)
    #expect(throws: ArticleRefusal.self) { try found[0].get() }
  }
}
