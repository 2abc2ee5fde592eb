public import TimelineText

extension ParsedSentence {
  /// A word's dictionary form; the word as written without a model.
  public func lemma(of word: Int, model: LanguageModel? = .english) -> String {
    guard let model else { return string(word) }
    let token = token(word)
    let tag = tags[word]
    var keepsCase = tag == .properNoun
    if !keepsCase, casing == .normal, word > 0, token.traits.contains(.capitalised),
      tag == .adjective || tag == .noun
    {
      // A capital within a sentence belongs to a word that is never written without.
      keepsCase = Lexicon(model).word(token.hash).possibleTags == 0
    }
    let bytes = document.text.bytes
    return Lemmatiser(model, lexicon: Lexicon(model)).lemma(
      token, in: bytes.span, tag: fineTags[word], universal: tag, keepsCase: keepsCase)
  }

  /// The hash of a word's lower-case form, for look-up without an allocation.
  public func hash(of word: Int) -> UInt32 { token(word).hash }

  /// The value of a word in a table, or nil; allocates nothing.
  public func find(_ word: Int, in table: WordTable) -> Int? {
    let bytes = document.text.bytes
    return table.find(token(word), in: bytes.span)
  }
}
