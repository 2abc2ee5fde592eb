package import CTimelineData
package import TimelineLanguage

/// The cities in `data/places/cities.tsv`, found by halving in the bytes of the file, so that nothing is read
/// before a city is asked for.
package struct CityTable: @unchecked Sendable {
  // Unchecked: the memory is part of the program and never written.
  private let bytes: UnsafeBufferPointer<UInt8>

  package static let world = CityTable(timeline_data_places_cities())

  package init(_ data: timeline_data) {
    bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
  }

  /// A city, and whether the key is another name than its own.
  struct Entry {
    var place: GeoPlace
    var isOtherName: Bool
  }

  /// The cities of a key, the largest first.
  func entries(_ key: [UInt8]) -> [Entry] {
    guard !key.isEmpty else { return [] }
    var low = 0
    var high = bytes.count
    // The first line whose key is not before the one in question begins in low...high.
    while low < high {
      let middle = start(of: low + (high - low) / 2)
      if isBefore(middle, key) { low = end(of: middle) + 1 } else { high = middle }
    }
    var found: [Entry] = []
    var line = low
    while line < bytes.count, hasKey(line, key) {
      if let entry = entry(line..<end(of: line)) { found.append(entry) }
      line = end(of: line) + 1
    }
    return found
  }

  /// Every line that is no city and no comment, or stands before its place.
  package var faults: [DataMistake] {
    var faults: [DataMistake] = []
    let file = DataFile(
      "data/places/cities.tsv", text: String(decoding: bytes, as: UTF8.self))
    var last: [UInt8] = []
    for (line, cells) in file.rows {
      let key = Array(cells[0].utf8)
      if key.lexicographicallyPrecedes(last) {
        faults.append(file.fault(line, "not in the order of its key"))
      }
      last = key
      if !entries(key).contains(where: { cells.count == 9 && $0.place.name == cells[1] }) {
        faults.append(file.fault(line, "expected key, name, country, state, degrees, people, zone and kind"))
      }
    }
    return faults
  }

  private func start(of position: Int) -> Int {
    var start = min(position, bytes.count)
    while start > 0, bytes[start - 1] != 10 { start -= 1 }
    return start
  }

  private func end(of line: Int) -> Int {
    var end = line
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return end
  }

  /// Whether a line's key precedes one; comments precede every key.
  private func isBefore(_ line: Int, _ key: [UInt8]) -> Bool {
    for (offset, wanted) in key.enumerated() {
      let index = line + offset
      guard index < bytes.count else { return true }
      let byte = bytes[index]
      if byte == 9 || byte == 35 { return true }
      if byte != wanted { return byte < wanted }
    }
    return false
  }

  private func hasKey(_ line: Int, _ key: [UInt8]) -> Bool {
    let end = line + key.count
    return end < bytes.count && bytes[end] == 9 && bytes[line..<end].elementsEqual(key)
  }

  private func entry(_ line: Range<Int>) -> Entry? {
    let cells = bytes[line].split(separator: 9, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard cells.count == 9, let latitude = Double(cells[4]), let longitude = Double(cells[5]),
      let population = Int(cells[6])
    else { return nil }
    return Entry(
      place: GeoPlace(
        name: cells[1], kind: .city, country: cells[2], region: cells[3] == "-" ? nil : cells[3],
        latitude: latitude, longitude: longitude, zone: cells[7], population: population,
        isCapital: cells[8].contains("c")),
      isOtherName: cells[8].contains("o"))
  }
}
