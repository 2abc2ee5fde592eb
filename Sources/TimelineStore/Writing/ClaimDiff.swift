import TimelineClaims

/// Which claims of an article's new version are those of the version before.
struct ClaimDiff {
  private let old: [Claim]
  private let new: [Claim]
  /// For each new claim the index of the old one that it continues; nil for one that appeared.
  private(set) var origin: [Int?]
  /// Old claims that none continues yet, in order.
  private var open: [Int]

  /// - Parameter isSameText: Whether both were made from the very same text, so that offsets tell which
  ///   sentences are the same.
  init(old: [Claim], new: [Claim], isSameText: Bool = false) {
    self.old = old
    self.new = new
    origin = Array(repeating: nil, count: new.count)
    open = Array(old.indices)
    // From the surest likeness to the least: nothing but its place changed, then its time, then its words.
    pair { $0 == $1 && $0.quote.text == $1.quote.text }
    pair { ClaimDiff.saysSame($0, $1) }
    pair {
      $0.event == $1.event && $0.time?.text == $1.time?.text && $0.relation == $1.relation
        && $0.actors == $1.actors
    }
    pair {
      $0.event == $1.event && ($0.quote.text == $1.quote.text || !$0.actors.isEmpty && $0.actors == $1.actors)
    }
    pair { $0.trigger.text == $1.trigger.text && $0.time?.text == $1.time?.text }
    // At last the sentence alone, so that another word taken for the event, or another reading of the
    // time, makes no other claim.
    func sharesSentence(_ one: Claim, _ two: Claim) -> Bool {
      ClaimDiff.sharesSentence(one, two, isSameText: isSameText)
    }
    pair { $0.time?.text == $1.time?.text && sharesSentence($0, $1) }
    pair { one, two in
      guard let period = one.period, let other = two.period else { return false }
      return period.overlaps(other) && sharesSentence(one, two)
    }
  }

  private mutating func pair(_ isSame: (Claim, Claim) -> Bool) {
    guard !open.isEmpty else { return }
    for index in new.indices where origin[index] == nil {
      guard let place = open.firstIndex(where: { isSame(old[$0], new[index]) }) else { continue }
      origin[index] = open.remove(at: place)
    }
  }

  /// Whether two claims stand in the same sentence, though it may be cut otherwise than before.
  private static func sharesSentence(_ one: Claim, _ two: Claim, isSameText: Bool) -> Bool {
    if isSameText { return one.quote.span.overlaps(two.quote.span) }
    let (short, long) =
      one.quote.text.utf8.count <= two.quote.text.utf8.count
      ? (one.quote.text, two.quote.text) : (two.quote.text, one.quote.text)
    return short == long || !short.isEmpty && Array(long.utf8).contains(Array(short.utf8))
  }

  /// Whether two claims say the same, wherever they stand in the text.
  private static func saysSame(_ one: Claim, _ two: Claim) -> Bool {
    one.event == two.event && one.period == two.period && one.relation == two.relation
      && one.modality == two.modality && one.isNegated == two.isNegated
      && one.isConditional == two.isConditional
      && one.source == two.source && one.actors == two.actors && one.places == two.places
  }

  func change(version: Int) -> VersionChange {
    var change = VersionChange(version: version)
    for (index, claim) in new.enumerated() {
      guard let before = origin[index] else {
        change.appeared.append(claim)
        continue
      }
      if ClaimDiff.saysSame(old[before], claim) {
        change.kept += 1
      } else {
        change.changed.append(VersionChange.Change(before: old[before], after: claim))
      }
    }
    change.vanished = vanished.map { old[$0] }
    return change
  }

  /// The old claims that none continues.
  var vanished: [Int] { open }
}
