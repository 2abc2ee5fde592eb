import Foundation
import Testing
import TimelineTestSupport

@Suite("timeline when")
struct WhenTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder)
  }

  @Test func tellsTermStepsReadingsAndWhatWouldChangeThem() throws {
    let text = try timeline.run("when", "by early summer", "--on", "2026-02-12").text
    for part in [
      "Jun 2026", "30 Jun 2026, for “by”", "part(early nearest(season(summer)))", "DATE 2026-SU START",
      "2026-06-01..2026-08-31", "or       Jun 2025", "--hemisphere southern: Dec 2025",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test func namesThePolicyThatDecided() throws {
    let text = try timeline.run("when", "next", "friday", "--on", "2026-05-14").text
    #expect(text.contains("means    Fri 22 May 2026"))
    #expect(text.contains("because  --next-weekday is of-next-week"))
    let coming = try timeline.run("when", "next friday", "--on", "2026-05-14", "--next-weekday", "coming")
      .text
    #expect(coming.contains("means    Fri 15 May 2026"))
  }

  @Test func namesTheWordThatDecided() throws {
    let text = try timeline.run("when", "they will meet on Friday", "--on", "2026-05-14").text
    #expect(text.contains("because  “will” looks ahead"))
    #expect(text.contains("means    Fri 15 May 2026"))
  }

  @Test(arguments: [
    ("two days later", "none stands before"), ("31 November", "no such date"),
    ("the third fiscal quarter", "--fiscal-year-start tells it"), ("three weeks", "point at no date"),
  ])
  func saysWhatIsMissing(phrase: String, words: String) throws {
    let outcome = try timeline.run("when", phrase, "--on", "2026-05-14")
    #expect(outcome.status == 1)
    #expect(outcome.text.contains(words))
  }

  /// Every shape of an answer: readings, none, a repetition, a zone, settings that decide, what is missing.
  @Test func jsonFitsItsSchema() throws {
    let schema = try JSONSchema("when.schema.json")
    for phrase in [
      "by early summer", "6/12/26 at 5 pm EST", "every other Tuesday", "Q5 2027", "next fiscal year",
      "two days later", "they will meet on Friday or next Friday", "no time at all", "since 490 BC",
    ] {
      let outcome = try timeline.run("when", phrase, "--on", "2026-05-14", "--format", "json")
      #expect(schema.faults(in: outcome.output) == [], "\(phrase)")
    }
  }

  @Test func programsGetJSON() throws {
    let outcome = try timeline.run(
      "when", "5 pm ET on 15 May 2026", "every Tuesday", "--on", "2026-05-14", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(object["on"] as? String == "2026-05-14")
    let expressions = try #require(object["expressions"] as? [[String: Any]])
    #expect(expressions.compactMap { $0["text"] as? String } == ["5 pm ET on 15 May 2026", "every Tuesday"])
    #expect(expressions.first?["offsets"] as? [Int] == [-240])
    #expect(expressions.last?["rrule"] as? String == "FREQ=WEEKLY;BYDAY=TU")
  }

  @Test func datesOfOtherVerbsArePhrasesToo() throws {
    let file = try folder.write("The sides will meet on 22 May 2026 in Geneva.\n", to: "a.txt")
    let db = folder.path("t.db")
    #expect(
      try timeline.run("--db", db, "--now", "2026-05-14", "add", "--published", "yesterday", file).status == 0
    )
    func list(_ arguments: String...) throws -> Int32 {
      try timeline.run(["--db", db, "--now", "2026-05-14", "list"] + arguments).status
    }
    #expect(try list("--from", "next friday", "--to", "the end of May") == 0)
    #expect(try list("--on", "tomorrow") == 1)
    #expect(try list("--as-of", "two days ago") == 1)
  }

  @Test func wrongValuesEndWithStatusTwoAndSayWhatIsRight() throws {
    for (arguments, words) in [
      (["when", "today", "--week-start", "funday"], "“funday” is none of monday"),
      (["when", "today", "--zone", "XQ/Z"], "--zone: “XQ/Z”"),
      (["when", "today", "--fiscal-year-start", "13"], "none of january"),
      (["when", "today", "--on", "the day of wonders"], "is no date"),
      (["when", "today", "--format", "csv"], "'table', 'json' or 'jsonl'"),
      (["when", " "], "no time expression given"),
      (["extract", "--hemisphere", "western", "-"], "none of northern, southern"),
    ] {
      let outcome = try timeline.run(arguments)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
    }
  }

  @Test func hugeNumbersInAFileOfEventsAreRefused() throws {
    for rule in [
      "easter 9223372036854775807", "hebrew 1 1 9223372036854775807", "nth 1 1 1 9223372036854775807",
    ] {
      let file = try folder.write("# mine\nd\tday\tMy Day\t\(rule)\t-\tx\n", to: "ev.tsv")
      let outcome = try timeline.run("when", "My Day", "--on", "2026-05-14", "--events", file)
      #expect(outcome.status == 2)
      #expect(outcome.messages.contains("ev.tsv:2:14: the rule moves its day too far"), "\(outcome.messages)")
    }
  }

  @Test func timesBeyondTheCalendarHaveNoDate() throws {
    for (phrase, day) in [
      ("66 million years ago", "2026-05-14"), ("tomorrow", "9999-12-31"), ("next week", "9999-12-31"),
    ] {
      let outcome = try timeline.run("when", phrase, "--on", day)
      #expect(outcome.status == 1)
      #expect(outcome.text.contains("out of range"), "\(phrase)")
    }
  }

  @Test(arguments: [
    ("by close of business Friday", "means    Fri 15 May 2026"),
    ("by the end of Friday", "due      15 May 2026, for “by”"),
    ("no later than Friday", "due      15 May 2026, for “no later than”"),
    ("no earlier than Monday", "due      18 May 2026, for “no earlier than”"),
    ("not before 1 June", "due      1 Jun 2026, for “not before”"),
    ("since 44 BC", "due      1 Jan 44 BC, for “since”"), ("the 5th century BC", "means    500–401 BC"),
    ("from 9am Monday to 5pm Tuesday", "means    11 May 2026 09:00–12 May 2026 17:00"),
    ("May bank holiday", "or       Mon 25 May 2026"), ("the last day of the year 2030", "Tue 31 Dec 2030"),
    ("June 0", "no such date"), ("half-term", "the date of “half-term” is not known"),
    ("FY26", "--fiscal-year-start tells it"), ("at 17h30", "14 May 2026 17:30"),
    ("before the summer recess", "the date of “recess” is not known"),
  ])
  func everydayPhrases(phrase: String, answer: String) throws {
    #expect(try timeline.run("when", phrase, "--on", "2026-05-14").text.contains(answer))
  }

  @Test func everyDayOfAListIsToldByItself() throws {
    func days(_ phrase: String) throws -> [String] {
      let outcome = try timeline.run("when", phrase, "--on", "2026-05-14", "--format", "json")
      let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
      let expressions = object?["expressions"] as? [[String: Any]] ?? []
      return expressions.compactMap { $0["value"] as? String }
    }
    #expect(try days("June 2, 3 and 5") == ["2026-06-02", "2026-06-03", "2026-06-05"])
    #expect(try days("Monday, Wednesday and Friday") == ["2026-05-11", "2026-05-13", "2026-05-15"])
    // In a sentence each is the first one from the day, or the last one up to it.
    #expect(
      try days("They will meet on Monday, Wednesday and Friday") == [
        "2026-05-18", "2026-05-20", "2026-05-15",
      ])
    #expect(
      try days("They met on Monday, Wednesday and Friday") == ["2026-05-11", "2026-05-13", "2026-05-08"])
  }

  @Test func aLongPhraseIsNotRepeatedInFull() throws {
    let outcome = try timeline.run("when", String(repeating: "word ", count: 2000), "--on", "2026-05-14")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("… holds no time") || outcome.messages.contains("…” holds no time"))
    #expect(outcome.messages.utf8.count < 300)
  }

  @Test func aTimelineNeverMixesTheWaysOfReading() throws {
    let file = try folder.write("The sides will meet next week in Geneva.\n", to: "a.txt")
    let db = folder.path("t.db")
    func run(_ arguments: String...) throws -> BuiltCommand.Outcome {
      try timeline.run(["--db", db, "--now", "2026-05-14"] + arguments)
    }
    #expect(try run("add", "--published", "2026-05-14", "--week-start", "sunday", file).status == 0)
    #expect(try run("list").text.contains("17–23 May 2026"))
    let refused = try run("add", "--published", "2026-05-13", "--week-start", "monday", file)
    #expect(refused.status == 2)
    #expect(refused.messages.contains("week-start sunday"))
    #expect(refused.messages.contains("timeline rebuild --week-start monday"))
    #expect(try run("add", "--published", "2026-05-13", file).status == 0)
    #expect(try run("rebuild", "--week-start", "monday").status == 0)
    #expect(try run("list").text.contains("18–24 May 2026"))
    #expect(try run("rebuild", "--outdated").text.hasPrefix("0 articles"))
  }

  @Test func settingsReachTheExtraction() throws {
    let line = Data(#"{"id":"a","published":"2026-05-14","text":"They will meet on 6/12/2026."}"#.utf8)
    for only in [["--only", "times"], []] {
      let outcome = try timeline.run(
        ["extract", "--day-first", "--format", "jsonl"] + only + ["-"], input: line)
      #expect(outcome.text.contains("\"value\":\"2026-12-06\""))
    }
  }
}

@Suite("timeline extract --format timeml")
struct TimeMLCommandTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder)
  }

  @Test func oneArticleGoesToStandardOutputSeveralToAFolder() throws {
    let lines = #"""
      {"id":"a/b","published":"2026-05-14","text":"They meet next week."}
      {"id":"A_b","published":"2026-05-14","text":"They met yesterday."}
      """#
    let file = try folder.write(lines, to: "a.jsonl")
    let refused = try timeline.run("extract", "--format", "timeml", file)
    #expect(refused.status == 2 && refused.messages.contains("--output"))
    let outcome = try timeline.run(
      "extract", "--format", "timeml", "--output", folder.path("out"), file)
    #expect(outcome.status == 0 && outcome.text.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted()
    #expect(names == ["A_b-2.tml", "a_b.tml"])
    let first = try String(contentsOfFile: folder.path("out") + "/a_b.tml", encoding: .utf8)
    #expect(first.contains(">next week</TIMEX3>") && first.contains("<DOCID>a/b</DOCID>"))
    let text = try folder.write("They meet next week.\n", to: "a.txt")
    let single = try timeline.run("extract", "--format", "timeml", "--published", "2026-05-14", text)
    #expect(single.status == 0 && single.text.hasPrefix("<?xml"))
  }

  @Test func optionsThatDoNotFitAreRefused() throws {
    #expect(try timeline.run("extract", "--output", "x", "-").status == 2)
    #expect(try timeline.run("extract", "--format", "timeml", "--only", "claims", "-").status == 2)
    #expect(try timeline.run("extract", "--format", "tml", "-").status == 2)
  }
}
