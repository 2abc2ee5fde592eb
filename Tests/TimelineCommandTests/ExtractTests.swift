import Foundation
import Testing
import TimelineTestSupport

@Suite("timeline extract")
struct ExtractTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand
  private let gold: Data

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder)
    gold = try Data(contentsOf: ProjectFolder.file("data/gold/corpus.jsonl"))
  }

  private func ids(_ lines: [String]) throws -> [String] {
    try lines.map {
      let object = try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      return object?["id"] as? String ?? ""
    }
  }

  @Test func everyLineFitsTheSchemaInTheOrderOfTheInput() throws {
    let outcome = try timeline.run("extract", "--format", "jsonl", "-", input: gold)
    #expect(outcome.status == 0)
    #expect(outcome.messages == "")
    let schema = try JSONSchema("extraction.schema.json")
    for line in outcome.lines { #expect(schema.faults(in: Data(line.utf8)) == []) }
    let goldLines = String(decoding: gold, as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(try ids(outcome.lines) == ids(goldLines))
    #expect(outcome.text.contains("\"claims\":[{\"trigger\""))
  }

  @Test func spansAreWhereTheWordsStand() throws {
    let outcome = try timeline.run("extract", "--format", "jsonl", "-", input: gold)
    let texts = try String(decoding: gold, as: UTF8.self).split(separator: "\n").map {
      (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["text"] as? String ?? ""
    }
    var checked = 0
    for (line, text) in zip(outcome.lines, texts) {
      let scalars = Array(text.unicodeScalars)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let claims = object["claims"] as? [[String: Any]] ?? []
      let passages =
        (object["times"] as? [[String: Any]] ?? [])
        + claims.flatMap { claim in ["trigger", "time", "quote"].compactMap { claim[$0] as? [String: Any] } }
      for passage in passages {
        let span = try #require(passage["span"] as? [Int])
        try #require(span[0] < span[1] && span[1] <= scalars.count)
        let words = String(String.UnicodeScalarView(scalars[span[0]..<span[1]]))
        #expect(words == passage["text"] as? String)
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  @Test func aBrokenLineIsNamedAndTheOthersAreAnswered() throws {
    let input = """
      {"id":"a","published":"2026-05-14","text":"They will meet next week."}
      {"id":"b","published":
      {"id":"c","text":"They will meet next week."}

      {"id":"d","published":"2026-05-14","text":""}
      """
    let outcome = try timeline.run("extract", "--format", "jsonl", "-", input: Data(input.utf8))
    #expect(outcome.status == 2)
    #expect(try ids(outcome.lines) == ["a", "d"])
    #expect(outcome.messages.contains("standard input:2: broken JSON"))
    #expect(outcome.messages.contains("standard input:3: no publication date"))
  }

  @Test func onlyLeavesTheOtherListOut() throws {
    let line = Data(#"{"id":"a","published":"2026-05-14","text":"They will meet next week."}"#.utf8)
    let times = try timeline.run("extract", "--format", "jsonl", "--only", "times", "-", input: line)
    #expect(times.text.contains("\"times\"") && !times.text.contains("\"claims\""))
    let claims = try timeline.run("extract", "--format", "jsonl", "--only", "claims", "-", input: line)
    #expect(!claims.text.contains("\"times\"") && claims.text.contains("\"claims\""))
  }

  @Test func aTextIsShownToAPersonWithoutTouchingAnyTimeline() throws {
    let file = try folder.write("The three sides will meet next week in Geneva.\n", to: "a.txt")
    let outcome = try timeline.run("extract", "--published", "2026-05-14", file)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("18–24 May 2026"))
    #expect(outcome.text.contains("2026-W21"))
    #expect(!outcome.text.contains("\u{1B}"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("data")))
  }

  @Test func nothingFoundIsStatusOne() throws {
    let file = try folder.write("Nothing here has a date.\n", to: "a.txt")
    #expect(try timeline.run("extract", "--published", "2026-05-14", file).status == 1)
  }
}
