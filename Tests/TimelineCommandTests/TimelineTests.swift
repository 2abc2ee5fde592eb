import Foundation
import Testing
import TimelineTestSupport

/// The whole road, on the sample articles: add, list, upcoming, show, search, export, remove, rebuild.
@Suite("The sample timeline")
struct SampleTimelineTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand
  private let today = "2026-06-05"

  /// The timeline of all samples, made once; each test works on a copy of its file.
  private static let prepared = Result {
    let folder = try TemporaryFolder()
    let samples = try FileManager.default.contentsOfDirectory(atPath: ProjectFolder.file("data/samples").path)
    let outcome = try BuiltCommand(in: folder).run(
      ["--db", folder.path("t.db"), "--now", "2026-06-05", "add"]
        + samples.sorted().map { ProjectFolder.file("data/samples/\($0)").path })
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("30 articles added with "))
    return folder
  }

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder, environment: ["TIMELINE_DB": folder.path("t.db")])
    let original = try Self.prepared.get().path("t.db")
    try FileManager.default.copyItem(atPath: original, toPath: folder.path("t.db"))
  }

  private func run(_ arguments: String...) throws -> BuiltCommand.Outcome {
    try timeline.run(["--now", today] + arguments)
  }

  private func objects(_ outcome: BuiltCommand.Outcome) throws -> [[String: Any]] {
    try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]] ?? []
  }

  @Test func listsFitTheSchemaInEveryWayOfAsking() throws {
    let schema = try JSONSchema("timeline.schema.json")
    for arguments in [
      ["list", "--all"], ["list", "--undated"], ["list", "--as-of", "2026-05-16"], ["upcoming"],
      ["search", "Lesna"],
      ["show", "1", "2"],
    ] {
      let outcome = try timeline.run(["--now", today] + arguments + ["--format", "json"])
      #expect(outcome.status == 0, "\(arguments): \(outcome.messages)")
      #expect(schema.faults(in: outcome.output) == [], "\(arguments)")
      #expect(try !objects(outcome).isEmpty)
    }
  }

  @Test func everySampleReadsAsTheGoldArticleThatItIs() throws {
    let gold = try String(contentsOf: ProjectFolder.file("data/gold/corpus.jsonl"), encoding: .utf8)
      .split(separator: "\n").map {
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
      }
    let stored = try objects(run("articles", "--format", "json"))
    #expect(stored.count == gold.count)
    for article in gold {
      let key = article["id"] as? String
      let match = try #require(stored.first { $0["key"] as? String == key })
      #expect(match["title"] as? String == article["title"] as? String)
      #expect(match["outlet"] as? String == article["outlet"] as? String)
      #expect(match["bytes"] as? Int == (article["text"] as? String)?.utf8.count)
    }
  }

  @Test func theSameArticlesAgainChangeNothing() throws {
    let before = try run("list", "--all", "--format", "json").output
    let again = try run("add", ProjectFolder.file("data/samples/articles.jsonl").path)
    #expect(again.status == 0)
    #expect(again.text == "0 articles added with 0 claims, 23 already there\n")
    #expect(try run("list", "--all", "--format", "json").output == before)
  }

  @Test func anotherTextUnderAKnownKeyIsANewVersion() throws {
    let line = #"{"id":"cb-1","published":"2024-12-19","text":"The bank will decide again on 30 January."}"#
    let outcome = try run("add", try folder.write(line, to: "new.jsonl"))
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("1 article changed"))
    let article = try #require(
      try objects(run("articles", "--format", "json")).first { $0["key"] as? String == "cb-1" })
    #expect(article["versions"] as? Int == 2)
  }

  @Test func optionsStandBeforeTheVerbAndAfterIt() throws {
    let before = try timeline.run("--db", folder.path("t.db"), "--now", today, "list", "--format", "json")
    let after = try timeline.run("list", "--format", "json", "--now", today, "--db", folder.path("t.db"))
    #expect(before.status == 0)
    #expect(before.output == after.output)
    let overridden = try timeline.run("--db", folder.path("absent.db"), "list", "--db", folder.path("t.db"))
    #expect(overridden.status == 0)
  }

  @Test func filtersSelectAndNothingIsStatusOne() throws {
    for claim in try objects(
      run("list", "--format", "json", "--on", "2026-06", "--modality", "scheduled,demanded"))
    {
      let period = try #require(claim["period"] as? [String: Any])
      #expect(
        (period["start"] as? String ?? "") < "2026-07" && (period["end"] as? String ?? "") >= "2026-06-01")
      #expect(["scheduled", "demanded"].contains(claim["modality"] as? String))
    }
    let nothing = try run("list", "--about", "zyzzyva")
    #expect(nothing.status == 1)
    #expect(nothing.text == "")
    #expect(nothing.messages.contains("nothing matches"))
    let json = try run("list", "--about", "zyzzyva", "--format", "json")
    #expect(json.status == 1)
    #expect(json.text == "[]\n")
    #expect(try run("search", "zyzzyva").status == 1)
    #expect(try run("show", "999999").status == 1)
    #expect(try run("remove", "zyzzyva").status == 1)
  }

  @Test func datesInWordsAreToldHowTheyWereRead() throws {
    let outcome = try run("list", "--on", "next week", "--format", "jsonl")
    #expect(outcome.messages.contains("“next week” is 2026-06-08 to 2026-06-14"))
  }

  @Test func everyFormHasAllRows() throws {
    let count = try objects(run("list", "--format", "json")).count
    #expect(try run("list", "--format", "jsonl").lines.count == count)
    #expect(try run("list", "--format", "tsv").lines.count == count + 1)
    #expect(try run("list", "--format", "md", "--limit", "0").lines.count == count + 2)
    #expect(try run("list", "--limit", "0").lines.count == count + 1)
    let limited = try run("list", "--limit", "3")
    #expect(limited.lines.count == 4)
    let usual = try run("list")
    #expect(usual.lines.count == min(count, 200) + 1)
    #expect(usual.messages.contains("\(count - 200) more; see them with --limit 0"))
  }

  @Test func upcomingShowsAPersonTheLatestOfTheOverdueAndSaysHowManyMore() throws {
    let all = try objects(run("upcoming", "--format", "json"))
    let overdue = all.count { $0["status"] as? String == "overdue" }
    let table = try run("upcoming")
    // What is late stands last, the latest of it.
    let late = try #require(table.lines.firstIndex(of: "Overdue"))
    #expect(table.lines[..<late].allSatisfy { !$0.hasPrefix("! ") })
    #expect(table.lines[(late + 1)...].allSatisfy { $0.hasPrefix("! ") || $0.isEmpty })
    let shown = table.lines.count { $0.hasPrefix("! ") }
    #expect((1...10).contains(shown))
    #expect(table.messages.contains("\(overdue - shown) more overdue ones; see them with “timeline overdue”"))
    let within = try objects(run("upcoming", "--within", "30d", "--status", "upcoming", "--format", "json"))
    #expect(!within.isEmpty && within.count < all.count - overdue)
    #expect(within.allSatisfy { ($0["days_left"] as? Int).map { (0...30).contains($0) } == true })
  }

  @Test func pipedTablesArePlain() throws {
    for verb in ["list", "upcoming", "articles", "stats"] {
      let outcome = try run(verb)
      #expect(outcome.status == 0)
      #expect(!outcome.text.contains("\u{1B}"))
    }
  }

  @Test func theCalendarIsTheSameEachTimeAndHasEveryDatedClaim() throws {
    let first = try run("export", "ics", "--all", "--output", folder.path("a.ics"))
    #expect(first.status == 0)
    let second = try run("export", "ics", "--all")
    let file = try Data(contentsOf: folder.url.appending(path: "a.ics"))
    #expect(file == second.output)
    let text = String(decoding: file, as: UTF8.self)
    let events = text.split(separator: "\r\n").count { $0 == "BEGIN:VEVENT" }
    #expect(try objects(run("list", "--format", "json")).count == events)
    let uids = text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
    #expect(Set(uids).count == events)
  }

  @Test func exportWritesWhatListSelects() throws {
    let list = try run("list", "--format", "json", "--about", "Lesna").output
    #expect(try run("export", "json", "--about", "Lesna").output == list)
    let csv = try run("export", "csv", "--about", "Lesna").text
    #expect(csv.hasPrefix("id,uid,status,start,end,zone,due,relation,modality,"))
  }

  @Test func showTellsTheQuoteAndTheWorking() throws {
    let id = try #require(
      try objects(run("list", "--format", "json", "--about", "Lesna")).first?["id"] as? Int)
    let sheet = try run("show", String(id))
    #expect(sheet.status == 0)
    #expect(sheet.text.hasPrefix("#\(id) "))
    #expect(sheet.text.contains("How the date was worked out"))
    #expect(sheet.text.contains("History"))
  }

  @Test func removingAnArticleTakesItsClaimsAlong() throws {
    let outcome = try run("remove", "muni-1")
    #expect(outcome.status == 0)
    #expect(try !run("articles", "--format", "jsonl").text.contains("\"muni-1\""))
    #expect(try run("list", "--all", "--article", "muni-1").status == 1)
  }

  @Test func rebuildingChangesNothingWithTheSameExtractor() throws {
    let before = try run("list", "--all", "--format", "json").output
    let outcome = try run("rebuild")
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("30 articles extracted again"))
    #expect(try run("list", "--all", "--format", "json").output == before)
  }

  @Test func twoAddsAtOnceBothGoIn() throws {
    let processes = try (1...2).map { number in
      let lines = (1...40).map {
        #"{"id":"p\#(number)-\#($0)","published":"2026-05-14","text":"Group \#(number) will meet on \#($0 % 28 + 1) July 2026."}"#
      }
      let file = try folder.write(lines.joined(separator: "\n"), to: "p\(number).jsonl")
      let process = try timeline.start(["--now", today, "add", file])
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try objects(run("articles", "--format", "json")).count == 110)
  }

  @Test func killedInTheMiddleTheTimelineOpensCleanWithWholeArticles() throws {
    let text = (1...40).map { "The council said that round \($0) will begin on \($0 % 28 + 1) July 2026." }
      .joined(separator: " ")
    let lines = (1...400).map { "{\"id\":\"k\($0)\",\"published\":\"2026-05-14\",\"text\":\"\(text)\"}" }
    let file = try folder.write(lines.joined(separator: "\n"), to: "k.jsonl")
    let process = try timeline.start(["--now", today, "add", file])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.4)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let articles = try objects(run("articles", "--format", "json")).filter {
      ($0["key"] as? String)?.hasPrefix("k") == true
    }
    #expect(Set(articles.compactMap { $0["claims"] as? Int }).count <= 1)
    let again = try run("add", file)
    #expect(again.status == 0)
    #expect(try objects(run("articles", "--format", "json")).count == 430)
  }
}
