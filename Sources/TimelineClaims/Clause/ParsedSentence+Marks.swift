import TimelineLanguage

extension ParsedSentence {
  func isComma(_ word: Int) -> Bool { isMark(word, 44) }

  func isAmpersand(_ word: Int) -> Bool { isMark(word, 38) }

  /// Whether a word is one byte of punctuation.
  func isMark(_ word: Int, _ byte: UInt8) -> Bool {
    let token = token(word)
    return token.count == 1 && document.text.bytes[Int(token.start)] == byte
  }
}
