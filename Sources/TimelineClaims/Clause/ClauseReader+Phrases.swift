import TimelineLanguage
import TimelineText

/// The words of phrases, and their text.
extension ClauseReader {
  /// The words of a phrase: a word and what hangs from it, clauses and appositions left out, and of the
  /// word's own children those that make it part of its clause.
  func phrase(_ word: Int, with kept: RelationSet = []) -> [Int] {
    var words: [Int] = [word]
    var stack = [word]
    while let current = stack.popLast() {
      for child in sentence.children(of: current) {
        let relation = relation(child)
        if isTime(child) { continue }
        if Self.clauses.contains(relation), !kept.contains(relation) { continue }
        if current == word, Self.outer.contains(relation), !kept.contains(relation) { continue }
        words.append(child)
        stack.append(child)
      }
    }
    return words.sorted()
  }

  /// Clauses within a phrase.
  private static let clauses: RelationSet = [
    .relativeClause, .clausalModifier, .adverbialClause, .clausalComplement, .apposition, .parataxis,
  ]

  /// What ties a phrase's head to its clause and not to its phrase.
  private static let outer: RelationSet = [
    .caseMarker, .conjunct, .coordinator, .subject, .passiveSubject, .copula, .auxiliary, .passiveAuxiliary,
    .marker, .oblique, .unmarkedOblique, .discourse, .dislocated, .expletive,
  ]

  /// The text of words, from the first through the last that follow without a gap from the head.
  func text(_ words: [Int], around head: Int) -> String {
    var low = head
    var high = head
    while words.contains(low - 1) { low -= 1 }
    while words.contains(high + 1) { high += 1 }
    while low < head, sentence.tags[low] == .punctuation { low += 1 }
    while high > head, sentence.tags[high] == .punctuation { high -= 1 }
    return string(low..<high + 1)
  }

  /// The article's text from the first of some words through the last.
  func string(_ words: Range<Int>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    let string = text.string(masked.bytes[first].lowerBound..<masked.bytes[last].upperBound)
    // A text that is wrapped at a column breaks lines within phrases.
    guard string.utf8.contains(10) else { return string }
    if string.utf8.allSatisfy({ $0 < 0x80 }) {
      return string.utf8.split { $0 == 32 || $0 &- 9 < 5 }.map { String(Substring($0)) }.joined(
        separator: " ")
    }
    return string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func string(_ word: Int) -> String { text.string(masked.bytes[word]) }

  /// The first byte of a word as written; nil for one without letters.
  func firstByte(_ word: Int) -> UInt8? {
    masked.bytes[word].isEmpty ? nil : text.bytes[masked.bytes[word].lowerBound]
  }
}
