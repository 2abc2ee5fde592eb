/// Where words and numbers end.
enum Letters {
  /// Whether a letter (or a digit beyond ASCII) stands at a position.
  @inline(__always)
  static func isLetter(_ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    switch ByteClass.of(bytes[index]) {
    case .letter: return true
    case .wide:
      let kind = WideClass.of(ScalarReader.read(bytes, at: index).scalar)
      return kind == .letter || kind == .digit
    default: return false
    }
  }

  /// The length of an apostrophe at a position, 0 where there is none.
  @inline(__always)
  static func apostropheLength(_ bytes: borrowing Span<UInt8>, at index: Int) -> Int {
    if bytes[index] == 39 { return 1 }
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0x99 ? 3 : 0
  }

  /// The end of a run of letters, digits and underscores, with apostrophes and `&` between letters.
  static func runEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      switch ByteClass.of(byte) {
      case .letter, .digit:
        index += 1
      case .wide:
        let (scalar, length) = ScalarReader.read(bytes, at: index)
        switch WideClass.of(scalar) {
        case .letter, .digit, .ignorable: index += length
        case .apostrophe:
          guard index > start, index + length < bytes.count, isLetter(bytes, at: index + length)
          else { return index }
          index += length
        default: return index
        }
      case .apostrophe:
        guard index > start, index + 1 < bytes.count, isLetter(bytes, at: index + 1) else { return index }
        index += 1
      case .punctuation:
        guard byte == 95 || byte == 38, index > start, index + 1 < bytes.count, isLetter(bytes, at: index + 1)
        else { return index }
        index += 1
      default: return index
      }
    }
    return index
  }

  /// The end of digits with single points, commas, colons or slashes between them.
  static func numberEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if ByteClass.of(byte) == .digit {
        index += 1
      } else if byte == 46 || byte == 44 || byte == 58 || byte == 47, index + 1 < bytes.count,
        ByteClass.of(bytes[index + 1]) == .digit
      {
        index += 2
      } else {
        return index
      }
    }
    return index
  }

  /// The end of a telephone number (groups of three, three and four digits with hyphens between them, one
  /// digit before them or not, or the last two groups alone), of an extension (`3-5213`) or of a postal code
  /// (`94720-1900`); nil for other numbers.
  static func phoneEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    var index = start
    var group = 0
    var shape = 0
    while index < bytes.count, index < start + 15 {
      if ByteClass.of(bytes[index]) == .digit {
        group += 1
      } else if bytes[index] == 45, group > 0 {
        shape = shape * 10 + group
        group = 0
      } else {
        break
      }
      index += 1
    }
    shape = shape * 10 + group
    guard [334, 1334, 34, 14, 54].contains(shape) else { return nil }
    return index < bytes.count && isLetter(bytes, at: index) ? nil : index
  }

  /// The end of a telephone number after a slash (`713/853-6197`) whose part before the hyphen is known; nil
  /// where none goes on.
  static func phoneTail(_ bytes: borrowing Span<UInt8>, _ number: Range<Int>) -> Int? {
    guard number.count == 7, bytes[number.lowerBound + 3] == 47, number.upperBound + 4 < bytes.count,
      bytes[number.upperBound] == 45
    else { return nil }
    let end = number.upperBound + 5
    for index in number.upperBound + 1..<end where ByteClass.of(bytes[index]) != .digit { return nil }
    return end < bytes.count && (isLetter(bytes, at: end) || ByteClass.of(bytes[end]) == .digit) ? nil : end
  }

  /// The end of initials with their points (`U.S.`, `J.`, `p.m.`) where a word of one letter begins
  /// one; nil where it does not. A single letter counts only if it is a capital.
  static func initialsEnd(_ bytes: borrowing Span<UInt8>, from start: Int, wordEnd: Int) -> Int? {
    guard wordEnd == start + 1, ByteClass.of(bytes[start]) == .letter else { return nil }
    var end = wordEnd + 1
    var letters = 1
    while end < bytes.count, ByteClass.of(bytes[end]) == .letter {
      let after = end + 1
      guard after < bytes.count else { break }
      if bytes[after] == 46 {
        end = after + 1
        letters += 1
      } else if ByteClass.of(bytes[after]) == .letter || ByteClass.of(bytes[after]) == .digit {
        break
      } else {  // `U.S` without its last point
        return letters >= 1 ? after : nil
      }
    }
    let isCapital = bytes[start] < 91
    return letters > 1 || isCapital ? end : nil
  }

  /// The end of a hashtag or a user's name, the mark before it left out.
  static func tagEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch ByteClass.of(bytes[index]) {
      case .letter, .digit: index += 1
      case .punctuation where bytes[index] == 95: index += 1
      case .wide where isLetter(bytes, at: index): index += ScalarReader.read(bytes, at: index).length
      default: return index
      }
    }
    return index
  }

  /// Whether a word begins with a capital, and whether it is all capitals.
  static func capitals(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Token.Traits {
    var traits: Token.Traits = []
    var capitals = 0
    var small = 0
    for index in range {
      let byte = bytes[index]
      if byte &- 65 < 26 { capitals += 1 }
      if byte &- 97 < 26 { small += 1 }
    }
    let first = bytes[range.lowerBound]
    if first &- 65 < 26 {
      traits.insert(.capitalised)
    } else if first >= 0x80,
      CapitalLetters.contains(ScalarReader.read(bytes, at: range.lowerBound).scalar)
    {
      traits.insert(.capitalised)
      capitals += 1
    }
    if capitals > 1, small == 0 { traits.insert(.allCapitals) }
    return traits
  }
}

/// Capital letters beyond ASCII: Latin-1, Latin Extended-A, Greek and Cyrillic.
enum CapitalLetters {
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xC0...0xDE: scalar != 0xD7
    case 0x100...0x137, 0x14A...0x177: scalar % 2 == 0
    case 0x139...0x148, 0x179...0x17E: scalar % 2 == 1
    case 0x178, 0x386...0x38F, 0x391...0x3A9, 0x400...0x42F: true
    default: false
    }
  }
}
