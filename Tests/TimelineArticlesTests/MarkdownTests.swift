import Testing
import TimelineArticles
import TimelineDates
import TimelineTestSupport

@Suite("Markdown articles")
struct MarkdownTests {
  private func read(_ text: String, given: ArticleFields = ArticleFields()) throws -> Article {
    try RawArticle(file: "a.md", format: .markdown, bytes: Array(text.utf8)).article(given: given, now: nil)
  }

  private func plain(_ markdown: String) throws -> String {
    try read(markdown, given: ArticleFields(published: "2026-02-12")).text
  }

  @Test func frontMatterGivesTheFieldsAsWritten() throws {
    let article = try read(
      """
      ---
      title: "A: quoted title"
      date: 2026-02-12
      outlet: The Post # a comment
      url: https://x.org/a
      tags: [one, two]
      ---

      # Heading

      Text.
      """)
    #expect(article.title == "A: quoted title")
    #expect(article.published == Fixtures.time("2026-02-12"))
    #expect(article.outlet == "The Post")
    #expect(article.key == "https://x.org/a")
    #expect(article.text == "Heading\n\nText.")
  }

  @Test func firstHeadingIsTheTitleWithoutOne() throws {
    #expect(try read("Published: 2026-02-12\n\n# The *title*\n\nText.").title == "The title")
    #expect(try read("---\npublished: 2026-02-12\n---\nSetext\n======\nText.").title == "Setext")
  }

  @Test func brokenFrontMatterIsRefusedWithItsLine() {
    #expect {
      try read("---\ntitle: [one\npublished: 2026-02-12\n---\nText.")
    } throws: { error in
      guard case .brokenFrontMatter(let reason)? = (error as? ArticleRefusal)?.problem else { return false }
      return reason.contains("line")
    }
  }

  @Test func datesThatYAMLWouldRewriteStayTextAndAreChecked() {
    #expect {
      try read("---\npublished: 2026-02-30\n---\nText.")
    } throws: { ($0 as? ArticleRefusal)?.problem == .unreadableDate("2026-02-30") }
  }

  @Test func linesOfAParagraphAreJoinedAndItemsStayLines() throws {
    #expect(
      try plain("One\ntwo.\n\n- first\n  goes on\n* second\n\n3. third\n\nLast  \nline.")
        == "One two.\n\n- first goes on\n- second\n3. third\n\nLast\nline.")
  }

  @Test func whatNobodyReadsIsLeftOut() throws {
    #expect(
      try plain(
        "A.\n\n```swift\nlet may = 1\n```\n\n<!-- on 3 May -->\n---\n[ref]: https://x.org\n\nB ![alt](i.png)c[^1]."
      )
        == "A.\n\nB c.")
  }

  @Test func inlineMarksGiveWayToTheirWords() throws {
    let pairs = [
      ("**bold** and *it* and __b__ and _i_ ~~gone~~", "bold and it and b and i gone"),
      ("[link](https://x.org \"t\") and [ref][1] and [see] note", "link and ref and [see] note"),
      ("`code *kept*` and 5 * 3 and snake_case_word", "code *kept* and 5 * 3 and snake_case_word"),
      ("a \\* b &amp; c &#8211; d &nbsp;e", "a * b & c – d  e"),
      ("<b>tag</b> 3 < 4 <https://x.org/a_b>", "tag 3 < 4 https://x.org/a_b"),
      ("**unclosed [bracket", "unclosed [bracket"),
      ("[nested [inner] text](u)", "nested [inner] text"),
    ]
    for (markdown, text) in pairs {
      let read = try plain(markdown)
      #expect(read == text)
    }
  }

  @Test func tablesAndQuotesStayLines() throws {
    #expect(try plain("> quoted\n> on\n\n| a | b |\n|---|---|\n| 1 | 2 |") == "quoted on\n\na | b\n1 | 2")
  }

  @Test(arguments: ["[", "![", "<a", "`", "a\n", "[a](", "*a", "<!--", "&", "\\[", "``` "])
  func aMegabyteOfMarksThatNothingCloses(mark: String) throws {
    let repeated = String(repeating: mark, count: (1 << 20) / mark.utf8.count)
    #expect(try plain("Begin.\n\n" + repeated + "\n\nEnd.").hasPrefix("Begin."))
  }

  @Test func runsOfBackticksOfEveryLengthAreNoCode() throws {
    let text = (1...1000).reversed().map { String(repeating: "`", count: $0) }.joined(separator: "a")
    #expect(try plain("x " + text) == "x " + text)
  }

  @Test func linksInLinksHaveNoLimit() throws {
    let depth = 50_000
    let text = String(repeating: "[", count: depth) + "word" + String(repeating: "](u)", count: depth)
    #expect(try plain(text) == "word")
  }

  @Test func anyMarksAtAllAreReadWithoutTrouble() throws {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "*", "_", "[", "]", "(", ")", "`", "\\", "<", ">", "&", ";", "#", "-", "|", "\n", " ", "a", "é", "😀",
      "!", "~", "=",
    ]
    for _ in 0..<500 {
      let text = (0..<40).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let plain = try? plain("x" + text)
      #expect(plain?.contains("x") == true || text.contains("<") || text.contains("]") || text.contains("`"))
    }
  }
}
