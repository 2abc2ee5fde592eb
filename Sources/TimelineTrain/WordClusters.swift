import TimelineLanguage
import TimelineText

/// The clusters of words that stand in like places, from `data/en/word-clusters.tsv`.
struct WordClusters {
  /// The cluster of a word, by the hash of its small letters; those that the file does not list have none.
  private(set) var numbers: [UInt32: UInt16] = [:]

  init() {}

  /// Reads the table: a cluster's number from 1 on, a tab, its words with spaces between them. Lines that
  /// are no such row, and numbers too large for the lexicon, are passed over.
  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count == 2, let number = UInt16(cells[0]), number > 0, number < Lexicon.mostClusters else {
        continue
      }
      for word in cells[1].split(separator: " ") { numbers[ByteHash.of(String(word))] = number }
    }
  }
}
