import TimelineDates

// What of the candidates between two articles can stand together.
extension ArticleMatcher {
  /// Keeps of the candidates those that no other excludes.
  static func choose(
    _ candidates: [Tie], _ one: ArticleTraits, _ two: ArticleTraits, _ groups: EventGroups
  ) -> [Tie] {
    let sorted = candidates.sorted { left, right in
      if (left.ground == .same) != (right.ground == .same) { return left.ground == .same }
      return (right.score.total, left.first, left.second) < (left.score.total, right.first, right.second)
    }
    let (inOne, inTwo) = (groups.ofOne, groups.ofTwo)
    // Rivals share a group of either article.
    var ofOne: [Int: [Int]] = [:]
    var ofTwo: [Int: [Int]] = [:]
    for (index, tie) in sorted.enumerated() where tie.ground == .same {
      ofOne[inOne[tie.first], default: []].append(index)
      ofTwo[inTwo[tie.second], default: []].append(index)
    }
    var isChosen = Array(repeating: false, count: sorted.count)
    var chosenWith: [Int: [Tie]] = [:]
    var chosen: [Tie] = []
    var doubtful: Set<Int> = []
    for (index, tie) in sorted.enumerated() {
      guard tie.ground == .same else {
        if tie.ground == .moved || isDisputed(tie, chosenWith[tie.first, default: []], one, two) {
          chosen.append(tie)
        }
        continue
      }
      func rivals(_ other: Tie) -> Bool {
        let sameFirst = inOne[tie.first] == inOne[other.first]
        let sameSecond = inTwo[tie.second] == inTwo[other.second]
        if sameFirst == sameSecond { return false }
        // A text that moves an event has two dates for it, each with its own counterpart.
        let firstsFit = compatible(one.mentions[tie.first], one.mentions[other.first], one.published.day)
        let secondsFit = compatible(two.mentions[tie.second], two.mentions[other.second], two.published.day)
        return firstsFit != secondsFit && (sameFirst ? firstsFit : secondsFit)
      }
      let around = [ofOne[inOne[tie.first], default: []], ofTwo[inTwo[tie.second], default: []]].joined()
      if doubtful.contains(index) || around.contains(where: { isChosen[$0] && rivals(sorted[$0]) }) {
        continue
      }
      let near = around.filter {
        $0 > index && tie.score.total - sorted[$0].score.total < margin && rivals(sorted[$0])
      }
      if near.isEmpty {
        chosen.append(tie)
        isChosen[index] = true
        chosenWith[tie.first, default: []].append(tie)
      } else {
        doubtful.formUnion(near)
      }
    }
    return chosen
  }

  /// Whether two dates contradict each other: the words are alike, or the newer article gives the older
  /// one's date too (by ties that were chosen for that mention), by another source.
  static func isDisputed(
    _ tie: Tie, _ chosen: [Tie], _ one: ArticleTraits, _ two: ArticleTraits
  ) -> Bool {
    // In a dense story the same people meet day after day: the sentences must be alike, too.
    if tie.score.actors >= 0.6, tie.score.wording >= 0.4 { return true }
    guard tie.score.event == 1 || tie.score.actors > 0 || tie.score.wording >= 0.2 else { return false }
    return chosen.contains { other in
      !agree(two.mentions[other.second].source, two.mentions[tie.second].source)
    }
  }

  /// Whether two mentions of an article could be one event.
  static func compatible(_ one: MentionTraits, _ two: MentionTraits, _ day: DayNumber) -> Bool {
    PeriodFit(one, published: day, two, published: day) != .apart
      && (one.actors.likeness(to: two.actors) ?? 1) > 0
  }
}
