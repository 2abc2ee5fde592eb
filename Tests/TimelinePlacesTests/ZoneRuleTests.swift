import Testing
import TimelineDates

@testable import TimelinePlaces

@Suite struct ZoneRuleTests {
  private func offset(_ zone: String, _ year: Int, _ month: Int, _ day: Int, hour: Int = 12) throws -> Int? {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    return ZoneRules.world.offset(of: zone, at: LocalTime(date.number, second: hour * 3600))
  }

  @Test func everyRuleIsRead() {
    #expect(ZoneRules.world.faults.isEmpty)
  }

  @Test func everyZoneOfTheGazetteerHasARule() {
    for country in ["Japan", "Ukraine", "Ireland", "Israel", "Egypt", "Nepal"] {
      let zone = Gazetteer.english.areas(named: country).first?.zone
      #expect(zone.flatMap { ZoneRules.world.offset(of: $0, at: LocalTime(seconds: 0)) } != nil, "\(country)")
    }
  }

  @Test func offsetsFollowTheSeason() throws {
    #expect(try offset("Asia/Tokyo", 2026, 7, 1) == 540)
    #expect(try offset("Asia/Kathmandu", 2026, 7, 1) == 345)
    #expect(try offset("Europe/Dublin", 2026, 1, 10) == 0)
    #expect(try offset("Europe/Dublin", 2026, 7, 10) == 60)
    #expect(try offset("Europe/Kyiv", 2026, 3, 28) == 120)
    #expect(try offset("Europe/Kyiv", 2026, 3, 29) == 180)
    #expect(try offset("America/New_York", 2026, 11, 1, hour: 1) == -240)
    #expect(try offset("America/New_York", 2026, 11, 1, hour: 3) == -300)
    #expect(try offset("Australia/Sydney", 2026, 1, 10) == 660)
    #expect(try offset("Australia/Sydney", 2026, 6, 10) == 600)
    #expect(try offset("Asia/Jerusalem", 2026, 3, 26) == 120)
    #expect(try offset("Asia/Jerusalem", 2026, 3, 27) == 180)
    #expect(try offset("America/St_Johns", 2026, 1, 10) == -210)
    #expect(try offset("Europe/Atlantis", 2026, 1, 10) == nil)
  }

  @Test(arguments: [
    "", "EST", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,J60,J300", "<+03", "5",
  ])
  func otherFormsAreRefused(text: String) {
    #expect(ZoneRule(text) == nil)
  }
}
