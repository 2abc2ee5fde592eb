import TimelineDates
import TimelineTimes

/// Zones whose distance from UTC is certain.
enum ZoneOffset {
  /// Minutes east of UTC at a moment of the zone's wall clock, for `+02:00`, `UTC+2`, `CET`, `Europe/Kyiv` and
  /// the abbreviations that RFC 5322 (4.3) defines; nil for those that mean different zones in different
  /// places, and for names that nobody knows.
  static func minutes(_ zone: String, at time: LocalTime) -> Int? {
    if let named = names[zone.uppercased()] { return named }
    let meanings = ZoneTable.english.meanings(of: zone, at: time)
    return meanings.count == 1 ? meanings.first?.offset : nil
  }

  private static let names = [
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420,
    "MDT": -360, "PST": -480, "PDT": -420,
  ]
}
