/// Why a mention counts as one of a claim: the likeness to the other mention that it is most like.
public struct TieEvidence: Hashable, Sendable, Codable {
  /// The other mention (``Mention/id``).
  public var to: Int64
  /// 0 through 1.35; a pair of articles needs 0.58, or the same day and kind of event in one story, or that all
  /// it shares makes one event likelier than two.
  public var score: Double
  /// The parts that the score adds up, largest first: `story 0.25, event 0.2`.
  public var parts: String

  public init(to: Int64, score: Double, parts: String) {
    self.to = to
    self.score = score
    self.parts = parts
  }
}
