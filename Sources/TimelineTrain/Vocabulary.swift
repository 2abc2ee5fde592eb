import TimelineLanguage
import TimelineText

/// The words that have a vector of their own, numbered from 1; 0 stands for all others.
struct Vocabulary {
  private(set) var numbers: [UInt32: UInt16] = [:]
  /// How often each number occurs; the first is for unknown words.
  private(set) var frequency: [Int32] = [1_000_000]

  /// Words that occur at least twice.
  init(_ sentences: [TreebankSentence]) {
    var counts: [UInt32: Int32] = [:]
    for sentence in sentences {
      for token in sentence.document.tokens {
        let form = WordForm(token, in: sentence.document.text.bytes.span, isInitial: false, casing: .normal)
        counts[form.key, default: 0] += 1
      }
    }
    for (key, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) where count > 1 {
      guard frequency.count < Lexicon.mostNumbers else { break }
      numbers[key] = UInt16(frequency.count)
      frequency.append(count)
    }
  }
}
