import ArgumentParser
import Foundation

/// Parses the arguments, runs the verb, and ends with 0 (found), 1 (nothing matched) or 2 (error).
@main
enum EntryPoint {
  static func main() {
    exit(status(of: Array(CommandLine.arguments.dropFirst())))
  }

  private static func status(of arguments: [String]) -> Int32 {
    var command: any ParsableCommand
    do {
      try VerbName.check(arguments)
      command = try TimelineTool.parseAsRoot(arguments)
    } catch let failure as CommandFailure {
      Output.message("\(failure)")
      return 2
    } catch {
      return report(error)
    }
    do {
      try command.run()
      try Output.standard.flush()
      return 0
    } catch let status as ExitCode {
      return (try? Output.standard.flush()) == nil ? 2 : status.rawValue
    } catch Output.Failure.closed {
      return 0
    } catch {
      // “timeline help” runs as a verb and ends with what is to be shown.
      if TimelineTool.exitCode(for: error).isSuccess { return report(error) }
      try? Output.standard.flush()
      Output.message("\(error)")
      return 2
    }
  }

  /// Help and completions go to standard output; what is wrong with the arguments is an error.
  private static func report(_ error: any Error) -> Int32 {
    let text = TimelineTool.fullMessage(for: error)
    guard TimelineTool.exitCode(for: error).isSuccess else {
      Output.error(text + "\n")
      return 2
    }
    do {
      try Output.standard.write(text + "\n")
      try Output.standard.flush()
      return 0
    } catch Output.Failure.closed {
      return 0
    } catch {
      return 2
    }
  }
}
