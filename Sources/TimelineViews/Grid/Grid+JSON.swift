extension Grid {
  /// The rows as JSON objects, keyed by the columns' names.
  package func objects() -> [[UInt8]] {
    rows.map { row in
      var json = JSONWriter()
      json.object {
        for (column, cell) in zip(columns, row) {
          switch cell.value {
          case .text(let text): $0.member(column.name, text)
          case .number(let number): $0.member(column.name, number)
          case .flag(let flag): $0.member(column.name, flag)
          case .list(let items): $0.member(column.name, items)
          case .none: $0.member(column.name, nil as String?)
          }
        }
      }
      return json.bytes
    }
  }

  /// The whole in one of the forms.
  package func rendered(as format: OutputFormat, on canvas: Canvas) -> String {
    switch format {
    case .table: table(on: canvas)
    case .json: JSONLines.array(objects())
    case .jsonl: JSONLines.lines(objects())
    case .csv: csv()
    case .tsv: tsv()
    case .md: markdown()
    }
  }
}

/// JSON values put together.
package enum JSONLines {
  /// An array with an element a line.
  package static func array(_ objects: [[UInt8]]) -> String {
    objects.isEmpty
      ? "[]\n" : "[" + objects.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",\n") + "]\n"
  }

  /// A value a line.
  package static func lines(_ objects: [[UInt8]]) -> String {
    objects.map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
  }
}
