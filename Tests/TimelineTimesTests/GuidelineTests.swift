import Testing
import TimelineDates
import TimelineLanguage
import TimelineText

@testable import TimelineTimes

/// How times resolve against the publication day: one test for each kind of rule.
@Suite struct GuidelineTests {
  /// The chosen period of the first expression in a text, `first..last`, or one date.
  private func period(_ text: String, on day: String, direction: Direction? = nil) throws -> String? {
    let reading = try resolution(text, on: day, direction: direction)
    return reading?.chosen?.period.spanText
  }

  private func resolution(_ text: String, on day: String, direction: Direction? = nil) throws -> Resolution? {
    let document = LanguageCore.english.document(text)
    var pass = TimeRecogniser().pass(over: document.text, document.tokens)
    guard let finding = pass.findings(in: 0..<document.tokens.count).first else { return nil }
    var context = ResolutionContext(reference: try #require(DocumentTime(iso: day)))
    context.direction = direction
    context.edge = finding.edge
    return Resolver().resolve(finding.term, in: context)
  }

  @Test(arguments: [
    ("this week", "2026-05-11..2026-05-17"), ("next week", "2026-05-18..2026-05-24"),
    ("last week", "2026-05-04..2026-05-10"), ("a week ago", "2026-05-07"),
    ("this weekend", "2026-05-16..2026-05-17"), ("next weekend", "2026-05-23..2026-05-24"),
    ("last weekend", "2026-05-09..2026-05-10"),
  ])
  func weeksAreISOWeeks(text: String, expected: String) throws {
    #expect(try period(text, on: "2026-05-14") == expected)
  }

  @Test func bareDaysFollowTheClause() throws {
    #expect(try period("Friday", on: "2026-05-14", direction: .past) == "2026-05-08")
    #expect(try period("Friday", on: "2026-05-14", direction: .future) == "2026-05-15")
    #expect(try period("Thursday", on: "2026-05-14", direction: .future) == "2026-05-14")
    #expect(try period("in November", on: "2026-05-14", direction: .future) == "2026-11-01..2026-11-30")
    #expect(try period("in May", on: "2026-05-14", direction: .future) == "2026-05-01..2026-05-31")
    #expect(try period("14 March", on: "2026-05-14", direction: .future) == "2027-03-14")
  }

  @Test func theOtherReadingIsKept() throws {
    let next = try #require(try resolution("next Friday", on: "2026-05-14"))
    #expect(next.chosen?.period.spanText == "2026-05-22")
    #expect(next.others.map(\.period.spanText) == ["2026-05-15"])
    let last = try #require(try resolution("last Friday", on: "2026-05-14"))
    #expect(last.chosen?.period.spanText == "2026-05-08")
  }

  @Test(arguments: [
    ("early summer", "2026-06-01..2026-06-30"), ("late March 2026", "2026-03-21..2026-03-31"),
    ("mid-2026", "2026-05-01..2026-08-31"), ("the beginning of next week", "2026-05-18..2026-05-19"),
    ("the late 1990s", "1997-01-01..1999-12-31"), ("winter 2025", "2025-12-01..2026-02-28"),
  ])
  func partsAreThirds(text: String, expected: String) throws {
    #expect(try period(text, on: "2026-05-14", direction: .future) == expected)
  }

  @Test func byAsksForTheLastDay() throws {
    #expect(try period("by the end of the month", on: "2026-05-14") == "2026-05-31")
    #expect(try period("at the end of the month", on: "2026-05-14") == "2026-05-21..2026-05-31")
    #expect(try period("since the start of the year", on: "2026-05-14") == "2026-01-01")
    #expect(try period("no later than the end of the month", on: "2026-05-14") == "2026-05-31")
    #expect(try period("no earlier than the start of next month", on: "2026-05-14") == "2026-06-01")
  }

  @Test(arguments: [
    ("in three weeks", "2026-06-04"), ("three weeks ago", "2026-04-23"),
    ("two months ago", "2026-03-01..2026-03-31"),
    ("a year ago", "2025-01-01..2025-12-31"), ("within 90 days", "2026-05-14..2026-08-12"),
    ("the past three years", "2023-05-14..2026-05-14"), ("the next few days", "2026-05-14..2026-05-17"),
    ("earlier this month", "2026-05-01..2026-05-13"), ("later this year", "2026-05-15..2026-12-31"),
    ("overnight", "2026-05-13..2026-05-14"), ("the last week of November 2026", "2026-11-24..2026-11-30"),
  ])
  func shiftsAndStretches(text: String, expected: String) throws {
    #expect(try period(text, on: "2026-05-14") == expected)
  }

  /// `It rained on Monday and Friday`, told on a Thursday.
  @Test func listsOfThePastEndByTheDay() throws {
    let text = "Monday and Friday"
    #expect(try period(text, on: "2026-05-14", direction: .past) == "2026-05-04..2026-05-08")
    #expect(try period(text, on: "2026-05-14", direction: .future) == "2026-05-18..2026-05-22")
  }

  @Test func theQuarterOfAnotherYearIsThatOfTheReport() throws {
    let document = LanguageCore.english.document("the 1988 quarter")
    var pass = TimeRecogniser().pass(over: document.text, document.tokens)
    let finding = try #require(pass.findings(in: 0..<document.tokens.count).first)
    var context = ResolutionContext(reference: try #require(DocumentTime(iso: "1989-10-26")))
    let months = [1, 4].compactMap { CivilDate(year: 1989, month: $0, day: 1)?.number }
    context.report = Period(
      days: try #require(months.first), through: try #require(months.last) - 1, grain: .quarter)
    #expect(Resolver().resolve(finding.term, in: context).chosen?.period.spanText == "1988-01-01..1988-03-31")
  }

  @Test(arguments: ["31 November 2026", "Feb 29, 2015", "2024/13/1"])
  func impossibleDatesAreNeverRolledOver(text: String) throws {
    guard case .impossible(let reason) = try resolution(text, on: "2026-05-14") else {
      Issue.record("\(text) was dated")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func namedDaysGoByRule() throws {
    #expect(try period("by Easter", on: "2024-02-05", direction: .future) == "2024-03-31")
    #expect(try period("Thanksgiving", on: "2025-09-01", direction: .future) == "2025-11-27")
    #expect(try period("before the midterm elections", on: "2026-02-12", direction: .future) == "2026-11-03")
  }

  @Test(arguments: [
    "I may go. May the best team win.", "She marched on", "The second test run", "10 students", "$300",
    "a 2026-page report of 3.5 kg", "he sat in the sun", "version 2.3.1",
  ])
  func falseAlarms(text: String) throws {
    #expect(try resolution(text, on: "2026-05-14") == nil)
  }

  @Test func workGrowsWithTheTextAndNotFaster() {
    let unit = "the day before the day after Monday, May 12 to 14, 2026, and the next of last year's "
    for count in [1, 50, 400] {
      let document = LanguageCore.english.document(String(repeating: unit, count: count))
      var pass = TimeRecogniser().pass(over: document.text, document.tokens)
      let found = document.sentences.flatMap { pass.findings(in: $0.tokens) }
      #expect(found.count >= count)
    }
  }
}
