import ArgumentParser
package import TimelineViews

/// How rows are printed.
struct FormatOption: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The form of the output.", valueName: "format"))
  var format: OutputFormat = .table
}

extension OutputFormat: ExpressibleByArgument {}
