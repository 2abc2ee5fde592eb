public import TimelineTimes

/// What the extractor finds in one article.
public struct Extraction: Hashable, Sendable, Codable {
  /// Every time expression, in the order of the text.
  public var times: [TimeExpression]
  /// Every claim, in the order of the text; those without a date included.
  public var claims: [Claim]

  /// Claims at a time that counts from an event whose date the text does not resolve (`two days before the
  /// summit`): without a date until a claim of the timeline gives it.
  public var hanging: [Claim]

  public init(times: [TimeExpression] = [], claims: [Claim] = [], hanging: [Claim] = []) {
    self.times = times
    self.claims = claims
    self.hanging = hanging
  }
}
