public import TimelineTracking

/// What the user decided about a claim that its article no longer makes.
///
/// It is kept beside the article, and goes to the claim of a later version, or of a later extraction,
/// that speaks of the same event; it goes for good with the article.
public struct StrandedDecision: Hashable, Sendable, Codable {
  public var articleKey: String
  /// The `uid` that the claim had.
  public var uid: String
  public var title: String
  /// The sentence that made the claim.
  public var quote: String
  /// Nil where the claim was only hidden.
  public var verdict: Verdict?
  public var isHidden: Bool

  public init(
    articleKey: String, uid: String, title: String, quote: String, verdict: Verdict?, isHidden: Bool
  ) {
    self.articleKey = articleKey
    self.uid = uid
    self.title = title
    self.quote = quote
    self.verdict = verdict
    self.isHidden = isHidden
  }
}
