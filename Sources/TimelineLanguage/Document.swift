public import TimelineText

/// A text cut into tokens and sentences. Nothing is tagged or parsed yet.
public struct Document: Sendable {
  public let text: TextBuffer
  public let tokens: [Token]
  public let sentences: [Sentence]

  public init(text: TextBuffer, tokens: [Token], sentences: [Sentence]) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
  }

  /// A token as written.
  public func string(_ token: Int) -> String { text.string(tokens[token].range) }

  /// The bytes from a sentence's first token through its last.
  public func byteRange(_ sentence: Sentence) -> Range<Int> {
    guard let first = sentence.tokens.first, let last = sentence.tokens.last else { return 0..<0 }
    return Int(tokens[first].start)..<Int(tokens[last].end)
  }
}
