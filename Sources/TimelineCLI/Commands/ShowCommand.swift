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

  @OptionGroup var named: ClaimsArguments

  func run() throws {
    let session = try session()
    let timeline = try session.timeline(for: .reading)
    let (claims, areAll) = try named.claims(in: timeline, session)
    if format.format == .table {
      let day = try named.day(session)
      let sheets = try claims.map { claim in
        ClaimSheet(
          claim, on: day ?? session.today, canvas: session.canvas, ties: try timeline.evidence(of: claim.id)
        ).text()
      }
      try Output.standard.write(sheets.joined(separator: "\n"))
    } else if !claims.isEmpty || format.format.isForPrograms {
      try ClaimPrinter(format: format.format, canvas: session.canvas, detail: .full).print(claims)
    }
    if !areAll { throw ExitCode(1) }
  }
}
