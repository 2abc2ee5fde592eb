import TimelineDates
import TimelineTimes

/// The short names of zones behind clock times, by the engine's table.
enum ZoneNames {
  /// Minutes east of UTC at a moment of the zone's clock; nil for a word that names none.
  static func offset(_ word: ArraySlice<UInt8>, at time: LocalTime) -> Int? {
    // Only capitals: “est” and “art” are words.
    guard (2...5).contains(word.count), word.allSatisfy({ $0 &- 65 < 26 }) else { return nil }
    return ZoneTable.english.meanings(of: String(decoding: word, as: UTF8.self), at: time).first?.offset
  }
}
