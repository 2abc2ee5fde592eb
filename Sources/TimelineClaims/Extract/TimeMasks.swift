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
  private let text: TextBuffer
  private let bare: Token
  private let after: Token

  init(_ article: Document, _ lexicon: ClaimLexicon) {
    self.article = article
    relations = lexicon.relations
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
    var times: [MaskedTime] = []
    var next = sentence.tokens.lowerBound
    for finding in findings {
      let phrase = phrase(before: finding.tokens.lowerBound, from: next)
      let joined = phrase.map { $0.isJoined ? $0.count : 0 } ?? 0
      for token in next..<finding.tokens.lowerBound - joined {
        words.append(article.tokens[token])
        tokens.append(token..<token + 1)
      }
      var word = finding.followsPreposition && joined == 0 ? after : bare
      word.traits.formUnion(article.tokens[finding.tokens.lowerBound].traits.intersection(.spacing))
      times.append(MaskedTime(word: words.count, phrase: phrase))
      // A word such as `former` or `soon` is no time that a clause could attach.
      let stays = finding.tokens.count == 1 && finding.term.isVague
      words.append(stays ? article.tokens[finding.tokens.lowerBound] : word)
      tokens.append(finding.tokens)
      next = finding.tokens.upperBound
    }
    for token in next..<sentence.tokens.upperBound {
      words.append(article.tokens[token])
      tokens.append(token..<token + 1)
    }
    let alone = Sentence(
      tokens: 0..<words.count, kind: sentence.kind, beginsParagraph: sentence.beginsParagraph)
    return MaskedSentence(
      document: Document(text: text, tokens: words, sentences: [alone]), tokens: tokens, times: times,
      bytes: tokens.map(article.bytes))
  }
}

extension TimeMasks {
  private func phrase(before token: Int, from first: Int) -> RelationPhrases.Phrase? {
    let start = max(first, token - relations.longest)
    return relations.phrase(ending: start..<token) { article.string($0).lowercased() }
  }
}

extension Token.Traits {
  /// What a token's traits say of the space before it.
  static let spacing: Token.Traits = [.spaceBefore, .newlineBefore, .paragraphBefore]
}
