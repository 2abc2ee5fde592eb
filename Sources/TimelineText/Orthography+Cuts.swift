extension Orthography {
  func isAbbreviation(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    lookUp(abbreviations, bytes, range) != nil
  }

  func isEnding(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    lookUp(endings, bytes, range) == 0
  }

  /// Whether letters right behind a number are a word of their own.
  func endsNumber(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    lookUp(endings, bytes, range) == 1
  }

  /// Where a word parts into two, or nil.
  func cut(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    if let first = lookUp(compounds, bytes, range), first > 0, first < range.count {
      return range.lowerBound + first
    }
    var apostrophe: Int?
    for index in range where Letters.apostropheLength(bytes, at: index) > 0 {
      apostrophe = index
    }
    guard let apostrophe, apostrophe > range.lowerBound else { return nil }
    let before = apostrophe - 1
    if before > range.lowerBound, isEnding(bytes, before..<range.upperBound) { return before }
    return isEnding(bytes, apostrophe..<range.upperBound) ? apostrophe : nil
  }

  private func lookUp(_ table: WordTable, _ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    let token = Token(
      start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound),
      hash: ByteHash.of(bytes, range), kind: .word, traits: [])
    return table.find(token, in: bytes)
  }
}
