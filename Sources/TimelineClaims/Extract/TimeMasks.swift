import TimelineLanguage
import TimelineText
import TimelineTimes

/// A sentence in which each time expression is one plain word, which a parser reads well whatever the
/// expression looks like.
struct MaskedSentence {
  /// A document of this sentence alone; words are its tokens.
  let document: Document
  /// The tokens of the article that each word stands for.
  let tokens: [Range<Int>]
  /// The time expressions, in order.
  let times: [MaskedTime]
  /// The bytes of the article that each word stands for.
  let bytes: [Range<Int>]
}

/// A time expression as one word of its sentence.
struct MaskedTime {
  let word: Int
  /// What the words before it say; nil where they say nothing.
  let phrase: RelationPhrases.Phrase?

  /// The first word of its preposition, or its own.
  var start: Int {
    guard let phrase, !phrase.isJoined else { return word }
    return word - phrase.count
  }
}

/// Puts the placeholders in. Their bytes stand behind those of the article, so that a token can point at
/// them.
struct TimeMasks {
  private let article: Document
  private let relations: RelationPhrases
  private let nouns: EventNouns
  private let text: TextBuffer
  private let bare: Token
  private let after: Token

  init(_ article: Document, _ lexicon: ClaimLexicon) {
    self.article = article
    relations = lexicon.relations
    nouns = lexicon.nouns
    let placeholders = lexicon.placeholders
    let start = article.text.bytes.count
    let middle = start + placeholders.bare.utf8.count
    let end = middle + placeholders.afterPreposition.utf8.count
    text = TextBuffer(
      bytes: article.text.bytes + Array(placeholders.bare.utf8) + Array(placeholders.afterPreposition.utf8))
    bare = Token(
      start: Int32(clamping: start), end: Int32(clamping: middle), hash: ByteHash.of(placeholders.bare),
      kind: .word, traits: [])
    after = Token(
      start: Int32(clamping: middle), end: Int32(clamping: end),
      hash: ByteHash.of(placeholders.afterPreposition), kind: .word, traits: .capitalised)
  }

  func mask(_ sentence: Sentence, _ findings: [TimeRecogniser.Finding]) -> MaskedSentence {
    var words: [Token] = []
    var tokens: [Range<Int>] = []
    words.reserveCapacity(sentence.tokens.count)
    tokens.reserveCapacity(sentence.tokens.count)
    var times: [MaskedTime] = []
    var next = sentence.tokens.lowerBound
    for finding in findings {
      let phrase = phrase(before: finding.tokens.lowerBound, from: next)
      let joined = phrase.map { $0.isJoined ? $0.count : 0 } ?? 0
      append(next..<finding.tokens.lowerBound - joined, to: &words, &tokens)
      var word = finding.followsPreposition && joined == 0 ? after : bare
      word.traits.formUnion(article.tokens[finding.tokens.lowerBound].traits.intersection(.spacing))
      times.append(MaskedTime(word: words.count, phrase: phrase))
      // A word such as `former` or `soon` is no time that a clause could attach.
      let stays = finding.tokens.count == 1 && finding.term.isVague
      words.append(stays ? article.tokens[finding.tokens.lowerBound] : word)
      tokens.append(finding.tokens)
      next = finding.tokens.upperBound
    }
    append(next..<sentence.tokens.upperBound, to: &words, &tokens)
    let alone = Sentence(
      tokens: 0..<words.count, kind: sentence.kind, beginsParagraph: sentence.beginsParagraph)
    return MaskedSentence(
      document: Document(text: text, tokens: words, sentences: [alone]), tokens: tokens, times: times,
      bytes: tokens.map(article.bytes))
  }
}

extension TimeMasks {
  /// Appends some tokens; a noun for an event that is written with a hyphen is one word.
  private func append(_ range: Range<Int>, to words: inout [Token], _ tokens: inout [Range<Int>]) {
    var token = range.lowerBound
    while token < range.upperBound {
      let whole = hyphenated(from: token, in: range)
      words.append(whole ?? article.tokens[token])
      let end = token + (whole == nil ? 1 : 3)
      tokens.append(token..<end)
      token = end
    }
  }

  /// `run-off`, `by-elections`: three tokens that are one noun.
  private func hyphenated(from token: Int, in range: Range<Int>) -> Token? {
    let last = token + 2
    guard range.contains(last), article.tokens[token + 1].kind == .dash, article.tokens[token].kind == .word,
      article.tokens[last].kind == .word,
      ![token + 1, last].contains(where: { article.tokens[$0].traits.contains(.spaceBefore) })
    else { return nil }
    let whole = (token...last).map { article.string($0) }.joined()
    let small = whole.lowercased()
    guard let kind = nouns.kind(small) ?? nouns.kind(String(small.dropLast())),
      kind == .event || kind == .weak
    else {
      return nil
    }
    return Token(
      start: article.tokens[token].start, end: article.tokens[last].end, hash: ByteHash.of(whole),
      kind: .word,
      traits: article.tokens[token].traits)
  }

  private func phrase(before token: Int, from first: Int) -> RelationPhrases.Phrase? {
    let start = max(first, token - relations.longest)
    return relations.phrase(ending: start..<token) { article.string($0).lowercased() }
  }
}

extension Token.Traits {
  /// What a token's traits say of the space before it.
  static let spacing: Token.Traits = [.spaceBefore, .newlineBefore, .paragraphBefore]
}
