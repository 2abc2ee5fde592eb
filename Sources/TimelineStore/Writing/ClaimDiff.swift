import TimelineClaims

/// Which claims of an article's new version are those of the version before.
struct ClaimDiff {
  private let old: [Claim]
  private let new: [Claim]
  /// For each new claim the index of the old one that it continues; nil for one that appeared.
  private(set) var origin: [Int?]

  init(old: [Claim], new: [Claim]) {
    self.old = old
    self.new = new
    origin = Array(repeating: nil, count: new.count)
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
  }

  private mutating func pair(_ isSame: (Claim, Claim) -> Bool) {
    var taken = Set(origin.compactMap { $0 })
    for index in new.indices where origin[index] == nil {
      guard let match = old.indices.first(where: { !taken.contains($0) && isSame(old[$0], new[index]) })
      else { continue }
      origin[index] = match
      taken.insert(match)
    }
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
    let continued = Set(origin.compactMap { $0 })
    change.vanished = old.indices.filter { !continued.contains($0) }.map { old[$0] }
    return change
  }
}
