/// Splits a text into tokens in one pass over its bytes.
///
/// The cut follows the English treebanks of Universal Dependencies: endings such as `n't` and `'s` are
/// words, hyphens part a compound, a number keeps its inner points, commas, colons and slashes, an
/// abbreviation keeps its full stop, an address of the web stays whole.
public struct Tokeniser: Sendable {
  private let orthography: Orthography

  public init(_ orthography: Orthography) {
    self.orthography = orthography
  }

  /// All tokens of a text, in order. Time and memory are linear in the text's length.
  public func tokens(of text: TextBuffer) -> [Token] {
    var pass = TokenPass(orthography: orthography, capacity: text.bytes.count / 5 + 8)
    pass.run(text.bytes.span)
    return pass.tokens
  }
}

/// One run of the tokeniser over a text.
private struct TokenPass {
  let orthography: Orthography
  private let compounds: WordTable
  private let abbreviations: WordTable
  var tokens: [Token] = []
  private var pending: Token.Traits = [.spaceBefore, .newlineBefore, .paragraphBefore]
  private var newlines = 0
  /// Where the line under way starts.
  private var lineStart = 0
  /// Whether the line before begins a paragraph wherever a line behind it is indented: it is not indented
  /// itself and no item of a list, whose lines hang.
  private var isFlush = false

  init(orthography: Orthography, capacity: Int) {
    self.orthography = orthography
    compounds = orthography.words.compounds
    abbreviations = orthography.words.abbreviations
    tokens.reserveCapacity(capacity)
  }

  mutating func run(_ bytes: borrowing Span<UInt8>) {
    var index = 0
    while index < bytes.count {
      switch ByteClass.of(bytes[index]) {
      case .space, .control:
        pending.insert(.spaceBefore)
        index += 1
      case .newline:
        if bytes[index] != 13 { noteNewline(before: index + 1) }
        index += 1
      case .letter:
        index = word(bytes, from: index)
      case .digit:
        index = number(bytes, from: index)
      case .apostrophe:
        index = apostrophe(bytes, from: index, length: 1)
      case .punctuation:
        index = mark(bytes, from: index)
      case .wide:
        index = wide(bytes, from: index)
      }
    }
  }

  private mutating func noteNewline(before start: Int) {
    newlines += 1
    lineStart = start
    pending.insert([.spaceBefore, .newlineBefore])
    if newlines > 1 { pending.insert(.paragraphBefore) }
  }

  /// What stands before the token that begins at a position, now used up.
  private mutating func takePending(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Token.Traits {
    if pending.contains(.newlineBefore) {
      let isIndented = start - lineStart >= Self.leastIndent
      if isIndented, isFlush { pending.insert(.paragraphBefore) }
      let first = ByteClass.of(bytes[start])
      isFlush = !isIndented && first != .punctuation && first != .digit
    }
    let traits = pending
    pending = []
    newlines = 0
    return traits
  }

  /// So many spaces indent a line.
  private static let leastIndent = 2

  private mutating func append(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ kind: Token.Kind, _ extra: Token.Traits = []
  ) {
    guard !range.isEmpty else { return }
    var traits = takePending(bytes, range.lowerBound).union(extra)
    if kind == .word || kind == .alphanumeric { traits.formUnion(Letters.capitals(bytes, range)) }
    tokens.append(
      Token(
        start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound),
        hash: ByteHash.of(bytes, range), kind: kind, traits: traits))
  }

  // MARK: Words

  /// A word of plain letters behind which nothing stands that could belong to it, as most words are: read,
  /// hashed and judged in one go. Nil, with nothing done, for all others.
  private mutating func plainWord(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    var hash = ByteHash.seed
    var capitals = 0
    var end = start
    while end < bytes.count {
      let byte = bytes[unchecked: end]
      let small = byte | 0x20
      guard small &- 97 < 26 else { break }
      capitals &+= byte < 97 ? 1 : 0
      hash = ByteHash.addingFolded(small, to: hash)
      end &+= 1
    }
    guard end == bytes.count || Self.partsWords(bytes[end]) || endsSentence(bytes, start..<end, hash) else {
      return nil
    }
    if end == start + 1, end < bytes.count, bytes[end] == 47 { return nil }
    var token = Token(
      start: Int32(clamping: start), end: Int32(clamping: end), hash: hash, kind: .word, traits: [])
    guard compounds.find(token, in: bytes) == nil else { return nil }
    token.traits = takePending(bytes, start)
    if capitals > 0 {
      if bytes[start] < 97 { token.traits.insert(.capitalised) }
      if capitals > 1, capitals == end - start { token.traits.insert(.allCapitals) }
    }
    tokens.append(token)
    return end
  }

  /// Whether a byte behind letters ends a word that it cannot belong to in any way: not a digit, `&`, `'`,
  /// `-`, `.`, `:`, `@`, `_` or a byte of a wide character.
  @inline(__always)
  private static func partsWords(_ byte: UInt8) -> Bool {
    switch byte {
    case 38, 39, 45, 46, 48...58, 64, 95, 128...255: false
    default: true
    }
  }

  /// Whether a full stop with white space behind it follows a word, and is no part of it: no abbreviation, no
  /// initial.
  @inline(__always)
  private func endsSentence(_ bytes: borrowing Span<UInt8>, _ word: Range<Int>, _ hash: UInt32) -> Bool {
    let next = word.upperBound + 1
    guard bytes[word.upperBound] == 46, word.count > 1 else { return false }
    if next < bytes.count {
      switch bytes[next] {
      case 9, 10, 13, 32: break
      default: return false
      }
    }
    return !abbreviations.mayHold(ByteHash.addingFolded(46, to: hash))
  }

  private mutating func word(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    if let plain = plainWord(bytes, from: start) { return plain }
    var end = Letters.runEnd(bytes, from: start)
    if let webEnd = WebAddress.end(bytes, start: start, wordEnd: end) {
      append(bytes, start..<webEnd, .web)
      return webEnd
    }
    if end < bytes.count, bytes[end] == 46 || bytes[end] == 45,
      let fileEnd = orthography.fileEnd(bytes, from: start, wordEnd: end)
    {
      append(bytes, start..<fileEnd, .web)
      return fileEnd
    }
    var dotted = false
    if end == start + 1, end + 1 < bytes.count, bytes[end] == 47, isPair(bytes, from: start) {
      append(bytes, start..<end + 2, .word)
      return end + 2
    }
    if end < bytes.count, bytes[end] == 46 {
      if let initials = Letters.initialsEnd(bytes, from: start, wordEnd: end) {
        end = initials
        dotted = true
      } else if let whole = orthography.abbreviationEnd(bytes, start..<end) {
        end = whole
        dotted = true
      }
    } else if end + 1 < bytes.count, bytes[end] == 45, Letters.isLetter(bytes, at: end + 1),
      orthography.isPrefix(bytes, start..<end)
    {
      end = Letters.runEnd(bytes, from: end + 1)
    }
    if dotted {
      append(bytes, start..<end, .word, .dotted)
    } else {
      appendWithEnding(bytes, start..<end, .word)
    }
    return end
  }

  /// Two letters with a slash between them and nothing else around (`b/c`).
  private func isPair(_ bytes: borrowing Span<UInt8>, from start: Int) -> Bool {
    let end = start + 3
    guard Letters.isLetter(bytes, at: start + 2), bytes[start + 2] < 0x80 else { return false }
    guard end < bytes.count else { return true }
    return bytes[end] != 47 && !Letters.isLetter(bytes, at: end) && ByteClass.of(bytes[end]) != .digit
  }

  /// Appends a word, its ending (`n't`, `'s`) as a token of its own.
  private mutating func appendWithEnding(
    _ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ kind: Token.Kind
  ) {
    guard let cut = orthography.cut(bytes, range) ?? orthography.contraction(bytes, range) else {
      return append(bytes, range, kind)
    }
    append(bytes, range.lowerBound..<cut, kind, .clitic)
    append(bytes, cut..<range.upperBound, .word, .clitic)
  }

  // MARK: Numbers

  private mutating func number(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    if let time = ISODateTimeShape.end(bytes, from: start) {
      append(bytes, start..<time, .alphanumeric)
      return time
    }
    if let phone = Letters.phoneEnd(bytes, from: start) {
      append(bytes, start..<phone, .number)
      return phone
    }
    var end = Letters.numberEnd(bytes, from: start)
    if let phone = Letters.phoneTail(bytes, start..<end) {
      append(bytes, start..<phone, .number)
      return phone
    }
    if end < bytes.count, bytes[end] == 46 || bytes[end] == 45 || bytes[end] == 95,
      let fileEnd = orthography.fileEnd(bytes, from: start, wordEnd: end)
    {
      append(bytes, start..<fileEnd, .web)
      return fileEnd
    }
    guard end < bytes.count, Letters.isLetter(bytes, at: end) else {
      append(bytes, start..<end, .number)
      return end
    }
    let tail = Letters.runEnd(bytes, from: end)
    let dotted = tail < bytes.count && bytes[tail] == 46
    let whole = dotted ? Letters.initialsEnd(bytes, from: end, wordEnd: tail) ?? tail : tail
    if orthography.endsNumber(bytes, end..<whole) || orthography.endsNumber(bytes, end..<tail) {
      append(bytes, start..<end, .number, .clitic)
      append(bytes, end..<whole, .word, whole > tail ? [.clitic, .dotted] : .clitic)
      return whole
    }
    end = tail
    appendWithEnding(bytes, start..<end, .alphanumeric)
    return end
  }

  // MARK: Marks

  private mutating func apostrophe(_ bytes: borrowing Span<UInt8>, from start: Int, length: Int) -> Int {
    let next = start + length
    if next < bytes.count, bytes[next] == 39, length == 1 {
      append(bytes, start..<next + 1, .quote)
      return next + 1
    }
    if length == 3, next + 2 < bytes.count, bytes[next] == 0xE2, bytes[next + 1] == 0x80,
      bytes[next + 2] == 0x99
    {
      append(bytes, start..<next + 3, .quote)
      return next + 3
    }
    let isAttached = !pending.contains(.spaceBefore) && !tokens.isEmpty
    let end = next < bytes.count ? Letters.runEnd(bytes, from: next) : next
    if end > next, isAttached, orthography.isEnding(bytes, start..<end) {
      append(bytes, start..<end, .word, .clitic)
      return end
    }
    append(bytes, start..<next, .quote)
    return next
  }

  private mutating func mark(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    let byte = bytes[start]
    if let end = orthography.markEnd(bytes, from: start) {
      append(bytes, start..<end, .punctuation)
      return end
    }
    if let end = signedNumberEnd(bytes, from: start) {
      append(bytes, start..<end, .number)
      return end
    }
    if let end = extensionEnd(bytes, from: start) {
      append(bytes, start..<end, .web)
      return end
    }
    let end = runEnd(bytes, from: start)
    if byte == 35 || byte == 64, end == start + 1, end < bytes.count, Letters.isLetter(bytes, at: end) {
      let tagEnd = Letters.tagEnd(bytes, from: end)
      append(bytes, start..<tagEnd, .web)
      return tagEnd
    }
    let kind: Token.Kind = byte == 34 || byte == 96 ? .quote : byte == 45 ? .dash : .punctuation
    append(bytes, start..<end, kind)
    return end
  }

  /// The end of the marks that are one with the one at a position.
  private func runEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    let byte = bytes[start]
    var end = start + 1
    switch byte {
    case 33, 63:  // ! ? . with each other
      while end < bytes.count, bytes[end] == 46 || bytes[end] == 33 || bytes[end] == 63 { end += 1 }
    case 46, 45, 96, 42, 61, 95, 35, 60, 62, 43, 36, 92:  // runs of . - ` * = _ # < > + $ \
      while end < bytes.count, bytes[end] == byte { end += 1 }
    default: return end
    }
    guard Self.isRule(byte), end < bytes.count, Self.isRule(bytes[end]) else { return end }
    // A line drawn with several marks: `---->===<----`.
    var ruleEnd = end
    while ruleEnd < bytes.count, Self.isRule(bytes[ruleEnd]) { ruleEnd += 1 }
    return ruleEnd - start >= Self.shortestRule ? ruleEnd : end
  }

  /// Shorter runs of different marks are no drawn line.
  private static let shortestRule = 4

  private static func isRule(_ byte: UInt8) -> Bool {
    switch byte {
    case 42, 43, 45, 60, 61, 62, 95, 123, 124, 125, 126: true
    default: false
    }
  }

  /// The end of a number with its sign or without its first digit (`+44`, `.04`), or nil.
  private func signedNumberEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    guard bytes[start] == 43 || bytes[start] == 46, start + 1 < bytes.count,
      ByteClass.of(bytes[start + 1]) == .digit,
      pending.contains(.spaceBefore) || isBehindOpening(bytes, start)
    else { return nil }
    return Letters.numberEnd(bytes, from: start + 1)
  }

  /// The end of a file's ending that stands by itself (`.doc`), or nil.
  private func extensionEnd(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    guard bytes[start] == 46, start + 1 < bytes.count,
      pending.contains(.spaceBefore) || isBehindClosing(bytes, start)
    else { return nil }
    return orthography.fileEnd(bytes, from: start, wordEnd: start)
  }

  private func isBehindClosing(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Bool {
    start > 0 && bytes[start - 1] == 41
  }

  /// Whether `$` or `(` stands right before a position.
  private func isBehindOpening(_ bytes: borrowing Span<UInt8>, _ start: Int) -> Bool {
    start > 0 && (bytes[start - 1] == 36 || bytes[start - 1] == 40)
  }

  private mutating func wide(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    let (scalar, length) = ScalarReader.read(bytes, at: start)
    let end = start + length
    switch WideClass.of(scalar) {
    case .letter, .digit: return word(bytes, from: start)
    case .space: pending.insert(.spaceBefore)
    case .newline: noteNewline(before: end)
    case .ignorable: break
    case .apostrophe: return apostrophe(bytes, from: start, length: length)
    case .quote: append(bytes, start..<end, .quote)
    case .dash: append(bytes, start..<end, .dash)
    case .punctuation: append(bytes, start..<end, .punctuation)
    }
    return end
  }
}
