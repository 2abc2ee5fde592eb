import ArgumentParser
import Timeline
import TimelineViews

/// `timeline show`.
struct ShowCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "One claim in full: quote, sources, how its date was worked out, history.",
    discussion: """
      EXAMPLES:
        timeline show 12
        timeline show 12 --as-of 2026-05-20
        timeline show 12 --format json
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(help: ArgumentHelp("The claim's number, or its uid.", valueName: "id"))
  var ids: [String]

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Only what was published by this day, and as it stood then.", valueName: "day"))
  var asOf: String?

  func run() throws {
    let session = try session()
    let day = try asOf.map { try DateArgument.day($0, now: session.now) }
    let timeline = try session.timeline(for: .reading)
    var claims: [TrackedClaim] = []
    var isComplete = true
    for text in ids {
      if let claim = try ClaimArgument.find(text, in: timeline, now: session.today, asOf: day) {
        claims.append(claim)
      } else {
        isComplete = false
        Output.message("no claim \(text) in the timeline")
      }
    }
    if format.format == .table {
      let sheets = try claims.map { claim in
        ClaimSheet(
          claim, on: day ?? session.today, canvas: session.canvas, ties: try timeline.evidence(of: claim.id)
        ).text()
      }
      try Output.standard.write(sheets.joined(separator: "\n"))
    } else if !claims.isEmpty || format.format.isForPrograms {
      try ClaimPrinter(format: format.format, canvas: session.canvas, detail: .full).print(claims)
    }
    if !isComplete { throw ExitCode(1) }
  }
}
