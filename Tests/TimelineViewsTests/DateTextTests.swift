import Testing
import TimelineClaims
import TimelineDates
import TimelineTestSupport
import TimelineTracking
import TimelineViews

@Suite("Dates for people")
struct DateTextTests {
  @Test func periodsAreAsShortAsTheyStayPlain() {
    for (first, last, text) in [
      ("2026-02-13", "2026-02-13", "Fri 13 Feb 2026"), ("2026-02-16", "2026-02-22", "16–22 Feb 2026"),
      ("2026-01-29", "2026-02-03", "29 Jan – 3 Feb 2026"),
      ("2025-12-29", "2026-01-04", "29 Dec 2025 – 4 Jan 2026"),
      ("2026-11-01", "2026-11-30", "Nov 2026"), ("2026-06-01", "2026-08-31", "Jun–Aug 2026"),
      ("2025-12-01", "2026-02-28", "Dec 2025 – Feb 2026"), ("2026-01-01", "2026-12-31", "2026"),
      ("1990-01-01", "1999-12-31", "1990–1999"), ("2024-02-01", "2024-02-28", "1–28 Feb 2024"),
    ] {
      #expect(DateText.period(Fixtures.days(first, last)) == text)
    }
  }

  @Test func yearsBeforeChristAreCountedAsPeopleDo() throws {
    for (first, last, text) in [(-43, -43, "44 BC"), (-499, -400, "500–401 BC"), (-9, 10, "10 BC–10")] {
      let start = try #require(CivilDate(year: first, month: 1, day: 1))
      let end = try #require(CivilDate(year: last, month: 12, day: 31))
      #expect(DateText.period(Period(days: start.number, through: end.number, grain: .year)) == text)
      #expect(DateText.day(start.number) == (first < 1 ? "1 Jan \(1 - first) BC" : "1 Jan \(first)"))
    }
  }

  @Test func clockTimesKeepTheirZone() {
    let start = LocalTime(Fixtures.day("2026-02-13"), second: 16 * 3600 + 45 * 60)
    #expect(DateText.period(Period(minute: start), zone: "CET") == "13 Feb 2026 16:45 CET")
    let hour = Period(start: start, end: start + 3600 + 60, grain: .minute)
    #expect(DateText.period(hour) == "13 Feb 2026 16:45–17:45")
  }

  @Test func theRelationStandsBeforeTheDayThatItSpeaksOf() {
    let june = Fixtures.days("2026-06-01", "2026-06-30")
    for (relation, text) in [
      (Relation.on, "Jun 2026"), (.by, "by 30 Jun 2026"), (.until, "until 30 Jun 2026"),
      (.before, "before 1 Jun 2026"), (.from, "from 1 Jun 2026"), (.after, "after 30 Jun 2026"),
      (.throughout, "all Jun 2026"), (.around, "about Jun 2026"),
    ] {
      #expect(DateText.when(Fixtures.claim(period: june, relation: relation)) == text)
    }
    #expect(DateText.when(Fixtures.claim(time: nil)) == "no date")
  }

  @Test func nearnessGroupsAndCounts() {
    // A Thursday.
    let today = Fixtures.day("2026-05-14")
    func near(
      _ first: String, _ last: String, _ relation: Relation = .on, _ status: Status = .upcoming
    ) -> Nearness? {
      let claim = Fixtures.claim(period: Fixtures.days(first, last), relation: relation)
      return Nearness(of: Fixtures.tracked(claim, status: status), on: today)
    }
    #expect(
      near("2026-05-12", "2026-05-13", .on, .overdue).map { [$0.group.rawValue, $0.text] } == [
        "overdue", "1 day late",
      ])
    #expect(near("2026-05-14", "2026-05-14").map { [$0.group.rawValue, $0.text] } == ["today", "today"])
    #expect(near("2026-05-11", "2026-05-17").map { [$0.group.rawValue, $0.text] } == ["today", "under way"])
    #expect(
      near("2026-05-17", "2026-05-17").map { [$0.group.rawValue, $0.text] } == ["this week", "in 3 days"])
    #expect(
      near("2026-05-18", "2026-05-24").map { [$0.group.rawValue, $0.text] } == ["next week", "in 4 days"])
    #expect(
      near("2026-05-30", "2026-05-30").map { [$0.group.rawValue, $0.text] } == ["this month", "in 16 days"])
    #expect(
      near("2026-06-01", "2026-06-30", .by).map { [$0.group.rawValue, $0.text] } == ["later", "in 47 days"])
    #expect(
      near("2026-05-01", "2026-05-31", .by).map { [$0.group.rawValue, $0.text] } == [
        "this month", "in 17 days",
      ])
    #expect(
      near("2026-05-15", "2026-05-15", .before).map { [$0.group.rawValue, $0.text] } == ["today", "today"])
    #expect(
      near("2026-05-01", "2026-05-03", .after).map { [$0.group.rawValue, $0.text] } == ["later", "any time"])
    #expect(near("2026-05-01", "2026-05-31", .after).map { $0.text } == "in 18 days")
    #expect(Nearness(of: Fixtures.tracked(Fixtures.claim(time: nil)), on: today) == nil)
  }
}
