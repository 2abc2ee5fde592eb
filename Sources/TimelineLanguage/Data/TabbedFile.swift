/// A file of `data/`: one entry a line, fields between tabs, `#` at a line's start for a comment.
package struct TabbedFile: Sendable {
  package struct Field: Sendable {
    package let text: String
    /// From 1, in Unicode scalars.
    package let column: Int
  }

  package struct Row: Sendable {
    package let fields: [Field]
    /// From 1.
    package let line: Int
    package let text: String
  }

  package let name: String
  package let rows: [Row]

  package init(name: String, bytes: some Sequence<UInt8>) {
    self.name = name
    var rows: [Row] = []
    let text = String(decoding: Array(bytes), as: UTF8.self)
    let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
    for (index, line) in lines.enumerated() {
      guard let first = line.first, first != "#" else { continue }
      var fields: [Field] = []
      var column = 1
      for part in line.split(separator: "\t", omittingEmptySubsequences: false) {
        fields.append(Field(text: String(part), column: column))
        column += part.count + 1
      }
      rows.append(Row(fields: fields, line: index + 1, text: String(line)))
    }
    self.rows = rows
  }

  /// A mistake at a row's field, or behind its last where the field is missing.
  package func mistake(_ row: Row, field: Int, expected: String) -> DataMistake {
    let column = field < row.fields.count ? row.fields[field].column : row.text.unicodeScalars.count + 1
    return DataMistake(file: name, line: row.line, column: column, text: row.text, expected: expected)
  }
}
