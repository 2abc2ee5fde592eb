import ArgumentParser

/// Options that every verb takes, before it or after it.
struct GlobalOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The timeline's file.", valueName: "path"))
  var db: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day that counts as today, as 2026-05-14 or 2026-05-14T17:05:00Z.", valueName: "date"))
  var now: String?
}

/// A verb of the command, with the options given before it and after it.
protocol Verb: ParsableCommand {
  var tool: TimelineTool { get }
  var globals: GlobalOptions { get }
}

extension Verb {
  /// What stands after the verb outranks what stands before it.
  func session() throws -> Session {
    try Session(db: globals.db ?? tool.globals.db, now: globals.now ?? tool.globals.now)
  }
}
