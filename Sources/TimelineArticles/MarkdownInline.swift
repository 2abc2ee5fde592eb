/// The inline marks of Markdown: emphasis, links, code, tags and entities give way to their words.
///
/// One pass over the scalars after one that finds the partners of brackets and the runs of backticks, so
/// that the work grows with the length alone, however many marks are left open.
struct MarkdownInline {
  private let scalars: [Unicode.Scalar]
  private let partners: BracketPartners
  private let lastTicks: [Int: Int]
  private var position = 0
  private var plain = String.UnicodeScalarView()
  /// Where reading goes on after the closing brackets of the links that are open, by these brackets.
  private var linkEnds: [Int: Int] = [:]
  /// The first `>` at or after `position`; the end where there is none.
  private var nextAngle = 0

  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { marks.contains($0) }) else { return text }
    var inline = MarkdownInline(scalars: Array(text.unicodeScalars))
    return inline.run()
  }

  private static let marks = Set("\\`*_~[]!<&".utf8)

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    partners = BracketPartners(scalars)
    lastTicks = MarkdownInline.lastTicks(scalars)
  }

  private mutating func run() -> String {
    while position < scalars.count {
      let scalar = scalars[position]
      switch scalar {
      case "\\": takeEscape()
      case "`": takeCode()
      case "!" where peek(1) == "[":
        if let link = link(from: position + 1) { position = link.end } else { keep() }
      case "[": takeLink()
      case "]":
        if let end = linkEnds[position] { position = end } else { keep() }
      case "<": takeTag()
      case "&": takeEntity()
      case "*", "_", "~": takeEmphasis(scalar)
      default: keep()
      }
    }
    return String(plain)
  }

  private mutating func keep() {
    plain.append(scalars[position])
    position += 1
  }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    let index = position + distance
    return index < scalars.count ? scalars[index] : nil
  }

  private mutating func takeEscape() {
    if let next = peek(1), next.isASCII, Character(next).isPunctuation || Character(next).isSymbol {
      position += 1
    }
    keep()
  }

  private mutating func takeCode() {
    let start = position
    let length = run(of: "`", at: start)
    // Without a later run of this length the code has no end, and nothing need be looked through for it.
    guard let last = lastTicks[length], last >= start + length else {
      for _ in 0..<length { keep() }
      return
    }
    var index = start + length
    while index < scalars.count {
      let closing = run(of: "`", at: index)
      if closing == length { break }
      index += max(closing, 1)
    }
    plain += text((start + length)..<index).trimmed.unicodeScalars
    position = index + length
  }

  /// A mark that opens or closes emphasis goes; one between spaces, or `_` inside a word, stays.
  private mutating func takeEmphasis(_ mark: Unicode.Scalar) {
    let length = run(of: mark, at: position)
    let before = position > 0 ? scalars[position - 1] : " "
    let after = peek(length) ?? " "
    let isLoose = before.properties.isWhitespace && after.properties.isWhitespace
    let isInWord = mark == "_" && before.isOfWord && after.isOfWord
    let isCount = mark == "~" && length != 2
    if isLoose || isInWord || isCount { plain += repeatElement(mark, count: length) }
    position += length
  }

  /// A link gives way to its words, a footnote's mark to nothing; mere brackets stay.
  private mutating func takeLink() {
    guard let link = link(from: position) else { return keep() }
    if peek(1) == "^" {
      position = link.end
    } else {
      linkEnds[link.close] = link.end
      position += 1
    }
  }

  /// `[text](address "title")`, `[text][name]`, `[text]`-less footnotes `[^1]`; nil for mere brackets.
  private func link(from start: Int) -> (close: Int, end: Int)? {
    guard let close = partners.partner(of: start) else { return nil }
    if let end = partners.partner(of: close + 1) { return (close, end + 1) }
    return scalars[start + 1] == "^" ? (close, close + 1) : nil
  }

  /// A tag is left out, an address between angle brackets stays; a mere `<` too.
  private mutating func takeTag() {
    let next = peek(1) ?? " "
    guard next.properties.isAlphabetic || next == "/" || next == "!", let end = angle() else { return keep() }
    let inner = text((position + 1)..<end)
    if inner.contains("://") && !inner.contains(" ") || inner.hasPrefix("mailto:") {
      plain += inner.unicodeScalars
    } else if inner.hasPrefix("br") {
      plain.append("\n")
    }
    position = end + 1
  }

  /// The `>` that ends a tag here, unless it is further away than any tag is long.
  private mutating func angle() -> Int? {
    if nextAngle < position { nextAngle = position }
    while nextAngle < scalars.count, scalars[nextAngle] != ">" { nextAngle += 1 }
    return nextAngle < min(scalars.count, position + 2000) ? nextAngle : nil
  }

  private mutating func takeEntity() {
    guard let end = scalars[position...].prefix(12).firstIndex(of: ";"),
      let decoded = Self.entity(text((position + 1)..<end))
    else { return keep() }
    plain += decoded.unicodeScalars
    position = end + 1
  }

  private static func entity(_ name: String) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let number =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }.map { String(Character($0)) }
    }
    return entities[name]
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
    "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
  ]

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private func run(of mark: Unicode.Scalar, at start: Int) -> Int {
    scalars[start...].prefix { $0 == mark }.count
  }

  /// Where the last run of backticks of each length begins.
  private static func lastTicks(_ scalars: [Unicode.Scalar]) -> [Int: Int] {
    var last: [Int: Int] = [:]
    var length = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar == "`" {
        length += 1
      } else if length > 0 {
        last[length] = index - length
        length = 0
      }
    }
    if length > 0 { last[length] = scalars.count - length }
    return last
  }
}

/// Which bracket closes which: `[` with `]` and `(` with `)`, each kind for itself, escaped ones passed over.
private struct BracketPartners {
  private var closing: [Int: Int] = [:]

  init(_ scalars: [Unicode.Scalar]) {
    guard scalars.contains("[") else { return }
    var square: [Int] = []
    var round: [Int] = []
    var isEscaped = false
    for (index, scalar) in scalars.enumerated() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "[": square.append(index)
      case "(": round.append(index)
      case "]": if let open = square.popLast() { closing[open] = index }
      case ")": if let open = round.popLast() { closing[open] = index }
      default: break
      }
    }
  }

  /// The bracket that closes the one at an offset; nil for any other character, and for one left open.
  func partner(of offset: Int) -> Int? { closing[offset] }
}

extension Unicode.Scalar {
  fileprivate var isOfWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
