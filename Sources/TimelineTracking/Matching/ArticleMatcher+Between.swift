import TimelineDates

// Ties between mentions of two articles, one by one.
extension ArticleMatcher {
  static func outer(
    _ one: MentionTraits, of first: ArticleTraits, _ two: MentionTraits, of second: ArticleTraits,
    story: Double
  ) -> Tie? {
    if isCounted(one, from: two) { return nil }
    let fit = PeriodFit(one, published: first.published.day, two, published: second.published.day)
    let score = PairScore(one, two, fit: fit, story: story)
    guard score.actors > -1, score.actors >= 0.9 || story >= 0.5 || story >= looseStory && score.actors >= 0.4
    else { return nil }
    func tie(_ ground: Tie.Ground) -> Tie {
      Tie(first: one.ordinal, second: two.ordinal, score: score, ground: ground)
    }
    switch fit {
    case .together(let days):
      return score.total >= threshold && isBacked(score, days: days, one, two) ? tie(.same) : nil
    case .open:
      let isKnown = score.actors >= 0.9 || score.event == 1 && score.wording >= 0.4
      return story >= 0.6 && isKnown ? tie(.same) : nil
    case .apart:
      guard one.stance == .plan, two.stance == .plan, !one.isAnchored, !two.isAnchored else { return nil }
      let days = second.published.day - first.published.day
      if story >= 0.6, days <= 2, !agree(one.source, two.source) { return tie(.disputed) }
      let redating = redating(score, one, first, two, second)
      return story >= 0.6 && redating.closesGuess || redating.tellsMove ? tie(.moved) : nil
    }
  }

  private static func redating(
    _ score: PairScore, _ one: MentionTraits, _ first: ArticleTraits, _ two: MentionTraits,
    _ second: ArticleTraits
  ) -> Redating {
    Redating(one: one, two: two, published: (first.published.day, second.published.day), score: score)
  }

  /// Whether class, story and time are backed by what is told of the event itself: the wider the time and
  /// the commoner the event, the more it takes.
  private static func isBacked(_ score: PairScore, days: Int, _ one: MentionTraits, _ two: MentionTraits)
    -> Bool
  {
    if days > 100 { return score.event == 1 && score.actors >= 0.9 && score.wording >= 0.3 }
    let isCommon = one.isVague || two.isVague
    if isCommon, score.event == 1, one.stance == .done, two.stance == .done {
      return score.actors >= 0.9 && score.wording >= 0.5
    }
    if days > 31 { return score.actors >= 0.5 || score.wording >= 0.5 }
    if one.stance == .done, two.stance == .done { return score.actors >= 0.5 || score.wording >= 0.5 }
    if score.actors > 0 { return true }
    if one.source != nil, two.source != nil, agree(one.source, two.source) { return true }
    return days <= 3 ? score.event == 1 || score.wording >= 0.2 : score.wording >= 0.35
  }

  /// The tie of two mentions that little but their day and their story joins: nothing speaks for another
  /// event of the kind, as long as neither article tells of one. See ``withoutRivals(_:_:_:_:)``.
  static func onlyOne(
    _ one: MentionTraits, of first: ArticleTraits, _ two: MentionTraits, of second: ArticleTraits,
    story: Double
  ) -> Tie? {
    guard story >= closeStory, !(one.isVague && two.isVague), !isCounted(one, from: two) else { return nil }
    let fit = PeriodFit(one, published: first.published.day, two, published: second.published.day)
    let score = PairScore(one, two, fit: fit, story: story)
    let tie = Tie(first: one.ordinal, second: two.ordinal, score: score, ground: .same)
    switch fit {
    case .together(let days):
      let isSameMoment =
        one.period?.grain.isClock == true && one.period?.start == two.period?.start && one.zone == two.zone
      // A clash of names outweighs the day, but not the very minute, nor a sentence said over again.
      guard score.actors > -1 || isSameMoment || score.wording >= 0.6 else { return nil }
      if one.stance == .done, two.stance == .done { return nil }
      if days <= 3 { return tie }
      return days <= 31 && (score.event == 1 || score.wording >= 0.15) && score.actors >= 0 ? tie : nil
    case .open:
      // Called off without a date.
      let isOff = two.period == nil && two.modality == .cancelled && one.stance == .plan
      return isOff && score.actors >= 0 ? tie : nil
    case .apart: return nil
    }
  }

  /// The tie of two plans, or of a plan and its late end, that their dates alone tell apart; see ``withoutCounterparts(_:_:_:)``.
  static func redated(
    _ one: MentionTraits, of first: ArticleTraits, _ two: MentionTraits, of second: ArticleTraits,
    story: Double
  ) -> Tie? {
    guard one.stance == .plan, two.stance != .off, !one.isAnchored, !two.isAnchored,
      PeriodFit(one, published: first.published.day, two, published: second.published.day) == .apart
    else { return nil }
    let score = PairScore(one, two, fit: .apart, story: story)
    let redating = redating(score, one, first, two, second)
    guard two.stance == .done ? redating.tellsLate : redating.tellsTheSame else { return nil }
    return Tie(first: one.ordinal, second: two.ordinal, score: score, ground: .moved)
  }

  /// Those of the ties whose events have each one date in its article, and not the date that the other gives: an
  /// article that tells of both tells of two events, or says itself that one is moved.
  static func withoutCounterparts(
    _ ties: [Tie], _ one: ArticleTraits, _ two: ArticleTraits
  ) -> [Tie] {
    func isAlone(_ mention: MentionTraits, beside other: MentionTraits, in article: ArticleTraits) -> Bool {
      article.mentions.allSatisfy { third in
        third.ordinal == mention.ordinal || !third.sharesClass(with: mention) || third.period == nil
          || (third.actors.likeness(to: mention.actors) ?? 1) == 0
          || PeriodFit(third, published: article.published.day, mention, published: article.published.day)
            .isTogether
            && !PeriodFit(
              third, published: article.published.day, other, published: article.published.day
            ).isTogether
      }
    }
    return ties.filter {
      let (first, second) = (one.mentions[$0.first], two.mentions[$0.second])
      return isAlone(first, beside: second, in: one) && isAlone(second, beside: first, in: two)
    }
  }

  /// Those of the ties whose mentions fit no other event of the other article.
  static func withoutRivals(
    _ ties: [Tie], _ others: [Tie], _ groups: EventGroups
  ) -> [Tie] {
    let (inOne, inTwo) = (groups.ofOne, groups.ofTwo)
    var partnersOfOne: [Int: Set<Int>] = [:]
    var partnersOfTwo: [Int: Set<Int>] = [:]
    for tie in ties + others where tie.ground == .same {
      partnersOfOne[tie.first, default: []].insert(inTwo[tie.second])
      partnersOfTwo[tie.second, default: []].insert(inOne[tie.first])
    }
    return ties.filter { partnersOfOne[$0.first]?.count == 1 && partnersOfTwo[$0.second]?.count == 1 }
  }
}
