import TimelineDates

/// The mentions of a claim that were read so far, by stance and period.
///
/// Mentions that differ in nothing that ``PeriodFit`` looks at, but for the day of their publication, stand
/// together. That day counts for deadlines alone, and there an earlier one never fits worse than a later
/// one; so the first of a group tells whether any fits, and which is the last to fit is found by halving.
struct KnownPeriods {
  /// At most so many groups are looked through, the ones that came last: as many dates no event has.
  static let groupLimit = 256
  /// How many mentions may be what another leans on, the nearest in time, and how many are tried for it.
  static let originLimit = 32
  static let originReach = 256

  private struct Key: Hashable {
    var stance: MentionTraits.Stance
    var period: Period?
    var relation: MentionTraits.Reach
    var isClosed: Bool
    var zone: UInt32
  }

  private struct Group {
    /// The first member.
    var first: Sighting
    /// Indices into the claim's mentions, in order, each with its day of publication.
    var members: [(index: Int, published: DayNumber)]

    func fits(_ place: Int, _ sighting: Sighting) -> Bool {
      PeriodFit(
        first.mention, published: members[place].published, sighting.mention, published: sighting.published
      ).isTogether
    }

    /// How many members fit, all of them before those that do not.
    func fitting(_ sighting: Sighting) -> Int {
      guard fits(0, sighting) else { return 0 }
      var (low, high) = (1, members.count)
      if fits(high - 1, sighting) { return high }
      while low < high {
        let middle = (low + high) / 2
        if fits(middle, sighting) { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private var places: [Key: Int] = [:]
  private var groups: [Group] = []
  private var byStance: [MentionTraits.Stance: [Int]] = [:]

  mutating func add(_ index: Int, _ sighting: Sighting) {
    let mention = sighting.mention
    byStance[mention.stance, default: []].append(index)
    let key = Key(
      stance: mention.stance, period: mention.period, relation: mention.reach,
      isClosed: mention.relation == .by, zone: mention.zone)
    if let place = places[key] {
      groups[place].members.append((index, sighting.published))
    } else {
      places[key] = groups.count
      groups.append(Group(first: sighting, members: [(index, sighting.published)]))
    }
  }

  func first(_ stance: MentionTraits.Stance) -> Int? { byStance[stance]?.first }

  func last(_ stance: MentionTraits.Stance) -> Int? { byStance[stance]?.last }

  private func candidates(_ stance: MentionTraits.Stance?) -> some Sequence<Group> {
    groups.suffix(KnownPeriods.groupLimit).lazy.filter { stance == nil || $0.first.mention.stance == stance }
  }

  /// The first mention of a stance whose period fits another's.
  func first(fitting sighting: Sighting, _ stance: MentionTraits.Stance) -> Int? {
    candidates(stance).first { $0.fits(0, sighting) }?.members[0].index
  }

  /// The last mention of a stance, or of any, whose period fits another's.
  func last(fitting sighting: Sighting, _ stance: MentionTraits.Stance?) -> Int? {
    var last: Int?
    for group in candidates(stance) {
      if let known = last, let newest = group.members.last, newest.index < known { continue }
      let count = group.fitting(sighting)
      if count > 0 { last = Swift.max(last ?? 0, group.members[count - 1].index) }
    }
    return last
  }

  func all(fitting sighting: Sighting, _ stance: MentionTraits.Stance) -> [Int] {
    candidates(stance).flatMap { group in group.members.prefix(group.fitting(sighting)).map(\.index) }
  }

  /// The mentions that say the same as another, those nearest before it, in order.
  func nearest(to sighting: Sighting, in sightings: [Sighting]) -> [Int] {
    var found: [Int] = []
    for index in byStance[sighting.mention.stance, default: []].suffix(KnownPeriods.originReach).reversed() {
      let fit = PeriodFit(
        sightings[index].mention, published: sightings[index].published, sighting.mention,
        published: sighting.published)
      if fit.isTogether { found.append(index) }
      if found.count == KnownPeriods.originLimit { break }
    }
    return found.reversed()
  }
}

extension MentionTraits {
  /// What of a relation decides whether periods fit.
  enum Reach: Hashable {
    case within, deadline, earliest
  }

  var reach: Reach { isEarliest ? .earliest : isDeadline ? .deadline : .within }
}
