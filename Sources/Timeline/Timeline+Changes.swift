public import TimelineDates
public import TimelineStore
public import TimelineTracking

extension Timeline {
  /// What changed between the ends of two days, each with the knowledge of that day; by date.
  ///
  /// - Parameter query: Which claims; its days of asking are set by the two days.
  public func changes(from first: DayNumber, to last: DayNumber, matching query: ClaimQuery) throws
    -> [ClaimChange]
  {
    var told = query
    told.asOf = last
    told.toldSince = first + 1
    told.limit = nil
    var changes: [ClaimChange] = []
    try forEachClaim(matching: told) { after in
      changes += ClaimChange.between(try before(after, asOf: first), after)
    }
    // What nobody told of since can only have become overdue.
    var late = query
    late.asOf = last
    late.limit = nil
    late.statuses = query.statuses.isEmpty ? [.overdue] : query.statuses.intersection([.overdue])
    late.from = [query.from, first].compactMap { $0 }.max()
    guard !late.statuses.isEmpty else { return changes }
    try forEachClaim(matching: late) { after in
      let due = after.current?.lastDay
      let isTold = after.mentions.contains { $0.mention.article.published.day > first }
      guard !isTold, let due, due >= first, due < last else { return }
      changes += ClaimChange.between(try before(after, asOf: first), after)
    }
    return changes
  }

  /// A claim as it stood on an earlier day: what held its first mention then.
  private func before(_ claim: TrackedClaim, asOf day: DayNumber) throws -> TrackedClaim? {
    guard let first = claim.mentions.first?.mention, first.article.published.day <= day else { return nil }
    return try store.claims(claim.id, asOf: day).first { part in
      part.mentions.contains { $0.mention.id == first.id }
    }
  }
}
