/// A sentence of a text: a range of its tokens.
public struct Sentence: Sendable {
  public enum Kind: UInt8, Sendable {
    case prose
    /// A line of its own without a full stop.
    case heading
    /// An item of a list, its bullet left out.
    case item
    /// The place and date that open a news report.
    case dateline
  }

  public let tokens: Range<Int>
  public let kind: Kind
  /// Whether it begins a paragraph.
  public let beginsParagraph: Bool

  public init(tokens: Range<Int>, kind: Kind, beginsParagraph: Bool) {
    self.tokens = tokens
    self.kind = kind
    self.beginsParagraph = beginsParagraph
  }
}
