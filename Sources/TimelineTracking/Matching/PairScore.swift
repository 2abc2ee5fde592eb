/// How alike two mentions are, part by part; each part 0 through 1, participants less where they differ.
package struct PairScore: Hashable, Sendable {
  /// The same event word 1, the same class 0.8.
  package var event = 0.0
  /// The likeness of actors; 0 where one sentence names the other's in another part; -1 where both name some and
  /// none agree, -0.2 where they are told by different common words.
  package var actors = 0.0
  package var places = 0.0
  /// How much of the story the articles share.
  package var story = 0.0
  /// How narrow the time is that they share.
  package var time = 0.0
  /// Shared content of the two sentences.
  package var wording = 0.0

  /// The weights were set on the gold threads; see `TrackingGoldTests`.
  package var total: Double {
    0.25 * event + 0.25 * actors + 0.1 * places + 0.25 * story + 0.15 * time + 0.25 * wording
  }

  /// The parts for showing, largest first: `story 0.25, event 0.2`.
  package var parts: [(name: String, share: Double)] {
    [
      ("event", 0.25 * event), ("actors", 0.25 * actors), ("places", 0.1 * places), ("story", 0.25 * story),
      ("time", 0.15 * time), ("wording", 0.25 * wording),
    ].sorted { $0.1 > $1.1 }
  }
}

extension PairScore {
  init(_ one: MentionTraits, _ two: MentionTraits, fit: PeriodFit, story: Double) {
    event = one.event == two.event ? 1 : one.sharesClass(with: two) ? 0.8 : 0
    actors = PairScore.agreement(one.actors, two.actors, in: one.words, two.words)
    if actors < 0 {
      // What one text names as the place of an event another may name as what undergoes it.
      let crossed = max(one.actors.likeness(to: two.places) ?? 0, one.places.likeness(to: two.actors) ?? 0)
      if crossed > 0 { actors = crossed }
    }
    places = PairScore.agreement(one.places, two.places, in: one.words, two.words)
    self.story = story
    if case .together(let days) = fit {
      time = days <= 3 ? 1 : days <= 10 ? 0.8 : days <= 31 ? 0.6 : days <= 100 ? 0.5 : 0.2
    }
    wording = PairScore.overlap(one.words, two.words)
  }

  /// The likeness of names; where one side names nobody, whether its sentence holds the other's name.
  static func agreement(
    _ one: [NameKey], _ two: [NameKey], in words: [UInt32], _ others: [UInt32]
  ) -> Double {
    guard let best = one.likeness(to: two) else {
      let names = one.isEmpty ? two : one
      let sentence = one.isEmpty ? words : others
      let isNamed = names.contains { name in
        name.words.contains { $0 & 1 == 1 && sentence.contains($0) }
      }
      return isNamed ? 0.5 : 0
    }
    if best > 0 { return best }
    // One text tells who does it, the other what is done to whom: `Tighe expects to open the bridge`.
    func isNamed(_ names: [NameKey], _ sentence: [UInt32]) -> Bool {
      names.contains { name in
        !name.isEmpty && name.words.allSatisfy { word in sentence.contains { $0 | 1 == word | 1 } }
      }
    }
    if isNamed(one, others) || isNamed(two, words) { return 0 }
    let clash = one.contains(where: \.hasProper) && two.contains(where: \.hasProper)
    return clash ? -1 : -0.2
  }

  /// Shared words against the shorter sentence; proper names count twice.
  static func overlap(_ one: [UInt32], _ two: [UInt32]) -> Double {
    func weight(_ words: [UInt32]) -> Int { words.reduce(0) { $0 + ($1 & 1 == 1 ? 2 : 1) } }
    let shared = weight(one.filter(two.contains))
    let size = min(weight(one), weight(two))
    return size > 0 ? min(1, Double(shared) / Double(max(size, 6))) : 0
  }

  /// How much two articles tell one story, 0 through 1: names that few stories share count 1, others 0.2.
  package static func story(_ one: ArticleTraits, _ two: ArticleTraits) -> Double {
    func weight(_ names: [UInt32]) -> Double { names.reduce(0) { $0 + ($1 & 1 == 1 ? 0.2 : 1) } }
    let theirs = Set(two.names)
    let shared = weight(one.names.filter(theirs.contains))
    guard shared > 0 else { return 0 }
    let size = min(weight(one.names), weight(two.names))
    // One shared name is no story yet, however few there are.
    let ratio = min(1, 2 * shared / max(size, 1)) * min(1, shared / 3)
    return min(shared < 2 ? 0.3 : 1, 0.5 * min(1, shared / 4) + 0.5 * ratio)
  }
}
