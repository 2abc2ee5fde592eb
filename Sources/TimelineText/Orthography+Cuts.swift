extension Orthography {
  /// The end of an abbreviation whose first word ends at a full stop, or nil: `Jan.`, `Ph.D.`; `No.` only
  /// where a number follows.
  func abbreviationEnd(_ bytes: borrowing Span<UInt8>, _ word: Range<Int>) -> Int? {
    let end = word.upperBound + 1
    let second = Letters.runEnd(bytes, from: end)
    if second > end, second - end < 4, second < bytes.count, bytes[second] == 46,
      lookUp(words.abbreviations, bytes, word.lowerBound..<second + 1) != nil
    {
      return second + 1
    }
    guard let kind = lookUp(words.abbreviations, bytes, word.lowerBound..<end) else { return nil }
    switch Abbreviation(rawValue: kind) {
    case .number: return isBeforeNumber(bytes, end) ? end : nil
    case .beforeDate: return isBeforeDate(bytes, end) ? end : nil
    case .inner: return goesOn(bytes, end) ? end : nil
    case .capitalised: return bytes[word.lowerBound] &- 65 < 26 ? end : nil
    default: return end
    }
  }

  private func isBeforeNumber(_ bytes: borrowing Span<UInt8>, _ end: Int) -> Bool {
    var index = end
    while index < bytes.count, index < end + 2, bytes[index] == 32 { index += 1 }
    return index < bytes.count && ByteClass.of(bytes[index]) == .digit
  }

  /// Whether a day of one or two digits, a comma and a year of four follow.
  private func isBeforeDate(_ bytes: borrowing Span<UInt8>, _ end: Int) -> Bool {
    guard isBeforeNumber(bytes, end) else { return false }
    let day = end + 1
    var index = day
    while index < bytes.count, index < day + 3, ByteClass.of(bytes[index]) == .digit { index += 1 }
    guard index - day <= 2, index + 6 <= bytes.count, bytes[index] == 44, bytes[index + 1] == 32 else {
      return false
    }
    for place in index + 2..<index + 6 where ByteClass.of(bytes[place]) != .digit { return false }
    return true
  }

  /// Whether small letters, or a mark that ends no sentence, stand next in the line.
  private func goesOn(_ bytes: borrowing Span<UInt8>, _ end: Int) -> Bool {
    var index = end
    while index < bytes.count, index < end + 2, bytes[index] == 32 { index += 1 }
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case 41, 44, 58, 59, 93, 97...122: return true
    default: return false
    }
  }

  /// Where a word that is two before some others parts, or nil.
  func contraction(_ bytes: borrowing Span<UInt8>, _ word: Range<Int>) -> Int? {
    guard let first = lookUp(words.contractions, bytes, word), first > 0, first < word.count,
      word.upperBound + 1 < bytes.count, bytes[word.upperBound] == 32
    else { return nil }
    let next = word.upperBound + 1
    let end = Letters.runEnd(bytes, from: next)
    return end > next && lookUp(words.contracted, bytes, next..<end) != nil ? word.lowerBound + first : nil
  }

  /// No name of a file is longer.
  private static let longestFile = 64

  /// The end of a file's name that stands at a position (`Em-enro2.doc`), or nil.
  func fileEnd(_ bytes: borrowing Span<UInt8>, from start: Int, wordEnd: Int) -> Int? {
    var index = wordEnd
    while index + 1 < bytes.count, index < start + Self.longestFile {
      switch bytes[index] {
      case 46:
        let end = Letters.runEnd(bytes, from: index + 1)
        return end > index + 1 && lookUp(words.extensions, bytes, index + 1..<end) != nil ? end : nil
      case 35, 45, 95, 48...57, 65...90, 97...122: index += 1
      default: return nil
      }
    }
    return nil
  }

  func isPrefix(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    lookUp(words.prefixes, bytes, range) != nil
  }

  /// The end of the longest run of marks from a position on that is one token, or nil.
  func markEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    guard words.isMarkLead[Int(bytes[start])] else { return nil }
    for length in stride(from: min(5, bytes.count - start), through: 2, by: -1)
    where lookUp(words.marks, bytes, start..<start + length) != nil {
      let end = start + length
      // `:D` only where no word goes on.
      if end < bytes.count, Letters.isLetter(bytes, at: end - 1), Letters.isLetter(bytes, at: end) {
        continue
      }
      return end
    }
    return nil
  }

  /// Whether a token is an abbreviation after which no sentence ends.
  func isTitle(_ token: Token, _ bytes: borrowing Span<UInt8>) -> Bool {
    words.abbreviations.find(token, in: bytes) == Abbreviation.title.rawValue
  }

  /// Whether a word goes on with the clock time before it: `10 p.m. Wednesday`.
  func goesOnWithClock(_ token: Token, _ next: Token, _ bytes: borrowing Span<UInt8>) -> Bool {
    token.traits.contains(.dotted) && next.kind == .word
      && words.abbreviations.find(token, in: bytes) == Abbreviation.clock.rawValue
      && words.dateWords.find(next, in: bytes) != nil
  }

  func isEmoticon(_ token: Token, _ bytes: borrowing Span<UInt8>) -> Bool {
    token.kind == .punctuation && words.marks.find(token, in: bytes) == 1
  }

  func isEnding(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    lookUp(words.endings, bytes, range) == 0
  }

  /// Whether letters right behind a number are a word of their own.
  func endsNumber(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    lookUp(words.endings, bytes, range) == 1
  }

  /// Where a word parts into two, or nil.
  func cut(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    if let first = lookUp(words.compounds, bytes, range), first > 0, first < range.count {
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
