/// Finds the dateline that opens a news report: `GENEVA, May 14 —`, `LONDON (Agency) -`.
public enum Dateline {
  /// Longer than this, what stands before a dash is no dateline.
  private static let longest = 14

  /// The number of tokens of the dateline with its dash at the start of a sentence, or 0.
  ///
  /// It begins with a word in capitals; before the dash stand only capitalised words, numbers,
  /// abbreviations and marks.
  public static func length(_ sentence: Sentence, _ tokens: [Token], _ text: TextBuffer) -> Int {
    guard sentence.beginsParagraph, let first = sentence.tokens.first,
      tokens[first].traits.contains(.allCapitals)
    else { return 0 }
    let bytes = text.bytes.span
    let end = min(sentence.tokens.upperBound, first + longest)
    var isName = false
    for index in first..<end {
      let token = tokens[index]
      switch token.kind {
      case .word, .alphanumeric:
        guard token.traits.contains(.capitalised) else { return 0 }
        isName = true
      case .number: continue
      case .dash:
        guard isName, token.traits.contains(.spaceBefore), index + 1 < sentence.tokens.upperBound else {
          continue
        }
        return index + 1 - first
      case .punctuation:
        switch bytes[Int(token.start)] {
        case 40, 41, 44, 46, 47: continue
        case 95: return isName ? index + 1 - first : 0
        default: return 0
        }
      case .quote, .web: return 0
      }
    }
    return 0
  }
}

extension Sentence {
  /// The sentence's dateline and the rest; nil for one without.
  public func partedDateline(_ tokens: [Token], _ text: TextBuffer) -> (dateline: Sentence, rest: Sentence)? {
    let length = Dateline.length(self, tokens, text)
    guard length > 0, length < self.tokens.count else { return nil }
    let middle = self.tokens.lowerBound + length
    return (
      Sentence(tokens: self.tokens.lowerBound..<middle, kind: .dateline, beginsParagraph: true),
      Sentence(tokens: middle..<self.tokens.upperBound, kind: kind, beginsParagraph: false)
    )
  }
}
