/// The forms in which rows are printed.
package enum OutputFormat: String, Sendable, CaseIterable {
  /// Columns for people, fitted to the terminal.
  case table
  /// One JSON array.
  case json
  /// A JSON object a line.
  case jsonl
  /// Comma-separated values (RFC 4180).
  case csv
  /// Tab-separated values.
  case tsv
  /// A Markdown table.
  case md

  /// Whether the form is read by programs, which want every row.
  package var isForPrograms: Bool { self != .table && self != .md }
}
