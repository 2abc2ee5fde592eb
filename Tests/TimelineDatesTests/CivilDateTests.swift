import Testing

@testable import TimelineDates

@Suite struct CivilDateTests {
  @Test func everyDayOfFourCenturiesGoesThereAndBack() throws {
    let first = try #require(CivilDate(year: 1900, month: 1, day: 1)).number
    var previous = CivilDate(first - 1)
    for offset in 0..<146_097 {
      let date = CivilDate(first + offset)
      #expect(date.number == first + offset)
      #expect(date > previous)
      previous = date
    }
    #expect(previous.description == "2299-12-31")
  }

  @Test(arguments: [
    (2026, 11, 31), (2025, 2, 29), (1900, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (10_000, 1, 1),
  ])
  func impossibleDatesDoNotExist(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func monthsClampAtTheMonthsEnd() throws {
    let date = try #require(CivilDate(iso: "2026-01-31"))
    #expect(date.adding(months: 1).description == "2026-02-28")
    #expect(date.adding(months: -2).description == "2025-11-30")
    #expect(date.adding(months: 25).description == "2028-02-29")
    #expect(date.adding(months: Int.max) == date)
  }

  @Test func extremesAreClampedAndDoNotTrap() {
    #expect(CivilDate(DayNumber(Int32.max)).year == 9999)
    #expect(CivilDate(DayNumber(Int32.min)).year == -9999)
    #expect((DayNumber(Int32.max) + 5).value == Int32.max)
  }

  @Test(arguments: [
    ("2018-12-31", "2019-W01"), ("2021-01-03", "2020-W53"), ("2026-02-12", "2026-W07"), ("2016-01-03", "2015-W53"),
  ])
  func isoWeeks(day: String, week: String) throws {
    let number = try #require(CivilDate(iso: day)).number
    #expect(ISOWeek(holding: number).description == week)
    #expect(ISOWeek(holding: number).monday <= number)
  }

  @Test func weekFiftyThreeIsRare() {
    #expect(ISOWeek(year: 2020, number: 53) != nil)
    #expect(ISOWeek(year: 2021, number: 53) == nil)
  }
}
