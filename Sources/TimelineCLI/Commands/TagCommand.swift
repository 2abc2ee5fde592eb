import ArgumentParser
import Timeline

/// `timeline tag`.
struct TagCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "File a claim under tags, to be listed with --tag.",
    discussion: """
      EXAMPLES:
        timeline tag 12 baltic grain
        timeline tag 12 --remove grain
        timeline list --tag baltic
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  @Argument(help: ArgumentHelp("The claim's number, or its uid.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("Tags: letters, digits, - and _.", valueName: "tag"))
  var tags: [String] = []

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Tags to take away.", valueName: "tag"))
  var remove: [String] = []

  func validate() throws {
    if tags.isEmpty, remove.isEmpty { throw ValidationError("Name tags, or --remove some.") }
  }

  func run() throws {
    let session = try session()
    let adding = try tags.map { try TagArgument.read($0) }
    let removing = try remove.map { try TagArgument.read($0) }
    let id = try ClaimArgument.number(id, in: session.timeline(for: .reading), now: session.today)
    let timeline = try session.timeline(for: .writing)
    try timeline.tag(id, adding: Set(adding), removing: Set(removing))
    let all = try timeline.claim(id, now: session.today)?.tags ?? []
    Output.message("#\(id): \(all.isEmpty ? "no tag" : all.joined(separator: ", "))")
  }
}
