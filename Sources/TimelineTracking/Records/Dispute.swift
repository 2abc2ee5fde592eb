/// Two mentions of a claim that cannot both be true.
public struct Dispute: Hashable, Sendable {
  /// Indices into ``TrackedClaim/mentions``; the first was published first.
  public var first: Int
  public var second: Int
}

extension TrackedClaim {
  /// The contradictions in what is told of it, in order of publication.
  public var disputes: [Dispute] {
    var places: [Int64: Int] = [:]
    var found: [Dispute] = []
    for (index, linked) in mentions.enumerated() {
      places[linked.mention.id] = index
      guard linked.link.kind == .conflict, let other = linked.link.to.flatMap({ places[$0] }) else {
        continue
      }
      found.append(Dispute(first: other, second: index))
    }
    return found
  }
}
