public import TimelineTimes

/// What the extractor finds in one article.
public struct Extraction: Hashable, Sendable, Codable {
  /// Every time expression, in the order of the text.
  public var times: [TimeExpression]
  /// Every claim, in the order of the text; those without a date included.
  public var claims: [Claim]
  /// What made up the confidence of each claim, in their order, the weightiest first; empty where claims were
  /// not extracted but made.
  public var grounds: [[ConfidenceGround]]
  /// Every attribution, in the order of the text; only where they were asked for.
  public var attributions: [Attribution]

  /// Claims at a time that counts from an event whose date the text does not resolve (`two days before the
  /// summit`): without a date until a claim of the timeline gives it.
  public var hanging: [Claim]

  public init(
    times: [TimeExpression] = [], claims: [Claim] = [], grounds: [[ConfidenceGround]] = [],
    hanging: [Claim] = [], attributions: [Attribution] = []
  ) {
    self.times = times
    self.claims = claims
    self.grounds = grounds
    self.hanging = hanging
    self.attributions = attributions
  }

  /// The extraction with the claims alone that are at least so likely, 0 through 1.
  public func keeping(confidence least: Double) -> Extraction {
    var kept = Extraction(times: times, hanging: hanging, attributions: attributions)
    for (index, claim) in claims.enumerated() where claim.confidence ?? 1 >= least {
      kept.claims.append(claim)
      if grounds.indices.contains(index) { kept.grounds.append(grounds[index]) }
    }
    return kept
  }
}
