/// Groups tokens into sentences.
///
/// A sentence ends at `.`, `!`, `?` or an ellipsis with the quotation marks and brackets that close
/// after it, unless the next word goes on in small letters; at a blank line; and at a line break where
/// the text gives each paragraph a line. In a text that is wrapped at a column, line breaks count as
/// spaces.
public struct SentenceSplitter: Sendable {
  private let orthography: Orthography
  /// A longer sentence is cut here, so that later stages do bounded work.
  private static let longest = 400
  /// Memory is taken at once for sentences of so many tokens.
  private static let usualLength = 12
  /// No more closing marks are looked through for the one that ends a sentence.
  private static let mostClosers = 8

  public init(_ orthography: Orthography) {
    self.orthography = orthography
  }

  /// Judges whether a sentence begins at a token within a line: the token, the first of the sentence so
  /// far, and what the rules say of it.
  public typealias Judge = (_ token: Int, _ first: Int, _ rule: Bool) -> Bool

  /// Whether the sentences of a paragraph, given as its tokens, are asked for.
  public typealias Choice = (_ paragraph: Range<Int>) -> Bool

  /// - Parameters:
  ///   - chosen: Leaves out the paragraphs that nobody asks for; a blank line stands between two.
  ///   - isWrapped: Whether the text is wrapped at a column, where that is known.
  ///   - judge: Has the last word where a sentence may begin within a line; the rules alone where there is
  ///     none.
  public func sentences(
    of tokens: [Token], in text: TextBuffer, isWrapped: Bool? = nil, chosen: Choice? = nil,
    judge: Judge? = nil
  ) -> [Sentence] {
    let bytes = text.bytes.span
    let breaksAtLines = !(isWrapped ?? LineLayout.isWrapped(tokens, bytes))
    var sentences: [Sentence] = []
    sentences.reserveCapacity(tokens.count / Self.usualLength + 1)
    var start = 0
    while start < tokens.count {
      if let chosen, tokens[start].traits.contains(.paragraphBefore) {
        let end = paragraphEnd(tokens, from: start)
        guard chosen(start..<end) else {
          start = end
          continue
        }
      }
      let first = skipBullet(tokens, bytes, from: start)
      var end = first + 1
      while end < tokens.count,
        !isBreak(tokens, bytes, from: first, before: end, breaksAtLines: breaksAtLines, judge),
        end - start < Self.longest
      {
        end += 1
      }
      let contentStart = first < end ? first : start
      let kind: Sentence.Kind =
        first > start ? .item : isHeading(tokens, bytes, contentStart..<end) ? .heading : .prose
      sentences.append(
        Sentence(
          tokens: contentStart..<end, kind: kind,
          beginsParagraph: tokens[start].traits.contains(breaksAtLines ? .newlineBefore : .paragraphBefore)))
      start = end
    }
    return sentences
  }

  private func paragraphEnd(_ tokens: [Token], from start: Int) -> Int {
    var end = start + 1
    while end < tokens.count, !tokens[end].traits.contains(.paragraphBefore) { end += 1 }
    return end
  }

  /// Whether a new sentence begins at a token.
  private func isBreak(
    _ tokens: [Token], _ bytes: borrowing Span<UInt8>, from start: Int, before index: Int,
    breaksAtLines: Bool, _ judge: Judge?
  ) -> Bool {
    let next = tokens[index]
    if next.traits.contains(.paragraphBefore) { return true }
    if next.traits.contains(.newlineBefore), isBullet(tokens, bytes, at: index) { return true }
    if next.traits.contains(.newlineBefore), breaksAtLines {
      // A comma at a line's end, and small letters behind it, go on.
      return bytes[Int(tokens[index - 1].start)] != 44 || !startsSmall(next, bytes)
    }
    // Between two words of a line of which the second is small no sentence begins, and so few tokens are left.
    if next.kind == .word, !next.traits.contains(.capitalised), tokens[index - 1].kind == .word,
      !tokens[index - 1].traits.contains(.dotted), bytes[Int(next.start)] < 0x80
    {
      return false
    }
    let rule = endsSentence(tokens, bytes, from: start, before: index)
    guard let judge, rule || isCandidate(tokens, bytes, before: index), !isSymbol(tokens, bytes, index)
    else { return rule }
    return judge(index, start, rule)
  }

  /// Whether a sentence might begin between two tokens of a line: behind a mark, or where no plain word
  /// goes on.
  private func isCandidate(_ tokens: [Token], _ bytes: borrowing Span<UInt8>, before index: Int) -> Bool {
    let last = tokens[index - 1]
    let next = tokens[index]
    if last.traits.contains(.dotted),
      orthography.isTitle(last, bytes) || orthography.goesOnWithClock(last, next, bytes)
    {
      return false
    }
    if last.kind == .punctuation {
      switch bytes[Int(last.start)] {
      case 35, 36, 38, 40, 43, 60, 64, 91, 123: return false  // # $ & ( + < @ [ {
      default: break
      }
    }
    switch next.kind {
    case .word, .alphanumeric:
      guard next.traits.contains(.spaceBefore) || last.kind == .punctuation && next.count > 1 else {
        return false
      }
      guard startsSmall(next, bytes) else { return true }
      // Small letters may begin one behind a mark, but not behind a name with one (`Yahoo! said`).
      return last.kind != .word && last.kind != .number
        && !(index > 1 && tokens[index - 2].traits.contains(.capitalised))
    case .punctuation:
      switch bytes[Int(next.start)] {
      case 33, 41, 44, 46, 58, 59, 63, 93: return false
      default: return next.traits.contains(.spaceBefore)
      }
    default: return next.traits.contains(.spaceBefore)
    }
  }

  /// `<TXN>`: whether one word between angle brackets stands before a token, as wires write a share's symbol.
  private func isSymbol(_ tokens: [Token], _ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
    index > 2 && bytes[Int(tokens[index - 1].start)] == 62 && bytes[Int(tokens[index - 3].start)] == 60
      && tokens[index - 2].kind == .word && !tokens[index - 1].traits.contains(.spaceBefore)
  }

  /// Whether the marks before a token end a sentence by the rules.
  private func endsSentence(
    _ tokens: [Token], _ bytes: borrowing Span<UInt8>, from start: Int, before index: Int
  ) -> Bool {
    let next = tokens[index]
    guard next.traits.contains(.spaceBefore) || opensQuote(next, bytes) else { return false }
    if continues(tokens, bytes, at: index) { return false }
    // Back over closing quotation marks and brackets to the mark that may end the sentence.
    var last = index - 1
    while last > start, index - last < Self.mostClosers {
      if last - 2 > start, isNote(tokens, bytes, at: last - 2) {
        last -= 3
      } else if isCloser(tokens[last], bytes) || orthography.isEmoticon(tokens[last], bytes) {
        last -= 1
      } else {
        break
      }
    }
    let token = tokens[last]
    if token.traits.contains(.dotted) {
      return last == index - 1
        ? endsAtAbbreviation(token, bytes, next: next) : next.traits.contains(.capitalised)
    }
    guard token.kind == .punctuation else { return false }
    switch bytes[Int(token.start)] {
    case 33: return !startsSmall(next, bytes) || last == index - 1 && endsBeforeSmall(tokens, last)
    case 63: return !startsSmall(next, bytes) || last == index - 1
    case 46:
      if startsSmall(next, bytes) {
        return last == index - 1 && token.count == 1 && next.kind == .word && endsBeforeSmall(tokens, last)
      }
      // `4.` at a sentence's start numbers it.
      if last == start + 1, tokens[start].kind == .number, token.count == 1 { return false }
      return token.count == 1 || next.traits.contains(.capitalised) || next.kind != .word
    case 0xE2:  // an ellipsis in one character
      return token.count == 3 && bytes[Int(token.start) + 1] == 0x80 && bytes[Int(token.start) + 2] == 0xA6
        && next.traits.contains(.capitalised)
    default: return false
    }
  }

  private func endsAtAbbreviation(_ token: Token, _ bytes: borrowing Span<UInt8>, next: Token) -> Bool {
    guard next.kind == .word, next.traits.contains(.capitalised) else { return false }
    let kind = orthography.words.abbreviations.find(token, in: bytes).flatMap(Orthography.Abbreviation.init)
    switch kind {
    case .title, .number, .inner, .beforeDate: return false
    case .beforeNumber, .capitalised, .open, .clock:
      return orthography.words.starters.find(next, in: bytes) != nil
    case nil:
      // Initials: `J.` of a name never ends a sentence; `U.S.` may.
      return token.count > 2 && orthography.words.starters.find(next, in: bytes) != nil
    }
  }

  /// Whether a mark ends a sentence though small letters follow, as careless writers have it: not behind
  /// a name (`Yahoo! said`) or what may be an abbreviation.
  private func endsBeforeSmall(_ tokens: [Token], _ mark: Int) -> Bool {
    guard mark > 0 else { return false }
    let word = tokens[mark - 1]
    return word.kind == .word && !word.traits.contains(.capitalised) && word.count > 2
  }

  private func startsSmall(_ token: Token, _ bytes: borrowing Span<UInt8>) -> Bool {
    (token.kind == .word || token.kind == .alphanumeric) && !token.traits.contains(.capitalised)
      && bytes[Int(token.start)] < 0x80 && bytes[Int(token.start)] &- 48 >= 10
  }

  /// Whether a token belongs to the sentence before it: a mark that closes, an emoticon, or a note's
  /// number in brackets.
  private func continues(_ tokens: [Token], _ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation else { return false }
    switch bytes[Int(token.start)] {
    case 41, 93, 46, 44, 59: return true
    case 91: return isNote(tokens, bytes, at: index)
    default: return orthography.isEmoticon(token, bytes)
    }
  }

  /// `[3]`, as encyclopaedias put behind a sentence.
  private func isNote(_ tokens: [Token], _ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    index + 2 < tokens.count && bytes[Int(tokens[index].start)] == 91 && tokens[index + 1].kind == .number
      && bytes[Int(tokens[index + 2].start)] == 93
  }

  private func isCloser(_ token: Token, _ bytes: borrowing Span<UInt8>) -> Bool {
    if token.kind == .quote { return true }
    let byte = bytes[Int(token.start)]
    return token.kind == .punctuation && (byte == 41 || byte == 93)
  }

  private func opensQuote(_ token: Token, _ bytes: borrowing Span<UInt8>) -> Bool {
    token.kind == .quote && token.count == 3 && bytes[Int(token.start) + 2] == 0x9C  // U+201C
  }

  // MARK: Lines

  private func isBullet(_ tokens: [Token], _ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    skipBullet(tokens, bytes, from: index) > index
  }

  /// The token after a bullet (`-`, `*`, `•`, `3.`, `(a)`) at a line's start; the same token where
  /// none stands there.
  private func skipBullet(_ tokens: [Token], _ bytes: borrowing Span<UInt8>, from index: Int) -> Int {
    let token = tokens[index]
    guard token.traits.contains(.newlineBefore), index + 1 < tokens.count,
      !tokens[index + 1].traits.contains(.newlineBefore)
    else { return index }
    let next = tokens[index + 1]
    let byte = bytes[Int(token.start)]
    switch token.kind {
    case .dash: return token.count <= 3 && next.traits.contains(.spaceBefore) ? index + 1 : index
    case .punctuation where next.traits.contains(.spaceBefore):
      let isDot = token.count == 3 && byte == 0xE2 && isBulletMark(bytes, at: Int(token.start))
      let isMiddleDot = token.count == 2 && byte == 0xC2 && bytes[Int(token.start) + 1] == 0xB7
      return byte == 42 && token.count == 1 || isDot || isMiddleDot ? index + 1 : index
    case .number where token.count <= 2 && index + 2 < tokens.count:
      let mark = bytes[Int(next.start)]
      let traits = tokens[index + 2].traits
      let follows = traits.contains(.spaceBefore) && !traits.contains(.newlineBefore)
      return (mark == 46 || mark == 41) && next.count == 1 && !next.traits.contains(.spaceBefore) && follows
        ? index + 2 : index
    default: return index
    }
  }

  /// `•`, `‣`, `◦`, `▪`, `●` and their kin.
  private func isBulletMark(_ bytes: borrowing Span<UInt8>, at index: Int) -> Bool {
    switch ScalarReader.read(bytes, at: index).scalar {
    case 0x2022, 0x2023, 0x2043, 0x25AA, 0x25AB, 0x25B8, 0x25BA, 0x25CB, 0x25CF, 0x25E6: true
    default: false
    }
  }

  private func isHeading(_ tokens: [Token], _ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let last = range.last, range.count <= 20, tokens[range.lowerBound].traits.contains(.newlineBefore),
      last + 1 == tokens.count || tokens[last + 1].traits.contains(.newlineBefore)
    else { return false }
    let token = tokens[last]
    guard token.kind == .punctuation || token.kind == .quote else { return !token.traits.contains(.dotted) }
    let byte = bytes[Int(token.start)]
    return byte == 58 || byte == 63 && range.count <= 10
  }
}
