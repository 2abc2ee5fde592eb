/// A mistake in a file of `data/`: where it is and what was expected there.
package struct DataMistake: Error, Equatable, Sendable, CustomStringConvertible {
  package let file: String
  /// From 1.
  package let line: Int
  /// From 1, in Unicode scalars.
  package let column: Int
  /// The line as it stands in the file.
  package let text: String
  package let expected: String

  package init(file: String, line: Int, column: Int, text: String, expected: String) {
    self.file = file
    self.line = line
    self.column = column
    self.text = text
    self.expected = expected
  }

  /// The place, the line, and a caret below the mistake.
  package var description: String {
    let indent = String(
      text.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " as Character })
    return "\(file):\(line):\(column): \(expected)\n\(text)\n\(indent)^"
  }
}
