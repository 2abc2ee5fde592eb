public import TimelineTimes

/// What the extractor finds in one article.
public struct Extraction: Hashable, Sendable, Codable {
  /// Every time expression, in the order of the text.
  public var times: [TimeExpression]
  /// Every claim, in the order of the text; those without a date included.
  public var claims: [Claim]
  /// Every attribution, in the order of the text; only where they were asked for.
  public var attributions: [Attribution]

  public init(times: [TimeExpression] = [], claims: [Claim] = [], attributions: [Attribution] = []) {
    self.times = times
    self.claims = claims
    self.attributions = attributions
  }
}
