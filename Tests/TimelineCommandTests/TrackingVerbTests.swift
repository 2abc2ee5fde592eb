import Foundation
import Testing
import TimelineTestSupport

/// The verbs that tell what became of claims, and those with which the user decides, on the sample articles.
@Suite("Tracking verbs")
struct TrackingVerbTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand
  private static let today = "2026-06-05"

  private static let prepared = Result {
    let folder = try TemporaryFolder()
    let samples = try FileManager.default.contentsOfDirectory(atPath: ProjectFolder.file("data/samples").path)
    let outcome = try BuiltCommand(in: folder).run(
      ["--db", folder.path("t.db"), "--now", today, "add"]
        + samples.sorted().map { ProjectFolder.file("data/samples/\($0)").path })
    #expect(outcome.status == 0)
    return folder
  }

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder, environment: ["TIMELINE_DB": folder.path("t.db")])
    try FileManager.default.copyItem(atPath: Self.prepared.get().path("t.db"), toPath: folder.path("t.db"))
  }

  private func run(_ arguments: String...) throws -> BuiltCommand.Outcome {
    try timeline.run(["--now", Self.today] + arguments)
  }

  private func rows(_ arguments: String...) throws -> [[String: Any]] {
    let outcome = try timeline.run(["--now", Self.today] + arguments + ["--format", "json"])
    return try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]] ?? []
  }

  /// The number of the meeting that was moved by eleven days and held.
  private func meeting() throws -> String {
    let found = try rows("slipped").first { $0["days"] as? Int == 11 }
    return String(try #require(found?["id"] as? Int))
  }

  @Test func everyVerbFitsItsSchemaAndEveryForm() throws {
    for (schema, arguments) in [
      ("history", ["history", "1", "2"]), ("conflicts", ["conflicts"]), ("slipped", ["slipped"]),
      ("sources", ["sources"]), ("sources", ["sources", "--by", "outlet"]),
      ("diff", ["diff", "2026-05-14", "2026-06-05"]), ("brief", ["brief", "--since", "2026-05-22"]),
      ("timeline", ["overdue"]),
    ] {
      let outcome = try timeline.run(["--now", Self.today] + arguments + ["--format", "json"])
      #expect(outcome.status == 0, "\(arguments): \(outcome.messages)")
      #expect(try JSONSchema("\(schema).schema.json").faults(in: outcome.output) == [], "\(arguments)")
      let rows = try JSONSerialization.jsonObject(with: outcome.output) as? [Any] ?? []
      #expect(!rows.isEmpty)
      for form in ["csv", "tsv", "jsonl", "md", "table"] {
        let other = try timeline.run(["--now", Self.today] + arguments + ["--format", form])
        #expect(other.status == 0, "\(arguments) \(form)")
        if form == "tsv" { #expect(other.lines.count >= rows.count + 1) }
        if form == "jsonl" { #expect(other.lines.count == rows.count) }
        #expect(!other.text.isEmpty)
      }
    }
  }

  @Test func theHistoryTellsEachMoveInDays() throws {
    let history = try rows("history", meeting())
    #expect(history.contains { $0["link"] as? String == "revision" && $0["days_moved"] as? Int == 11 })
    #expect(history.filter { $0["stands"] as? Bool == true }.count == 1)
    let published = history.compactMap { $0["published"] as? String }
    #expect(published == published.sorted() && published.count == history.count)
    let then = try rows("history", meeting(), "--as-of", "2026-05-14")
    #expect(then.count == 1)
  }

  @Test func aVerdictOutranksTheEngineSurvivesARebuildAndIsTakenBack() throws {
    let id = try meeting()
    let before = try run("show", id).text
    #expect(try run("settle", id, "missed", "--note", "asked").status == 0)
    let shown = try run("show", id).text
    #expect(shown.contains("missed") && shown.contains("Your verdict") && shown.contains("asked"))
    #expect(try run("list", "--status", "missed").text.contains("missed*"))
    #expect(try run("rebuild").status == 0)
    #expect(try run("show", id).text == shown)
    let list = try run("undo", "--list", "--format", "json")
    #expect(try JSONSchema("decisions.schema.json").faults(in: list.output) == [])
    #expect(try run("undo").status == 0)
    #expect(try run("show", id).text == before)
    #expect(try run("undo").status == 1)
  }

  @Test func whoSaidItOnceIsFoundAndWhatWasCalledOffStandsNot() throws {
    let folder = try TemporaryFolder()
    let timeline = try BuiltCommand(in: folder, environment: ["TIMELINE_DB": folder.path("new.db")])
    let articles = [
      [
        "id": "n1", "published": "2026-02-20",
        "text": "Nimbus Lines will launch its ferry on June 14, Dana Holt said.",
      ],
      [
        "id": "n2", "published": "2026-05-20",
        "text": "Nimbus Lines has called off the launch of its ferry planned for June 14.",
      ],
    ]
    let lines = try articles.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    #expect(
      try timeline.run(["add", "--format", "jsonl", "-"], input: Data(lines.joined(separator: "\n").utf8))
        .status == 0)
    let history = try timeline.run(["--now", Self.today, "history", "1"])
    #expect(history.text.contains("called off") && history.text.contains("was called off"))
    #expect(try timeline.run(["--now", Self.today, "list", "--all", "--source", "Holt"]).status == 0)
    #expect(try timeline.run(["--now", Self.today, "list", "--all", "--source", "Hult"]).status == 1)
  }

  @Test func mergingAndSplittingAndBack() throws {
    let before = try run("list", "--all", "--format", "json").output
    #expect(try run("merge", "1", "2").status == 0)
    #expect(try run("show", "2").status == 1)
    let mention = String(try #require(try rows("history", "1").last?["mention"] as? Int))
    #expect(try run("split", "1", mention).status == 0)
    #expect(try run("rename", "1", "A name").status == 0)
    #expect(try run("tag", "1", "one", "two").status == 0)
    #expect(try run("list", "--all", "--tag", "two").text.contains("A name"))
    #expect(try run("hide", "1").status == 0)
    #expect(try run("list", "--tag", "two").status == 1)
    for _ in 1...5 { #expect(try run("undo").status == 0) }
    #expect(try run("list", "--all", "--format", "json").output == before)
  }

  @Test func whatIsWrongIsNamedAndEndsWithTwo() throws {
    let many = (1...2000).map { "w\($0)" }.joined(separator: " ")
    let cases: [([String], String)] = [
      (["settle", "99999", "happened"], "no claim 99999"), (["settle", "1"], "--withdraw"),
      (["settle", "1", "lost"], "happened"), (["merge", "1"], "two claims at least"),
      (["merge", "1", "1"], "two claims at least"), (["split", "1", "x"], "is no mention"),
      (["split", "1", "99999"], "has no mention 99999"), (["rename", "1", " "], "the name is empty"),
      (["tag", "1", "a,b"], "is no tag"), (["diff", "2026-05-20", "2026-05-14"], "ends before it begins"),
      (["diff", "2026-05-14", "2026-05-20", "--as-of", "2026-05-20"], "--as-of"),
      (["brief", "--since", "2026-07-01"], "ends before it begins"),
      (["overdue", "--status", "missed"], "--status"),
      (["list", "--outlet", ""], "--outlet"), (["list", "--place", "!!"], "--place"),
      (["list", "--status", ","], "--status"), (["slipped", "--sort", "x"], "moves"),
      (["sources", "--by", "x"], "outlet"), (["list", "--db", ""], "--db"),
      (["list", "--db", ":memory:"], "--db"),
      (["search", many], "words to search for"),
    ]
    for (arguments, words) in cases {
      let outcome = try timeline.run(["--now", Self.today] + arguments)
      #expect(outcome.status == 2, "\(arguments)")
      #expect(outcome.messages.contains(words), "\(arguments): \(outcome.messages)")
    }
    #expect(try run("history", "99999").status == 1)
  }

  @Test func nothingToTellEndsWithOne() throws {
    for arguments in [
      ["conflicts"], ["overdue"], ["slipped"], ["sources"], ["diff", "2026-05-14", "2026-05-22"], ["brief"],
    ] {
      let outcome = try timeline.run(["--now", Self.today] + arguments + ["--about", "Zanzibar"])
      #expect(outcome.status == 1, "\(arguments)")
      #expect(outcome.text.isEmpty)
      #expect(!outcome.messages.isEmpty)
    }
  }

  @Test func noCellIsAFormulaToASpreadsheet() throws {
    let line =
      #"{"id":"=1+1","published":"2026-06-01","outlet":"@SUM(A1)","text":"They will meet on 20 June 2026."}"#
    #expect(try run("add", try folder.write(line, to: "x.jsonl")).status == 0)
    let csv = try run("list", "--format", "csv", "--article", "=1+1").text
    #expect(csv.contains("'@SUM(A1)"))
    #expect(try run("articles", "--format", "tsv").text.contains("'=1+1"))
  }
}
