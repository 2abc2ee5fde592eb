import TimelineText

/// Finds a word's dictionary form: from the lexicon, else by the rule of the longest known ending.
///
/// Rules are records of 16 bytes: hash of tag and ending, bytes to take off, count of bytes to put on,
/// and those (at most 8, at offset 6). Open addressing, at most half full.
public struct Lemmatiser {
  private let lexicon: Lexicon
  private let rules: EmbeddedBytes
  private let mask: Int
  /// The longest ending that a rule looks at, in bytes.
  public static let longestEnding = 5

  init(_ model: LanguageModel, lexicon: Lexicon) {
    self.lexicon = lexicon
    rules = model.part(.lemmaRules)
    mask = rules.count / 16 - 1
  }

  /// The lemma of a word under a tag.
  ///
  /// `keepsCase` for a word whose capitals belong to it, as a name's do.
  func lemma(
    _ token: Token, in bytes: borrowing Span<UInt8>, tag: UInt8, universal: UniversalTag, keepsCase: Bool
  ) -> String {
    if let known = lexicon.inflection(token.hash, tag: tag)?.lemma { return lexicon.lemma(known) }
    let range = token.range
    var word: [UInt8] = []
    word.reserveCapacity(range.count + 8)
    for index in range { word.append(bytes[index]) }
    switch universal {
    case .punctuation, .symbol, .numeral, .other: return String(decoding: word, as: UTF8.self)
    default: break
    }
    if !keepsCase { for index in word.indices { word[index] = ByteHash.folded(word[index]) } }
    let written = word
    if let rule = rule(for: word, tag: tag) {
      let strip = Int(rules.integer(at: rule + 4, as: UInt8.self))
      let add = min(Int(rules.integer(at: rule + 5, as: UInt8.self)), 8)
      if strip < word.count {
        word.removeLast(strip)
        for index in 0..<add { word.append(rules.integer(at: rule + 6 + index, as: UInt8.self)) }
        if universal == .verb { respell(&word, written) }
      }
    }
    return String(decoding: word, as: UTF8.self)
  }

  /// Gives a verb that no word is spelt like the `e` or the single consonant of one that is: `rul`, `shoute`, `cancell`.
  private func respell(_ word: inout [UInt8], _ written: [UInt8]) {
    guard word.count > 2, !isKnown(word), let last = word.last else { return }
    let shorter = Array(word.dropLast())
    for other in [word + [UInt8(ascii: "e")], shorter, word + [last]] where isKnown(other) {
      word = other
      return
    }
    // A base form that was cut by a rule for others: `reope`.
    if written.count == word.count + 1, isKnown(written), let end = written.last, !Self.endings.contains(end)
    {
      word = written
    }
  }

  /// The last letters of inflected forms.
  private static let endings = Set("dgs".utf8)

  private func isKnown(_ word: [UInt8]) -> Bool {
    lexicon.word(ByteHash.of(String(decoding: word, as: UTF8.self))).possibleTags != 0
  }

  /// The offset of the rule for a word's longest known ending.
  private func rule(for word: [UInt8], tag: UInt8) -> Int? {
    guard mask > 0 else { return nil }
    for length in stride(from: min(Self.longestEnding, word.count - 1), through: 0, by: -1) {
      let key = Self.key(word.suffix(length), tag: tag)
      var slot = Int(key) & mask
      while true {
        let found = rules.integer(at: slot * 16, as: UInt32.self)
        if found == key { return slot * 16 }
        if found == 0 { break }
        slot = (slot + 1) & mask
      }
    }
    return nil
  }

  /// The key of an ending under a tag; never 0.
  public static func key(_ ending: some Sequence<UInt8>, tag: UInt8) -> UInt32 {
    var hash = ByteHash.seed
    for byte in ending { hash = ByteHash.adding(byte, to: hash) }
    let key = FeatureHash.of(78, hash, UInt32(tag))
    return key == 0 ? 1 : key
  }
}
