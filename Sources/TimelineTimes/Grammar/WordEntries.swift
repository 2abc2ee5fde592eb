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
  /// Whether a word gives an expression away: by its class, or as the longest word of such a phrase.
  private(set) var isTrigger: [Bool]

  /// - Parameter isTriggerClass: For each symbol whether words of the class are triggers.
  init(_ vocabulary: Vocabulary, isTriggerClass: [Bool]) {
    isTrigger = Array(repeating: false, count: vocabulary.entries.count)
    for (word, list) in vocabulary.entries.enumerated() {
      starts.append(Int32(entries.count))
      for entry in list {
        let first = Int32(rests.count)
        rests += entry.rest
        entries.append(
          Entry(symbol: entry.symbol, spelling: entry.spelling, rest: first..<Int32(rests.count)))
        values.append(entry.value)
        guard isTriggerClass[Int(entry.symbol)] else { continue }
        let phrase = [word] + entry.rest.map { Int($0) }
        let longest = phrase.max {
          vocabulary.spellings[$0].utf8.count <= vocabulary.spellings[$1].utf8.count
        }
        isTrigger[longest ?? word] = true
      }
    }
    starts.append(Int32(entries.count))
  }

  /// The entries of a word, by number.
  func range(of word: Int32) -> Range<Int> {
    Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
  }
}
