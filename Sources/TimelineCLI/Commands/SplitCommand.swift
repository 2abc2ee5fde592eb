import ArgumentParser
import Timeline

/// `timeline split`.
struct SplitCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Take mentions out of a claim, as a claim of their own that stays apart.",
    discussion: """
      EXAMPLES:
        timeline history 12
        timeline split 12 40 41

      A claim's number, verdict, name and tags stay with its first mention.
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(help: ArgumentHelp("The claim's number, or its uid.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("Mentions, as “timeline history” numbers them.", valueName: "mention"))
  var mentions: [String]

  func run() throws {
    let session = try session()
    let id = try ClaimArgument.number(id, in: session.timeline(for: .reading), now: session.today)
    let taken = try mentions.map { text in
      guard let mention = Int64(text) else { throw CommandFailure.badMention(text) }
      return mention
    }
    let made = try session.timeline(for: .writing).split(id, mentions: Set(taken))
    Output.message("#\(made.taken) now holds \(AddCommand.count(Set(taken).count, "mention")) of #\(id)")
    if made.left != id {
      Output.message(
        "the others are now #\(made.left): a claim's number, verdict, name and tags stay with its first mention"
      )
    }
  }
}
