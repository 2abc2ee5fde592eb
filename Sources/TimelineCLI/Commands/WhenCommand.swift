import ArgumentParser
import Timeline
import TimelineViews

/// `timeline when`.
struct WhenCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "when",
    abstract: "Explain what a time expression means on a day, and why.",
    discussion: """
      EXAMPLES:
        timeline when "by early summer" --on 2026-05-14
        timeline when next friday
        timeline when "next Friday" --on 2026-05-14 --next-weekday coming
        timeline when "the third fiscal quarter" --fiscal-year-start october --format json

      Tells the term that the words stand for, the steps of its resolution, every reading with the one chosen \
      first and the reason, and the settings that would change the choice. Ends with status 1 where no time \
      is found or none has a date.
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(help: ArgumentHelp("A time expression, or a sentence with some.", valueName: "phrase"))
  var words: [String] = []

  @Option(help: ArgumentHelp("The day that it is said on; today unless given.", valueName: "date"))
  var on: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("How the answer is written.", valueName: "format"))
  var format: WhenFormat = .table

  @OptionGroup(title: "How times are read") var reading: SettingsOptions

  func run() throws {
    let session = try session()
    let phrase = words.joined(separator: " ")
    guard !phrase.allSatisfy(\.isWhitespace) else { throw CommandFailure.noPhrase }
    let day = try on.map { try DateArgument.moment($0, now: session.now) } ?? session.now
    let own = ResolutionSettings(imported: session.importedEvents())
    let settings = try reading.applied(to: own)
    let explanations = Timeline.explain(phrase, on: day, settings: settings)
    if format == .table {
      let sheets = explanations.map { ExplanationSheet($0, on: day, canvas: session.canvas).text }
      try Output.standard.write(sheets.joined(separator: "\n"))
      if sheets.isEmpty { Output.message("“\(Self.shortened(phrase))” holds no time expression") }
    } else {
      try Output.standard.write(
        ExplanationJSON.object(phrase, on: day, explanations) + [UInt8(ascii: "\n")])
    }
    if !explanations.contains(where: { $0.expression.resolution.chosen != nil }) { throw ExitCode(1) }
  }

  /// So much of a phrase is repeated to the one who typed it.
  private static let longestRepeated = 100

  private static func shortened(_ phrase: String) -> String {
    let start = phrase.prefix(longestRepeated)
    return start.endIndex == phrase.endIndex ? phrase : start + "…"
  }
}
