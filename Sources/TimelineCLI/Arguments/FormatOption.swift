import ArgumentParser
package import TimelineViews

/// How rows are printed.
struct FormatOption: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "\(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
  var format: OutputFormat = .table
}

extension OutputFormat: ExpressibleByArgument {}
