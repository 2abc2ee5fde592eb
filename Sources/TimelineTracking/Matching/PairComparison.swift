import TimelineDates

/// Compares the mentions of two articles one by one, the article published first on the left.
package struct PairComparison {
  let one: ArticleTraits
  let two: ArticleTraits
  /// How much of their story they share.
  let story: Double
  private let weights = PairWeights.english

  /// The sentences' words without those of dates, by mention.
  private let wordsOfOne: [[UInt32]]
  private let wordsOfTwo: [[UInt32]]

  init(_ one: ArticleTraits, _ two: ArticleTraits, story: Double) {
    self.one = one
    self.two = two
    self.story = story
    let times = TrackingWords.english.times
    func words(_ article: ArticleTraits) -> [[UInt32]] {
      article.mentions.prefix(Self.limit).map { $0.words.filter { !times.contains($0 & ~1) } }
    }
    wordsOfOne = words(one)
    wordsOfTwo = words(two)
  }

  /// A pair that may speak of one event.
  package struct Pair {
    /// The ordinals of the mentions.
    package var first: Int
    package var second: Int
    var fit: PeriodFit
    package var evidence: PairEvidence
    /// How likely it is, 0 through 1.
    package var likelihood: Double
  }

  /// How much of their story two articles share at least, and how much where the events are of two kinds.
  static let leastStory = 0.25
  private static let closeStory: Float = 0.6
  /// How much of their wording two events of two kinds share at least, where no actor is the same.
  private static let leastWording: Float = 0.3
  /// The most days of a time by which events are compared that only may be of one kind.
  private static let longestDays = 31
  /// By how many days what people have again and again is moved at most, without a word of it.
  private static let longestShift = 45
  /// How many mentions of an article are compared, the first ones.
  private static let limit = 32

  /// The pairs of two articles, the one published first given first.
  package static func pairs(of one: ArticleTraits, and two: ArticleTraits) -> [Pair] {
    let story = PairScore.story(one, two)
    return story < leastStory ? [] : PairComparison(one, two, story: story).pairs(above: 0)
  }

  /// The pairs that are at least so likely, the likeliest first.
  func pairs(above least: Double) -> [Pair] {
    var found: [Pair] = []
    for first in one.mentions.prefix(Self.limit) {
      for second in two.mentions.prefix(Self.limit) where !ArticleMatcher.isCounted(first, from: second) {
        let fit = fit(first, second)
        if fit == .apart, !canBeMoved(first, second) { continue }
        let isOfOneKind = first.sharesClass(with: second)
        guard isOfOneKind || isNarrow(fit) else { continue }
        let evidence = evidence(first, second, fit)
        if isNextOfItsKind(second, first, fit, evidence) { continue }
        if fit == .apart, !isToldAlike(evidence) { continue }
        guard isOfOneKind || evidence[.kin] || tellsTheSame(evidence) else { continue }
        let likelihood = weights.likelihood(evidence)
        guard likelihood >= least else { continue }
        found.append(
          Pair(
            first: first.ordinal, second: second.ordinal, fit: fit, evidence: evidence, likelihood: likelihood
          ))
      }
    }
    return found.sorted { ($1.likelihood, $0.first, $0.second) < ($0.likelihood, $1.first, $1.second) }
  }

  private func isNarrow(_ fit: PeriodFit) -> Bool {
    guard case .together(let days) = fit else { return false }
    return days <= Self.longestDays
  }

  /// Whether one date can have taken another's place: what was done on a day stays on it, what is counted from an
  /// event moves with that, and what is told as another of a row is another.
  private func canBeMoved(_ first: MentionTraits, _ second: MentionTraits) -> Bool {
    first.stance != .done && !first.isAnchored && !second.isAnchored && !second.isAnother(than: first)
  }

  /// Whether two events that people have again and again (meet, play) are two of them: by other people, or of
  /// another date after the first has passed, far off or with other names.
  private func isNextOfItsKind(
    _ second: MentionTraits, _ first: MentionTraits, _ fit: PeriodFit, _ evidence: PairEvidence
  ) -> Bool {
    let recurring = TrackingWords.english.recurring
    guard recurring.contains(first.event) || recurring.contains(second.event) else { return false }
    guard fit == .apart else {
      return evidence[.wording] < Self.leastWording
        && PairScore.agreement(first.actors, second.actors, in: first.words, second.words) < 0
    }
    let isPast = first.stance == .plan && first.due.map { $0 < two.published.day } ?? false
    let isFar =
      !second.tellsMove
      && first.due.flatMap { due in second.due.map { abs($0 - due) > Self.longestShift } } ?? false
    return second.stance == .plan && (isPast || isFar || second.differsInNames(from: first))
  }

  /// Whether more than the kind of event joins two dates: the same actor, word or words.
  private func isToldAlike(_ evidence: PairEvidence) -> Bool {
    evidence[.actor] || evidence[.word] || evidence[.wording] >= Self.leastWording
  }

  /// Whether two kinds of event can be one: of one day and one story, by the same actor or in the same words.
  private func tellsTheSame(_ evidence: PairEvidence) -> Bool {
    evidence[.day] && evidence[.story] >= Self.closeStory
      && (evidence[.actor] || evidence[.wording] >= Self.leastWording)
  }

  private func fit(_ first: MentionTraits, _ second: MentionTraits) -> PeriodFit {
    PeriodFit(first, published: one.published.day, second, published: two.published.day)
  }

  private func evidence(_ first: MentionTraits, _ second: MentionTraits, _ fit: PeriodFit) -> PairEvidence {
    var evidence = PairEvidence()
    evidence[.bias] = true
    evidence[.word] = first.event == second.event
    evidence[.kind] = !evidence[.word] && first.sharesClass(with: second)
    evidence[.kin] = !evidence[.word] && !evidence[.kind] && first.isKin(to: second)
    evidence[.actor] = (first.actors.likeness(to: second.actors) ?? 0) >= 0.9
    evidence[.bare] = [first, second].contains { $0.actors.isEmpty && $0.places.isEmpty }
    evidence[.off] = first.stance == .off || second.stance == .off
    evidence[.story] = Float(story)
    evidence[.moved] = second.tellsMove
    evidence[.lead] =
      first.sentence == one.mentions[0].sentence && second.sentence == two.mentions[0].sentence
    evidence[.reopened] = first.stance == .done && second.stance != .done
    evidence[.past] = first.stance == .done && second.stance == .done
    evidence[.wording] = PairComparison.share(wordsOfOne[first.ordinal], wordsOfTwo[second.ordinal])
    switch fit {
    case .together(let days):
      let isSame =
        first.period?.firstDay == second.period?.firstDay && first.period?.lastDay == second.period?.lastDay
      evidence[.day] = isSame && days <= 3
      evidence[.near] = !isSame && days <= 10
    case .open: evidence[.open] = true
    case .apart: tellMove(first, second, in: &evidence)
    }
    return evidence
  }

  private func tellMove(_ first: MentionTraits, _ second: MentionTraits, in evidence: inout PairEvidence) {
    guard let old = first.due ?? first.period?.lastDay, let new = second.due ?? second.period?.lastDay
    else { return }
    let left = max(7, old - one.published.day)
    evidence[.shift] = Float(min(3, Double(abs(new - old)) / Double(left)) / 3)
    evidence[.forward] = new < old
  }

  /// How many of the shorter list's words the other holds, of at least six.
  private static func share(_ one: [UInt32], _ two: [UInt32]) -> Float {
    let shared = one.reduce(0) { $0 + (two.contains($1) ? 1 : 0) }
    return Float(shared) / Float(max(6, min(one.count, two.count)))
  }

  func tie(_ pair: Pair, _ ground: Tie.Ground) -> Tie {
    let score = PairScore(one.mentions[pair.first], two.mentions[pair.second], fit: pair.fit, story: story)
    return Tie(first: pair.first, second: pair.second, score: score, ground: ground)
  }
}
