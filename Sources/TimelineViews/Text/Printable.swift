/// Text from articles, made safe for a terminal.
package enum Printable {
  /// White space as single spaces; controls and marks that turn the writing direction as U+FFFD, so
  /// that no article can steer the terminal.
  package static func line(_ text: some StringProtocol) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("  ")
    if isPlain && text.first != " " && text.last != " " { return String(text) }
    var clean = String.UnicodeScalarView()
    var space = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        space = !clean.isEmpty
        continue
      }
      if space { clean.append(" ") }
      space = false
      clean.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(clean)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
