package import CTimelineData

/// A tab-separated file of `data/`: rows of fields; lines that are empty or begin with `#` are left out.
package struct DataTable: Sendable {
  package let rows: [[String]]

  package init(_ data: timeline_data) {
    self.init(String(decoding: UnsafeBufferPointer(start: data.bytes, count: data.count), as: UTF8.self))
  }

  package init(_ text: String) {
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in line.split(separator: "\t", omittingEmptySubsequences: false).map { $0.trimmed } }
      .filter { $0.contains { !$0.isEmpty } }
  }
}

extension StringProtocol {
  /// The text without the spaces around it.
  package var trimmed: String {
    var rest = self[...]
    while let first = rest.unicodeScalars.first, first.properties.isWhitespace {
      rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
    }
    while let last = rest.unicodeScalars.last, last.properties.isWhitespace {
      rest = rest[..<rest.unicodeScalars.index(before: rest.endIndex)]
    }
    return String(rest)
  }
}
