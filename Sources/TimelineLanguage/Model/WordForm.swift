public import TimelineText

/// What the statistical models see of one word: hashes of its spelling, its shape, and its entry in the
/// lexicon.
public struct WordForm: Sendable {
  /// Hash of the lower-case spelling, digits counted as 0.
  public var key: UInt32
  public var suffix1: UInt32 = 0
  public var suffix2: UInt32 = 0
  public var suffix3: UInt32 = 0
  public var suffix4: UInt32 = 0
  public var prefix1: UInt32 = 0
  public var prefix3: UInt32 = 0
  /// Capitals, digits, hyphens and the like, as bits.
  public var shape: UInt32 = 0
  /// The tags that the lexicon knows for the word, as bits; 0 where it does not know enough of it.
  public var possibleTags: UInt64 = 0
  /// A number for the set of possible tags.
  public var ambiguity: UInt32 = 0
  /// The number of the word's own vector; 0 for none.
  public var number: UInt16 = 0
  /// The cluster of words that stand in like places; 0 for none.
  public var cluster: UInt16 = 0
  /// One more than the tag that the word always has; 0 where there is a choice.
  public var certainTag: UInt8 = 0

  /// What stands before a sentence (1, 2 away) and behind it.
  public static func border(_ number: UInt32) -> WordForm { WordForm(key: 0x5EED_0000 | number) }

  private init(key: UInt32) {
    self.key = key
  }

  /// A word of which only the hash matters.
  init(known hash: UInt32) { self.init(key: hash) }

  public init(
    _ token: Token, in bytes: borrowing Span<UInt8>, isInitial: Bool, casing: SentenceCasing
  ) {
    if token.kind == .quote || token.kind == .dash {
      self = Self.mark(token, in: bytes)
      return
    }
    var key = ByteHash.seed
    var digits = 0
    var marks: UInt32 = 0
    let start = Int(token.start)
    let end = min(Int(token.end), start + 64)
    // The last four lower-case bytes, newest lowest.
    var last: UInt32 = 0
    var first: UInt32 = 0
    var length = 0
    for index in start..<end {
      var byte = ByteHash.folded(bytes[index])
      if byte &- 48 < 10 {
        digits += 1
        byte = 48
      } else if byte == 45 {
        marks |= 1
      } else if byte == 46 {
        marks |= 2
      } else if byte >= 0x80 {
        marks |= 4
      }
      key = ByteHash.adding(byte, to: key)
      last = last << 8 | UInt32(byte)
      length += 1
      if length == 3 { first = last }
    }
    self.key = digits > 0 ? key : token.hash
    suffix1 = last & 0xFF
    suffix2 = length >= 2 ? last & 0xFFFF : 0
    suffix3 = length >= 3 ? last & 0xFF_FFFF : 0
    suffix4 = length >= 4 ? last : 0
    prefix3 = first
    prefix1 = length >= 3 ? first >> 16 : last >> UInt32(8 * max(length - 1, 0))
    var capitals: UInt32 = 0
    switch casing {
    case .allCapitals: capitals = 4
    case .title: capitals = token.traits.contains(.allCapitals) ? 2 : 5
    case .normal:
      capitals =
        token.traits.contains(.allCapitals)
        ? 2 : token.traits.contains(.capitalised) ? (isInitial ? 3 : 1) : 0
    }
    shape =
      capitals | marks << 3 | (digits == 0 ? 0 : digits == length ? 1 : 2) << 6
      | UInt32(token.kind.rawValue) << 8
    if digits > 0 { shape |= UInt32(min(digits, 5)) << 12 }
  }

  /// A quotation mark or a dash counts the same however it is written.
  private static func mark(_ token: Token, in bytes: borrowing Span<UInt8>) -> WordForm {
    let isShort = token.count == 1 && bytes[Int(token.start)] == 45
    let key: UInt32 =
      token.kind == .dash ? isShort ? 0xDA51 : 0xDA52 : isSingle(token, in: bytes) ? 0x9071 : 0x9072
    var form = WordForm(key: key)
    form.suffix1 = key
    form.shape = UInt32(token.kind.rawValue) << 8 | (token.traits.contains(.spaceBefore) ? 1 : 0) << 16
    return form
  }

  private static func isSingle(_ token: Token, in bytes: borrowing Span<UInt8>) -> Bool {
    let last = bytes[Int(token.end) - 1]
    return token.count == 1 ? last == 39 || last == 96 : token.count == 3 && (last == 0x98 || last == 0x99)
  }
}

/// How a sentence is written: capitals tell names from other words in normal sentences only.
public enum SentenceCasing: Sendable {
  case normal, allCapitals, title

  public init(_ tokens: ArraySlice<Token>) {
    var words = 0
    var capitals = 0
    var capitalised = 0
    for token in tokens where token.kind == .word && token.count > 3 && !token.traits.contains(.dotted) {
      words += 1
      if token.traits.contains(.allCapitals) { capitals += 1 }
      if token.traits.contains(.capitalised) { capitalised += 1 }
    }
    if words >= 2, capitals * 4 >= words * 3 {
      self = .allCapitals
    } else if words >= 4, capitalised == words {
      self = .title
    } else {
      self = .normal
    }
  }
}
