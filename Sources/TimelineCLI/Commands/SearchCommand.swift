import ArgumentParser
import Timeline
import TimelineViews

/// `timeline search`.
struct SearchCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Full-text search over quotes, titles and names, the best fit first.",
    discussion: """
      EXAMPLES:
        timeline search ceasefire
        timeline search '"security guarantees"' --limit 5
        timeline search 'elect*' --format jsonl
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(help: ArgumentHelp("Words, all of which must occur; word* for a beginning.", valueName: "words"))
  var words: [String]

  @Option(parsing: .unconditional, help: ArgumentHelp("At most so many; 0 for all.", valueName: "number"))
  var limit: Limit?

  @OptionGroup var confidence: ConfidenceOption

  func run() throws {
    let session = try session()
    let usual = format.format.isForPrograms ? nil : 50
    let claims = try session.timeline(for: .reading).search(
      words.joined(separator: " "), now: session.today, limit: limit.map(\.count) ?? usual,
      minConfidence: try confidence.least())
    if claims.isEmpty { Output.message("nothing matches") }
    if !claims.isEmpty || format.format.isForPrograms {
      try ClaimPrinter(format: format.format, canvas: session.canvas).print(claims)
    }
    if claims.isEmpty { throw ExitCode(1) }
  }
}
