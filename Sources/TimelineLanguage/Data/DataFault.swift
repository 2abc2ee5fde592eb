/// A mistake in a data file, told with the place and what is wrong there.
package struct DataFault: Error, Sendable, CustomStringConvertible {
  package let file: String
  /// From 1.
  package let line: Int
  /// From 1, counting UTF-8 bytes.
  package let column: Int
  /// The line as it stands in the file.
  package let text: String
  package let message: String

  package init(file: String, line: Int, column: Int, text: String, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.text = text
    self.message = message
  }

  /// The place, what is wrong, the line, and a caret under the column.
  package var description: String {
    let caret = String(repeating: " ", count: max(0, column - 1)) + "^"
    return "\(file):\(line):\(column): \(message)\n\(text)\n\(caret)"
  }
}
