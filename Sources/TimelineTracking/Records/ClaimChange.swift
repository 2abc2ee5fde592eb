/// What happened to a claim between two days.
public struct ClaimChange: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// First told in between.
    case new
    /// Another date stands.
    case moved
    /// A source contradicts it.
    case contradicted
    case happened, missed, cancelled
    /// Its day passed, and nothing is known.
    case overdue
    /// Awaited again after an outcome was told.
    case reopened
  }

  public var kind: Kind
  /// As it stood on the earlier day; nil where it was not known.
  public var before: TrackedClaim?
  public var after: TrackedClaim

  public init(kind: Kind, before: TrackedClaim?, after: TrackedClaim) {
    self.kind = kind
    self.before = before
    self.after = after
  }

  /// The changes that lead from one state of a claim to another; none where only more was told of the same.
  public static func between(_ before: TrackedClaim?, _ after: TrackedClaim) -> [ClaimChange] {
    guard let before else { return [ClaimChange(kind: .new, before: nil, after: after)] }
    var kinds: [Kind] = []
    let isDated = before.current?.period == nil && after.current?.period != nil
    if after.status != .happened, isDated || after.moves.count > before.moves.count { kinds.append(.moved) }
    if after.disputes.count > before.disputes.count { kinds.append(.contradicted) }
    if before.status != after.status {
      switch after.status {
      case .happened: kinds.append(.happened)
      case .missed: kinds.append(.missed)
      case .cancelled: kinds.append(.cancelled)
      case .overdue: kinds.append(.overdue)
      case .upcoming where [.happened, .missed, .cancelled].contains(before.status): kinds.append(.reopened)
      case .upcoming, .superseded, .undated: break
      }
    }
    return kinds.map { ClaimChange(kind: $0, before: before, after: after) }
  }
}
