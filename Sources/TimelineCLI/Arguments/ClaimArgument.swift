import Timeline

/// A claim as the user names it: by number, `#12`, or by its uid.
enum ClaimArgument {
  /// Nil where the timeline has none.
  static func find(
    _ text: String, in timeline: Timeline, now: DayNumber, asOf: DayNumber? = nil
  ) throws -> TrackedClaim? {
    let bare = text.hasPrefix("#") ? String(text.dropFirst()) : text
    if let id = Int64(bare) { return try timeline.claim(id, now: now, asOf: asOf) }
    guard bare.utf8.count >= 8 else { throw CommandFailure.badID(text) }
    return try timeline.claim(uid: bare, now: now, asOf: asOf)
  }

  /// The claim's number; an error where there is none.
  static func number(_ text: String, in timeline: Timeline, now: DayNumber) throws -> TrackedClaim.ID {
    guard let claim = try find(text, in: timeline, now: now) else { throw CommandFailure.noClaim(text) }
    return claim.id
  }
}
