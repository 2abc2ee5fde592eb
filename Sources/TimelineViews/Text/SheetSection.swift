/// A part of a sheet: a heading, and rows of a name and a value, both wrapped to the canvas.
struct SheetSection {
  let canvas: Canvas

  /// Empty without rows.
  func text(_ title: String, _ rows: [(name: String, value: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let names = rows.map { Printable.line($0.name) }
    let indent = names.map { DisplayWidth.of($0) }.max() ?? 0
    let room = max((canvas.width ?? .max / 2) - indent - 4, 20)
    var text = Style.heading.applied(to: title, isOn: canvas.hasColour) + "\n"
    for (name, row) in zip(names, rows) {
      for (number, line) in DisplayWidth.wrapped(Printable.line(row.value), to: room).enumerated() {
        let label = number == 0 ? name : ""
        let padding = String(repeating: " ", count: indent - DisplayWidth.of(label) + (indent > 0 ? 2 : 0))
        text += "  " + Style.dim.applied(to: label, isOn: canvas.hasColour) + padding + line + "\n"
      }
    }
    return text
  }

  /// Styled word by word, so that it can be broken into lines between any two.
  func styled(_ text: String, _ style: Style) -> String {
    text.split(separator: " ").map { style.applied(to: String($0), isOn: canvas.hasColour) }
      .joined(separator: " ")
  }

  func wrapped(_ text: String) -> [String] {
    canvas.width.map { DisplayWidth.wrapped(text, to: $0) } ?? [text]
  }
}
