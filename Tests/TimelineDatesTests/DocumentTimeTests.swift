import Foundation
import Testing

@testable import TimelineDates

@Suite struct DocumentTimeTests {
  @Test(arguments: [
    "2026-05-14", "2026-05-14T17:05:00", "2026-05-14T17:05:00-04:00", "2026-05-14T17:05:00Z",
  ])
  func writesWhatItReads(text: String) throws {
    #expect(try #require(DocumentTime(iso: text)).description == text)
  }

  @Test func readsTheOffsetsForms() {
    #expect(DocumentTime(iso: "2026-05-14T17:05+0230")?.offset == 150)
    #expect(DocumentTime(iso: "2026-05-14 17:05:09.250 Z")?.second == 61_509)
  }

  @Test(arguments: [
    "", "2026", "2026-02-30", "2026-5-4", "2026-05-14T", "2026-05-14T25:00", "2026-05-14T10:61", "today",
    "2026-05-14T10:00+", "2026-05-14T10:00x", "2026-05-14 ", "２０２６-05-14",
  ])
  func refusesAllElse(text: String) {
    #expect(DocumentTime(iso: text) == nil)
  }

  @Test func instantsOrderAcrossZones() throws {
    let east = try #require(DocumentTime(iso: "2026-05-14T01:00:00+02:00"))
    let west = try #require(DocumentTime(iso: "2026-05-13T20:00:00-04:00"))
    #expect(east.instant < west.instant)
  }

  @Test func anOffsetThatNoClockHasIsNone() throws {
    let day = DayNumber(20_587)
    for offset in [Int.max, Int.min, 1140, -1140] {
      let time = DocumentTime(day: day, second: 5, offset: offset)
      #expect(time.offset == nil && time.description == "2026-05-14T00:00:05")
      #expect(time.instant == time.localTime.seconds)
    }
    #expect(DocumentTime(day: day, offset: -1139).offset == -1139)
    let json = Data(#"{"day":{"value":20587},"second":99999999,"offset":9223372036854775807}"#.utf8)
    let read = try JSONDecoder().decode(DocumentTime.self, from: json)
    #expect(read.offset == nil && read.second == 86_399)
    #expect(try JSONDecoder().decode(DocumentTime.self, from: JSONEncoder().encode(read)) == read)
  }
}
