/// How a mention stands to an earlier one of the same tracked claim.
public struct Link: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The first mention of the claim.
    case first
    /// The same event at the same time.
    case same
    /// A later publication gives a period that no longer overlaps.
    case revision
    /// Publications at most two days apart give periods that cannot both be true.
    case conflict
    /// Repeats another source and confirms nothing.
    case derived
    /// The event is reported as done inside the claimed period.
    case outcomeConfirmed = "outcome-confirmed"
    /// The day passed and the opposite is reported.
    case outcomeMissed = "outcome-missed"
    /// Called off, or moved away from the date before it came.
    case outcomeCancelled = "outcome-cancelled"
  }

  public var kind: Kind
  /// The mention (``Mention/id``) that it stands to; nil for the first.
  public var to: Int64?
  /// Why, in words; shown to the user.
  public var reason: String

  public init(kind: Kind, to: Int64? = nil, reason: String) {
    self.kind = kind
    self.to = to
    self.reason = reason
  }
}
