import Testing
import TimelineDates

@testable import TimelineTimes

/// Time zones by name, abbreviation and distance, with daylight saving.
@Suite struct ZoneTests {
  private let table = ZoneTable.english

  private func time(_ text: String) throws -> LocalTime {
    let time = try #require(DocumentTime(iso: text))
    return time.localTime
  }

  private func offsets(_ zone: String, _ moment: String, near text: String = "") throws -> [Int] {
    table.meanings(of: zone, at: try time(moment), near: text).map(\.offset)
  }

  @Test func theTableHasNoFaults() { #expect(table.faults.map(\.description) == []) }

  @Test(arguments: [
    ("ET", "2026-01-15T09:00:00", -300), ("ET", "2026-07-15T09:00:00", -240),
    // The clocks of the United States changed on 8 March and change on 1 November 2026.
    ("ET", "2026-03-08T01:59:00", -300), ("ET", "2026-03-08T03:00:00", -240),
    ("PT", "2026-10-31T23:00:00", -420), ("PT", "2026-11-01T02:00:00", -480),
    // Before 2007 they changed on the first Sunday of April.
    ("ET", "2006-03-20T12:00:00", -300), ("ET", "2006-04-10T12:00:00", -240),
    // Europe: 29 March and 25 October 2026.
    ("Europe/Berlin", "2026-03-29T01:59:00", 60), ("Europe/Berlin", "2026-03-29T03:00:00", 120),
    ("Europe/Kyiv", "2026-10-25T04:00:00", 120), ("Europe/London", "2026-06-01T12:00:00", 60),
    ("Australia/Sydney", "2026-01-10T12:00:00", 660), ("Australia/Sydney", "2026-06-10T12:00:00", 600),
    ("Pacific/Auckland", "2026-12-10T12:00:00", 780), ("Asia/Kathmandu", "2026-12-10T12:00:00", 345),
    ("CEST", "2026-07-01T12:00:00", 120), ("GMT", "2026-07-01T12:00:00", 0),
    ("+02:00", "2026-07-01T12:00:00", 120), ("UTC+5:30", "2026-07-01T12:00:00", 330),
    ("-0330", "2026-07-01T12:00:00", -210),
  ])
  func distanceFromUTC(zone: String, moment: String, minutes: Int) throws {
    #expect(try offsets(zone, moment).first == minutes)
  }

  @Test func ambiguousAbbreviationsGoByThePlace() throws {
    let moment = "2026-05-14T12:00:00"
    #expect(try offsets("IST", moment) == [330, 120, 60])
    #expect(try offsets("IST", moment, near: "The vote in Dublin is at 5 p.m.").first == 60)
    #expect(try offsets("IST", moment, near: "in Tel Aviv").first == 120)
    #expect(try offsets("CST", moment).first == -360)
    #expect(try offsets("CST", moment, near: "Beijing said").first == 480)
    #expect(try offsets("BST", moment, near: "Dhaka").first == 360)
    // `Texas` is in none of the other words.
    #expect(try offsets("CST", moment, near: "texases").first == -360)
  }

  @Test(arguments: ["XYZ", "", "+25:00", "UTC+", "12"]) func othersAreNoZones(name: String) throws {
    #expect(!table.contains(name))
    #expect(try offsets(name, "2026-05-14T12:00:00") == [])
  }

  @Test func theSettingStandsInForAZoneThatTheTextDoesNotName() throws {
    let settings = ResolutionSettings(zone: "Europe/Kyiv")
    let day = try #require(DocumentTime(iso: "2026-05-14"))
    let explanation = try #require(
      TimeExplainer(settings: settings).explain("at 4:45 p.m. on Friday", on: day).first)
    #expect(explanation.expression.resolution.chosen?.zone == "Europe/Kyiv")
    #expect(explanation.offsets == [180])
    let named = try #require(TimeExplainer(settings: settings).explain("1400 GMT today", on: day).first)
    #expect(named.expression.resolution.chosen?.zone == "GMT")
  }
}
