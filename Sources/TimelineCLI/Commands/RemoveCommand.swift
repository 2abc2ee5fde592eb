import ArgumentParser
import Timeline

/// `timeline remove`.
struct RemoveCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove articles with everything that only they tell.",
    discussion: """
      EXAMPLES:
        timeline remove dip-1
        timeline remove https://example.org/meeting
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(
    help: ArgumentHelp("Keys, as “timeline articles” tells them, or their beginnings.", valueName: "key"))
  var keys: [String]

  func run() throws {
    let timeline = try session().timeline(for: .writing)
    var isComplete = true
    for key in keys {
      do {
        let whole = try ArticleArgument.wholeKey(key, in: timeline)
        try timeline.remove(articleKey: whole)
        Output.message("removed \(whole)")
      } catch TimelineError.noSuchArticle {
        isComplete = false
        Output.message("\(TimelineError.noSuchArticle(key: key))")
      }
    }
    if !isComplete { throw ExitCode(1) }
  }
}
