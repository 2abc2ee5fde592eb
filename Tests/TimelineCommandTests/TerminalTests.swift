import Foundation
import Testing
import TimelineTestSupport
import TimelineViews

/// The program on a terminal, which util-linux's `script` makes for it.
@Suite("On a terminal")
struct TerminalTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder)
    let title = String(repeating: "a long story \u{6F22}\u{5B57} ", count: 10)
    let line =
      #"{"id":"a","published":"2026-05-14","title":"\#(title)","text":"The sides will meet on 20 May 2026."}"#
    let outcome = try timeline.run(
      "--db", folder.path("t.db"), "--now", "2026-05-15", "add", folder.write(line, to: "a.jsonl"))
    #expect(outcome.status == 0)
  }

  private func onTerminal(_ arguments: String, columns: Int = 60, environment: [String: String] = [:]) throws
    -> String
  {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/script")
    let command =
      "stty cols \(columns); '\(timeline.path)' --db '\(folder.path("t.db"))' --now 2026-05-15 \(arguments)"
    process.arguments = ["-qec", command, "/dev/null"]
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm", "SHELL": "/bin/sh"].merging(environment)
    { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test func colourShowsUnlessItIsRefused() throws {
    #expect(try onTerminal("list").contains("\u{1B}[1;36mCLAIM"))
    #expect(try !onTerminal("list", environment: ["NO_COLOR": "1"]).contains("\u{1B}["))
    #expect(try !onTerminal("list", environment: ["TERM": "dumb"]).contains("\u{1B}["))
    #expect(try onTerminal("list", environment: ["NO_COLOR": ""]).contains("\u{1B}["))
  }

  @Test func COLUMNSOutranksTheTerminal() throws {
    let list = try onTerminal("list", columns: 100, environment: ["NO_COLOR": "1", "COLUMNS": "50"])
    #expect(list.split(whereSeparator: \.isNewline).allSatisfy { DisplayWidth.of($0) <= 50 })
    let piped = try BuiltCommand(in: folder, environment: ["COLUMNS": "50"])
    let lines = try piped.run("--db", folder.path("t.db"), "--now", "2026-05-15", "list").lines
    #expect(!lines.isEmpty && lines.allSatisfy { DisplayWidth.of($0) <= 50 })
  }

  @Test func tablesFitItsWidth() throws {
    for columns in [40, 60, 100] {
      let claims = try onTerminal("list", columns: columns, environment: ["NO_COLOR": "1"])
      #expect(claims.split(whereSeparator: \.isNewline).allSatisfy { DisplayWidth.of($0) <= columns })
      let lines = try onTerminal("articles", columns: columns, environment: ["NO_COLOR": "1"])
        .split(whereSeparator: \.isNewline)
      #expect(lines.count == 2)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
      #expect(lines[1].contains("…"))
    }
  }
}
