import Foundation
import TimelineViews

/// What standard output and standard error are.
enum Terminal {
  /// Colour and a width only where standard output is a terminal; `NO_COLOR` and `TERM=dumb` turn
  /// colour off.
  static func canvas(_ environment: [String: String]) -> Canvas {
    guard isatty(1) == 1 else { return Canvas(width: columns(environment)) }
    let refusesColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Canvas(
      width: width(environment), hasColour: !refusesColour && environment["TERM"] != "dumb")
  }

  static var showsProgress: Bool {
    isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// `COLUMNS`, which only reaches a program where the user says so; else the terminal's own word, else 80.
  private static func width(_ environment: [String: String]) -> Int {
    if let columns = columns(environment) { return columns }
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return 80
  }

  private static func columns(_ environment: [String: String]) -> Int? {
    environment["COLUMNS"].flatMap { Int($0) }.map { max($0, 20) }
  }
}
