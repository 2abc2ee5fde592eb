package import TimelineText

/// The language core: tokens and sentences of a text, and a sentence's tags and dependency tree.
///
/// Nothing is computed ahead of need: a document is cut into tokens and sentences without touching the
/// model, and a sentence is tagged and parsed when asked for.
package struct LanguageCore: Sendable {
  private let tokeniser: Tokeniser
  private let splitter: SentenceSplitter
  private let model: LanguageModel?

  package init(orthography: Orthography, model: LanguageModel?) {
    tokeniser = Tokeniser(orthography)
    splitter = SentenceSplitter(orthography)
    self.model = model
  }

  /// English, from `data/en`.
  package static let english = LanguageCore(orthography: .english, model: .english)

  package func document(_ text: TextBuffer) -> Document {
    let tokens = tokeniser.tokens(of: text)
    return Document(text: text, tokens: tokens, sentences: splitter.sentences(of: tokens, in: text))
  }

  package func document(_ text: String) -> Document { document(TextBuffer(text)) }

  package func tokens(of text: TextBuffer) -> [Token] { tokeniser.tokens(of: text) }

  /// Tags and parses a sentence.
  ///
  /// - Parameter byPart: Whether what semicolons part is parsed by itself.
  package func parse(_ sentence: Sentence, in document: Document, byPart: Bool = false) -> ParsedSentence {
    SentenceAnalysis(model)?.parse(sentence, in: document, byPart: byPart) ?? .flat(sentence, in: document)
  }

  /// A sentence's tags alone.
  package func tags(_ sentence: Sentence, in document: Document) -> [UniversalTag] {
    guard let analysis = SentenceAnalysis(model) else {
      return Array(repeating: .other, count: sentence.tokens.count)
    }
    return analysis.tag(sentence, in: document).map(analysis.tags.universal)
  }
}
