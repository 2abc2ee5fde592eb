import Testing
import TimelineDates

@testable import TimelineTimes

/// What each setting changes.
@Suite struct SettingsTests {
  private func period(_ phrase: String, on day: String = "2026-05-14", _ settings: ResolutionSettings) throws
    -> String?
  {
    let day = try #require(DocumentTime(iso: day))
    return TimeExplainer(settings: settings).explain(phrase, on: day).first?.expression.resolution.chosen?
      .period.spanText
  }

  @Test(arguments: [
    ("this week", "2026-05-10..2026-05-16"), ("next week", "2026-05-17..2026-05-23"),
    ("this Sunday", "2026-05-10"), ("next Sunday", "2026-05-17"), ("next Saturday", "2026-05-23"),
  ])
  func weeksBeginOnSunday(phrase: String, expected: String) throws {
    #expect(try period(phrase, ResolutionSettings(weekStart: .sunday)) == expected)
  }

  @Test func seasonsOfTheSouth() throws {
    let south = ResolutionSettings(hemisphere: .southern)
    #expect(try period("summer 2025", south) == "2025-12-01..2026-02-28")
    #expect(try period("winter 2026", south) == "2026-06-01..2026-08-31")
  }

  @Test(arguments: [
    ("fiscal 2026", 10, "2025-10-01..2026-09-30"),
    ("the third fiscal quarter of 2026", 10, "2026-04-01..2026-06-30"),
    ("this fiscal year", 10, "2025-10-01..2026-09-30"), ("next fiscal year", 10, "2026-10-01..2027-09-30"),
    ("fiscal 2026", 4, "2026-04-01..2027-03-31"), ("last fiscal year", 4, "2025-04-01..2026-03-31"),
    ("the fiscal second half", 2, "2026-08-01..2027-01-31"),
    ("the first fiscal quarter", 2, "2026-02-01..2026-04-30"),
  ])
  func fiscalYears(phrase: String, month: Int, expected: String) throws {
    #expect(try period(phrase, ResolutionSettings(fiscalYearStart: month)) == expected)
    #expect(try period(phrase, ResolutionSettings()) == nil)
  }

  @Test func theOrderOfDatesInDigits() throws {
    let day = try #require(DocumentTime(iso: "2026-05-14"))
    func readings(_ phrase: String, _ order: ResolutionSettings.DateOrder) -> [String] {
      let settings = ResolutionSettings(dateOrder: order)
      let resolution = TimeExplainer(settings: settings).explain(phrase, on: day).first?.expression.resolution
      return ([resolution?.chosen].compactMap { $0 } + (resolution?.others ?? [])).map(\.period.spanText)
    }
    #expect(readings("6/12/2026", .monthFirst) == ["2026-06-12", "2026-12-06"])
    #expect(readings("6/12/2026", .dayFirst) == ["2026-12-06", "2026-06-12"])
    #expect(readings("25/12/2026", .monthFirst) == ["2026-12-25"])
    #expect(readings("2026/06/12", .dayFirst) == ["2026-06-12"])
    #expect(readings("6/6/2026", .dayFirst) == ["2026-06-06"])
  }

  @Test func directionHoldsWhereNoWordTellsIt() throws {
    #expect(try period("Friday", ResolutionSettings(direction: .future)) == "2026-05-15")
    #expect(try period("Friday", ResolutionSettings(direction: .past)) == "2026-05-08")
    #expect(try period("they will meet on Friday", ResolutionSettings(direction: .past)) == "2026-05-15")
  }

  @Test func everySettingCanBeWrittenAndReadBack() {
    var settings = ResolutionSettings()
    for name in ResolutionSettings.Name.allCases {
      let isOwnTaken = settings.set(name, to: settings.text(of: name))
      let isNonsenseTaken = settings.set(name, to: "nonsense at all")
      #expect(isOwnTaken && !isNonsenseTaken)
      for value in ResolutionSettings.choices(for: name) where name != .zone && name != .events {
        let isTaken = settings.set(name, to: value)
        #expect(isTaken && settings.text(of: name) == value, "\(name) \(value)")
      }
    }
    let isZone = settings.set(.zone, to: "cest")
    #expect(isZone)
    #expect(settings.differences(from: ResolutionSettings()).contains(.zone))
  }

  @Test(arguments: [
    ("every other Tuesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), ("every Friday", "FREQ=WEEKLY;BYDAY=FR"),
    ("every three months", "FREQ=MONTHLY;INTERVAL=3"), ("daily", "FREQ=DAILY"), ("every year", "FREQ=YEARLY"),
    ("every summer", "FREQ=YEARLY;BYMONTH=6,7,8"), ("every May", "FREQ=YEARLY;BYMONTH=5"),
    ("every quarter", "FREQ=MONTHLY;INTERVAL=3"),
  ])
  func recurrencesAreRules(phrase: String, rule: String) throws {
    let day = try #require(DocumentTime(iso: "2026-05-14"))
    #expect(TimeExplainer().explain(phrase, on: day).first?.expression.term.recurrenceRule == rule)
  }
}
