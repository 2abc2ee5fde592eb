import CTimelineData
import TimelineLanguage
import TimelineText

/// Word lists of `data/en/tracking-words.tsv`, by the hash of the folded word.
struct TrackingWords: Sendable {
  static let english = TrackingWords(DataFile("data/en/tracking-words.tsv", timeline_data_tracking_words()))

  /// Titles before a person's name.
  let titles: Set<UInt32>
  /// Words that carry no content.
  let empty: Set<UInt32>
  /// Words for people that name nobody.
  let nobody: Set<UInt32>
  /// Words that tell that a date is moved; phrases of several words are kept whole.
  let moves: Set<UInt32>
  let movePhrases: [[UInt8]]
  /// Words of names that many articles share and that tell no story apart.
  let wide: Set<UInt32>
  /// Events that many different things undergo every day (rise, reach, include): telling little alone.
  let vague: Set<UInt32>
  /// Events that are only the beginning, the course or the end of another (`the exchange ended`).
  let phases: Set<UInt32>

  /// Rows of the file that are not as they should be; they are left out.
  let faults: [DataMistake]

  private enum Kind: String {
    case title, empty, nobody, move, wide, vague, phase
  }

  init(_ table: DataFile) {
    var faults: [DataMistake] = []
    var kinds: [Kind: [String]] = [:]
    for (line, cells) in table.rows {
      let words =
        cells.count == 2
        ? cells[1].split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed) : []
      guard let kind = Kind(rawValue: cells[0].trimmed), !words.isEmpty, !words.contains("") else {
        faults.append(
          table.fault(
            line,
            "expected title, empty, nobody, move, wide, vague or phase and words between commas, with a tab"))
        continue
      }
      kinds[kind, default: []] += words
    }
    self.faults = faults
    func hashes(_ kind: Kind) -> Set<UInt32> { Set(kinds[kind, default: []].map { WordHash.of($0) }) }
    titles = hashes(.title)
    empty = hashes(.empty)
    nobody = hashes(.nobody)
    wide = hashes(.wide)
    vague = hashes(.vague)
    phases = hashes(.phase)
    let phrases = kinds[.move, default: []]
    moves = Set(phrases.filter { !$0.contains(" ") }.map { WordHash.of($0) })
    movePhrases = phrases.filter { $0.contains(" ") }.map { Array((" " + $0 + " ").utf8) }
  }
}

/// The hash by which tracking compares words: FNV-1a in 32 bits.
package enum WordHash {
  package static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  package static func of(_ word: String) -> UInt32 { of(LatinFolding.fold(word)) }
}
