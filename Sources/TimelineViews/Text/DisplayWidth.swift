/// How many columns of a terminal a text takes.
///
/// Wide and fullwidth characters (Unicode Standard Annex #11) and emoji take two, combining marks,
/// controls and format characters none.
package enum DisplayWidth {
  package static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    guard text.utf8.contains(0x1B) else { return text.reduce(0) { $0 + of($1) } }
    return withoutStyles(text).reduce(0) { $0 + of($1) }
  }

  /// Without the sequences that ``Style`` puts around words.
  private static func withoutStyles(_ text: some StringProtocol) -> String {
    var plain = String.UnicodeScalarView()
    var isInside = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isInside = true }
      if !isInside { plain.append(scalar) }
      if scalar == "m" { isInside = false }
    }
    return String(plain)
  }

  /// A character is as wide as its first scalar that has a width; a variation selector for emoji widens it.
  package static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F && width == 1 { return 2 }
      if width == 0 { width = of(scalar) }
    }
    return width
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The blocks of wide and fullwidth characters.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F2FF,
    0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]

  /// The text cut to a width, with an ellipsis where something is missing.
  package static func fitted(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var taken = 0
    for character in text {
      let next = of(character)
      if taken + next > width - 1 { break }
      kept.append(character)
      taken += next
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// The text in lines that are no wider than `width`, broken between words where that can be.
  package static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      var word = word
      if !line.isEmpty && of(line) + 1 + of(word) > width {
        lines.append(line)
        line = ""
      }
      while of(word) > max(width, 1), !word.utf8.contains(0x1B) {
        var head = ""
        while let next = word.first, head.isEmpty || of(head) + of(next) <= width {
          head.append(next)
          word.removeFirst()
        }
        lines.append(head)
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }
}
