import ArgumentParser
import Timeline

/// `timeline settle`.
struct SettleCommand: Verb {
  static let configuration = CommandConfiguration(
    commandName: "settle",
    abstract: "Decide what became of a claim; it outranks what the articles say.",
    discussion: """
      EXAMPLES:
        timeline settle 12 happened
        timeline settle 12 missed --note \"asked the ministry\" --on 2026-05-20
        timeline settle 12 --withdraw
      """)

  @ParentCommand var tool: TimelineTool
  @OptionGroup var globals: GlobalOptions

  enum Outcome: String, CaseIterable, ExpressibleByArgument {
    case happened, missed, cancelled
  }

  @Argument(help: ArgumentHelp("The claim's number, or its uid.", valueName: "id"))
  var id: String

  @Argument(help: ArgumentHelp("happened, missed, cancelled.", valueName: "outcome"))
  var outcome: Outcome?

  @Option(help: ArgumentHelp("Why, or who says so.", valueName: "text"))
  var note: String?

  @Option(help: ArgumentHelp("The day on which it was decided; else today.", valueName: "day"))
  var on: String?

  @Flag(help: "Take back the verdict on the claim.")
  var withdraw = false

  func validate() throws {
    guard withdraw == (outcome == nil) else {
      throw ValidationError("Name an outcome (happened, missed, cancelled), or --withdraw.")
    }
    if withdraw, note != nil || on != nil { throw ValidationError("--withdraw takes no --note and no --on.") }
  }

  func run() throws {
    let session = try session()
    let day = try on.map { try DateArgument.day($0, now: session.now, toward: .past) } ?? session.today
    let id = try ClaimArgument.number(id, in: session.timeline(for: .reading), now: session.today)
    let timeline = try session.timeline(for: .writing)
    let status = outcome.flatMap { Status(rawValue: $0.rawValue) }
    try timeline.settle(id, status.map { Verdict(status: $0, note: note, day: day) })
    let title = try timeline.claim(id, now: session.today)?.title ?? ""
    Output.message(
      "#\(id) \(title): \(status.map { $0.rawValue + ", as you decided" } ?? "no longer settled")")
  }
}
