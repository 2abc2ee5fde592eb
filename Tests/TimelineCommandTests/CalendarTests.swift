import Foundation
import Testing
import TimelineTestSupport

@Suite("Calendars")
struct CalendarTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder)
    let article = """
      {"id":"a","published":"2026-06-05","outlet":"Harbor Gazette","text":"Ministers will meet on 9 June 2026. The court will rule by 1 March 2031."}
      {"id":"b","published":"2026-06-05","outlet":"Échos du Nord","text":"The parliament will vote on 30 June 2026."}

      """
    let added = try run("add", folder.write(article, to: "a.jsonl"))
    #expect(added.status == 0)
  }

  private func run(_ arguments: String...) throws -> BuiltCommand.Outcome {
    try timeline.run(["--db", folder.path("t.db"), "--now", "2026-06-05"] + arguments)
  }

  private func events(_ text: String) -> Int { text.split(separator: "\r\n").count { $0 == "BEGIN:VEVENT" } }

  @Test func aCalendarHoldsTheDaysAroundTodayUnlessOthersAreAskedFor() throws {
    let usual = try run("export", "ics")
    #expect(events(usual.text) == 2)
    #expect(usual.messages.contains("1 claim outside of 2026-03-01 to 2027-06-30 left out; --all takes all"))
    #expect(try events(run("export", "ics", "--all").text) == 3)
    #expect(try events(run("export", "ics", "--from", "2031").text) == 1)
    #expect(try events(run("export", "ics", "--to", "2026-06-10").text) == 1)
    let later = try timeline.run("--db", folder.path("t.db"), "--now", "2026-06-29", "export", "ics")
    #expect(later.output == usual.output)
  }

  @Test func theFeedOfAnUnchangedTimelineIsLeftAsItIs() throws {
    let feed = folder.path("feed.ics")
    let first = try run("export", "ics", "--output", feed)
    #expect(first.messages.contains("2 claims written to"))
    let old = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: feed)
    let before = try Data(contentsOf: URL(filePath: feed))
    let second = try run("export", "ics", "--output", feed)
    #expect(second.messages.contains("2 claims as before in"))
    #expect(try Data(contentsOf: URL(filePath: feed)) == before)
    let date = try FileManager.default.attributesOfItem(atPath: feed)[.modificationDate] as? Date
    #expect(date == old)
    _ = try run("rename", "1", "Another name")
    #expect(try run("export", "ics", "--output", feed).messages.contains("2 claims written to"))
    let text = try String(contentsOfFile: feed, encoding: .utf8)
    #expect(text.contains("SUMMARY:Another name\r\n"))
    #expect(text.contains("SEQUENCE:1\r\n"))
  }

  @Test func severalCalendarsGoIntoAFolder() throws {
    let calendars = folder.path("calendars")
    let outcome = try run("export", "ics", "--split-by", "outlet", "--output", calendars, "--name", "News")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("2 claims written to 2 calendars in"))
    let files = try FileManager.default.contentsOfDirectory(atPath: calendars).sorted()
    #expect(files == ["harbor-gazette.ics", "échos-du-nord.ics"])
    let text = try String(contentsOfFile: calendars + "/harbor-gazette.ics", encoding: .utf8)
    #expect(text.contains("\r\nNAME:News: Harbor Gazette\r\n"))
    #expect(events(text) == 1)
    // What has nothing in it any longer is emptied, and what others wrote is left alone.
    let other = calendars + "/other.ics"
    try Data("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".utf8).write(to: URL(filePath: other))
    _ = try run("export", "ics", "--split-by", "outlet", "--output", calendars, "--about", "vote")
    let emptied = try String(contentsOfFile: calendars + "/harbor-gazette.ics", encoding: .utf8)
    #expect(events(emptied) == 0)
    #expect(emptied.contains("\r\nNAME:News: Harbor Gazette\r\n"))
    #expect(try String(contentsOfFile: other, encoding: .utf8) == "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    _ = try run("tag", "1", "talks")
    _ = try run("export", "ics", "--split-by", "tag", "--output", folder.path("tags"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("tags")).sorted() == [
        "no-tag.ics", "talks.ics",
      ])
  }

  @Test func calendarsOfAnotherSplitInTheSameFolderStay() throws {
    let calendars = folder.path("calendars")
    let outlets = ["harbor-gazette.ics", "échos-du-nord.ics"]
    func count(_ name: String) throws -> Int {
      events(try String(contentsOfFile: calendars + "/" + name, encoding: .utf8))
    }
    try FileManager.default.createDirectory(atPath: calendars, withIntermediateDirectories: true)
    _ = try run("export", "ics", "--output", calendars + "/all.ics")
    _ = try run("tag", "1", "talks")
    _ = try run("export", "ics", "--split-by", "outlet", "--output", calendars)
    #expect(try count("all.ics") == 2)
    _ = try run("export", "ics", "--split-by", "tag", "--output", calendars)
    #expect(try (["all.ics"] + outlets).map(count) == [2, 1, 1])
    #expect(try count("talks.ics") == 1)
    _ = try run("export", "ics", "--split-by", "tag", "--about", "vote", "--output", calendars)
    #expect(try count("talks.ics") == 0)
    #expect(try (["all.ics", "no-tag.ics"] + outlets).map(count) == [2, 1, 1, 1])
  }

  @Test func aLaterVersionOfAnArticleRevisesItsEntry() throws {
    func value(_ name: String, _ text: String) -> String? {
      text.split(separator: "\r\n").first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }
        .map { String($0.dropFirst(name.count + 1)) }
    }
    func export(afterAdding day: String) throws -> String {
      let article = "Published: 2026-05-14\nURL: https://example.org/a\n\nThe council will meet on \(day).\n"
      let common = ["--db", folder.path("v.db"), "--now", "2026-06-05"]
      let added = try timeline.run(common + ["add", folder.write(article, to: "v.txt")])
      #expect(added.status == 0, "\(added.messages)")
      return try timeline.run(common + ["export", "ics", "--all"]).text
    }
    let first = try export(afterAdding: "12 June")
    let second = try export(afterAdding: "19 June")
    #expect(events(first) == 1)
    #expect(events(second) == 1)
    #expect(value("DTSTART", first) == "VALUE=DATE:20260612")
    #expect(value("DTSTART", second) == "VALUE=DATE:20260619")
    let uid = try #require(value("UID", first))
    #expect(value("UID", second) == uid)
    #expect(value("SEQUENCE", first) == "0")
    #expect(value("SEQUENCE", second) == "1")
    let changed = try [first, second].map { try #require(value("LAST-MODIFIED", $0)) }
    #expect(changed[1] >= changed[0])
  }

  @Test func calendarOptionsThatMakeNoSenseAreRefused() throws {
    for (arguments, message) in [
      (["export", "ics", "--split-by", "outlet"], "name it with --output"),
      (["export", "csv", "--todo"], "--todo cannot be given here"),
      (["export", "ics", "--todo", "--journal"], "--journal cannot be given here"),
      (["export", "ics", "--vague", "never"], "--vague: “never” is none of span, end, skip"),
      (["export", "ics", "--alarm", "soon"], "--alarm: “soon” is no length of time"),
    ] {
      let outcome = try timeline.run(["--db", folder.path("t.db")] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }
  }

  private let sittings = """
    BEGIN:VCALENDAR\r
    VERSION:2.0\r
    PRODID:x\r
    NAME:House\r
    BEGIN:VEVENT\r
    UID:1\r
    DTSTAMP:20260101T000000Z\r
    DTSTART;VALUE=DATE:20260901\r
    DTEND;VALUE=DATE:20261001\r
    SUMMARY:Autumn session\r
    END:VEVENT\r
    END:VCALENDAR\r

    """

  @Test func eventsOfACalendarDateArticles() throws {
    let file = try folder.write(sittings, to: "sittings.ics")
    let article = try folder.write(
      "The committee must finish its report ahead of the autumn session.", to: "report.txt")
    #expect(try run("events", "list").status == 1)
    let imported = try run("events", "import", file)
    #expect(imported.text == "1 event: 1 added in “House”\n")
    #expect(
      imported.messages.contains(
        "2 articles read before this; “timeline rebuild --outdated” reads them again"))
    #expect(
      try run("events", "list", "--format", "csv").text.contains(
        "1,Autumn session,2026-09-01..2026-09-30,2026-09-01..2026-09-30,2026-09-01..2026-09-30,1,House"))
    #expect(try run("extract", "--published", "2026-06-01", article).text.contains("before 1 Sep 2026"))
    #expect(try run("when", "ahead of the autumn session").text.contains("Sep 2026"))
    _ = try run("add", "--published", "2026-06-01", article)
    #expect(try run("list", "--about", "report").text.contains("before 1 Sep 2026"))
    #expect(try run("events", "import", file).text == "1 event: 1 unchanged in “House”\n")
    #expect(try run("events", "remove", "7").status == 1)
    #expect(try run("events", "remove", "x").status == 2)
    #expect(try run("events", "remove").status == 2)
    #expect(try run("events", "remove", "--calendar", "House").text == "1 event removed\n")
    #expect(try !run("extract", "--published", "2026-06-01", article).text.contains("before 1 Sep 2026"))
  }

  @Test func aBadCalendarIsRefusedWithItsLineAndChangesNothing() throws {
    _ = try run("events", "import", folder.write(sittings, to: "sittings.ics"))
    let bad = try folder.write(sittings.replacing("20261001", with: "20261032"), to: "bad.ics")
    let outcome = try run("events", "import", "--calendar", "House", bad)
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("bad.ics:9: “20261032” does not exist\nnothing was imported"))
    #expect(try run("events", "list").text.contains("2026-09-01..2026-09-30"))
    #expect(try run("events", "import", folder.path("none.ics")).status == 2)
    #expect(
      try run(
        "events", "import",
        folder.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n", to: "empty.ics")
      ).status == 2)
  }

  @Test func checkingTellsFaultsByLineAndStatus() throws {
    let sound = try folder.write(sittings, to: "sound.ics")
    let bad = try folder.write(
      sittings.replacing("20261001", with: "20261032").replacing("UID:1\r\n", with: ""), to: "bad.ics")
    let fine = try run("check-ics", sound)
    #expect(fine.status == 0)
    #expect(fine.text.isEmpty)
    #expect(fine.messages.contains("1 entry, 0 faults"))
    let outcome = try run("check-ics", "--format", "json", bad)
    #expect(outcome.status == 1)
    let rows = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
    #expect(rows.map { $0["line"] as? Int } == [5, 8])
    #expect(rows.map { $0["fault"] as? String } == ["missing-uid", "impossible-date"])
    #expect(try run("check-ics", folder.path("none.ics")).status == 2)
    // What cannot be read does not hide the faults of the others.
    let some = try run("check-ics", "--format", "json", bad, folder.path("none.ics"))
    #expect(some.status == 2 && some.text == outcome.text && some.messages.contains("none.ics"))
    #expect(try run("check-ics").status == 2)
    // What the program writes itself has no faults.
    let own = folder.path("own.ics")
    _ = try run("export", "ics", "--all", "--alarm", "2d", "--todo", "--output", own)
    #expect(try run("check-ics", own).status == 0)
  }
}
