import Testing
import TimelineDates
import TimelinePlaces

@testable import TimelineClaims

/// What the extractor makes of places and of clock times at them, published on Thursday 2026-05-14.
@Suite struct PlaceTests {
  private let extractor = ClaimExtractor()

  private func claims(_ text: String) throws -> [Claim] {
    extractor.extract(text, published: try #require(DocumentTime(iso: "2026-05-14"))).claims
  }

  private func first(_ text: String) throws -> Claim { try #require(try claims(text).first) }

  @Test func placesAreLookedUp() throws {
    let claim = try first("The ministers will meet next week in Geneva or Doha.")
    #expect(claim.placeReadings.map(\.place.country) == ["CH", "QA"])
    #expect(claim.placeReadings.map(\.text) == claim.places)
    // A choice is no point.
    #expect(claim.point == nil)
    #expect(try first("They will meet on Friday in Geneva.").point?.zone == "Europe/Zurich")
    #expect(try first("They will meet on Friday in Lyvets.").placeReadings.isEmpty)
  }

  @Test(arguments: [
    ("They will meet at 3 p.m. on Friday in Tokyo.", "Asia/Tokyo", 540),
    ("The vote was held at 9 a.m. on 7 January in Kyiv.", "Europe/Kyiv", 120),
    ("The hearing begins at 10 a.m. IST on Monday in Jerusalem.", "Asia/Jerusalem", 180),
    ("The hearing begins at 10 a.m. IST on Monday in Mumbai.", "Asia/Kolkata", 330),
    ("Irish voters go to the polls. The count starts at 9 a.m. IST on Monday.", "Europe/Dublin", 60),
    ("SHANGHAI, May 14 — The fair opens at 9 a.m. CST on Monday.", "Asia/Shanghai", 480),
    ("The meeting is on Monday at 7 p.m. EDT in Boston.", "EDT", -240),
  ])
  func clockTimesTakeTheZoneOfTheirPlace(text: String, zone: String, offset: Int) throws {
    let claim = try first(text)
    #expect(claim.zone == zone)
    #expect(claim.zoneOffset == offset)
  }

  @Test(arguments: [
    // On the way, several zones, no clock time, no place but the dateline, a zone that stays open.
    "The flight to Sydney leaves at 9 p.m. on Sunday.",
    "They will speak at 9 a.m. on Monday in Paris and Tokyo.",
    "TOKYO, May 14 — The talks begin at 3 p.m. on Friday.", "The talks begin at 3 p.m. on Friday in Russia.",
  ])
  func otherClockTimesHaveNoZone(text: String) throws {
    #expect(try first(text).zone == nil)
  }

  @Test func zonesOfSeveralMeaningsStayOpenWithoutAPlace() throws {
    let claim = try first("The talks begin at 3 p.m. IST on Friday.")
    #expect(claim.zone == "IST")
    #expect(claim.zoneOffset == nil)
    #expect(try first("They will meet on Friday in Tokyo.").zone == nil)
  }

  @Test func theAreaBehindACommaBelongsToThePlace() throws {
    let claim = try first("The mayor will open the fair in Paris, Texas, on 3 June.")
    #expect(claim.places == ["Paris, Texas"])
    #expect(claim.placeReadings.first?.place.region == "TX")
  }

  @Test func governmentsAreNoPlaces() throws {
    let claim = try first("Talks between Washington and Tehran resume on Tuesday in Muscat.")
    #expect(claim.places == ["Muscat"])
    #expect(
      try first("They will build a road between Lyvets and Kedda by 2030.").places == ["Lyvets", "Kedda"])
  }

  @Test func numbersBelongToTheNamesOfRooms() throws {
    #expect(try first("The hearing begins on Monday in Room 412.").places == ["Room 412"])
    #expect(
      try first("The next meeting is on 3 April at 7:30 p.m. in the Grange Hall.").places == [
        "the Grange Hall"
      ])
    #expect(
      try first("They seized the village of Donja Luka on Monday.").places != ["the village of Donja Luka"])
  }
}
