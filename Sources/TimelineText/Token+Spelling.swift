extension Token {
  /// A token whose borders are known from elsewhere, such as a treebank's.
  ///
  /// `bytes` are the text and `range` the token's, which must not be empty. What the spelling tells
  /// (kind, hash, capitals) is found as the tokeniser would; `traits` say what stands around it.
  public init?(spelling bytes: borrowing Span<UInt8>, _ range: Range<Int>, traits: Traits = .spaceBefore) {
    guard !range.isEmpty, range.upperBound <= bytes.count else { return nil }
    let kind = Self.kind(bytes, range)
    var traits = traits
    if kind == .word || kind == .alphanumeric {
      traits.formUnion(Letters.capitals(bytes, range))
      if range.count > 1, bytes[range.upperBound - 1] == 46 { traits.insert(.dotted) }
    }
    self.init(
      start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound),
      hash: ByteHash.of(bytes, range), kind: kind, traits: traits)
  }

  private static func kind(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Kind {
    let first = range.lowerBound
    switch ByteClass.of(bytes[first]) {
    case .letter: return .word
    case .digit:
      for index in range where Letters.isLetter(bytes, at: index) { return .alphanumeric }
      return .number
    case .apostrophe:
      return range.count > 1 && Letters.isLetter(bytes, at: first + 1) ? .word : .quote
    case .wide:
      switch WideClass.of(ScalarReader.read(bytes, at: first).scalar) {
      case .letter, .digit, .ignorable: return .word
      case .apostrophe: return range.count > 3 ? .word : .quote
      case .quote: return .quote
      case .dash: return .dash
      default: return .punctuation
      }
    default:
      let byte = bytes[first]
      return byte == 34 || byte == 96 ? .quote : byte == 45 ? .dash : .punctuation
    }
  }
}
