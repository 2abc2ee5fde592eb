import Testing
import TimelineCalendar
import TimelineClaims
import TimelineDates
import TimelineTestSupport
import TimelineTracking

@Suite("iCalendar")
struct CalendarWriterTests {
  private let writer = CalendarWriter(name: "Talks; more")

  /// The unfolded lines of an event.
  private func lines(_ tracked: TrackedClaim) -> [String] {
    unfolded(writer.event(tracked))
  }

  private func unfolded(_ text: String) -> [String] {
    text.split(separator: "\r\n ").joined().split(separator: "\r\n").map { String($0) }
  }

  private func value(_ name: String, _ tracked: TrackedClaim) -> String? {
    lines(tracked).first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count + 1)) }
  }

  @Test func aPeriodTakesItsDaysAndEndsExclusively() {
    let claim = Fixtures.claim(period: Fixtures.days("2026-05-18", "2026-05-24"))
    #expect(value("DTSTART", .init(claim)) == "VALUE=DATE:20260518")
    #expect(value("DTEND", .init(claim)) == "VALUE=DATE:20260525")
    #expect(value("SUMMARY", .init(claim)) == claim.title)
  }

  @Test func deadlinesStandOnTheirDueDay() {
    let june = Fixtures.days("2026-06-01", "2026-06-30")
    for (relation, start, summary) in [
      (Relation.by, "20260630", "Due: T"), (.before, "20260531", "Due: T"), (.until, "20260630", "Ends: T"),
      (.from, "20260601", "From: T"),
    ] {
      let tracked = TrackedClaim(Fixtures.claim(title: "T", period: june, relation: relation))
      #expect(value("DTSTART", tracked) == "VALUE=DATE:" + start)
      #expect(value("SUMMARY", tracked) == summary)
    }
  }

  @Test func clockTimesAreMomentsWhereTheZoneIsCertainAndDaysWhereNot() {
    let minute = Period(minute: LocalTime(Fixtures.day("2026-05-18"), second: (16 * 60 + 45) * 60))
    func start(_ zone: String?) -> String? {
      value("DTSTART", .init(Fixtures.claim(period: minute, zone: zone)))
    }
    #expect(start("CDT") == "20260518T214500Z")
    #expect(start("+05:30") == "20260518T111500Z")
    #expect(start("GMT-8") == "20260519T004500Z")
    #expect(start("UTC") == "20260518T164500Z")
    #expect(start("ET") == "VALUE=DATE:20260518")
    #expect(start(nil) == "VALUE=DATE:20260518")
    let tracked = TrackedClaim(Fixtures.claim(period: minute, zone: "ET"))
    #expect(value("DESCRIPTION", tracked)?.contains("2026-05-18T16:45 ET") == true)
  }

  @Test func claimsWithoutADateAreLeftOut() {
    #expect(writer.event(.init(Fixtures.claim(time: nil))) == "")
  }

  @Test func stampsComeFromTheNewestPublicationInUTC() {
    let claim = Fixtures.claim(period: Fixtures.days("2026-05-18", "2026-05-24"))
    let tracked = Fixtures.tracked([
      Fixtures.mention(claim, published: "2026-05-14T17:05:00-04:00"),
      Fixtures.mention(
        claim, id: 2, published: "2026-05-16T01:30:00+03:00",
        link: Link(kind: .revision, to: 1, reason: "moved")),
    ])
    #expect(value("DTSTAMP", tracked) == "20260515T223000Z")
    #expect(value("LAST-MODIFIED", tracked) == "20260515T223000Z")
    #expect(value("SEQUENCE", tracked) == "1")
    #expect(writer.calendar([tracked]) == writer.calendar([tracked]))
  }

  @Test func calledOffEventsSayItTwice() {
    let claim = Fixtures.claim(title: "T", period: Fixtures.days("2026-05-18", "2026-05-24"))
    let tracked = TrackedClaim(claim, status: .cancelled)
    #expect(value("STATUS", tracked) == "CANCELLED")
    #expect(value("SUMMARY", tracked) == "[CANCELLED] T")
    #expect(value("STATUS", .init(claim)) == "CONFIRMED")
    #expect(
      value("STATUS", .init(Fixtures.claim(period: claim.period, modality: .possible))) == "TENTATIVE")
  }

  @Test func noTextBreaksOutOfItsProperty() {
    let evil = "a\r\nEND:VEVENT\nX:1\u{0}\u{7F}\u{85}\u{A0}é;,\\\u{2028}b"
    let claim = Fixtures.claim(
      title: evil, quote: evil + " meet next week", period: Fixtures.days("2026-05-18", "2026-05-18"),
      source: evil,
      places: [evil])
    let tracked = Fixtures.tracked([
      Fixtures.mention(claim, outlet: evil, title: evil, url: "https://x.org/\r\nX-EVIL:1")
    ])
    let names = lines(tracked).map { String($0.prefix { $0 != ":" && $0 != ";" }) }
    #expect(
      names == [
        "BEGIN", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION",
        "LOCATION", "CATEGORIES", "STATUS", "TRANSP", "END",
      ])
    #expect(value("SUMMARY", tracked) == "a\\nEND:VEVENT\\nX:1\u{A0}é\\;\\,\\\\\u{2028}b")
  }

  @Test func linesFoldAt75OctetsAndNeverInsideACharacter() {
    var generator = SeededGenerator(seed: 3)
    let pieces = ["a", "é", "漢", "👩‍👩‍👧‍👦", "e\u{301}", "🇺🇦", ",", "\\", " ", "\n"]
    for _ in 0..<200 {
      let title = (0..<120).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let text = writer.event(
        .init(Fixtures.claim(title: title, period: Fixtures.days("2026-05-18", "2026-05-18"))))
      #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
      #expect(!text.unicodeScalars.split(separator: "\r").dropFirst().contains { $0.first != "\n" })
      let summary = unfolded(text).first { $0.hasPrefix("SUMMARY:") }?.dropFirst(8)
      #expect(summary.map { unescaped(String($0)) } == title)
    }
  }

  @Test func aCharacterLongerThanALineIsFoldedBetweenScalars() {
    let title = "e" + String(repeating: "\u{301}", count: 100)
    let text = writer.event(
      .init(Fixtures.claim(title: title, period: Fixtures.days("2026-05-18", "2026-05-18"))))
    #expect(text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 })
    #expect(
      Array(text.unicodeScalars).split(separator: "\n").contains {
        $0.starts(with: "SUMMARY:e".unicodeScalars)
      })
  }

  @Test func theLastDayOfFourDigitYearsHasNoEnd() {
    let claim = Fixtures.claim(period: Fixtures.days("9999-12-31", "9999-12-31"))
    #expect(value("DTSTART", .init(claim)) == "VALUE=DATE:99991231")
    #expect(value("DTEND", .init(claim)) == nil)
  }

  @Test func theCalendarIsWrappedAndNamed() {
    let text = writer.calendar([TrackedClaim]())
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
    #expect(text.contains("\r\nX-WR-CALNAME:Talks\\; more\r\n"))
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
  }

  private func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        result.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension TrackedClaim {
  fileprivate init(_ claim: Claim, status: Status = .upcoming) {
    self = Fixtures.tracked(claim, status: status)
  }
}
