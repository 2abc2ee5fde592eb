import CTimelineData
import TimelineText

/// The names of months and the words beside dates: `data/pages/months.tsv` and `words.tsv`.
package struct DateWords: Sendable {
  /// What a word beside a date says of it.
  enum Kind: Int, CaseIterable {
    case published, modified, other, joint, afternoon, morning
  }

  private var months = WordTable()
  private var words = WordTable()
  private var halves = WordTable()
  /// The UTF-8 of signs behind a year, a month and a day.
  private(set) var units: [[[UInt8]]] = []
  /// What ends the figures of a day: “12th”.
  private(set) var ordinals: [[UInt8]] = []

  package static let shared = DateWords()

  init() {
    for cells in PageData.rows(timeline_data_pages_months()) {
      let columns = cells.dropFirst().map { $0.split(separator: " ") }
      if cells.first == "units" {
        units = columns.map { $0.map { Array($0.utf8) } }
        continue
      }
      for (index, names) in columns.enumerated() {
        for name in names { insert(name, into: &months, value: index + 1) }
      }
    }
    for cells in PageData.rows(timeline_data_pages_words()) {
      if cells.count > 1, cells[0] == "ordinal" {
        ordinals = cells[1].split(separator: " ").map { Array($0.utf8) }
        continue
      }
      guard cells.count > 1, let kind = Kind.allCases.first(where: { "\($0)" == cells[0] }) else { continue }
      let isHalf = kind == .afternoon || kind == .morning
      for word in cells[1].split(separator: " ") {
        if isHalf {
          insert(word, into: &halves, value: kind.rawValue)
        } else {
          insert(word, into: &words, value: kind.rawValue)
        }
      }
    }
  }

  /// Names come in small letters, as titles and in capitals; tables fold only ASCII.
  private func insert(_ word: Substring, into table: inout WordTable, value: Int) {
    for form in [String(word), word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()] {
      var hasCapital = false
      let folded = form.utf8.map { byte in
        if byte >= 0x80 { hasCapital = true }
        return ByteHash.folded(byte)
      }
      table.insert(folded, value: value)
      if !hasCapital { break }
    }
  }

  /// 1 through 12.
  func month(_ word: ArraySlice<UInt8>) -> Int? { months.find(word) }

  func kind(_ word: ArraySlice<UInt8>) -> Kind? { words.find(word).flatMap(Kind.init) }

  /// Which half of the day a word behind a clock time means.
  func half(_ word: ArraySlice<UInt8>) -> Kind? { halves.find(word).flatMap(Kind.init) }
}

/// The tables of `data/pages` as cells.
enum PageData {
  static func rows(_ data: timeline_data) -> [[String]] {
    let bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
