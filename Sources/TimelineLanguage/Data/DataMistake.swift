/// A mistake in a file of `data/`: where it is and what was expected there.
public struct DataMistake: Error, Equatable, Sendable, CustomStringConvertible {
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars.
  public let column: Int
  /// The line as it stands in the file.
  public let text: String
  public let expected: String

  public init(file: String, line: Int, column: Int, text: String, expected: String) {
    self.file = file
    self.line = line
    self.column = column
    self.text = text
    self.expected = expected
  }

  /// The place, the line, and a caret below the mistake.
  public var description: String {
    let indent = String(
      text.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " as Character })
    return "\(file):\(line):\(column): \(expected)\n\(text)\n\(indent)^"
  }
}
