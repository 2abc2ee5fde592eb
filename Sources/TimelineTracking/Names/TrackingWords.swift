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
  /// Events of which the same people have one after the other (meet, play, testify).
  let recurring: Set<UInt32>
  /// Words of dates, and words that tell one event of a row from another, as sentences keep their words.
  let times: Set<UInt32>
  let counts: Set<UInt32>
  /// Words for who publishes: newspaper, agency, broadcaster.
  let outlets: Set<UInt32>
  /// From an irregular past form to its verb.
  let irregular: [UInt32: [UInt8]]

  /// Rows of the file that are not as they should be; they are left out.
  let faults: [DataMistake]

  private enum Kind: String, CaseIterable {
    case title, empty, nobody, move, wide, vague, phase, past, recurring, time, count, outlet

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
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
            "expected \(Kind.names) and words between commas, with a tab"
          ))
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
    recurring = hashes(.recurring)
    func kept(_ words: some Sequence<String>) -> Set<UInt32> {
      Set(
        words.flatMap { word in
          let folded = LatinFolding.fold(word)
          return [NameReader.hash(folded), NameReader.hash(Array(folded.prefix(6)))]
        })
    }
    times = kept(kinds[.time, default: []] + (1900..<2100).map { String($0) })
    counts = kept(kinds[.count, default: []])
    outlets = Set(
      kinds[.outlet, default: []].map { NameReader.hash(Spelling.english.common(LatinFolding.fold($0))) })
    var irregular: [UInt32: [UInt8]] = [:]
    for pair in kinds[.past, default: []].map({ $0.split(separator: " ") }) where pair.count == 2 {
      irregular[WordHash.of(String(pair[0]))] = LatinFolding.fold(String(pair[1]))
    }
    self.irregular = irregular
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
