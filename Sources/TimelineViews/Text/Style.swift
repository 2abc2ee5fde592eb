/// How a piece of a line is set off; it shows only where colour is on.
package enum Style: Hashable, Sendable {
  case plain, bold, dim, underlined, good, warning, bad, heading

  /// The text between the SGR sequences of ECMA-48.
  package func applied(to text: String, isOn: Bool) -> String {
    guard isOn, let code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private var code: String? {
    switch self {
    case .plain: nil
    case .bold: "1"
    case .dim: "2"
    case .underlined: "4"
    case .good: "32"
    case .warning: "33"
    case .bad: "31"
    case .heading: "1;36"
    }
  }
}

/// What the place of output can show.
package struct Canvas: Hashable, Sendable {
  /// Columns; nil where lines may be of any length.
  package var width: Int?
  package var hasColour: Bool

  package init(width: Int? = nil, hasColour: Bool = false) {
    self.width = width
    self.hasColour = hasColour
  }
}
