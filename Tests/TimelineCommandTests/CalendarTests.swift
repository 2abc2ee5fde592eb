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
}
