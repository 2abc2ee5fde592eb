/// Rows under named columns, before it is decided how they are printed.
package struct Grid: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    /// The name that programs read: small letters and underscores.
    package var name: String
    package var isNumeric: Bool
    /// The width below which the column is not squeezed while others can be spared; nil where it is never
    /// squeezed at all.
    package var minimumWidth: Int?
    /// Columns with a higher number are left out first where a terminal is too narrow; 0 stays.
    package var expendability: Int

    package init(_ name: String, isNumeric: Bool = false, minimumWidth: Int? = nil, expendability: Int = 0) {
      self.name = name
      self.isNumeric = isNumeric
      self.minimumWidth = minimumWidth
      self.expendability = expendability
    }

    /// What stands over the column in a table.
    package var heading: String { name.uppercased().split(separator: "_").joined(separator: " ") }
  }

  package enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([String])
    case none

    package static func text(_ text: String?) -> Value { text.map { .text($0) } ?? .none }
  }

  package struct Cell: Hashable, Sendable {
    package var value: Value
    package var style: Style

    package init(_ value: Value, _ style: Style = .plain) {
      self.value = value
      self.style = style
    }

    package init(_ text: String?, _ style: Style = .plain) {
      self.init(.text(text), style)
    }

    /// The value as one text.
    package var text: String {
      switch value {
      case .text(let text): text
      case .number(let number): String(number)
      case .flag(let flag): flag ? "yes" : "no"
      case .list(let items): items.joined(separator: "; ")
      case .none: ""
      }
    }
  }

  package var columns: [Column]
  /// As many cells a row as there are columns.
  package var rows: [[Cell]]

  package init(columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// Leaves out columns by name.
  package mutating func remove(columns names: Set<String>) {
    let kept = columns.indices.filter { !names.contains(columns[$0].name) }
    columns = kept.map { columns[$0] }
    rows = rows.map { row in kept.map { row[$0] } }
  }
}
