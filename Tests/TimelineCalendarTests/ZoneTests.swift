import Foundation
import Testing
import TimelineCalendar

@Suite("Time zones")
struct ZoneTests {
  @Test func namesThatLeadOutOfTheFolderAreNone() {
    for name in [
      "Europe/Kyiv", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "UTC", "America/Port-au-Prince",
    ] {
      #expect(ZoneInfo.isName(name), "\(name)")
    }
    for name in [
      "", "/etc/passwd", "../x", "Europe/../x", "Europe//Kyiv", "Europe/", "a b", "a\u{0}", "é", "a;b", "a:b",
      String(repeating: "a", count: 65),
    ] {
      #expect(!ZoneInfo.isName(name), "\(name)")
    }
  }

  @Test func damagedFilesAreNoZones() throws {
    let whole = try #require(FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/Kyiv"))
    #expect(ZoneInfo(Array(whole)) != nil)
    #expect(ZoneInfo([]) == nil)
    #expect(ZoneInfo(Array("TZif2".utf8)) == nil)
    for length in stride(from: 0, to: whole.count - 60, by: 7) {
      #expect(ZoneInfo(Array(whole.prefix(length))) == nil, "\(length) bytes")
    }
    // Whatever stands in it, reading ends.
    for index in stride(from: 0, to: whole.count, by: 3) {
      var bytes = Array(whole)
      bytes[index] ^= 0xFF
      _ = ZoneInfo(bytes)
    }
  }
}
