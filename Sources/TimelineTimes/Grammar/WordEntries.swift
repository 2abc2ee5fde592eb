/// The vocabulary's entries in flat tables, as they are read for every token of a text.
struct WordEntries: Sendable {
  struct Entry: Sendable {
    var symbol: Symbol
    var spelling: Vocabulary.Spelling
    /// The words after the first, in `rests`.
    var rest: Range<Int32>
  }

  private(set) var entries: [Entry] = []
  /// The value of each entry.
  private(set) var values: [RuleValue] = []
  private(set) var rests: [Int32] = []
  /// For each word the number of its first entry; one more at the end.
  private var starts: [Int32] = []
  /// Whether a word belongs to a class and so may make a time expression.
  let isTrigger: [Bool]

  init(_ vocabulary: Vocabulary) {
    isTrigger = vocabulary.isTrigger
    for word in vocabulary.entries {
      starts.append(Int32(entries.count))
      for entry in word {
        let first = Int32(rests.count)
        rests += entry.rest
        entries.append(
          Entry(symbol: entry.symbol, spelling: entry.spelling, rest: first..<Int32(rests.count)))
        values.append(entry.value)
      }
    }
    starts.append(Int32(entries.count))
  }

  /// The entries of a word, by number.
  func range(of word: Int32) -> Range<Int> {
    Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
  }
}
