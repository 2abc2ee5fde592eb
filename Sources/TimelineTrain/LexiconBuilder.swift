import TimelineLanguage
import TimelineText

/// Builds the lexicon: the tags that a frequent word can have, its number and its cluster.
struct LexiconBuilder {
  /// A word seen less often gives no possible tags.
  static let fewest = 4
  /// A word seen so often with one tag alone is never in doubt.
  static let certain = 40

  static func bytes(
    _ sentences: [TreebankSentence], _ tags: TagInventory, numbers: [UInt32: UInt16], clusters: WordClusters
  ) -> [UInt8] {
    var counts: [UInt32: [UInt8: Int]] = [:]
    for sentence in sentences {
      let casing = SentenceCasing(sentence.document.tokens[...])
      for (word, token) in zip(sentence.words, sentence.document.tokens) {
        let form = WordForm(token, in: sentence.document.text.bytes.span, isInitial: false, casing: casing)
        counts[form.key, default: [:]][tags.number(word), default: 0] += 1
      }
    }
    var entries: [(key: UInt32, value: [UInt8])] = []
    for key in Set(counts.keys).union(numbers.keys).union(clusters.numbers.keys).sorted() {
      let tags = counts[key] ?? [:]
      let total = tags.values.reduce(0, +)
      var mask: UInt64 = 0
      var certain: UInt8 = 0
      if total >= fewest {
        for (tag, count) in tags where count * 100 >= total || total < 20 { mask |= 1 << UInt64(tag) }
        if total >= Self.certain, let top = tags.first(where: { $0.value * 1000 >= total * 998 }) {
          certain = top.key + 1
        }
      }
      let number = numbers[key] ?? 0
      let cluster = clusters.numbers[key] ?? 0
      guard mask != 0 || number != 0 || cluster != 0 else { continue }
      var value: [UInt8] = []
      value.append(number: Lexicon.record(number: number, cluster: cluster, certainTag: certain))
      value.append(number: UInt32(truncatingIfNeeded: mask))
      value.append(number: UInt32(truncatingIfNeeded: mask >> 32))
      entries.append((key, value))
    }
    return OpenTable(entries).bytes
  }
}
