import Testing
import TimelineDates
import TimelinePages
import TimelineTestSupport

/// Pages that are made to hurt: they are read in bounded time and memory, and nothing outside is touched.
@Suite struct HostilePageTests {
  private func read(_ html: String) -> Page { PageReader.read(Array(html.utf8)) }

  @Test func entityBomb() {
    let bomb = """
      <!DOCTYPE html [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
      <p>&d;&d;&d; and a sentence that readers see, said nobody at all.</p>
      """
    #expect(read(bomb).text.utf8.count < 2000)
  }

  @Test func externalEntityIsNotLoaded() {
    let page = read(
      "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>Before &x; behind, a sentence for readers.</p>"
    )
    #expect(!page.text.contains("root:"))
    #expect(page.text.contains("behind"))
  }

  @Test func deepNesting() {
    let text = "A sentence that stands far down, said the page."
    let deep =
      String(repeating: "<div>", count: 200_000) + text + String(repeating: "</div></span>", count: 200_000)
    #expect(read(deep).text.isEmpty && read(deep).isCut)
    let bearable = String(repeating: "<div>", count: 800) + text
    #expect(read(bearable).text == text && !read(bearable).isCut)
  }

  @Test func hugeAttributesAndManyOfThem() {
    let huge = String(repeating: "x", count: 4 << 20)
    let many = (0..<400).map { "data-a\($0)='1'" }.joined(separator: " ")
    let page = read(
      "<meta name=date content='2026-02-12'><p class='\(huge)' \(many)>A sentence that readers see, said the page.</p>"
    )
    #expect(page.text == "A sentence that readers see, said the page.")
    #expect(DateChoice(page.candidates).published?.description == "2026-02-12")
  }

  /// The parser's work grows with the square of an element's attributes.
  @Test func tooManyAttributesAreRefused() {
    let many = (0..<200_000).map { "data-a\($0)='1'" }.joined(separator: " ")
    let text = "A sentence that readers see, said the page."
    #expect(read("<p \(many)>\(text)</p>").isCut)
    #expect(read("<!-- > --><p title='>' \(many)>\(text)</p>").isCut)
    #expect(read("<script>if (a<b) '</div>'</script><p \(many)").isCut)
    // What looks like attributes elsewhere is none.
    let page = read(
      "<p title=\"\(many)\">\(text)</p><!-- <p \(many) --><script>x = '<p \(many)'</script><style>a<b \(many)</style>"
    )
    #expect(page.text == text && !page.isCut)
  }

  @Test func scriptsAndStylesAreNoText() {
    let page = read(
      """
      <body><script>document.write("<p>Written by a script, 12 February 2026</p>")</script>
      <style>.a::after { content: "Styled, 12 February 2026" }</style>
      <noscript>Switch scripts on, 12 February 2026.</noscript><template><p>A template</p></template>
      <p>A sentence that readers see, said the page.</p></body>
      """)
    #expect(page.text == "A sentence that readers see, said the page.")
  }

  @Test func deepAndBrokenLinkedData() {
    let deep = String(repeating: "[{\"@graph\":", count: 50_000)
    #expect(read("<script type='application/ld+json'>\(deep)</script><p>Text.").candidates.isEmpty)
    let broken = #"{"@type":"Article","datePublished":"2026-02-12","x":nonsense,"dateModified":"2026-02-13"}"#
    let page = read("<script type='application/ld+json'>\(broken)</script>")
    #expect(DateChoice(page.candidates).published?.description == "2026-02-12")
  }

  @Test func marksBeforeLinkedDataEnd() {
    let marks = String(repeating: "[C", count: 400_000)
    let page = read(
      "<script type='application/ld+json'>\(marks){\"@type\":\"Article\",\"datePublished\":\"2026-02-12\"}</script>"
    )
    #expect(DateChoice(page.candidates).published?.description == "2026-02-12")
  }

  @Test func manyItemsOfLinkedData() {
    let items = (0..<5000).map {
      #"{"@type":"Thing","datePublished":"20\#(10 + $0 % 90)-02-\#(10 + $0 % 18)"}"#
    }
    let page = read("<script type='application/ld+json'>[\(items.joined(separator: ","))]</script>")
    #expect((1...400).contains(page.candidates.count))
  }

  @Test func manyTimes() {
    let times = (0..<60_000).map { number in
      let (hour, minute, second) = (number / 3600, number / 60 % 60, number % 60)
      return "<time datetime='2026-02-12T\(10 + hour % 10):\(10 + minute % 50):\(10 + second % 50)'>x</time>"
    }
    let page = read("<meta name=date content='2026-02-11'>" + times.joined())
    #expect((2...400).contains(page.candidates.count))
    #expect(page.candidates.contains { $0.time.description == "2026-02-11" })
  }

  @Test func manyDatesAndManyElements() {
    let dates = (0..<50_000).map { "<p>Event on \($0 % 28 + 1).\($0 % 12 + 1).2026</p>" }.joined()
    let page = read(dates)
    #expect(page.candidates.count <= 400)
  }

  @Test(arguments: 0..<300) func noise(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "<p>", "</p>", "<table>", "<tr><td>", "<!--", "-->", "<![CDATA[", "&#x110000;", "&", "<script>",
      "</script>", "\u{0}",
      "2026-02-12", "12. März 2026", "<a href='", "'>", "\"", "<li>", "text ", "é", "<html",
      "<time datetime=2026-13-45>",
    ]
    let html = (0..<60).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
    let page = read(html)
    #expect(page.text.utf8.count <= html.utf8.count * 3)
  }
}
