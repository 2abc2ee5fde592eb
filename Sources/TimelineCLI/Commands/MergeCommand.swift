import ArgumentParser
import Timeline

/// `timeline merge`.
struct MergeCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make one claim of several that speak of the same event.",
    discussion: """
      EXAMPLES:
        timeline merge 12 31
        timeline merge 12 31 45
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(help: ArgumentHelp("Claims by number or uid; the first one's number stays.", valueName: "id"))
  var ids: [String]

  func run() throws {
    let session = try session()
    let reading = try session.timeline(for: .reading)
    var all: [TrackedClaim.ID] = []
    for text in ids {
      let id = try ClaimArgument.number(text, in: reading, now: session.today)
      if !all.contains(id) { all.append(id) }
    }
    guard all.count > 1 else { throw CommandFailure.fewClaims }
    let timeline = try session.timeline(for: .writing)
    try timeline.merge(all)
    let claim = try timeline.claim(all[0], now: session.today)
    Output.message(
      "#\(all[0]) \(claim?.title ?? ""): \(AddCommand.count(claim?.mentions.count ?? 0, "mention"))")
  }
}
