public import CTimelineData

/// A file of `data/` as it was built into the program.
public struct DataFile: Sendable {
  public let name: String
  /// The lines without their ends; line 1 is at index 0.
  public let lines: [String]

  public init(_ name: String, _ data: timeline_data) {
    let bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
    self.init(name, text: String(decoding: bytes, as: UTF8.self))
  }

  public init(_ name: String, text: String) {
    self.name = name
    lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  /// The rows of a table: tab-separated cells with the number of their line; empty lines and lines
  /// that begin with `#` left out.
  public var rows: [(line: Int, cells: [Substring])] {
    lines.indices.compactMap { index in
      let line = lines[index]
      guard let first = line.utf8.first, first != 35 else { return nil }
      let cells = line.utf8.split(separator: 9, omittingEmptySubsequences: false).map { Substring($0) }
      return (index + 1, cells)
    }
  }

  /// The cells of the rows as strings without the spaces around them.
  public var fields: [[String]] { rows.map { $0.cells.map(\.trimmed) } }

  /// A mistake at a row's cell, counted from 0, or behind its last where the cell is missing.
  public func fault(_ line: Int, cell: Int, _ message: String) -> DataMistake {
    let text = lines.indices.contains(line - 1) ? lines[line - 1] : ""
    let before = text.utf8.split(separator: 9, omittingEmptySubsequences: false).prefix(cell)
    let column = before.reduce(1) { $0 + Substring($1).unicodeScalars.count + 1 }
    return fault(line, column: min(column, text.unicodeScalars.count + 1), message)
  }

  public func fault(_ line: Int, column: Int = 1, _ message: String) -> DataMistake {
    let text = lines.indices.contains(line - 1) ? lines[line - 1] : ""
    return DataMistake(file: name, line: line, column: column, text: text, expected: message)
  }
}
