/// A line on standard error that tells how far long work has come; only on a terminal.
struct ProgressBar {
  private let label: String
  private let isShown = Terminal.showsProgress
  private var lastPercent = -1
  private static let width = 30

  init(_ label: String) {
    self.label = label
  }

  /// - Parameter fraction: 0 through 1; nil where the end is not known.
  mutating func show(_ fraction: Double?, _ detail: String) {
    guard isShown else { return }
    let percent = fraction.map { Int(min(max($0, 0), 1) * 100) }
    if let percent, percent == lastPercent { return }
    lastPercent = percent ?? -1
    var line = "\r\(label) "
    if let percent {
      let filled = percent * Self.width / 100
      line +=
        "[" + String(repeating: "#", count: filled) + String(repeating: " ", count: Self.width - filled)
        + "] "
      line += "\(percent) % "
    }
    Output.error(line + detail + "\u{1B}[K")
  }

  /// Takes the line away.
  func finish() {
    if isShown { Output.error("\r\u{1B}[K") }
  }
}
