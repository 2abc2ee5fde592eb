/// A name brought to the form in which its spellings and short forms can be compared.
package struct NameKey: Hashable, Sendable {
  /// The words that count, in order: the upper 31 bits of the hash of the common spelling, and in the
  /// lowest bit whether the word is a proper name.
  package var words: [UInt32]

  package init(words: [UInt32]) {
    self.words = words
  }

  package var isEmpty: Bool { words.isEmpty }

  var hasProper: Bool { words.contains { $0 & 1 == 1 } }

  /// How surely two names are one, 0 through 1.
  ///
  /// 1 for the same words, 0.9 where one is a part of the other (`Brightwell`, `Brightwell Foods`),
  /// 0.6 where only the last proper word agrees (two spellings of a first name), 0.4 for a shared word. A
  /// word that is proper here or there counts as proper in both.
  package func likeness(to other: NameKey) -> Double {
    if words == other.words { return words.isEmpty ? 0 : 1 }
    let shared = words.filter { word in other.words.contains { $0 | 1 == word | 1 } }
    guard !shared.isEmpty else { return 0 }
    func proper(_ words: [UInt32], _ others: [UInt32]) -> [UInt32] {
      words.filter { $0 & 1 == 1 || others.contains($0 | 1) }.map { $0 | 1 }
    }
    let mine = proper(words, other.words)
    let theirs = proper(other.words, words)
    guard let last = mine.last, let otherLast = theirs.last else { return 0.4 }
    if isOtherBody(other) { return 0.4 }
    if mine.allSatisfy(theirs.contains) || theirs.allSatisfy(mine.contains) { return 0.9 }
    return last == otherLast ? 0.6 : 0.4
  }

  /// Whether common nouns tell two bodies of one name apart: `the Ashdown school board`, `the Ashdown council`.
  private func isOtherBody(_ other: NameKey) -> Bool {
    guard let mine = words.last, let theirs = other.words.last, mine & 1 == 0, theirs & 1 == 0 else {
      return false
    }
    return !other.words.contains { $0 | 1 == mine | 1 } && !words.contains { $0 | 1 == theirs | 1 }
  }
}

extension [NameKey] {
  /// The best likeness of any name here to any there; nil where one side names nobody.
  ///
  /// Governments and bodies that every other story names are no more than 0.6 alike: that two events are of
  /// the United States says little.
  func likeness(to others: [NameKey]) -> Double? {
    let common = NameReader.english.common
    var best: Double?
    for name in self where !name.isEmpty {
      let limit = name.words.allSatisfy { common.contains($0 & ~1) } ? 0.6 : 1
      for other in others where !other.isEmpty {
        best = Swift.max(best ?? 0, Swift.min(limit, name.likeness(to: other)))
      }
    }
    return best
  }
}
