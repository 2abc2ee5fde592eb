public import TimelineTimes

/// What the extractor finds in one article.
public struct Extraction: Hashable, Sendable, Codable {
  /// Every time expression, in the order of the text.
  public var times: [TimeExpression]
  /// Every claim, in the order of the text; those without a date included.
  public var claims: [Claim]

  public init(times: [TimeExpression] = [], claims: [Claim] = []) {
    self.times = times
    self.claims = claims
  }
}
