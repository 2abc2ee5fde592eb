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
    let session = try session()
    // Opened for reading first, so that a wrong path is an error and not a new timeline.
    _ = try session.timeline(for: .reading)
    let timeline = try session.timeline(for: .writing)
    var isComplete = true
    for key in keys {
      do {
        let whole = try wholeKey(key, in: timeline)
        try timeline.remove(articleKey: whole)
        Output.message("removed \(whole)")
      } catch TimelineError.noSuchArticle {
        isComplete = false
        Output.message("\(TimelineError.noSuchArticle(key: key))")
      }
    }
    if !isComplete { throw ExitCode(1) }
  }

  /// The key itself, else the only one that begins so; nobody types the hash of a text.
  private func wholeKey(_ text: String, in timeline: Timeline) throws -> String {
    guard text.utf8.count >= Self.leastPrefix, try timeline.article(text) == nil else { return text }
    let keys = try timeline.articles().map(\.reference.key).filter { $0.hasPrefix(text) }
    guard keys.count <= 1 else { throw CommandFailure.ambiguousKey(text, count: keys.count) }
    return keys.first ?? text
  }

  private static let leastPrefix = 6
}
