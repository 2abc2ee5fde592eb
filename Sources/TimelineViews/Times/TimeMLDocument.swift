package import TimelineDates
package import TimelineTimes

/// An article with its time expressions as a TimeML 1.2.1 document, in the form of TempEval-3: `DOCID`, `DCT`,
/// `TITLE`, and `TEXT` with `TIMEX3` tags in it.
///
/// What stands between the tags of `TEXT` is the article's text, letter by letter, once entities are read. Characters
/// that XML 1.0 cannot hold stand as U+FFFD. Source: TimeML 1.2.1 specification (Saurí et al. 2006), section 2.2.
package struct TimeMLDocument {
  private let key: String
  private let title: String?
  private let published: DocumentTime
  private let text: String
  private let tags: TimeMLTags

  package init(
    key: String, title: String?, published: DocumentTime, text: String, times: [TimeExpression]
  ) {
    self.key = key
    self.title = title
    self.published = published
    self.text = text
    tags = TimeMLTags(times)
  }

  package var xml: String {
    var xml = """
      <?xml version="1.0" encoding="UTF-8"?>
      <TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">

      <DOCID>\(XMLText.content(key))</DOCID>

      <DCT>\(creation)</DCT>


      """
    if let title { xml += "<TITLE>\(XMLText.content(title))</TITLE>\n\n" }
    xml += "<TEXT>\(taggedText)</TEXT>\n"
    for tag in tags.implied { xml += "\n" + tag.empty }
    return xml + "\n</TimeML>\n"
  }

  private var creation: String {
    let value = published.description
    let type: TIMEX3.Kind = published.second == nil ? .date : .time
    let tag = TimeMLTag(
      id: TimeMLTags.creation, timex: TIMEX3(type: type, value: value), isFunction: false,
      role: "CREATION_TIME")
    return tag.opening + value + TimeMLTag.closing
  }

  private var taggedText: String {
    var xml = ""
    var next = tags.written[...]
    var end: Int?
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if offset == end {
        xml += TimeMLTag.closing
        end = nil
      }
      if let tag = next.first, tag.span.lowerBound == offset {
        xml += tag.tag.opening
        end = tag.span.upperBound
        next.removeFirst()
      }
      XMLText.append(scalar, to: &xml)
    }
    return end == nil ? xml : xml + TimeMLTag.closing
  }
}

/// Text as XML content.
enum XMLText {
  static func content(_ text: String) -> String {
    var xml = ""
    for scalar in text.unicodeScalars { append(scalar, to: &xml) }
    return xml
  }

  /// Text as the value of an attribute in quotation marks.
  static func attribute(_ text: String) -> String {
    content(text).split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
  }

  /// A carriage return is written by its number, since readers make line feeds of bare ones.
  static func append(_ scalar: Unicode.Scalar, to xml: inout String) {
    switch scalar.value {
    case 0x26: xml += "&amp;"
    case 0x3C: xml += "&lt;"
    case 0x3E: xml += "&gt;"
    case 0x0D: xml += "&#13;"
    case 0x09, 0x0A, 0x20...0xFFFD, 0x10000...0x10FFFF: xml.unicodeScalars.append(scalar)
    default: xml += "\u{FFFD}"
    }
  }
}
