import TimelineDates

// Ties between mentions of one article.
extension ArticleMatcher {
  static func inner(_ one: MentionTraits, _ two: MentionTraits, of article: ArticleTraits) -> Tie? {
    if isCounted(one, from: two) { return nil }
    let published = article.published.day
    let isSameTrigger = one.trigger == two.trigger
    let fit = PeriodFit(one, published: published, two, published: published)
    let score = PairScore(one, two, fit: fit, story: 1)
    guard score.actors > -1 else { return nil }
    func tie(_ ground: Tie.Ground) -> Tie {
      Tie(first: one.ordinal, second: two.ordinal, score: score, ground: ground)
    }
    switch fit {
    case .apart:
      // What is counted from an event moves with that.
      if one.isAnchored || two.isAnchored { return nil }
      let isNear = isSameTrigger || one.sentence == two.sentence || two.ordinal - one.ordinal <= 3
      let off = (one.stance == .off, two.stance == .off)
      let isPlan = one.stance == .plan || two.stance == .plan || one.tellsMove || two.tellsMove
      let isNext = two.ordinal - one.ordinal <= 1
      // Deadlines that one order sets one after the other.
      if isSameTrigger, one.isDeadline, two.isDeadline, one.modality == .demanded, two.modality == .demanded {
        return tie(.moved)
      }
      if isDoneBetween(one, two, in: article) { return nil }
      // Set for one day, put off, and held on another.
      if isNext, one.stance == .plan, two.stance == .done, one.tellsMove || two.tellsMove, score.actors >= 0 {
        return tie(.moved)
      }
      if isNear, off.0 != off.1, isPlan,
        isNext || isSameTrigger || score.event == 1 || score.actors >= 0.9 || agree(one.source, two.source)
      {
        return tie(.moved)
      }
      if off == (true, true), isSameTrigger || one.sentence == two.sentence && score.event == 1 {
        return tie(.moved)
      }
      let isDispute = one.stance == .plan && two.stance == .plan && !agree(one.source, two.source)
      let isAlike = score.actors > 0 ? score.event == 1 || score.wording >= 0.3 : score.event == 1
      if isDispute, isAlike, score.actors > 0 || score.wording >= 0.3 { return tie(.disputed) }
      return nil
    case .together(let days):
      if isSameTrigger { return days <= 31 ? tie(.same) : nil }
      // One sentence seldom names an event twice, unless to say that what was to come did not.
      let isOneOfTwo =
        one.sentence != two.sentence || days <= 3 && (one.stance == .off) != (two.stance == .off)
      let isVague = one.isVague && two.isVague
      // The first day of an event, and all of them.
      let begins =
        one.stance == .plan && two.stance == .plan && one.period?.firstDay == two.period?.firstDay
      guard days <= 31, isOneOfTwo || score.actors >= 0.9, score.actors >= 0 else { return nil }
      let isBacked =
        score.actors >= 0.9 || score.event == 1 && !isVague && (days <= 3 || score.wording >= 0.4)
        || !isVague && (days <= 1 || begins) || one.stance != two.stance && score.actors > 0
      return isBacked && score.total >= innerThreshold ? tie(.same) : nil
    case .open:
      return score.actors >= 0.9 || score.event == 1 && score.actors >= 0 ? tie(.same) : nil
    }
  }

  /// Whether the article reports an event of the same kind as done between two dates: the later one is then of
  /// the next event, and not of the earlier one moved.
  private static func isDoneBetween(
    _ one: MentionTraits, _ two: MentionTraits, in article: ArticleTraits
  ) -> Bool {
    guard let first = one.period, let second = two.period else { return false }
    let (early, late) = first.start <= second.start ? (first, second) : (second, first)
    return article.mentions.indices.contains { index in
      guard article.mentions[index].stance == .done, let period = article.mentions[index].period,
        article.mentions[index].sharesClass(with: one)
      else { return false }
      let other = article.mentions[index]
      return early.lastDay < period.firstDay && period.lastDay < late.firstDay
        && PairScore.agreement(other.actors, two.actors, in: other.words, two.words) > -1
    }
  }

  /// Whether one of two mentions is counted from the other's event (`two days before the summit`).
  static func isCounted(_ one: MentionTraits, from two: MentionTraits) -> Bool {
    guard one.countedFrom != two.countedFrom else { return false }
    return one.isAnchored && one.countedFrom == two.event || two.isAnchored && two.countedFrom == one.event
  }

  /// Whether two mentions have one source: the same name, or the outlet itself.
  static func agree(_ one: NameKey?, _ two: NameKey?) -> Bool {
    guard let one, let two else { return one == nil && two == nil }
    return one.likeness(to: two) >= 0.6
  }
}
