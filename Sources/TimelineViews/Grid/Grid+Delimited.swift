extension Grid {
  /// Comma-separated values with a header record, as RFC 4180 has them: CRLF, quotes where needed.
  package func csv() -> String { csvHeader() + rows.map(Self.csvRecord).joined() }

  package func csvHeader() -> String { Self.csvRecord(columns.map { Cell($0.name) }) }

  package static func csvRecord(_ cells: [Cell]) -> String {
    cells.map { quoted($0.plainText) }.joined(separator: ",") + "\r\n"
  }

  /// Tab-separated values with a header line; tabs and line ends within a value become spaces.
  package func tsv() -> String { tsvHeader() + rows.map(Self.tsvRecord).joined() }

  package func tsvHeader() -> String { Self.tsvRecord(columns.map { Cell($0.name) }) }

  package static func tsvRecord(_ cells: [Cell]) -> String {
    cells.map { Printable.line($0.plainText) }.joined(separator: "\t") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    return needsQuotes || text.first == " " || text.last == " "
      ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
      : text
  }
}

extension Grid.Cell {
  /// The value as programs read it.
  ///
  /// A spreadsheet takes a text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula;
  /// an apostrophe before it keeps it a text (OWASP, CSV Injection). Dates of years before 1 begin with `-` and
  /// stay as they are.
  fileprivate var plainText: String {
    switch value {
    case .flag(let flag): flag ? "true" : "false"
    case .text, .list: text.first.map { "=+-@\t\r\r\n".contains($0) } == true && !isDate ? "'" + text : text
    case .number, .none: text
    }
  }

  private var isDate: Bool {
    text.utf8.count > 1 && text.utf8.first == UInt8(ascii: "-")
      && text.utf8.allSatisfy {
        $0 &- 48 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "T")
      }
  }
}
