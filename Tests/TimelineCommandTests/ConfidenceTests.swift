import Foundation
import Testing
import TimelineTestSupport

@Suite("Confidence, places and explanation on the command line")
struct ConfidenceTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand
  private let text = """
    The ministers will meet at 3 p.m. on Friday in Tokyo. If the papers do not arrive by Monday, the talks, which \
    the two sides had wanted to resume before the summer, may not take place, an official said last week.
    """

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder)
  }

  private func run(_ arguments: String...) throws -> BuiltCommand.Outcome {
    try timeline.run(["--db", folder.path("t.db"), "--now", "2026-05-14"] + arguments)
  }

  private func claims(_ outcome: BuiltCommand.Outcome) throws -> [[String: Any]] {
    try outcome.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test(arguments: ["times", "article", "attributions"])
  func whatIsOfClaimsIsRefusedWithoutThem(part: String) throws {
    let file = try folder.write(text, to: "a.txt")
    for option in [["--explain"], ["--min-confidence", "0.5"]] {
      let outcome = try timeline.run(
        ["extract", file, "--published", "2026-05-14", "--only", part, "--format", "json"] + option)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.messages.contains("\(option[0]) cannot be given here"))
    }
  }

  @Test func noProbabilityIsAnErrorEverywhere() throws {
    _ = try folder.write(text, to: "a.txt")
    #expect(try run("add", folder.path("a.txt"), "--published", "2026-05-14").status == 0)
    for verb in [
      ["extract", folder.path("a.txt"), "--published", "2026-05-14"], ["list"], ["upcoming"],
      ["search", "talks"], ["export", "csv"],
    ] {
      for value in ["1.5", "-0.1", "much", "nan", "", "0x1p-1", "inf"] {
        let outcome = try timeline.run(
          ["--db", folder.path("t.db"), "--now", "2026-05-14"] + verb + ["--min-confidence", value])
        #expect(outcome.status == 2, "\(verb) \(value)")
        #expect(
          outcome.messages.contains("is no probability; write a number from 0 through 1"),
          "\(outcome.messages)")
      }
    }
  }

  @Test func theStoredConfidenceSelects() throws {
    _ = try folder.write(text, to: "a.txt")
    #expect(try run("add", folder.path("a.txt"), "--published", "2026-05-14").status == 0)
    let all = try claims(try run("list", "--all", "--format", "jsonl"))
    let figures = all.compactMap { $0["confidence"] as? Double }.sorted()
    try #require(figures.count == all.count && figures.count > 1)
    let least = try #require(figures.last)
    let sure = try claims(try run("list", "--all", "--format", "jsonl", "--min-confidence", "\(least)"))
    #expect(sure.count == figures.count { $0 >= least })
    #expect(sure.count < all.count)
    #expect(try run("search", "meet", "--min-confidence", "0", "--format", "jsonl").lines.count == 1)
    #expect(try run("search", "meet", "--min-confidence", "1", "--format", "jsonl").lines.isEmpty)
    #expect(try run("upcoming", "--min-confidence", "1", "--format", "jsonl").lines.isEmpty)
    #expect(try run("export", "jsonl", "--all").lines.count == all.count)
    #expect(try run("export", "jsonl", "--all", "--min-confidence", "1").lines.isEmpty)
  }

  @Test func showTellsThePlaceTheZoneAndTheEvidence() throws {
    _ = try folder.write(text, to: "a.txt")
    #expect(try run("add", folder.path("a.txt"), "--published", "2026-05-14").status == 0)
    let found = try claims(try run("search", "meet", "--format", "jsonl"))
    let id = try #require(found.first?["id"] as? Int)
    let sheet = try run("show", "\(id)").text
    for part in [
      "Tokyo: Tokyo, JP, 35.69° N 139.692° E, Asia/Tokyo", "Asia/Tokyo, +09:00", "% sure",
      "behind “in”; Tokyo, JP",
      "the clock of Tokyo",
    ] {
      #expect(sheet.contains(part), "\(part) in\n\(sheet)")
    }
    let full = try run("show", "\(id)", "--format", "jsonl")
    let schema = try JSONSchema("timeline.schema.json#/$defs/tracked")
    #expect(full.lines.flatMap { schema.faults(in: Data($0.utf8)) } == [])
  }

  @Test func extractExplains() throws {
    _ = try folder.write(text, to: "a.txt")
    let file = folder.path("a.txt")
    let told = try timeline.run("extract", "--explain", "--published", "2026-05-14", file)
    #expect(told.status == 0)
    for part in ["Evidence", "event ", "clock.txt:", "modality ", "confidence "] {
      #expect(told.text.contains(part), "\(told.text)")
    }
    let line = try timeline.run(
      "extract", "--explain", "--format", "jsonl", "--published", "2026-05-14", file)
    let schema = try JSONSchema("extraction.schema.json")
    #expect(line.lines.flatMap { schema.faults(in: Data($0.utf8)) } == [])
    #expect(line.text.contains(#""grounds":[{"name":"#))
    let rows = try timeline.run("extract", "--explain", "--format", "csv", "--published", "2026-05-14", file)
    #expect(rows.status == 2)
    #expect(rows.messages.contains("--explain: csv has no room for it"))
  }
}
