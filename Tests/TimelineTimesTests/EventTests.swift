import Testing
import TimelineDates
import TimelineLanguage

@testable import TimelineTimes

/// Holidays and named events against published dates.
@Suite struct EventTests {
  private let calendar = EventCalendar.english

  @Test func anEventMayComeTwiceAYear() throws {
    let days = (0...2).map { calendar.period(of: "may-bank-holiday", year: 2026, number: $0)?.spanText }
    #expect(days == ["2026-05-04", "2026-05-25", nil])
    #expect(calendar.period(of: "may-bank-holiday", year: 2022) == nil)
  }

  private func date(_ key: String, _ year: Int) -> String? { calendar.period(of: key, year: year)?.spanText }

  @Test func theListIsLongAndWithoutFaults() {
    #expect(calendar.faults.map(\.description) == [])
    #expect(calendar.count >= 150)
  }

  /// Every name in the list is found in a text, and as the event that it stands beside.
  @Test func everyNameIsFound() throws {
    let day = try #require(DocumentTime(iso: "2024-03-01"))
    for (_, cells) in EventCalendar.englishFile.rows {
      #expect(calendar.contains(String(cells[0])))
      for name in cells[2].split(separator: ";") {
        let words = name.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
          .joined(separator: " ")
        let found = TimeExplainer().explain("They met before the \(words)", on: day)
        #expect(!found.isEmpty, "\(cells[0]): \(words)")
      }
    }
  }

  @Test(arguments: [
    ("easter", 2024, "2024-03-31"), ("easter", 2025, "2025-04-20"), ("easter", 2026, "2026-04-05"),
    ("easter", 2038, "2038-04-25"), ("ash-wednesday", 2026, "2026-02-18"),
    ("good-friday", 2026, "2026-04-03"),
    ("ascension", 2026, "2026-05-14"), ("pentecost", 2026, "2026-05-24"),
    ("corpus-christi", 2026, "2026-06-04"),
    ("advent-sunday", 2025, "2025-11-30"), ("advent-sunday", 2022, "2022-11-27"),
    ("orthodox-easter", 2023, "2023-04-16"), ("orthodox-easter", 2024, "2024-05-05"),
    ("orthodox-easter", 2025, "2025-04-20"), ("orthodox-easter", 2026, "2026-04-12"),
    ("thanksgiving", 2025, "2025-11-27"), ("thanksgiving", 2028, "2028-11-23"), ("mlk", 2026, "2026-01-19"),
    ("memorial", 2026, "2026-05-25"), ("labor-us", 2025, "2025-09-01"), ("black-friday", 2025, "2025-11-28"),
    ("us-midterms", 2026, "2026-11-03"), ("us-presidential", 2024, "2024-11-05"),
    ("us-presidential", 2028, "2028-11-07"), ("us-electors", 2024, "2024-12-17"),
    ("us-inauguration", 2025, "2025-01-20"), ("victoria-day", 2025, "2025-05-19"),
    ("victoria-day", 2026, "2026-05-18"), ("canadian-thanksgiving", 2025, "2025-10-13"),
    ("spring-bank-holiday", 2025, "2025-05-26"), ("summer-bank-holiday", 2025, "2025-08-25"),
    ("early-may-bank-holiday", 2025, "2025-05-05"), ("remembrance-sunday", 2025, "2025-11-09"),
    ("sweden", 2022, "2022-09-11"), ("brazil", 2022, "2022-10-02"), ("brazil-runoff", 2022, "2022-10-30"),
    ("kenya", 2022, "2022-08-09"), ("peru", 2021, "2021-04-11"), ("philippines", 2025, "2025-05-12"),
    ("melbourne-cup", 2025, "2025-11-04"), ("kentucky-derby", 2025, "2025-05-03"),
    ("indy-500", 2025, "2025-05-25"), ("boston-marathon", 2025, "2025-04-21"),
  ])
  func rulesGiveThePublishedDates(key: String, year: Int, expected: String) {
    #expect(date(key, year) == expected)
  }

  @Test(arguments: [
    ("rosh-hashanah", 2023, "2023-09-16..2023-09-17"), ("rosh-hashanah", 2025, "2025-09-23..2025-09-24"),
    ("yom-kippur", 2024, "2024-10-12"), ("yom-kippur", 2025, "2025-10-02"),
    ("passover", 2024, "2024-04-23..2024-04-30"), ("passover", 2026, "2026-04-02..2026-04-09"),
    ("hanukkah", 2022, "2022-12-19..2022-12-26"), ("hanukkah", 2024, "2024-12-26..2025-01-02"),
    ("purim", 2024, "2024-03-24"), ("purim", 2025, "2025-03-14"), ("shavuot", 2025, "2025-06-02"),
    ("chinese-new-year", 2024, "2024-02-10"), ("chinese-new-year", 2026, "2026-02-17"),
    ("diwali", 2023, "2023-11-12"), ("diwali", 2025, "2025-10-20"), ("mid-autumn", 2024, "2024-09-17"),
  ])
  func otherCalendarsGiveThePublishedDates(key: String, year: Int, expected: String) {
    #expect(date(key, year) == expected)
    #expect(!calendar.isApproximate(key))
  }

  /// The tabular calendar is at most a day off what was kept.
  @Test(arguments: [
    ("eid-al-fitr", 2021, "2021-05-13"), ("eid-al-fitr", 2022, "2022-05-02"),
    ("eid-al-fitr", 2023, "2023-04-21"),
    ("eid-al-fitr", 2024, "2024-04-10"), ("eid-al-fitr", 2025, "2025-03-30"),
    ("eid-al-adha", 2023, "2023-06-28"),
    ("eid-al-adha", 2024, "2024-06-16"), ("eid-al-adha", 2025, "2025-06-06"),
    ("islamic-new-year", 2024, "2024-07-07"),
  ])
  func islamicFeastsAreApproximate(key: String, year: Int, kept: String) throws {
    let day = try #require(CivilDate(iso: kept)).number
    let found = try #require(calendar.period(of: key, year: year))
    #expect(abs(found.firstDay - day) <= 1, "\(found.spanText)")
    #expect(calendar.isApproximate(key))
    let reference = try #require(DocumentTime(iso: "\(year)-01-15"))
    let reading = TimeExplainer().explain(
      "before \(key == "islamic-new-year" ? "Islamic New Year" : key.replacing("-al-", with: " al-"))",
      on: reference
    ).first?.expression.resolution.chosen
    #expect(reading?.exactness == .approximate)
  }

  @Test func outsideOfTheirYearsEventsHaveNoDate() {
    #expect(date("juneteenth", 2020) == nil && date("juneteenth", 2021) != nil)
    #expect(date("early-may-bank-holiday", 2020) == nil && date("early-may-bank-holiday", 1995) == nil)
    #expect(date("us-midterms", 2025) == nil && date("us-presidential", 2026) == nil)
    #expect(date("munich-security", 2021) == nil)
  }

  @Test func namesAloneAreTimesOnlyForDays() throws {
    let day = try #require(DocumentTime(iso: "2026-02-12"))
    func found(_ text: String) -> [String] {
      TimeExplainer().explain(text, on: day).map(\.expression.timex.value)
    }
    #expect(found("They will rest on Thanksgiving.") == ["2026-11-26"])
    #expect(found("The World Cup is expensive.") == [])
    #expect(found("They want peace before the World Cup.") == ["2026-06-11/2026-07-19"])
    #expect(found("It comes before the midterm elections.") == ["2026-11-03"])
    #expect(found("Easter eggs for all, and an easter bonnet") == ["2026-04-05"])
  }

  // MARK: Files of the user

  private static let good = "team-day\tday\tTeam Day; Day of the Team\tnth 1 5 6\t2020-\tour handbook\n"

  @Test func aUsersEventsAreKnownToo() throws {
    let list = try EventList(name: "mine.tsv", text: "# ours\n" + Self.good)
    let day = try #require(DocumentTime(iso: "2026-05-14"))
    let settings = ResolutionSettings(direction: .future, events: list)
    let found = TimeExplainer(settings: settings).explain("by Team Day", on: day)
    #expect(found.first?.expression.resolution.chosen?.period.spanText == "2026-06-05")
    let unknown = TimeExplainer().explain("by Team Day", on: day)
    #expect(unknown.allSatisfy { $0.expression.resolution.chosen == nil })
    let times = TimeExtractor(settings: settings).times(
      in: "It is due before the Day of the Team.", published: day)
    #expect(times.map(\.text) == ["the Day of the Team"])
  }

  @Test func aUsersEventGoesBeforeTheProgramsOwn() throws {
    let list = try EventList(name: "mine.tsv", text: "labor-us\tday\tLabor Day\ton 05-01\t-\tours\n")
    let day = try #require(DocumentTime(iso: "2026-02-14"))
    let settings = ResolutionSettings(direction: .future, events: list)
    let found = TimeExplainer(settings: settings).explain("Labor Day", on: day)
    #expect(found.first?.expression.resolution.chosen?.period.spanText == "2026-05-01")
  }

  @Test(arguments: [
    ("a\tday\tA\ton 05-01\t-", "5 cells; write six"), ("a\tfeast\tA\ton 05-01\t-\tx", "the kind is day"),
    ("a\tday\t;\ton 05-01\t-\tx", "at least one name"), ("a\tday\tA\ton 13-01\t-\tx", "no such rule"),
    ("a\tday\tA\tlist 2026-02-31\t-\tx", "no such rule"), ("a\tday\tA\tnth 9 1 1\t-\tx", "no such rule"),
    ("a\tday\tA\tevery 0 1 on 01-01\t-\tx", "no such rule"),
    ("a\tday\tA\teaster 9223372036854775807\t-\tx", "moves its day too far"),
    ("a\tday\tA\torthodox -9223372036854775808\t-\tx", "moves its day too far"),
    ("a\tday\tA\tnth 1 1 1 9223372036854775807\t-\tx", "moves its day too far"),
    ("a\tday\tA\tspan 2 hebrew 1 1 9223372036854775807\t-\tx", "write -366 through 366"),
    ("a\tday\tA\tnth -9223372036854775808 1 1\t-\tx", "no such rule"),
    ("a\tday\tA\tevery 9223372036854775807 1 on 01-01\t-\tx", "no such rule"),
    ("a\tday\tA\tevery 4\t-\tx", "no such rule"), ("a\tday\tA\tspan 4\t-\tx", "no such rule"),
    ("a\tday\tA\t" + String(repeating: "every 1 0 ", count: 20_000) + "on 01-01\t-\tx", "more than 4 rules"),
    ("a\tday\tA\ton 05-01\tever\tx", "write the years"),
    ("a\tday\tA\ton 05-01\t2020-2010\tx", "write the years"), ("# nothing", "no event in it"),
    ("a\tday\tA\ton 05-01\t-\tx\na\tday\tB\ton 05-02\t-\tx", "stands here twice"),
  ])
  func mistakesNameTheFileTheLineAndTheRemedy(text: String, words: String) throws {
    let error = #expect(throws: EventListError.self) { try EventList(name: "mine.tsv", text: text) }
    let message = try #require(error).description
    #expect(message.contains(words) && message.hasPrefix("mine.tsv"), "\(message)")
  }

  @Test func rulesWithinOneAnotherAndFarOffsetsAreKnownUpToTheirLimits() throws {
    func period(_ rule: String) throws -> String? { try EventRule(rule).period(year: 2026)?.spanText }
    #expect(try period("every 1 0 every 2 0 every 1 0 on 01-02") == "2026-01-02")
    #expect(try period("every 9999 2026 on 01-02") == "2026-01-02")
    #expect(try period("nth 1 4 1 -366") == "2024-12-31")
    #expect(throws: EventRule.Mistake.depth) {
      try EventRule("every 1 0 every 1 0 every 1 0 every 1 0 on 01-02")
    }
    #expect(throws: EventRule.Mistake.offset) { try EventRule("easter 367") }
  }
}
