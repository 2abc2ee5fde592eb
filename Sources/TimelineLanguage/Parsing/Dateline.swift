import TimelineText

/// The place and day before a report's first sentence: `GENEVA, June 5 —`, `NEW YORK (AP) -`.
///
/// No treebank has them, so that the parser would take the place for the sentence's subject. A dateline
/// begins with a word in capitals, holds no word in small letters, and ends with a dash that stands apart.
enum Dateline {
  /// No longer one is looked for.
  private static let longest = 14

  /// The count of a sentence's tokens that are its dateline, the dash included; 0 without one.
  static func length(_ tokens: ArraySlice<Token>) -> Int {
    guard let first = tokens.first, first.kind == .word, first.traits.contains(.allCapitals) else { return 0 }
    for (place, index) in tokens.indices.prefix(longest).enumerated().dropFirst() {
      let token = tokens[index]
      switch token.kind {
      case .dash:
        let next = index + 1
        guard token.traits.contains(.spaceBefore) || token.count > 1 else { continue }
        return next + 2 < tokens.endIndex && tokens[next].traits.contains(.capitalised) ? place + 1 : 0
      case .word where !token.traits.contains(.capitalised): return 0
      default: continue
      }
    }
    return 0
  }
}
