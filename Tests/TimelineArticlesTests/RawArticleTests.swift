import Testing
import TimelineArticles
import TimelineDates
import TimelineTestSupport

@Suite("One article from its bytes")
struct RawArticleTests {
  private func read(
    _ text: String, _ format: ArticleFormat = .text, given: ArticleFields = ArticleFields(),
    now: String? = nil
  ) throws -> Article {
    try RawArticle(file: "a", format: format, bytes: Array(text.utf8))
      .article(given: given, now: now.map(Fixtures.time))
  }

  private func problem(
    _ bytes: some Sequence<UInt8>, _ format: ArticleFormat = .text, given: ArticleFields = ArticleFields(),
    now: String? = nil
  ) -> ArticleProblem? {
    do {
      _ = try RawArticle(file: "a", format: format, bytes: Array(bytes))
        .article(given: given, now: now.map(Fixtures.time))
      return nil
    } catch {
      return error.problem
    }
  }

  @Test func headerBlockGivesFieldsAndEndsAtTheEmptyLine() throws {
    let article = try read(
      "Published: 2026-02-12T17:05:00-05:00\r\nOutlet: The Post\r\nTitle: A: B\r\nURL: https://x.org/a\r\n\r\nFirst.\r\nSecond."
    )
    #expect(article.published == Fixtures.time("2026-02-12T17:05:00-05:00"))
    #expect(article.outlet == "The Post")
    #expect(article.title == "A: B")
    #expect(article.key == "https://x.org/a")
    #expect(article.text == "First.\nSecond.")
  }

  @Test func linesWithColonsAreNoHeaderWithoutADate() throws {
    let text = "Note: not a header\n\nText."
    let article = try read(text, given: ArticleFields(published: "2026-02-12"))
    #expect(article.text == text)
    #expect(article.key.hasPrefix("text-") && article.key.count == 37)
  }

  @Test func textBesideAHeaderLineIsNoHeader() throws {
    let text = "Published: 2026-02-12\nHere the text goes on without an empty line: see.\nAnd on."
    #expect(problem(text.utf8) == .noPublicationDate(.text))
  }

  @Test func givenFieldsOutrankATextsOwn() throws {
    let article = try read(
      "Published: 2026-02-12\n\nText.", given: ArticleFields(published: "2026-02-13", outlet: "B"))
    #expect(article.published == Fixtures.time("2026-02-13"))
    #expect(article.outlet == "B")
  }

  @Test func givenFieldsOnlyFillALineOfJSONL() throws {
    let given = ArticleFields(published: "2026-02-13", outlet: "B")
    let article = try read(#"{"id":7,"published":"2026-02-12","text":"T","extra":[1]}"#, .jsonl, given: given)
    #expect(article.published == Fixtures.time("2026-02-12"))
    #expect(article.outlet == "B")
    #expect(article.key == "7")
  }

  @Test func textOfJSONLStaysAsItIs() throws {
    let article = try read(#"{"id":"a","published":"2026-02-12","text":"a\r\n 😀 b "}"#, .jsonl)
    #expect(article.text == "a\r\n 😀 b ")
  }

  @Test func byteOrderMarkIsLeftOut() throws {
    #expect(try read("\u{FEFF}Published: 2026-02-12\n\nText.").text == "Text.")
    #expect(try read("\u{FEFF}{\"published\":\"2026-02-12\",\"text\":\"T\"}", .jsonl).text == "T")
  }

  @Test func sameTextHasTheSameKey() throws {
    let given = ArticleFields(published: "2026-02-12")
    #expect(try read("One.", given: given).key == read("One.", given: given).key)
    #expect(try read("One.", given: given).key != read("Two.", given: given).key)
  }

  @Test func publicationDatesThatAreNone() {
    for date in ["2026-02-30", "12 February", "2026-2-3", "2026-02-12T25:00", "0000"] {
      #expect(problem("T".utf8, given: ArticleFields(published: date)) == .unreadableDate(date))
    }
    #expect(problem("T".utf8, given: ArticleFields(published: "  ")) == .noPublicationDate(.text))
  }

  @Test func futureIsWhatHasBegunNowhere() {
    func isRefused(_ published: String, _ now: String) -> Bool {
      problem("T".utf8, given: ArticleFields(published: published), now: now) != nil
    }
    #expect(isRefused("2026-05-15", "2026-05-14"))
    #expect(!isRefused("2026-05-14T23:59:00+00:00", "2026-05-14"))
    #expect(!isRefused("2026-05-15", "2026-05-14T11:00:00Z"))
    #expect(isRefused("2026-05-15", "2026-05-14T09:00:00Z"))
    #expect(isRefused("2026-05-14T12:30:00Z", "2026-05-14T12:00:00Z"))
    #expect(!isRefused("2026-05-14T08:05:00-04:00", "2026-05-14T12:00:00Z"))
  }

  @Test func bytesThatAreNoText() {
    let given = ArticleFields(published: "2026-02-12")
    #expect(problem([], given: given) == .emptyFile)
    #expect(problem("  \n".utf8, given: given) == .noText)
    #expect(problem([0x41, 0x42, 0, 0x43], given: given) == .nulByte(offset: 2))
    #expect(problem([0x41, 0xE4, 0x42], given: given) == .invalidUTF8(offset: 1))
    #expect(problem([0xFF, 0xFE, 0x41, 0], given: given) == .utf16)
    #expect(
      problem(Array(#"{"published":"2026-02-12","text":"a\u0000b"}"#.utf8), .jsonl) == .nulByte(offset: 1))
  }

  @Test func noFieldHoldsNUL() throws {
    for name in ["id", "url", "title", "outlet"] {
      let line = #"{"\#(name)":"a\u0000c","published":"2026-02-12","text":"T"}"#
      #expect(problem(line.utf8, .jsonl) == .nulInField(name))
    }
    #expect(
      problem("---\ntitle: \"a\\0c\"\npublished: 2026-02-12\n---\nText.".utf8, .markdown)
        == .nulInField("title"))
    let refusal = ArticleRefusal(file: "a.jsonl", line: 2, problem: .nulInField("id"))
    #expect(refusal.description.hasPrefix("a.jsonl:2: the field \"id\" holds a NUL"))
  }

  @Test func brokenLinesSayWhatIsWrong() {
    #expect(
      problem(#"{"published":"2026-02-12"}"#.utf8, .jsonl) == .wrongField(name: "text", expected: "there"))
    #expect(
      problem(#"{"published":"2026-02-12","text":5}"#.utf8, .jsonl)
        == .wrongField(name: "text", expected: "a string"))
    for line in [#"{"id":"#, "[1,2]", "17", #"{"text":"a" "b"}"#] {
      guard case .brokenJSON(let reason)? = problem(line.utf8, .jsonl) else {
        Issue.record("\(line) was not refused as broken")
        continue
      }
      #expect(!reason.isEmpty)
    }
  }

  @Test func everyRefusalNamesThePlaceAndARemedyOrReason() {
    let refusal = ArticleRefusal(file: "a.jsonl", line: 3, problem: .noPublicationDate(.jsonl))
    #expect(refusal.description.hasPrefix("a.jsonl:3: no publication date; give one as \"published\""))
    #expect(ArticleRefusal(file: "-", problem: .emptyFile).description == "standard input: the file is empty")
  }

  @Test func emptyTextIsTakenWhereItIsAllowed() throws {
    let raw = RawArticle(
      file: "a", line: 1, format: .jsonl, bytes: Array(#"{"id":"x","published":"2026-02-12","text":""}"#.utf8)
    )
    #expect(try raw.article(now: nil, needsText: false).text == "")
    #expect(throws: ArticleRefusal.self) { try raw.article(now: nil) }
  }
}
