import Testing

@testable import TimelineDates

@Suite struct PeriodTests {
  private let day = CivilDate(iso: "2026-06-01")?.number ?? DayNumber(0)

  @Test func outputsAreInclusive() {
    let month = Period(days: day, through: day + 29, grain: .month)
    #expect(month.inclusiveText == ("2026-06-01", "2026-06-30"))
    #expect(month.dayCount == 30)
    let minute = Period(minute: LocalTime(day, second: 9 * 3600 + 1800))
    #expect(minute.inclusiveText == ("2026-06-01T09:30", "2026-06-01T09:30"))
  }

  @Test func startAndEndChangePlacesWhereTheyAreSwapped() {
    let period = Period(days: day + 3, through: day)
    #expect(period.firstDay == day)
    #expect(period.lastDay == day + 3)
  }

  @Test func neighboursDoNotOverlap() {
    #expect(!Period(day: day).overlaps(Period(day: day + 1)))
    #expect(Period(days: day, through: day + 2).contains(Period(day: day + 1)))
  }

  @Test func amountsMoveOnTheCalendar() throws {
    let start = LocalTime(try #require(CivilDate(iso: "2024-02-29")).number)
    #expect(CivilDate(start.adding(Amount(1, .year), sign: 1).day).description == "2025-02-28")
    #expect(CivilDate(start.adding(Amount(3, .week), sign: -1).day).description == "2024-02-08")
    #expect(CivilDate(start.adding(Amount(1.5, .month), sign: 1).day).description == "2024-04-13")
    #expect(start.adding(Amount(nil, .hour, assumed: 2), sign: 1).minuteText == "2024-02-29T02:00")
  }
}
