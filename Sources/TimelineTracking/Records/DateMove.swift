public import TimelineDates

/// One time that the date of a claim was moved.
public struct DateMove: Hashable, Sendable {
  /// The mention that moved it: an index into ``TrackedClaim/mentions``.
  public var mention: Int
  /// The last days on which it was awaited, before and after.
  public var from: DayNumber
  public var to: DayNumber

  /// Days later; negative where it was brought forward.
  public var days: Int { to - from }
}

extension TrackedClaim {
  /// Each time the date was moved, by the last day that it names, in order of publication.
  public var moves: [DateMove] {
    var due: [Int64: DayNumber] = [:]
    var moves: [DateMove] = []
    for (index, linked) in mentions.enumerated() {
      guard let day = linked.mention.claim.lastDay else { continue }
      due[linked.mention.id] = day
      guard linked.link.kind == .revision, let old = linked.link.to.flatMap({ due[$0] }), old != day else {
        continue
      }
      moves.append(DateMove(mention: index, from: old, to: day))
    }
    return moves
  }
}
