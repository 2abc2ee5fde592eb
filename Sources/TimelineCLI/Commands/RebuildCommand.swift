import ArgumentParser
import Timeline

/// `timeline rebuild`.
struct RebuildCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Extract all articles again, after an upgrade; claims keep their numbers.",
    discussion: """
      EXAMPLES:
        timeline rebuild
        timeline rebuild --outdated
        timeline rebuild --week-start sunday
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Flag(help: "Only articles that an older version extracted, or one with other settings.")
  var outdated = false

  @OptionGroup(title: "How times are read from now on") var reading: SettingsOptions

  func run() throws {
    let session = try session()
    // Opened for reading first, so that a wrong path is an error and not a new timeline.
    let stored = try session.timeline(for: .reading)
    let total = try stored.statistics(now: session.today).articles
    let settings = try reading.applied(to: try stored.settings)
    var bar = ProgressBar("Rebuilding")
    let report = try session.timeline(for: .writing).rebuild(
      with: settings, onlyOutdated: outdated
    ) { report in
      bar.show(Double(report.articles) / Double(max(total, 1)), "\(report.articles) articles")
    }
    bar.finish()
    for refusal in report.refused { Output.message("\(refusal.key): \(refusal.reason)") }
    for decision in report.stranded {
      Output.message("\(decision.articleKey): no longer claims “\(decision.title)”; your decision is kept")
    }
    ForeignTexts.tell(report.foreign)
    let articles = AddCommand.count(report.articles, "article")
    try Output.standard.write("\(articles) extracted again, \(AddCommand.count(report.claims, "claim"))\n")
    if !report.refused.isEmpty {
      try Output.standard.flush()
      throw ExitCode(2)
    }
  }
}
