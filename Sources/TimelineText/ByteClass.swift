/// What a byte of UTF-8 can be at the start of a token.
enum ByteClass: UInt8 {
  case space, newline, letter, digit, apostrophe, punctuation, control
  /// Lead byte of a character beyond ASCII: the scalar decides.
  case wide

  /// One class for each of the 256 bytes.
  static let table: [ByteClass] = (0...255).map { byte in
    switch UInt8(byte) {
    case 9, 32: .space
    case 10, 11, 12, 13: .newline
    case 48...57: .digit
    case 65...90, 97...122: .letter
    case 39: .apostrophe
    case 0...31, 127: .control
    case 128...255: .wide
    default: .punctuation
    }
  }
}

/// How a character beyond ASCII behaves in a text.
enum WideClass {
  case letter, digit, space, newline, apostrophe, quote, dash, punctuation, ignorable

  /// Quotation marks, dashes and spaces by code point (General Punctuation, Latin-1, CJK, full-width
  /// forms); symbols and emoji as punctuation; all else counts as a letter.
  static func of(_ scalar: UInt32) -> WideClass {
    switch scalar {
    case 0x2019, 0x2018, 0x02BC, 0xFF07: .apostrophe
    case 0x201A...0x201F, 0xAB, 0xBB, 0x2039, 0x203A, 0x300C...0x300F: .quote
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: .dash
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x85, 0x2028, 0x2029: .newline
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFE00...0xFE0F, 0xFEFF: .ignorable
    case 0x80...0x9F: .punctuation
    case 0xAA, 0xB5, 0xBA: .letter
    case 0xA1...0xBF, 0xD7, 0xF7: .punctuation
    case 0xFF10...0xFF19: .digit
    case 0x2016...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3001...0x3030, 0xFF01...0xFF0F,
      0xFF1A...0xFF20, 0xFFFD, 0x1F000...0x1FAFF:
      .punctuation
    default: .letter
    }
  }
}

extension ByteClass {
  @inline(__always)
  static func of(_ byte: UInt8) -> ByteClass {
    table.withUnsafeBufferPointer { $0[Int(byte)] }
  }
}
