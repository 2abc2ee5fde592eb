import Foundation
import TimelineTestSupport
import TimelineViews
import Testing

@testable import Timeline

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// TimeML documents, read back by an XML parser.
@Suite struct TimeMLTests {
  private func document(_ article: Article) -> String {
    let times = Timeline.times(in: article.text, published: article.published)
    return TimeMLDocument(
      key: article.key, title: article.title, published: article.published, text: article.text, times: times
    ).xml
  }

  private func read(_ xml: String) -> TimeMLReader {
    let reader = TimeMLReader()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reader
    reader.isWellFormed = parser.parse()
    return reader
  }

  private func article(_ text: String, key: String = "a", title: String? = nil) throws -> Article {
    Article(key: key, published: try #require(DocumentTime(iso: "2026-05-14")), title: title, text: text)
  }

  @Test func goldArticlesKeepTheirTextAndTags() throws {
    for article in try GoldCorpus().articles {
      let reader = read(document(article))
      #expect(reader.isWellFormed, "\(article.key)")
      #expect(reader.text == article.text, "\(article.key)")
      #expect(reader.names["DOCID"] == article.key)
      let times = Timeline.times(in: article.text, published: article.published)
      #expect(reader.tagged.map(\.words) == times.map(\.text))
      #expect(reader.tags.first?["functionInDocument"] == "CREATION_TIME")
      let ids = reader.tags.compactMap { $0["tid"] }
      #expect(Set(ids).count == reader.tags.count)
      for tag in reader.tags {
        for name in ["anchorTimeID", "beginPoint", "endPoint"] {
          if let id = tag[name] { #expect(ids.contains(id), "\(article.key): \(tag)") }
        }
        #expect(tag["value"]?.isEmpty == false && tag["value"]?.contains("/") == false, "\(tag)")
      }
    }
  }

  @Test func marksAndControlCharactersDoNotBreakIt() throws {
    let text = "A & B <next week> ]]> \"quoted\" 'too'\r\nline\u{2028}\u{85} 👩‍👩‍👧 tomorrow\u{0} \u{7}\u{FFFE}."
    let reader = read(document(try article(text, key: "<&\">", title: "R&D \u{1B}")))
    #expect(reader.isWellFormed)
    let replaced = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { [0, 7, 0xFFFE].contains($0.value) ? "\u{FFFD}" : $0 }))
    #expect(Array(reader.text.unicodeScalars) == Array(replaced.unicodeScalars))
    #expect(reader.tagged.map(\.words) == ["next week", "tomorrow"])
    #expect(reader.names["DOCID"] == "<&\">")
  }

  @Test func attributesSayWhatATimeIsWorkedOutFrom() throws {
    let text =
      "The fair of 4 June 2026 moves. Two days later it opens. They met every Friday and for the past three years."
    let tagged = read(document(try article(text))).tagged
    #expect(tagged.map(\.words) == ["4 June 2026", "Two days later", "every Friday", "the past three years"])
    #expect(tagged[0].attributes["temporalFunction"] == "false")
    #expect(tagged[0].attributes["anchorTimeID"] == nil)
    #expect(tagged[1].attributes["value"] == "2026-06-06")
    #expect(tagged[1].attributes["anchorTimeID"] == "t1")
    #expect(tagged[2].attributes["type"] == "SET" && tagged[2].attributes["quant"] == "EVERY")
    #expect(tagged[3].attributes["type"] == "DURATION" && tagged[3].attributes["endPoint"] == "t0")
  }

  @Test func rangesAreTheirTwoEnds() throws {
    let reader = read(document(try article("It is on 4-6 June 2026, or in early May.")))
    #expect(reader.tagged.map(\.words) == ["4", "6 June 2026", "early May"])
    #expect(reader.tagged.map { $0.attributes["value"] } == ["2026-06-04", "2026-06-06", "2026-05"])
    #expect(reader.tagged.last?.attributes["mod"] == "START")
  }
}

/// What an XML parser tells of a TimeML document.
private final class TimeMLReader: NSObject, XMLParserDelegate {
  var isWellFormed = false
  var text = ""
  var names: [String: String] = [:]
  var tags: [[String: String]] = []
  var tagged: [(words: String, attributes: [String: String])] = []
  private var open: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(name)
    guard name == "TIMEX3" else { return }
    tags.append(attributes)
    if open.contains("TEXT") { tagged.append(("", attributes)) }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if open.contains("TEXT") { text += string }
    if open.contains("TEXT"), open.last == "TIMEX3" { tagged[tagged.count - 1].words += string }
    if let name = open.last { names[name, default: ""] += string }
  }
}
