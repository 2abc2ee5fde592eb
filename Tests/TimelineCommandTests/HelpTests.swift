import Foundation
import Testing
import TimelineTestSupport

@Suite("Help, manual, completions, README")
struct HelpTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand
  private let verbs = [
    "when",
    "add", "show-article", "article-diff", "feeds", "sync", "list", "upcoming", "show", "search", "export",
    "extract", "articles", "remove", "rebuild",
    "stats", "parse", "history", "conflicts", "overdue", "slipped", "sources", "diff", "brief", "settle",
    "merge",
    "split", "rename", "tag", "hide", "undo", "events", "check-ics",
  ]

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder)
  }

  @Test func helpLeadsWithExamplesThatNameTheVerb() throws {
    let whole = try timeline.run("--help")
    #expect(whole.status == 0)
    for verb in verbs {
      #expect(whole.text.contains("\n  \(verb) "))
      let help = try timeline.run("help", verb)
      #expect(help.status == 0)
      #expect(try help.text == timeline.run(verb, "--help").text)
      let examples = try #require(help.text.firstRange(of: "EXAMPLES:\n  "))
      let usage = try #require(help.text.firstRange(of: "USAGE:"))
      #expect(examples.lowerBound < usage.lowerBound)
      #expect(help.text[examples.upperBound..<usage.lowerBound].contains("timeline \(verb)"))
    }
  }

  @Test func completionsKnowEveryVerb() throws {
    for shell in ["bash", "zsh", "fish"] {
      let script = try timeline.run("--generate-completion-script", shell)
      #expect(script.status == 0)
      for verb in verbs { #expect(script.text.contains(verb), "\(shell) \(verb)") }
    }
  }

  @Test func theManualHasEveryVerbAndOption() throws {
    let page = folder.path("timeline.1")
    let process = Process()
    process.executableURL = ProjectFolder.file("scripts/manual")
    process.arguments = ["--binary", timeline.path, "--output", page]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = try String(contentsOfFile: page, encoding: .utf8)
    for verb in verbs {
      #expect(text.contains(".SS timeline \(verb)\n"))
    }
    for option in ["db", "now", "as\\-of", "within", "published", "only"] {
      #expect(text.contains("\\-\\-" + option))
    }
  }

  @Test func theReadmeNamesEveryVerbScriptAndExistingFilesOnly() throws {
    let readme = try String(contentsOf: ProjectFolder.file("README.md"), encoding: .utf8)
    for verb in verbs {
      #expect(readme.contains("timeline \(verb)") || readme.contains("`\(verb)`"), "\(verb)")
    }
    let scripts = try FileManager.default.contentsOfDirectory(atPath: ProjectFolder.file("scripts").path)
    for word in readme.split(whereSeparator: { " \n`,;:()".contains($0) }) where word.hasPrefix("scripts/") {
      #expect(scripts.contains(String(word.dropFirst("scripts/".count))), "\(word)")
    }
  }
}
