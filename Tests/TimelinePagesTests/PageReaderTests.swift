import Testing
import TimelineDates
import TimelinePages

@Suite struct PageReaderTests {
  private func page(_ html: String, address: String? = nil) -> Page {
    PageReader.read(Array(html.utf8), address: address)
  }

  private static let paragraph =
    "The three governments agreed on Thursday that ministers meet again in Oslo in June, and that the "
    + "truce, which ends on Friday, is prolonged until then, said two diplomats."

  private static let article = """
    <!DOCTYPE html><html lang="en-GB"><head><title>Talks go on | The Meridian Post</title>
    <meta property="og:title" content="Talks go on"><meta property="og:site_name" content="The Meridian Post">
    <meta name="author" content="Ada Byron"><link rel="canonical" href="/talks?x=1">
    <style>p { color: red }</style></head><body>
    <nav><a href="/">Home</a> <a href="/world">World</a></nav>
    <div class="cookie-notice"><p>We use cookies, and so do our 812 partners, to store and read data on your device.</p></div>
    <article><h1>Talks go on</h1><p class="byline">By Ada Byron</p>
    <p>\(paragraph)</p><script>var x = "<p>no text</p>";</script>
    <h2>What was agreed</h2>
    <ul><li>Ministers meet in June.</li><li>The truce holds until then.</li></ul>
    <figure><img src="a.jpg"><figcaption>Ministers in Oslo, last year, at the door of the hall.</figcaption></figure>
    <p>\(paragraph) <a href="/b">A link</a> within it.</p></article>
    <div id="comments"><p>I do not believe a word of this, and I have read many of them, said a reader, at length.</p></div>
    <div class="related"><ul><li><a href="/1">Another story of the day</a></li></ul></div>
    <footer>Copyright 2026</footer></body></html>
    """

  @Test func textIsTheArticleAlone() {
    let text = page(Self.article).text
    #expect(
      text == """
        \(Self.paragraph)

        What was agreed

        - Ministers meet in June.
        - The truce holds until then.

        \(Self.paragraph) A link within it.
        """)
  }

  @Test func factsOfTheArticle() {
    let page = page(Self.article, address: "https://www.example.org/world/talks.html")
    #expect(page.title == "Talks go on")
    #expect(page.outlet == "The Meridian Post")
    #expect(page.author == "Ada Byron")
    #expect(page.language == "en-GB")
    #expect(page.url == "https://www.example.org/talks?x=1")
  }

  @Test func outletBehindTheTitle() {
    let page = page("<title>Talks go on - The Meridian Post</title><h1>Talks go on</h1><p>Text.")
    #expect(page.title == "Talks go on")
    #expect(page.outlet == "The Meridian Post")
  }

  @Test func cellsOfARowStandInOneLine() {
    let page = page(
      "<main><p>\(Self.paragraph)</p><table><tr><td>Oslo</td><td>12 June, said the ministry of the north</td></tr></table></main>"
    )
    #expect(page.text.contains("Oslo | 12 June, said the ministry of the north"))
  }

  @Test func entitiesAreCharactersAndHiddenTextIsNone() {
    let page = page(
      "<article><p>K&ouml;ln &amp; M&#252;nchen sign, &ldquo;at last&rdquo;, after a night of talks in the town hall.</p>"
        + "<p style='display: none'>Nobody sees this line of the page, whatever it may say here.</p></article>"
    )
    #expect(page.text == "Köln & München sign, “at last”, after a night of talks in the town hall.")
  }
}

@Suite struct CharsetTests {
  private static let text =
    "<p>Der Flüchtlingsrat fordert größere Räume, sagte der Präsident am Montag in Köln.</p>"
  private static let plain =
    "Der Flüchtlingsrat fordert größere Räume, sagte der Präsident am Montag in Köln."

  private func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test func headerMetaAndDetection() {
    #expect(PageReader.read(latin1(Self.text), charset: "ISO-8859-1").text == Self.plain)
    #expect(PageReader.read(latin1("<meta charset=iso-8859-15>" + Self.text)).text == Self.plain)
    #expect(PageReader.read(latin1(Self.text)).text == Self.plain)
    #expect(PageReader.read(Array(Self.text.utf8)).text == Self.plain)
  }

  @Test func aWrongHeaderDoesNotSpoilUTF8() {
    #expect(PageReader.read(Array(Self.text.utf8), charset: "iso-8859-1").text == Self.plain)
  }

  @Test func byteOrderMarks() {
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in Self.text.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(PageReader.read(little).text == Self.plain)
    #expect(PageReader.read(big).text == Self.plain)
    #expect(PageReader.read([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)).text == Self.plain)
  }

  @Test func eastAsianSets() {
    // 日本の首相は月曜日、新しい政策を発表しました。 in Shift JIS
    let bytes: [UInt8] = [
      0x93, 0xFA, 0x96, 0x7B, 0x82, 0xCC, 0x8E, 0xF1, 0x91, 0x8A, 0x82, 0xCD, 0x8C, 0x8E, 0x97, 0x6A, 0x93,
      0xFA, 0x81, 0x41,
      0x90, 0x56, 0x82, 0xB5, 0x82, 0xA2, 0x90, 0xAD, 0x8D, 0xF4, 0x82, 0xF0, 0x94, 0xAD, 0x95, 0x5C, 0x82,
      0xB5, 0x82, 0xDC,
      0x82, 0xB5, 0x82, 0xBD, 0x81, 0x42,
    ]
    let page = PageReader.read(Array("<meta charset='Shift_JIS'><p>".utf8) + bytes)
    #expect(page.text == "日本の首相は月曜日、新しい政策を発表しました。")
  }

  @Test func setsOfSevenBits() {
    // 日本 in ISO-2022-JP, 中国 in HZ.
    let japanese =
      Array("<meta charset=iso-2022-jp><p>".utf8) + [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B]
      + Array("(B, said the page of readers, at last.".utf8)
    #expect(PageReader.read(japanese).text == "日本, said the page of readers, at last.")
    let chinese = Array("<p>~{VP9z~}, said the page of readers, ~~ at last.".utf8)
    #expect(
      PageReader.read(chinese, charset: "HZ-GB-2312").text == "中国, said the page of readers, ~ at last.")
  }

  @Test func wrongBytesAndUnknownNamesAreSurvived() {
    let broken =
      Array("<meta charset=utf-8><p>One ".utf8) + [0xC3, 0x28, 0xFF]
      + Array(" two, said the speaker.</p>".utf8)
    #expect(PageReader.read(broken).text.hasSuffix("two, said the speaker."))
    #expect(PageReader.read(latin1("<meta charset=klingon>" + Self.text)).text == Self.plain)
    #expect(PageReader.read([0, 0, 0x3C, 0]).text.isEmpty)
  }
}
