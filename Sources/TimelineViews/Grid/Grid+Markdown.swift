extension Grid {
  /// A Markdown table; what would be a mark of Markdown in a value is escaped.
  package func markdown() -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    return line(columns.map { Self.escaped($0.name.split(separator: "_").joined(separator: " ")) })
      + line(columns.map { $0.isNumeric ? "--:" : "---" })
      + rows.map { line($0.map { Self.escaped($0.text) }) }.joined()
  }

  /// A text in which nothing is a mark of Markdown.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in Printable.line(text) {
      if "\\`*_[]<>|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
