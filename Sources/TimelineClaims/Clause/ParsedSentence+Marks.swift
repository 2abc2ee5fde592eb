import TimelineLanguage

extension ParsedSentence {
  func isComma(_ word: Int) -> Bool {
    let token = token(word)
    return token.count == 1 && document.text.bytes[Int(token.start)] == 44
  }
}
