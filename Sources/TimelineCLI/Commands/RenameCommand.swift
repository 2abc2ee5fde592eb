import ArgumentParser
import Timeline

/// `timeline rename`.
struct RenameCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a claim a name of your own.",
    discussion: """
      EXAMPLES:
        timeline rename 12 \"Lesna talks\"
        timeline rename 12 --withdraw
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(help: ArgumentHelp("The claim's number, or its uid.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("The name.", valueName: "name"))
  var name: [String] = []

  @Flag(help: "Go back to the claim's own title.")
  var withdraw = false

  func validate() throws {
    guard withdraw == name.isEmpty else { throw ValidationError("Give a name, or --withdraw.") }
  }

  func run() throws {
    let session = try session()
    let text = name.joined(separator: " ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard withdraw || !text.isEmpty else { throw CommandFailure.needsText("name") }
    let id = try ClaimArgument.number(id, in: session.timeline(for: .reading), now: session.today)
    let timeline = try session.timeline(for: .writing)
    try timeline.rename(id, withdraw ? nil : text)
    Output.message("#\(id) \(try timeline.claim(id, now: session.today)?.title ?? "")")
  }
}
