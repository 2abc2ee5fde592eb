/// The inline marks of Markdown: emphasis, links, code, tags and entities give way to their words.
struct MarkdownInline {
  private let characters: [Character]
  private var position = 0
  private var plain = ""

  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { marks.contains($0) }) else { return text }
    var inline = MarkdownInline(characters: Array(text))
    return inline.run()
  }

  private static let marks = Set("\\`*_~[]!<&".utf8)

  private init(characters: [Character]) {
    self.characters = characters
  }

  private mutating func run() -> String {
    while position < characters.count {
      let character = characters[position]
      switch character {
      case "\\": takeEscape()
      case "`": takeCode()
      case "!" where peek(1) == "[":
        if let link = link(from: position + 1) { position = link.end } else { keep() }
      case "[":
        if let link = link(from: position) {
          if !link.text.starts(with: ["^"]) { plain += Self.plain(String(link.text)) }
          position = link.end
        } else {
          keep()
        }
      case "<": takeTag()
      case "&": takeEntity()
      case "*", "_", "~": takeEmphasis(character)
      default: keep()
      }
    }
    return plain
  }

  private mutating func keep() {
    plain.append(characters[position])
    position += 1
  }

  private func peek(_ distance: Int) -> Character? {
    let index = position + distance
    return characters.indices.contains(index) ? characters[index] : nil
  }

  private mutating func takeEscape() {
    if let next = peek(1), next.isASCII, next.isPunctuation || next.isSymbol { position += 1 }
    keep()
  }

  private mutating func takeCode() {
    let length = run(of: "`", at: position)
    var index = position + length
    while index < characters.count {
      let closing = run(of: "`", at: index)
      if closing == length {
        plain += String(characters[(position + length)..<index]).trimmed
        position = index + length
        return
      }
      index += max(closing, 1)
    }
    for _ in 0..<length { keep() }
  }

  /// A mark that opens or closes emphasis goes; one between spaces, or `_` inside a word, stays.
  private mutating func takeEmphasis(_ mark: Character) {
    let length = run(of: mark, at: position)
    let before = position > 0 ? characters[position - 1] : " "
    let after = position + length < characters.count ? characters[position + length] : " "
    let isLoose = before.isWhitespace && after.isWhitespace
    let isInWord = mark == "_" && before.isLetterOrDigit && after.isLetterOrDigit
    let isCount = mark == "~" && length != 2
    if isLoose || isInWord || isCount { plain += String(repeating: mark, count: length) }
    position += length
  }

  /// `[text](address "title")`, `[text][name]`, `[text]`-less footnotes `[^1]`; nil for mere brackets.
  private func link(from start: Int) -> (text: ArraySlice<Character>, end: Int)? {
    guard let close = closing("[", "]", from: start) else { return nil }
    let text = characters[(start + 1)..<close]
    let next = close + 1 < characters.count ? characters[close + 1] : " "
    if next == "(", let end = closing("(", ")", from: close + 1) { return (text, end + 1) }
    if next == "[", let end = closing("[", "]", from: close + 1) { return (text, end + 1) }
    return text.first == "^" ? (text, close + 1) : nil
  }

  private func closing(_ open: Character, _ close: Character, from start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < min(characters.count, start + 4000) {
      if characters[index] == "\\" {
        index += 1
      } else if characters[index] == open {
        depth += 1
      } else if characters[index] == close {
        depth -= 1
        if depth == 0 { return index }
      }
      index += 1
    }
    return nil
  }

  /// A tag is left out, an address between angle brackets stays; a mere `<` too.
  private mutating func takeTag() {
    let next = peek(1) ?? " "
    guard next.isLetter || next == "/" || next == "!",
      let end = characters[position...].prefix(2000).firstIndex(of: ">")
    else { return keep() }
    let inner = String(characters[(position + 1)..<end])
    if inner.contains("://") && !inner.contains(" ") || inner.hasPrefix("mailto:") {
      plain += inner
    } else if inner.hasPrefix("br") {
      plain += "\n"
    }
    position = end + 1
  }

  private mutating func takeEntity() {
    guard let end = characters[position...].prefix(12).firstIndex(of: ";"),
      let decoded = Self.entity(String(characters[(position + 1)..<end]))
    else { return keep() }
    plain += decoded
    position = end + 1
  }

  private static func entity(_ name: String) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let number =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }.map(String.init)
    }
    return entities[name]
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
    "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
  ]

  private func run(of mark: Character, at start: Int) -> Int {
    characters[start...].prefix { $0 == mark }.count
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
