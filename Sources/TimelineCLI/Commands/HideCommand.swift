import ArgumentParser
import Timeline

/// `timeline hide`.
struct HideCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "hide",
    abstract: "Take claims out of the usual listing; --all still shows them.",
    discussion: """
      EXAMPLES:
        timeline hide 12 31
        timeline hide 12 --show
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(help: ArgumentHelp("Claims by number or uid.", valueName: "id"))
  var ids: [String]

  @Flag(help: "Show them again.")
  var show = false

  func run() throws {
    let session = try session()
    let reading = try session.timeline(for: .reading)
    let all = try ids.map { try ClaimArgument.number($0, in: reading, now: session.today) }
    let timeline = try session.timeline(for: .writing)
    for id in all { try timeline.hide(id, !show) }
    Output.message("\(AddCommand.count(all.count, "claim")) \(show ? "shown again" : "hidden")")
  }
}
