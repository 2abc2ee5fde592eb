public import TimelineClaims

/// What adding an article did.
public enum AddOutcome: Hashable, Sendable {
  /// The article is new.
  case added(claims: Int)
  /// The same text, publication time, outlet, title and address stand under this key already; nothing
  /// changed.
  case unchanged
  /// Another text, time, outlet, title or address stood under this key; the text is kept as an earlier
  /// version, and its claims are replaced.
  case newVersion(VersionChange)
}

/// How the claims of an article's new version differ from those of the version before.
///
/// Claims count as the same by event, relation to time, actors and time expression, wherever they
/// stand in the text.
public struct VersionChange: Hashable, Sendable {
  /// The number of the new version; the first is 1.
  public var version: Int
  public var appeared: [Claim]
  public var vanished: [Claim]
  /// The same event with another date, modality, negation or source.
  public var changed: [Change]
  /// How many claims stayed as they were.
  public var kept: Int
  /// What the user decided about vanished claims; it waits for a version that makes them again.
  public var stranded: [StrandedDecision]

  public struct Change: Hashable, Sendable {
    public var before: Claim
    public var after: Claim

    public init(before: Claim, after: Claim) {
      self.before = before
      self.after = after
    }
  }

  public init(
    version: Int, appeared: [Claim] = [], vanished: [Claim] = [], changed: [Change] = [], kept: Int = 0,
    stranded: [StrandedDecision] = []
  ) {
    self.version = version
    self.appeared = appeared
    self.vanished = vanished
    self.changed = changed
    self.kept = kept
    self.stranded = stranded
  }
}
