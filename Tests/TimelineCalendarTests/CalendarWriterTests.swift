import Testing
import TimelineCalendar
import TimelineClaims
import TimelineDates
import TimelineTestSupport
import TimelineTimes
import TimelineTracking

@Suite("iCalendar")
struct CalendarWriterTests: CalendarReading {
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
    #expect(start("ET") == "20260518T204500Z")
    #expect(start("IST") == "VALUE=DATE:20260518")
    #expect(start("nowhere/at all") == "VALUE=DATE:20260518")
    #expect(start("../../etc/passwd") == "VALUE=DATE:20260518")
    #expect(start(nil) == "VALUE=DATE:20260518")
    let tracked = TrackedClaim(Fixtures.claim(title: "T", period: minute, zone: "IST"))
    #expect(value("DESCRIPTION", tracked)?.contains("2026-05-18T16:45 IST") == true)
    #expect(value("SUMMARY", tracked) == "T (16:45 IST)")
  }

  @Test func claimsWithoutADateAreLeftOut() {
    let tracked = TrackedClaim(Fixtures.claim(time: nil))
    var writer = CalendarWriter(name: "T")
    let isAdded = writer.add(tracked)
    #expect(!isAdded)
    #expect(writer.count == 0)
    #expect(lines(tracked).isEmpty)
  }

  @Test func stampsComeFromTheNewestPublicationInUTC() {
    let claim = Fixtures.claim(period: Fixtures.days("2026-05-18", "2026-05-24"))
    let tracked = Fixtures.tracked([
      Fixtures.mention(claim, published: "2026-05-14T17:05:00-04:00"),
      Fixtures.mention(
        claim, id: 2, key: "b", published: "2026-05-16T01:30:00+03:00",
        link: Link(kind: .revision, to: 1, reason: "moved")),
    ])
    #expect(value("DTSTAMP", tracked) == "20260515T223000Z")
    #expect(value("LAST-MODIFIED", tracked) == "20260515T223000Z")
    #expect(value("SEQUENCE", tracked) == "1")
    #expect(value("CREATED", tracked) == "20260514T210500Z")
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
        "BEGIN", "UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY",
        "DESCRIPTION",
        "LOCATION", "CATEGORIES", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "END",
      ])
    #expect(value("SUMMARY", tracked) == "a\\nEND:VEVENT\\nX:1\u{A0}é\\;\\,\\\\\u{2028}b")
  }

  @Test func linesFoldAt75OctetsAndNeverInsideACharacter() {
    var generator = SeededGenerator(seed: 3)
    let pieces = ["a", "é", "漢", "👩‍👩‍👧‍👦", "e\u{301}", "🇺🇦", ",", "\\", " ", "\n"]
    for _ in 0..<200 {
      let title = (0..<120).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let text = calendar(
        .init(Fixtures.claim(title: title, period: Fixtures.days("2026-05-18", "2026-05-18"))))
      #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
      #expect(!text.unicodeScalars.split(separator: "\r").dropFirst().contains { $0.first != "\n" })
      // Each line alone is as many characters as it has in the whole.
      let characters = text.split(separator: "\r\n").reduce(0) { $0 + $1.count }
      #expect(characters == text.replacing("\r\n", with: "").count)
      let summary = unfolded(text).first { $0.hasPrefix("SUMMARY:") }?.dropFirst(8)
      #expect(summary.map { unescaped(String($0)) } == title)
    }
  }

  @Test func aCharacterLongerThanALineIsFoldedBetweenScalars() {
    let title = "e" + String(repeating: "\u{301}", count: 100)
    let text = calendar(
      .init(Fixtures.claim(title: title, period: Fixtures.days("2026-05-18", "2026-05-18"))))
    #expect(text.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy { $0.count <= 76 })
    // As characters, a blank with an accent is another one than the blank that folding adds.
    let unfolded = Array(text.utf8).replacing(Array("\r\n ".utf8), with: [])
    #expect(unfolded.contains(Array("SUMMARY:\(title)\r\n".utf8)))
  }

  @Test func theLastDayOfFourDigitYearsHasNoEnd() {
    let claim = Fixtures.claim(period: Fixtures.days("9999-12-31", "9999-12-31"))
    #expect(value("DTSTART", .init(claim)) == "VALUE=DATE:99991231")
    #expect(value("DTEND", .init(claim)) == nil)
  }

  @Test func theCalendarIsWrappedAndNamed() {
    let text = calendar()
    #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
    #expect(text.contains("\r\nX-WR-CALNAME:Talks\\; more\r\n"))
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
  }

  @Test func calendarsAskToBeFetchedAgainAndAreNoInvitations() {
    let lines = unfolded(calendar(.init(Fixtures.claim(period: Fixtures.days("2026-05-18", "2026-05-18")))))
    #expect(lines.contains("NAME:Talks\\; more"))
    #expect(lines.contains("REFRESH-INTERVAL;VALUE=DURATION:PT12H"))
    #expect(lines.contains("X-PUBLISHED-TTL:PT12H"))
    #expect(!lines.contains { $0.hasPrefix("METHOD") || $0.hasPrefix("BEGIN:VALARM") })
  }

  @Test func entriesTakeNobodysTime() {
    let tracked = TrackedClaim(Fixtures.claim(period: Fixtures.days("2026-05-18", "2026-05-18")))
    #expect(value("TRANSP", tracked) == "TRANSPARENT")
    #expect(value("X-MICROSOFT-CDO-BUSYSTATUS", tracked) == "FREE")
  }

  @Test func deadlinesBecomeThingsToDoOrJournalEntriesOnRequest() {
    let june = Fixtures.days("2026-06-01", "2026-06-30")
    let due = TrackedClaim(Fixtures.claim(title: "T", period: june, relation: .by, modality: .promised))
    let todo = lines(due, style: CalendarStyle(deadlines: .todo))
    #expect(todo.first == "BEGIN:VTODO")
    #expect(todo.contains("DUE;VALUE=DATE:20260630"))
    #expect(todo.contains("STATUS:NEEDS-ACTION"))
    #expect(!todo.contains { $0.hasPrefix("DTSTART") || $0.hasPrefix("DTEND") || $0.hasPrefix("TRANSP") })
    let done = TrackedClaim(Fixtures.claim(period: june, relation: .by), status: .happened)
    #expect(value("STATUS", done, style: CalendarStyle(deadlines: .todo)) == "COMPLETED")
    #expect(value("COMPLETED", done, style: CalendarStyle(deadlines: .todo)) == "20260514T000000Z")
    let journal = lines(due, style: CalendarStyle(deadlines: .journal))
    #expect(journal.first == "BEGIN:VJOURNAL")
    #expect(journal.contains("DTSTART;VALUE=DATE:20260630"))
    #expect(journal.contains("STATUS:FINAL"))
    #expect(!journal.contains { $0.hasPrefix("DTEND") || $0.hasPrefix("TRANSP") })
    let event = TrackedClaim(Fixtures.claim(period: june))
    #expect(lines(event, style: CalendarStyle(deadlines: .todo)).first == "BEGIN:VEVENT")
    #expect(value("CATEGORIES", due) == "PROMISED,DEADLINE")
  }

  @Test func vaguePeriodsAreBannersOrStandOnTheirLastDayOrNowhere() {
    let june = TrackedClaim(
      Fixtures.claim(title: "T", period: Fixtures.days("2026-06-01", "2026-06-30", .month)))
    #expect(value("DTEND", june) == "VALUE=DATE:20260701")
    let end = CalendarStyle(vague: .end)
    #expect(value("DTSTART", june, style: end) == "VALUE=DATE:20260630")
    #expect(value("DTEND", june, style: end) == "VALUE=DATE:20260701")
    #expect(value("SUMMARY", june, style: end) == "T (2026-06-01 to 2026-06-30)")
    #expect(lines(june, style: CalendarStyle(vague: .skip)).isEmpty)
    // Days that are named, and what fills its time, are exact.
    let days = TrackedClaim(Fixtures.claim(period: Fixtures.days("2026-06-04", "2026-06-06")))
    let filled = TrackedClaim(
      Fixtures.claim(period: Fixtures.days("2026-06-01", "2026-06-30", .month), relation: .throughout))
    for claim in [days, filled] {
      #expect(lines(claim, style: CalendarStyle(vague: .skip)) == lines(claim))
      #expect(lines(claim, style: end) == lines(claim))
    }
  }

  @Test func alarmsAreSetOnRequestForWhatIsAwaited() throws {
    let claim = Fixtures.claim(title: "T", period: Fixtures.days("2026-06-30", "2026-06-30"), relation: .by)
    for (text, trigger) in [
      ("2d", "-P2D"), ("1w", "-P1W"), ("12h", "-PT12H"), ("90min", "-PT90M"), ("2D", "-P2D"),
    ] {
      let lead: AlarmLead = try #require(AlarmLead(text))
      let style = CalendarStyle(alarm: lead)
      let lines = lines(.init(claim), style: style)
      let start = try #require(lines.firstIndex(of: "BEGIN:VALARM"))
      #expect(
        Array(lines[start...]) == [
          "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Due: T", "TRIGGER:" + trigger, "END:VALARM",
          "END:VEVENT",
        ])
      #expect(!self.lines(.init(claim, status: .cancelled), style: style).contains("BEGIN:VALARM"))
      #expect(!self.lines(.init(claim, status: .happened), style: style).contains("BEGIN:VALARM"))
      let todo = CalendarStyle(deadlines: .todo, alarm: style.alarm)
      #expect(self.lines(.init(claim), style: todo).contains("TRIGGER;RELATED=END:" + trigger))
      #expect(
        !self.lines(.init(claim), style: CalendarStyle(deadlines: .journal, alarm: style.alarm))
          .contains("BEGIN:VALARM"))
    }
    for text in ["", "d", "0d", "-2d", "2", "2m", "367d", "9999999999999999999d", "two days"] {
      #expect(AlarmLead(text) == nil, "\(text)")
    }
  }

  @Test func statusesFollowWhatIsKnownAndThenHowItIsTold() {
    let period = Fixtures.days("2026-06-30", "2026-06-30")
    for (modality, status) in [
      (Modality.happened, "CONFIRMED"), (.scheduled, "CONFIRMED"), (.promised, "CONFIRMED"),
      (.demanded, "TENTATIVE"), (.expected, "TENTATIVE"), (.possible, "TENTATIVE"), (.cancelled, "CANCELLED"),
    ] {
      let claim = Fixtures.claim(title: "T", period: period, modality: modality)
      #expect(value("STATUS", .init(claim)) == status)
      #expect(value("STATUS", .init(claim, status: .happened)) == "CONFIRMED")
      #expect(value("STATUS", .init(claim, status: .cancelled)) == "CANCELLED")
      #expect(value("SUMMARY", .init(claim, status: .missed)) == "[MISSED] T")
      #expect(value("STATUS", .init(claim, status: .missed)) == "CONFIRMED")
    }
    var conditional = Fixtures.claim(period: period)
    conditional.isConditional = true
    #expect(value("STATUS", .init(conditional)) == "TENTATIVE")
  }

  @Test func repeatedTimesRecurWhereTheFirstIsOneOfThem() {
    for (recurrence, first, last, rule) in [
      (.weekday(.tuesday), "2026-06-02", "2026-06-02", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
      (.weekday(.tuesday), "2026-06-03", "2026-06-03", nil),
      (.weekday(.tuesday), "2026-06-02", "2026-06-03", nil),
      (.unit(.day), "2026-06-02", "2026-06-02", "FREQ=DAILY;INTERVAL=2"),
      (.unit(.week), "2026-06-01", "2026-06-07", "FREQ=WEEKLY;INTERVAL=2"),
      (.unit(.week), "2026-06-01", "2026-06-08", nil),
      (.dayOfMonth(15), "2026-06-15", "2026-06-15", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15"),
      (.unit(.month), "2026-06-15", "2026-06-15", "FREQ=MONTHLY;INTERVAL=2"),
      (.unit(.month), "2026-05-31", "2026-05-31", nil),
      (.unit(.month), "2026-06-01", "2026-06-30", nil),
      (
        .monthDay(month: 6, day: 12), "2026-06-12", "2026-06-12",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=12"
      ),
      (.unit(.year), "2026-06-12", "2026-06-12", "FREQ=YEARLY;INTERVAL=2"),
      (.unit(.year), "2028-02-29", "2028-02-29", nil),
      (.unit(.hour), "2026-06-12", "2026-06-12", nil),
      // Each day of a weekend, and each month of a season, would be an entry as long as the whole.
      (.weekend, "2026-06-06", "2026-06-07", nil),
      (.season(.summer), "2026-06-01", "2026-08-31", nil),
    ] as [(Recurrence, String, String, String?)] {
      var claim = Fixtures.claim(period: Fixtures.days(first, last))
      claim.term = .set(Repetition(recurrence, interval: 2))
      #expect(value("RRULE", .init(claim)) == rule, "\(recurrence) \(first) \(last)")
    }
    // Tuesday evening in New York is Wednesday in UTC.
    let minute = Period(minute: LocalTime(Fixtures.day("2026-06-02"), second: 22 * 3600))
    var claim = Fixtures.claim(period: minute, zone: "America/New_York")
    claim.term = .set(Repetition(.weekday(.tuesday)))
    #expect(value("RRULE", .init(claim)) == "FREQ=WEEKLY;BYDAY=TU")
    claim = Fixtures.claim(period: minute, zone: "-04:00")
    claim.term = .set(Repetition(.weekday(.tuesday)))
    #expect(value("DTSTART", .init(claim)) == "20260603T020000Z")
    #expect(value("RRULE", .init(claim)) == nil)
  }

  @Test func clockTimesLastAsLongAsTheyAreToldTo() {
    let start = LocalTime(Fixtures.day("2026-07-18"), second: 15 * 3600)
    for zone in ["America/New_York", "UTC"] {
      let head = zone == "UTC" ? "" : "TZID=" + zone + ":"
      let tail = zone == "UTC" ? "Z" : ""
      for (end, grain, text) in [
        (60, .minute, nil), (1, .second, nil), (7260, .minute, "170000"), (91, .second, "150130"),
        (3600, .hour, "160000"),
      ] as [(Int, Grain, String?)] {
        let claim = Fixtures.claim(
          period: Period(start: start, end: start + end, grain: grain), zone: zone)
        #expect(value("DTSTART", .init(claim)) == head + "20260718T150000" + tail)
        #expect(value("DTEND", .init(claim)) == text.map { head + "20260718T" + $0 + tail })
      }
    }
  }

  @Test func placesTagsAndAddressesStandInTheirProperties() {
    let claim = Fixtures.claim(
      period: Fixtures.days("2026-06-02", "2026-06-02"), places: ["Miami", "Abu Dhabi"], alternatives: true)
    var tracked = Fixtures.tracked([
      Fixtures.mention(claim, key: "a", url: "https://example.org/a"),
      Fixtures.mention(
        claim, id: 2, key: "b", url: "https://example.org/b", link: Link(kind: .same, to: 1, reason: "same")),
    ])
    tracked.tags = ["budget", "a,b"]
    #expect(value("LOCATION", tracked) == "Miami or Abu Dhabi")
    #expect(value("URL", tracked) == "https://example.org/a")
    #expect(value("CATEGORIES", tracked) == "SCHEDULED,budget")
    #expect(lines(tracked).contains("CATEGORIES:a\\,b"))
    tracked.standing = 1
    #expect(value("URL", tracked) == "https://example.org/b")
  }

  @Test func positionsAreWrittenAsDegrees() throws {
    let tracked = TrackedClaim(
      Fixtures.claim(period: Fixtures.days("2026-06-02", "2026-06-02"), relation: .by))
    for (latitude, longitude, text) in [
      (50.4501, 30.5234, "50.4501;30.5234"), (-33.865143, -151.2099, "-33.865143;-151.2099"),
      (0, -0.00000001, "0.0;0.0"), (90, -180, "90.0;-180.0"), (1.25, 0.000001, "1.25;0.000001"),
    ] as [(Double, Double, String)] {
      let position: GeoPosition = try #require(GeoPosition(latitude: latitude, longitude: longitude))
      for (style, isTold) in [(CalendarStyle.Deadlines.event, true), (.todo, true), (.journal, false)] {
        var writer = CalendarWriter(
          name: "T", style: CalendarStyle(deadlines: style), position: { _ in position })
        writer.add(tracked)
        let lines = unfolded(String(decoding: writer.calendar, as: UTF8.self))
        #expect(lines.contains("GEO:" + text) == isTold)
      }
    }
    #expect(value("GEO", tracked) == nil)
    for (latitude, longitude) in [(90.1, 0), (0, 181), (.nan, 0), (0, .infinity)] as [(Double, Double)] {
      #expect(GeoPosition(latitude: latitude, longitude: longitude) == nil)
    }
  }

  @Test func localTimesTakeTheirZoneAndItsRules() {
    let minute = Period(minute: LocalTime(Fixtures.day("2026-07-18"), second: (16 * 60 + 45) * 60))
    let tracked = TrackedClaim(Fixtures.claim(period: minute, zone: "America/New_York"))
    #expect(value("DTSTART", tracked) == "TZID=America/New_York:20260718T164500")
    #expect(value("DTEND", tracked) == nil)
    let lines = unfolded(calendar(tracked, tracked))
    #expect(lines.count { $0 == "BEGIN:VTIMEZONE" } == 1)
    let zone = lines.drop { $0 != "BEGIN:VTIMEZONE" }.prefix { $0 != "END:VTIMEZONE" }
    #expect(
      Array(zone) == [
        "BEGIN:VTIMEZONE", "TZID:America/New_York", "BEGIN:DAYLIGHT", "DTSTART:20250309T020000",
        "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "TZNAME:EDT",
        "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20251102T020000", "TZOFFSETFROM:-0400", "TZOFFSETTO:-0500",
        "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU", "TZNAME:EST", "END:STANDARD",
      ])
    #expect(
      !unfolded(calendar(.init(Fixtures.claim(period: minute, zone: "CET")))).contains("BEGIN:VTIMEZONE"))
  }

  @Test func aCalendarIsEmptiedAndOthersAreLeftAlone() {
    let claim = TrackedClaim(Fixtures.claim(period: Fixtures.days("2026-06-02", "2026-06-02")))
    func emptied(_ calendar: [UInt8]) -> [UInt8]? { CalendarWriter.emptied(calendar, split: "outlet") }
    func calendar(_ split: String?, name: String = "T", holds claims: TrackedClaim...) -> [UInt8] {
      var writer = CalendarWriter(name: name, split: split)
      for claim in claims { writer.add(claim) }
      return writer.calendar
    }
    let empty = calendar("outlet")
    #expect(emptied(calendar("outlet", holds: claim)) == empty)
    #expect(emptied(empty) == empty)
    for split in [nil, "actor", "outlets", "out"] {
      #expect(emptied(calendar(split, holds: claim)) == nil, "\(split ?? "none")")
    }
    #expect(emptied(calendar(nil, name: "\r\nX-TIMELINE-SPLIT:outlet\r\n", holds: claim)) == nil)
    #expect(emptied(Array("BEGIN:VCALENDAR\r\nPRODID:other\r\nEND:VCALENDAR\r\n".utf8)) == nil)
    #expect(emptied([]) == nil)
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
