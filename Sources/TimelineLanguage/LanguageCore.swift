public import TimelineText

/// The language core: tokens and sentences of a text, and a sentence's tags and dependency tree.
///
/// Nothing is computed ahead of need: a document is cut into tokens and sentences without touching the
/// model, and a sentence is tagged and parsed when asked for.
public final class LanguageCore: Sendable {
  private let orthography: Orthography
  private let tokeniser: Tokeniser
  public let splitter: SentenceSplitter
  private let analysis: SentenceAnalysis?
  private let boundaries: BoundaryModel?
  private let lexicon: Lexicon?
  private let tags: TagSet?

  public init(orthography: Orthography, model: LanguageModel?) {
    self.orthography = orthography
    tokeniser = Tokeniser(orthography)
    splitter = SentenceSplitter(orthography)
    analysis = SentenceAnalysis(model)
    boundaries = model.flatMap { BoundaryModel($0) }
    lexicon = model.map { Lexicon($0) }
    tags = model.map { TagSet($0) }
  }

  /// English, from `data/en`.
  public static let english = LanguageCore(orthography: .english, model: .english)

  public func document(_ text: TextBuffer) -> Document {
    document(text, tokeniser.tokens(of: text))
  }

  /// - Parameter chosen: Leaves out the sentences of paragraphs that nobody asks for.
  public func document(
    _ text: TextBuffer, _ tokens: [Token], chosen: SentenceSplitter.Choice? = nil
  ) -> Document {
    guard let boundaries else {
      return Document(
        text: text, tokens: tokens, sentences: splitter.sentences(of: tokens, in: text, chosen: chosen))
    }
    let isWrapped = LineLayout.isWrapped(tokens, text.bytes.span)
    let features = BoundaryFeatures(tokens, text, boundaries.lexicon, isWrapped: isWrapped)
    let starters = orthography.words.starters
    let sentences = splitter.sentences(of: tokens, in: text, isWrapped: isWrapped, chosen: chosen) {
      token, first, rule in
      // Edited text, whose lines a full stop closes, leaves out no other: there only words that often begin a
      // sentence are judged.
      if !rule, features.place(token) == .behindWordOfFinishedLine,
        tokens[token].kind != .word || starters.find(tokens[token], in: text.bytes.span) == nil
      {
        return false
      }
      return boundaries.begins(token, first, rule, features)
        && (rule || !Self.isDateline(first..<token, tokens, text))
    }
    return Document(text: text, tokens: tokens, sentences: sentences)
  }

  /// Whether tokens are the whole of a dateline, which stays with its sentence.
  private static func isDateline(_ range: Range<Int>, _ tokens: [Token], _ text: TextBuffer) -> Bool {
    let start = Sentence(
      tokens: range.lowerBound..<range.upperBound + 1, kind: .prose,
      beginsParagraph: tokens[range.lowerBound].traits.contains(.newlineBefore))
    return TimelineText.Dateline.length(start, tokens, text) == range.count
  }

  public func document(_ text: String) -> Document { document(TextBuffer(text)) }

  public func tokens(of text: TextBuffer) -> [Token] { tokeniser.tokens(of: text) }

  /// Tags and parses a sentence.
  ///
  /// - Parameters:
  ///   - byPart: Whether what semicolons part is parsed by itself.
  ///   - held: Words, numbered within the sentence, whose reading is known.
  public func parse(
    _ sentence: Sentence, in document: Document, byPart: Bool = false, holding held: [Int: WordReading] = [:]
  ) -> ParsedSentence {
    analysis?.parse(sentence, in: document, byPart: byPart, holding: held)
      ?? .flat(sentence, in: document)
  }

  /// Whether the lexicon knows a reading of a word.
  public func knows(_ reading: WordReading, of word: String) -> Bool {
    guard let lexicon, let tags else { return false }
    return reading.tag(among: lexicon.word(ByteHash.of(word)).possibleTags, in: tags) != nil
  }

  /// A sentence's tags alone.
  public func tags(_ sentence: Sentence, in document: Document) -> [UniversalTag] {
    guard let analysis else {
      return Array(repeating: .other, count: sentence.tokens.count)
    }
    return analysis.tag(sentence, in: document).map(analysis.tags.universal)
  }
}
