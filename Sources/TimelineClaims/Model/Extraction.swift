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

  public init(times: [TimeExpression] = [], claims: [Claim] = [], grounds: [[ConfidenceGround]] = []) {
    self.times = times
    self.claims = claims
    self.grounds = grounds
  }

  /// The extraction with the claims alone that are at least so likely, 0 through 1.
  public func keeping(confidence least: Double) -> Extraction {
    var kept = Extraction(times: times)
    for (index, claim) in claims.enumerated() where claim.confidence ?? 1 >= least {
      kept.claims.append(claim)
      if grounds.indices.contains(index) { kept.grounds.append(grounds[index]) }
    }
    return kept
  }
}
