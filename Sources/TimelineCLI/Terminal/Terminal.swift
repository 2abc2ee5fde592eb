import Foundation
import TimelineViews

/// What standard output and standard error are.
enum Terminal {
  /// Colour and a width only where standard output is a terminal; `NO_COLOR` and `TERM=dumb` turn
  /// colour off.
  static func canvas(_ environment: [String: String]) -> Canvas {
    guard isatty(1) == 1 else { return Canvas() }
    let refusesColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    return Canvas(
      width: width(environment), hasColour: !refusesColour && environment["TERM"] != "dumb")
  }

  static var showsProgress: Bool {
    isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// The terminal's own word, else `COLUMNS`, else 80.
  private static func width(_ environment: [String: String]) -> Int {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return environment["COLUMNS"].flatMap { Int($0) }.map { max($0, 20) } ?? 80
  }
}
