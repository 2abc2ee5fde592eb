/// A time expression found in a text, with its meaning.
public struct TimeExpression: Hashable, Sendable, Codable {
  /// Unicode scalar offsets into the text, end exclusive.
  public var span: Range<Int>
  /// The words as written.
  public var text: String
  public var term: TimeTerm
  public var resolution: Resolution
  public var timex: TIMEX3

  public init(span: Range<Int>, text: String, term: TimeTerm, resolution: Resolution, timex: TIMEX3) {
    self.span = span
    self.text = text
    self.term = term
    self.resolution = resolution
    self.timex = timex
  }
}
