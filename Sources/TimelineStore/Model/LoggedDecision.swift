/// Something that the user decided, as it stands in the log; the newest one can be undone.
public struct LoggedDecision: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case settle, hide, rename, tag, merge, split
  }

  /// A later decision has a greater one.
  public var id: Int64
  public var kind: Kind
  /// The `uid` of the claim that it was made about.
  public var uid: String
  /// What the claim was called then.
  public var title: String
  /// What was before, in words: what undoing it comes back to.
  public var before: String
  /// The claim that it is about by now; nil where that is gone.
  public var claim: Int64?

  public init(
    id: Int64, kind: Kind, uid: String, title: String, before: String = "", claim: Int64? = nil
  ) {
    self.before = before
    self.claim = claim
    self.id = id
    self.kind = kind
    self.uid = uid
    self.title = title
  }
}
