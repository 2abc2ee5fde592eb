/// The lines that may stand before a plain text, parted from it by an empty line:
///
///     Published: 2026-02-12
///     Outlet: The Meridian Post
///     Title: Three governments plan a meeting
///     URL: https://example.org/meeting
///
/// Lines count as a header only together: every line up to the first empty one has a name and a
/// colon, and `Published` is among the names. Names that are unknown are passed over.
enum HeaderBlock {
  static func read(_ bytes: ArraySlice<UInt8>) -> ArticleFields {
    let text = NewLines.withoutTrailingSpace(NewLines.normalised(bytes))
    guard let (header, body) = split(text) else { return ArticleFields(text: text) }
    var fields = ArticleFields(text: body)
    for (name, value) in header { fields.set(name, value) }
    return fields.published == nil ? ArticleFields(text: text) : fields
  }

  private static func split(_ text: String) -> (header: [(String, String)], body: String)? {
    var header: [(String, String)] = []
    var rest = Substring(text)
    while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) ?? (rest.isEmpty ? nil : rest.endIndex) {
      let line = rest[..<end]
      rest = end == rest.endIndex ? rest[end...] : rest[rest.utf8.index(after: end)...]
      if line.allSatisfy(\.isWhitespace) { break }
      guard header.count < 20, let colon = line.firstIndex(of: ":"), isName(line[..<colon]) else {
        return nil
      }
      header.append((String(line[..<colon]), String(line[line.index(after: colon)...]).trimmed))
    }
    while rest.utf8.first == UInt8(ascii: "\n") { rest.removeFirst() }
    return header.isEmpty ? nil : (header, String(rest))
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.count <= 20
      && text.utf8.allSatisfy {
        $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") || $0 == UInt8(ascii: "-")
      }
  }
}

extension ArticleFields {
  /// Sets the field that header blocks and front matter call by one of these names; passes over others.
  mutating func set(_ name: String, _ value: String) {
    guard !value.isEmpty else { return }
    switch name.lowercased() {
    case "id": id = value
    case "published", "date": published = value
    case "outlet", "source", "publication": outlet = value
    case "title": title = value
    case "url", "link": url = value
    default: break
    }
  }
}

/// Line ends as LF alone, and none at the end of a text.
enum NewLines {
  static func withoutTrailingSpace(_ text: String) -> String {
    guard let last = text.unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(text.unicodeScalars[...last])
  }

  static func normalised(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "\r")) else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    for (index, byte) in zip(bytes.indices, bytes) {
      if byte != UInt8(ascii: "\r") {
        plain.append(byte)
      } else if index + 1 == bytes.endIndex || bytes[index + 1] != UInt8(ascii: "\n") {
        plain.append(UInt8(ascii: "\n"))
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
