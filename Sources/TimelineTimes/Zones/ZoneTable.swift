import CTimelineData
package import TimelineDates
package import TimelineLanguage
import TimelinePlaces

/// Time zones by name, abbreviation or distance, with daylight saving.
///
/// Filled from `zones.tsv`: key, distance from UTC, rule, places. A key may stand in several rows, the usual
/// meaning first; a place that the text names chooses among them.
package struct ZoneTable: Sendable {
  private struct Zone: Sendable {
    /// Minutes east of UTC without daylight saving.
    var standard: Int
    var saving: DaylightSaving
    /// In lower case.
    var places: [String]
  }

  private var zones: [String: [Zone]] = [:]
  package private(set) var faults: [DataMistake] = []

  /// The zones in `data/en/times/zones.tsv`.
  package static let english = ZoneTable(DataFile("data/en/times/zones.tsv", timeline_data_times_zones()))

  package init(_ file: DataFile) {
    for (line, cells) in file.rows {
      guard cells.count == 3 || cells.count == 4, let offset = Self.distance(String(cells[1])),
        let saving = DaylightSaving(rawValue: String(cells[2]))
      else {
        faults.append(
          file.fault(line, "expected key, distance such as +05:30, a rule of daylight saving, and places"))
        continue
      }
      let places = cells.count == 4 ? cells[3].split(separator: ";").map { $0.trimmedASCII } : []
      zones[cells[0].uppercased(), default: []].append(
        Zone(standard: offset, saving: saving, places: places))
    }
  }

  /// One way to read a zone: minutes east of UTC at the moment in question.
  package struct Meaning: Hashable, Sendable {
    package var offset: Int
    /// The places of which the zone is that; empty where it has but one meaning.
    package var places: [String]
  }

  /// Whether the text names a zone: a key of the table, or a distance such as `+02:00` and `UTC+2`.
  package func contains(_ name: String) -> Bool {
    zones[name.uppercased()] != nil || Self.distance(name) != nil || ZoneRules.world.contains(name)
  }

  /// What a zone means at a moment of its wall clock, the likeliest meaning first; empty for no zone.
  ///
  /// - Parameter text: Words around it; a place among them that a meaning names makes that one the first.
  package func meanings(of name: String, at time: LocalTime, near text: String = "") -> [Meaning] {
    guard let rows = zones[name.uppercased()] else {
      let offset = Self.distance(name) ?? ZoneRules.world.offset(of: name, at: time)
      return offset.map { [Meaning(offset: $0, places: [])] } ?? []
    }
    let words = text.lowercased()
    let named = rows.filter { zone in zone.places.contains { words.hasWord($0) } }
    return (named + rows.filter { zone in !named.contains { $0.standard == zone.standard } }).map { zone in
      let isSummer = zone.saving.isOn(at: time, standard: zone.standard)
      return Meaning(
        offset: zone.standard + (isSummer ? 60 : 0), places: rows.count > 1 ? zone.places : [])
    }
  }

  /// Minutes for `+05:30`, `-0500`, `UTC+2`, `GMT−3`; nil for anything else, and beyond 14 hours.
  static func distance(_ text: String) -> Int? {
    var rest = Substring(text.uppercased())
    for prefix in ["UTC", "GMT"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    guard let mark = rest.first, mark == "+" || mark == "-" || mark == "−" else { return nil }
    let digits = rest.dropFirst().filter { $0 != ":" }
    guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }),
      let number = Int(digits)
    else { return nil }
    let (hours, minutes) = digits.utf8.count > 2 ? (number / 100, number % 100) : (number, 0)
    guard hours <= 14, minutes < 60 else { return nil }
    return (mark == "+" ? 1 : -1) * (hours * 60 + minutes)
  }
}

extension String {
  /// Whether words stand in a text with no letter right before or behind them; both in lower case.
  fileprivate func hasWord(_ word: String) -> Bool {
    let text = Array(utf8)
    let wanted = Array(word.utf8)
    guard !wanted.isEmpty, text.count >= wanted.count else { return false }
    func isLetter(_ byte: UInt8) -> Bool { byte &- 97 < 26 || byte >= 0x80 }
    for start in 0...text.count - wanted.count
    where text[start] == wanted[0] && text[start..<start + wanted.count].elementsEqual(wanted) {
      let end = start + wanted.count
      if start > 0, isLetter(text[start - 1]) { continue }
      if end < text.count, isLetter(text[end]) { continue }
      return true
    }
    return false
  }
}

extension Substring {
  fileprivate var trimmedASCII: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
