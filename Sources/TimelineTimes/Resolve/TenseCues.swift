import CTimelineData
package import TimelineLanguage
package import TimelineText

/// Guesses from the words around a time whether its clause looks back or ahead, without a parse.
///
/// The nearest cue to the left in the sentence decides, else the nearest to the right; a past form with a
/// modal verb close before it (`will be released`) looks ahead. Cheap enough for every expression; where
/// a parse is at hand the clause's own tense is better.
package struct TenseCues: Sendable {
  private enum Cue: Int { case past, future, present }

  private var words = WordTable()
  private var endings: [(bytes: [UInt8], cue: Cue)] = []
  package private(set) var faults: [DataMistake] = []
  /// How many words are looked at on each side.
  private static let reach = 25
  /// How far before a past form a modal verb may stand.
  private static let modalReach = 4

  /// The cues in `data/en/times/tense.tsv`.
  package static let english = TenseCues(DataFile("data/en/times/tense.tsv", timeline_data_times_tense()))

  package init(_ file: DataFile) {
    let cues: [Substring: Cue] = ["past": .past, "future": .future, "present": .present]
    for (line, cells) in file.rows {
      guard cells.count == 2, let cue = cues[cells[1]] else {
        faults.append(file.fault(line, "expected a word and past, future or present, with a tab"))
        continue
      }
      if cells[0].utf8.first == 45 {
        endings.append((Array(cells[0].utf8.dropFirst()), cue))
      } else {
        words.insert(cells[0].utf8, value: cue.rawValue)
      }
    }
  }

  /// The direction of an expression's clause and the word that gave it; nil without a cue.
  package func direction(
    of expression: Range<Int>, in sentence: Range<Int>, of tokens: [Token], text: TextBuffer
  ) -> (direction: Direction, cue: Int)? {
    let bytes = text.bytes.span
    let left = max(sentence.lowerBound, expression.lowerBound - Self.reach)
    var index = expression.lowerBound - 1
    while index >= left {
      if let found = direction(at: index, from: left, tokens, bytes) { return (found, index) }
      index -= 1
    }
    let right = min(sentence.upperBound, expression.upperBound + Self.reach)
    index = expression.upperBound
    while index < right {
      if let found = direction(at: index, from: expression.upperBound, tokens, bytes) {
        return (found, index)
      }
      index += 1
    }
    return nil
  }

  private func direction(
    at index: Int, from left: Int, _ tokens: [Token], _ bytes: borrowing Span<UInt8>
  ) -> Direction? {
    switch cue(tokens[index], bytes) {
    case .future: return .future
    case .past:
      var before = index - 1
      while before >= max(left, index - Self.modalReach) {
        if cue(tokens[before], bytes) == .future { return .future }
        before -= 1
      }
      return .past
    case .present, nil: return nil
    }
  }

  private func cue(_ token: Token, _ bytes: borrowing Span<UInt8>) -> Cue? {
    guard token.kind == .word else { return nil }
    if let value = words.find(token, in: bytes) { return Cue(rawValue: value) }
    guard !token.traits.contains(.capitalised) else { return nil }
    for ending in endings where token.count > ending.bytes.count + 2 {
      let start = Int(token.end) - ending.bytes.count
      var matches = true
      for (offset, byte) in ending.bytes.enumerated() where bytes[start + offset] != byte { matches = false }
      if matches { return ending.cue }
    }
    return nil
  }
}
