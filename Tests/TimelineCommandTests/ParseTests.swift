import Foundation
import Testing
import TimelineTestSupport

@Suite("timeline parse")
struct ParseTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand
  private let text = Data("The court will rule on Friday. The talks go on.\n".utf8)

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder)
  }

  @Test func sentencesHaveTenColumnsAndOneRoot() throws {
    let outcome = try timeline.run("parse", "-", input: text)
    #expect(outcome.status == 0)
    let words = outcome.lines.filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(words.allSatisfy { $0.count == 10 })
    #expect(words.map { $0[1] }.joined(separator: " ") == "The court will rule on Friday . The talks go on .")
    #expect(words.filter { $0[6] == "0" }.count == 2)
  }

  @Test func aTreeIsForPeople() throws {
    let outcome = try timeline.run("parse", "--format", "tree", "-", input: text)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("court") && !outcome.text.contains("\t"))
  }

  @Test func aFileThatCannotBeReadIsNamedAndTheOthersAreAnswered() throws {
    let file = try folder.write("The talks go on.", to: "a.txt")
    let outcome = try timeline.run("parse", folder.path("absent.txt"), file)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("absent.txt: no such file"))
    #expect(outcome.text.contains("talks"))
    #expect(try timeline.run("parse").status == 2)
    #expect(try timeline.run("parse", "-", input: Data()).status == 1)
  }

  @Test func aFileOfMoreThan64MBIsRefused() throws {
    let path = try folder.write("", to: "long.txt")
    try #require(FileHandle(forWritingAtPath: path)).truncate(atOffset: (64 << 20) + 1)
    let outcome = try timeline.run("parse", path)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("long.txt: longer than 64 MB; split it"), "\(outcome.messages)")
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let file = try folder.write(String(repeating: "The talks go on. ", count: 5000), to: "a.txt")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "(\"$0\" parse \"$1\"; echo $? >&2) | head -n 1", timeline.path, file]
    let messages = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = messages
    try process.run()
    let told = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(["0\n", "141\n"].contains(told))
  }
}
