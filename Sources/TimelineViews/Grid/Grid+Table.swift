extension Grid {
  private static let gap = 2
  /// Where no column can be spared any more, they are squeezed below their minimum, but not further.
  private static let leastReadable = 8

  /// The rows as aligned columns under a line of headings, no line wider than the canvas.
  package func table(on canvas: Canvas, hasHeadings: Bool = true) -> String {
    var shown = self
    shown.rows = rows.map { $0.map { Cell(Printable.line($0.text), $0.style) } }
    let widths = shown.fit(to: canvas.width)
    var lines: [String] = []
    if hasHeadings {
      lines.append(shown.line(shown.columns.map { Cell($0.heading, .heading) }, widths, canvas.hasColour))
    }
    for row in shown.rows { lines.append(shown.line(row, widths, canvas.hasColour)) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Widths of the columns in a table of its own; for tables that share them.
  package func naturalWidths() -> [Int] {
    columns.indices.map { index in
      rows.reduce(DisplayWidth.of(columns[index].heading)) { max($0, DisplayWidth.of($1[index].text)) }
    }
  }

  /// Leaves out columns and squeezes the others until they fit.
  private mutating func fit(to width: Int?) -> [Int] {
    var widths = naturalWidths()
    guard let width else { return widths }
    while leastWidth(widths) > width,
      let spare = columns.indices.filter({ columns[$0].expendability > 0 })
        .max(by: { columns[$0].expendability < columns[$1].expendability })
    {
      columns.remove(at: spare)
      widths.remove(at: spare)
      for row in rows.indices { rows[row].remove(at: spare) }
    }
    squeeze(&widths, to: width) { columns[$0].minimumWidth }
    squeeze(&widths, to: width) { columns[$0].minimumWidth.map { min($0, Self.leastReadable) } }
    return widths
  }

  /// Takes from the widest column at a time, down to its least width.
  private func squeeze(_ widths: inout [Int], to width: Int, least: (Int) -> Int?) {
    while total(widths) > width {
      let squeezable = columns.indices.filter { widths[$0] > (least($0) ?? .max) }
      guard let widest = squeezable.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  private func leastWidth(_ widths: [Int]) -> Int {
    total(columns.indices.map { min(widths[$0], columns[$0].minimumWidth ?? .max) })
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + Self.gap * max(widths.count - 1, 0)
  }

  private func line(_ cells: [Cell], _ widths: [Int], _ hasColour: Bool) -> String {
    var line = ""
    for index in columns.indices {
      let text = DisplayWidth.fitted(cells[index].text, to: widths[index])
      let padding = String(repeating: " ", count: max(widths[index] - DisplayWidth.of(text), 0))
      let styled = cells[index].style.applied(to: text, isOn: hasColour)
      let isLast = index == columns.count - 1
      line += columns[index].isNumeric ? padding + styled : styled + (isLast ? "" : padding)
      if !isLast { line += String(repeating: " ", count: Self.gap) }
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
