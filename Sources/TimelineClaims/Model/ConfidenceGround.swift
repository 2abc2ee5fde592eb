/// One thing that speaks for a claim, or against it.
public struct ConfidenceGround: Hashable, Sendable, Codable {
  /// As `data/en/claims/confidence.tsv` names it.
  public var name: String
  /// How much of it there is: 1 where it only is or is not.
  public var value: Double
  /// What it adds to the logarithm of the odds that the claim is right.
  public var share: Double

  public init(name: String, value: Double, share: Double) {
    self.name = name
    self.value = value
    self.share = share
  }
}
