/// Addresses of the web and of mail, which stay one token.
enum WebAddress {
  /// The end of the address that begins with a word, or nil where the word begins none.
  ///
  /// It begins one where `://`, `@`, or a point and a small letter follow at once; the last needs a
  /// known shape (`www.`, or a suffix of two to six small letters) so that a missing space after a
  /// full stop does not join two sentences.
  static func end(_ bytes: borrowing Span<UInt8>, start: Int, wordEnd: Int) -> Int? {
    guard wordEnd + 2 < bytes.count else { return nil }
    switch bytes[wordEnd] {
    case 58:  // :
      guard bytes[wordEnd + 1] == 47 && bytes[wordEnd + 2] == 47 || isMailScheme(bytes, start..<wordEnd)
      else {
        return nil
      }
      return trimmed(bytes, start, spaceEnd(bytes, from: wordEnd))
    case 64:  // @
      guard Letters.isLetter(bytes, at: wordEnd + 1) else { return nil }
      return trimmed(bytes, start, spaceEnd(bytes, from: wordEnd))
    case 46:  // .
      return mail(bytes, start: start, from: wordEnd) ?? host(bytes, start: start, wordEnd: wordEnd)
    default: return nil
    }
  }

  /// An address of mail with points before its `@`; no more than 64 bytes are looked at.
  private static func mail(_ bytes: borrowing Span<UInt8>, start: Int, from wordEnd: Int) -> Int? {
    var index = wordEnd
    while index < min(bytes.count, start + 64), isSmallOrDigit(bytes[index] | 0x20) || bytes[index] == 46 {
      index += 1
    }
    guard index + 1 < bytes.count, bytes[index] == 64, Letters.isLetter(bytes, at: index + 1) else {
      return nil
    }
    return trimmed(bytes, start, spaceEnd(bytes, from: index))
  }

  /// A name of hosts; no more than 256 bytes are looked at.
  private static func host(_ bytes: borrowing Span<UInt8>, start: Int, wordEnd: Int) -> Int? {
    guard wordEnd - start > 1 else { return nil }
    var index = wordEnd
    var lastPart = 0
    var parts = 1
    while index + 1 < bytes.count, index < start + 256, bytes[index] == 46, isSmallOrDigit(bytes[index + 1]) {
      let partStart = index + 1
      index = partStart
      while index < bytes.count, index < start + 256, isSmallOrDigit(bytes[index]) || bytes[index] == 45 {
        index += 1
      }
      lastPart = index - partStart
      parts += 1
    }
    // A newsgroup has many parts, the last as long as it likes.
    guard (2...6).contains(lastPart) || parts > 2 && lastPart > 6 else { return nil }
    if index < bytes.count {
      if bytes[index] == 47 || bytes[index] == 64 {
        return trimmed(bytes, start, spaceEnd(bytes, from: index))
      }
      if Letters.isLetter(bytes, at: index) { return nil }
    }
    return index
  }

  /// `mailto`, which stands before an address without slashes.
  private static func isMailScheme(_ bytes: borrowing Span<UInt8>, _ word: Range<Int>) -> Bool {
    ByteHash.of(bytes, word) == mailScheme && Letters.isLetter(bytes, at: word.upperBound + 1)
  }

  private static let mailScheme = ByteHash.of("mailto")

  private static func isSmallOrDigit(_ byte: UInt8) -> Bool {
    byte &- 97 < 26 || byte &- 48 < 10
  }

  private static func spaceEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 32 || byte == 34 || byte == 60 || byte == 62 || byte == 127 || byte >= 0x80 { break }
      index += 1
    }
    return index
  }

  /// Marks at the end of an address belong to the sentence.
  private static func trimmed(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start + 1 {
      switch bytes[end - 1] {
      case 33, 39, 41, 44, 46, 58, 59, 63, 93: end -= 1
      default: return end
      }
    }
    return end
  }
}
