import Testing
@testable import TimelineCalendar
import TimelineDates
import TimelineTestSupport
import TimelineTimes

@Suite("Reading calendars")
struct CalendarReaderTests {
  private let berlin = """
    BEGIN:VTIMEZONE
    TZID:Europe/Berlin
    BEGIN:STANDARD
    DTSTART:19961027T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:19960331T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
    END:DAYLIGHT
    END:VTIMEZONE
    """

  /// A calendar whose events have these properties.
  private func read(_ events: String..., head: String = "") throws -> CalendarReader {
    try CalendarReader(Array(file(events, head: head).utf8))
  }

  private func file(_ events: [String], head: String = "") -> String {
    let body = events.enumerated().map { index, lines in
      let uid = lines.contains("UID:") ? "" : "UID:\(index)\n"
      return "BEGIN:VEVENT\n\(uid)DTSTAMP:20260101T000000Z\n\(lines)\nEND:VEVENT"
    }
    return
      (["BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x"] + (head.isEmpty ? [] : [head]) + body + ["END:VCALENDAR\n"])
      .joined(separator: "\n").replacing("\n", with: "\r\n")
  }

  private func days(_ event: NamedEvent?) -> [String] {
    (event?.days ?? []).map { range in
      let (first, last) = (CivilDate(range.lowerBound).description, CivilDate(range.upperBound).description)
      return first == last ? first : first + ".." + last
    }
  }

  @Test func daysAndNamesAreReadAndEndsAreExclusive() throws {
    let calendar = try read(
      "SUMMARY:Spring\\, the\\n session\nDTSTART;VALUE=DATE:20260302\nDTEND;VALUE=DATE:20260501",
      "SUMMARY:Budget Day\nDTSTART;VALUE=DATE:20260701", "DTSTART;VALUE=DATE:20260701",
      "SUMMARY:Off\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20260701", head: "X-WR-CALNAME:The House\\, sitting")
    #expect(calendar.name == "The House, sitting")
    #expect(calendar.events.map(\.name) == ["Spring, the session", "Budget Day"])
    #expect(days(calendar.events[0]) == ["2026-03-02..2026-04-30"])
    #expect(days(calendar.events[1]) == ["2026-07-01"])
    #expect(calendar.nameless == 1)
    #expect(calendar.cancelled == 1)
  }

  @Test func momentsFallOnTheDaysOfTheirZone() throws {
    let late = "SUMMARY:Night\nDTSTART:20260630T220000Z\nDTEND:20260701T040000Z"
    #expect(try days(read(late).events.first) == ["2026-06-30..2026-07-01"])
    #expect(try days(read(late, head: "X-WR-TIMEZONE:Europe/Kyiv").events.first) == ["2026-07-01"])
    #expect(
      try days(read(late, head: "X-WR-TIMEZONE:America/New_York").events.first) == ["2026-06-30"])
    let local = "SUMMARY:Night\nDTSTART;TZID=Europe/Berlin:20260630T233000\nDURATION:PT30M"
    #expect(try days(read(local, head: berlin).events.first) == ["2026-06-30"])
    #expect(
      try days(read(local.replacing("PT30M", with: "PT31M"), head: berlin).events.first) == [
        "2026-06-30..2026-07-01"
      ])
  }

  @Test func recurrencesAreWorkedOut() throws {
    let rule = "SUMMARY:Question hour\nDTSTART;TZID=Europe/Berlin:20260107T093000\n"
    #expect(
      try days(read(rule + "RRULE:FREQ=WEEKLY;COUNT=3", head: berlin).events.first) == [
        "2026-01-07", "2026-01-14", "2026-01-21",
      ])
    // The end is told in UTC and holds the last one, across the change of clocks.
    let spring =
      "SUMMARY:A\nDTSTART;TZID=Europe/Berlin:20260325T003000\nRRULE:FREQ=WEEKLY;UNTIL=20260407T223000Z"
    #expect(
      try days(read(spring, head: berlin).events.first) == ["2026-03-25", "2026-04-01", "2026-04-08"])
    #expect(
      try days(
        read(
          rule
            + "RRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Berlin:20260114T093000\nRDATE;TZID=Europe/Berlin:20260301T100000",
          head: berlin
        ).events.first) == ["2026-01-07", "2026-01-21", "2026-01-28", "2026-03-01"])
    #expect(
      try days(read(rule + "RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20260114T083000Z", head: berlin).events.first)
        == [
          "2026-01-07", "2026-01-21",
        ])
    let moved = "UID:q\n" + rule + "RRULE:FREQ=WEEKLY;COUNT=3"
    let other =
      "UID:q\nSUMMARY:Question hour\nRECURRENCE-ID;TZID=Europe/Berlin:20260114T093000\nDTSTART;TZID=Europe/Berlin:20260115T093000"
    #expect(
      try days(read(moved, other, head: berlin).events.first) == ["2026-01-07", "2026-01-15", "2026-01-21"])
    #expect(
      try days(read(moved, other + "\nSTATUS:CANCELLED", head: berlin).events.first) == [
        "2026-01-07", "2026-01-21",
      ])
  }

  @Test func recurrencesWithoutAnEndAreBounded() throws {
    let yearly = try read("SUMMARY:Day\nDTSTART;VALUE=DATE:20200828\nRRULE:FREQ=YEARLY")
    #expect(days(yearly.events.first).last == "2199-08-28")
    #expect(yearly.unbounded.isEmpty)
    let daily = try read("SUMMARY:Day\nDTSTART;VALUE=DATE:20200828\nRRULE:FREQ=DAILY")
    #expect(daily.events.first?.days.count == CalendarReader.mostTimes)
    #expect(daily.unbounded == ["Day"])
    let old = file(["SUMMARY:Day\nDTSTART;VALUE=DATE:19800828\nRRULE:FREQ=DAILY"])
    let kept = days(try CalendarReader(Array(old.utf8), around: 2026).events.first)
    // The first time is told by the event itself, beside its rule.
    #expect(kept.contains("2026-05-14") && kept.count <= CalendarReader.mostTimes + 1)
    let never = try read(
      "SUMMARY:Day\nDTSTART;VALUE=DATE:20260228\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")
    #expect(days(never.events.first) == ["2026-02-28"])
  }

  @Test func rulesThatHardlyEverOccurAreBoundedInAll() throws {
    let never = "SUMMARY:Day\nDTSTART;VALUE=DATE:20260228\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    let rare = "SUMMARY:Poll\nDTSTART;TZID=Europe/Berlin:20260228T100000\nRRULE:FREQ=YEARLY;INTERVAL=17"
    func read(_ rule: String, _ count: Int) throws -> CalendarReader {
      try CalendarReader(Array(file(Array(repeating: rule, count: count), head: berlin).utf8))
    }
    let most = CalendarReader.mostLeanYears / (CalendarReader.lastYear - 2026)
    #expect(try days(read(never, most).events.first) == ["2026-02-28"])
    #expect(throws: CalendarReader.Refusal.self) { try read(never, most + 1) }
    let rules = never + String(repeating: "\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", count: most + 1)
    #expect(throws: CalendarReader.Refusal.self) { try read(rules, 1) }
    // Years are not gone through by days.
    #expect(try days(read(rare, most * 2).events.first).last == "2196-02-28")
    // Rules that end, and starts beyond the last year, cost nothing.
    #expect(try read(never + ";UNTIL=20260401", most * 2).events.count == 1)
    #expect(try read(never.replacing("2026", with: "2201"), most * 2).events.count == 1)
    #expect(try days(read(rare + ";COUNT=2", 1).events.first) == ["2026-02-28", "2043-02-28"])
    #expect(try days(read(rare + ";UNTIL=99991231T000000Z", 1).events.first).last == "2196-02-28")
    let late = "SUMMARY:Day\nDTSTART;TZID=Europe/Berlin:21981231T233000\nRRULE:FREQ=YEARLY"
    #expect(try days(read(late, 1).events.first) == ["2198-12-31", "2199-12-31"])
  }

  @Test func endsInAnotherZoneAreMoments() throws {
    for (start, end, days) in [
      ("TZID=America/New_York:20260115T200000", "DTEND:20260116T020000Z", ["2026-01-15"]),
      ("TZID=America/New_York:20260115T200000", "DTEND:20260116T060000Z", ["2026-01-15..2026-01-16"]),
      ("TZID=Europe/Berlin:20260630T233000", "DTEND:20260630T213100Z", ["2026-06-30"]),
      ("TZID=Europe/Berlin:20260630T233000", "DTEND:20260630T223000Z", ["2026-06-30..2026-07-01"]),
      // A day that is an hour longer still ends in its zone.
      (
        "TZID=Europe/Berlin:20261024T000000", "DTEND;TZID=Europe/Berlin:20261025T233000",
        ["2026-10-24..2026-10-25"]
      ),
      ("TZID=Europe/Berlin:20261024T000000", "DTEND:20261025T223000Z", ["2026-10-24..2026-10-25"]),
    ] {
      let event = "SUMMARY:A\nDTSTART;" + start + "\n" + end
      #expect(try self.days(read(event, head: berlin).events.first) == days, "\(start) \(end)")
    }
    let utc = "SUMMARY:A\nDTSTART:20260630T220000Z\nDTEND;TZID=Europe/Berlin:20260701T003000"
    #expect(try days(read(utc, head: berlin).events.first) == ["2026-06-30"])
  }

  @Test func whatWouldTakeMinutesIsRefused() throws {
    let event = "DTSTART;VALUE=DATE:20260101\nSUMMARY:Sitting"
    let rules = Array(repeating: "RRULE:FREQ=DAILY", count: CalendarBounds.mostRules + 1)
    let inZone = event.replacing(";VALUE=DATE:20260101", with: ";TZID=Europe/Berlin:20260101T090000")
    let hurried = berlin.replacing("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", with: "FREQ=MINUTELY")
    let change = "BEGIN:STANDARD\nDTSTART:19961027T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD"
    let manyChanges = Array(repeating: change, count: CalendarBounds.mostClockChanges + 1)
    let zone = "BEGIN:VTIMEZONE\nTZID:X\n" + manyChanges.joined(separator: "\n") + "\nEND:VTIMEZONE"
    for (events, head, words) in [
      ([event + "\n" + rules.joined(separator: "\n")], "", "rules in one event"),
      ([inZone], hurried, "FREQ=YEARLY"), ([event], zone, "changes of clocks"),
    ] {
      do throws(CalendarReader.Refusal) {
        _ = try CalendarReader(Array(file(events, head: head).utf8))
        Issue.record("a calendar was read: \(words)")
      } catch {
        #expect(error.faults.first?.message.contains(words) == true)
      }
    }
    // No article uses a name of such a length.
    let long = try read("DTSTART;VALUE=DATE:20260101\nSUMMARY:" + String(repeating: "x", count: 401))
    #expect(long.events.isEmpty && long.nameless == 1)
  }

  @Test func badFilesAreRefusedWithTheirLines() {
    for (lines, line) in [
      ("SUMMARY:A\nDTSTART;VALUE=DATE:20260732", 8), ("SUMMARY:A", 4), ("SUMMARY:A\nDTSTART:yesterday", 8),
      ("SUMMARY:A\nno property\nDTSTART;VALUE=DATE:20260701", 8),
      ("SUMMARY:A\nDTSTART:20260701T100000Z\nRRULE:FREQ=SECONDLY", 4),
      ("SUMMARY:A\nDTSTART;VALUE=DATE:20260701\nRRULE:FREQ=SOMETIMES", 9),
      ("SUMMARY:A\nDTSTART;VALUE=DATE:20260701\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 4),
    ] {
      do throws(CalendarReader.Refusal) {
        _ = try CalendarReader(Array(file([lines]).utf8))
        Issue.record("\(lines) was read")
      } catch {
        #expect(error.faults.map(\.line) == [line], "\(lines)")
      }
    }
    #expect(throws: CalendarReader.Refusal.self) { try CalendarReader([]) }
    #expect(throws: CalendarReader.Refusal.self) { try CalendarReader(Array("%PDF-1.4".utf8)) }
    let cut = file(["SUMMARY:A\nDTSTART;VALUE=DATE:20260701"]).dropLast(20)
    #expect(throws: CalendarReader.Refusal.self) { try CalendarReader(Array(cut.utf8)) }
  }

  @Test func whatOnlyShowsBadlyIsRead() throws {
    let text = file(["SUMMARY:A, b\nDTSTART;VALUE=DATE:20260701\nDTEND;VALUE=DATE:20260701\nMETHOD:X"])
    let calendar = try CalendarReader([0xEF, 0xBB, 0xBF] + Array(text.replacing("\r\n", with: "\n").utf8))
    #expect(calendar.events.map(\.name) == ["A, b"])
    #expect(days(calendar.events.first) == ["2026-07-01"])
  }
}
