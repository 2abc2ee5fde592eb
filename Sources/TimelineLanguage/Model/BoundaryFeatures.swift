public import TimelineText

/// What the model of sentence boundaries sees at a place between two tokens.
public struct BoundaryFeatures {
  /// How many there are.
  public static let count = 27
  private let tokens: [Token]
  private let text: TextBuffer
  private let lexicon: Lexicon
  /// For each token whether its line ends with a mark that ends a sentence; in a text that is wrapped at a
  /// column, its paragraph.
  private let isFinished: [Bool]

  /// - Parameter isWrapped: Whether the text is wrapped at a column.
  public init(_ tokens: [Token], _ text: TextBuffer, _ lexicon: Lexicon, isWrapped: Bool) {
    self.tokens = tokens
    self.text = text
    self.lexicon = lexicon
    isFinished = Self.finished(tokens, text, isWrapped)
  }

  private static func finished(_ tokens: [Token], _ text: TextBuffer, _ isWrapped: Bool) -> [Bool] {
    let bytes = text.bytes.span
    var flags = [Bool](repeating: false, count: tokens.count)
    var isFinished = false
    let end: Token.Traits = isWrapped ? .paragraphBefore : .newlineBefore
    for index in tokens.indices.reversed() {
      if index + 1 == tokens.count || tokens[index + 1].traits.contains(end) {
        let byte = bytes[Int(tokens[index].start)]
        isFinished = tokens[index].kind == .quote || byte == 46 || byte == 33 || byte == 63
      }
      flags[index] = isFinished
    }
    return flags
  }

  /// A token near the place: its spelling, what the lexicon knows of it, how it is written.
  private struct Neighbour {
    var word: UInt32 = 0
    var sort: UInt32 = 0
    var shape: UInt32 = 0xFFFF
  }

  private func neighbour(_ index: Int) -> Neighbour {
    let token = tokens[index]
    let traits = token.traits
    var shape = UInt32(token.kind.rawValue)
    if traits.contains(.capitalised) { shape |= 8 }
    if traits.contains(.allCapitals) { shape |= 16 }
    if traits.contains(.dotted) { shape |= 32 }
    if traits.contains(.spaceBefore) { shape |= 64 }
    switch token.kind {
    case .punctuation, .quote, .dash:
      shape |= UInt32(text.bytes[Int(token.start)]) << 8 | UInt32(min(token.count, 4)) << 16
      return Neighbour(word: token.hash, sort: shape, shape: shape)
    case .number, .web:
      return Neighbour(
        word: UInt32(min(token.count, 8)), sort: shape, shape: shape)
    case .word, .alphanumeric:
      shape |= UInt32(min(token.count, 4)) << 16
      var form = WordForm(known: token.hash)
      lexicon.complete(&form)
      return Neighbour(
        word: token.hash, sort: form.ambiguity &+ 7, shape: shape)
    }
  }

  /// What stands before a place where a sentence may begin.
  enum Place { case behindMark, behindWord, behindWordOfFinishedLine }

  /// A comma or a closing bracket counts as a word.
  func place(_ token: Int) -> Place {
    let last = tokens[token - 1]
    let byte = text.bytes[Int(last.start)]
    let isMark =
      last.kind == .punctuation
      ? last.count > 1 || byte != 41 && byte != 44 && byte != 62 && byte != 93
      : last.traits.contains(.dotted)
    return isMark ? .behindMark : isFinished[token] ? .behindWordOfFinishedLine : .behindWord
  }

  /// Fills in the features of the place before a token.
  ///
  /// - Parameters:
  ///   - first: The first token of the sentence so far.
  ///   - rule: Whether the rules begin a sentence there.
  public func fill(
    _ hashes: UnsafeMutablePointer<UInt32>, _ token: Int, _ first: Int, _ rule: Bool
  ) {
    let a = neighbour(token - 1)
    let b = neighbour(token)
    let a2 = token - 2 >= first ? neighbour(token - 2) : Neighbour()
    let isLast = token + 1 >= tokens.count || tokens[token + 1].traits.contains(.newlineBefore)
    let b2 = isLast ? Neighbour() : neighbour(token + 1)
    let says: UInt32 = rule ? 1 : 2
    let length = UInt32(Self.bucket(token - first))
    let around = self.around(token, first)
    hashes[0] = FeatureHash.of(101, says)
    hashes[1] = FeatureHash.of(102, says, a.word)
    hashes[2] = FeatureHash.of(103, says, b.word)
    hashes[3] = FeatureHash.of(104, a.word, b.word)
    hashes[4] = FeatureHash.of(105, a.shape, b.shape, says)
    hashes[5] = FeatureHash.of(106, a.shape, b.shape, b2.shape)
    hashes[6] = FeatureHash.of(107, a2.shape, a.shape, b.shape)
    hashes[7] = FeatureHash.of(108, a.sort, b.sort)
    hashes[8] = FeatureHash.of(109, a.sort, b.sort, b.shape)
    hashes[9] = FeatureHash.of(110, a.word, b.shape)
    hashes[10] = FeatureHash.of(111, a.shape, b.word, b.shape)
    hashes[11] = FeatureHash.of(112, a2.sort, a.sort, b.sort)
    hashes[12] = FeatureHash.of(113, a.sort, b.sort, b2.sort)
    hashes[13] = FeatureHash.of(114, length, a.shape, b.shape)
    hashes[14] = FeatureHash.of(115, a2.word, a.word, b.shape)
    hashes[15] = FeatureHash.of(116, b.word, b2.word)
    hashes[16] = FeatureHash.of(117, around, a.shape, b.shape)
    hashes[17] = FeatureHash.of(118, around, says)
    hashes[18] = FeatureHash.of(119, b.sort, b2.sort, b.shape)
    hashes[19] = FeatureHash.of(120, a2.sort, a.sort, b.shape)
    hashes[20] = FeatureHash.of(121, a2.word, a.word)
    hashes[21] = FeatureHash.of(122, length, says, b.sort)
    hashes[22] = FeatureHash.of(123, b.shape, b2.word, b2.shape)
    hashes[23] = FeatureHash.of(124, a2.shape, a.sort, b.shape)
    let finished: UInt32 = isFinished[token] ? 1 : 2
    hashes[24] = FeatureHash.of(125, finished, a.shape, b.shape)
    hashes[25] = FeatureHash.of(126, finished, says)
    hashes[26] = FeatureHash.of(127, finished, a.shape & 0xFF07, length)
  }

  private static func bucket(_ length: Int) -> Int {
    length < 6 ? length : length < 10 ? 6 : length < 16 ? 7 : length < 26 ? 8 : length < 40 ? 9 : 10
  }

  /// No more tokens than these are looked back over.
  private static let reach = 24

  /// Whether brackets and quotation marks stand open, and whether the words so far have capitals.
  private func around(_ token: Int, _ first: Int) -> UInt32 {
    var brackets = 0
    var quotes = 0
    var words = 0
    var capitals = 0
    for index in max(first, token - Self.reach)..<token {
      let token = tokens[index]
      switch token.kind {
      case .quote: quotes += 1
      case .punctuation:
        let byte = text.bytes[Int(token.start)]
        if byte == 40 || byte == 91 { brackets += 1 }
        if byte == 41 || byte == 93 { brackets -= 1 }
      case .word where token.count > 3:
        words += 1
        if token.traits.contains(.capitalised) { capitals += 1 }
      default: break
      }
    }
    let casing: UInt32 = words == 0 ? 0 : capitals == words ? 1 : capitals * 2 > words ? 2 : 3
    return (brackets > 0 ? 1 : 0) | (quotes % 2 == 1 ? 2 : 0) | casing << 2
  }
}
