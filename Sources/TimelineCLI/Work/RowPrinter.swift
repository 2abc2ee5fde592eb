import ArgumentParser
import TimelineViews

/// Prints a grid in each of the forms, and tells where it is empty.
struct RowPrinter {
  var format: OutputFormat
  var canvas: Canvas

  /// - Parameter nothing: What is said where there are no rows; the program then ends with status 1.
  func print(_ grid: Grid, else nothing: String) throws {
    if !grid.rows.isEmpty || format.isForPrograms {
      try Output.standard.write(grid.rendered(as: format, on: canvas))
    }
    guard grid.rows.isEmpty else { return }
    Output.message(nothing)
    throw ExitCode(1)
  }
}
