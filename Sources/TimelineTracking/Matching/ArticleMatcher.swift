import TimelineDates

/// Decides which mentions of one article, or of two, speak of the same event.
///
/// A pure function of the articles, the same whichever is given first, so that the order in which
/// articles are added does not matter. A false merge is worse than a missed one: where two mentions of
/// one article that exclude each other both fit a mention of another nearly as well, neither is taken.
package enum ArticleMatcher {
  /// The least score of a tie between articles, and of one inside an article.
  static let threshold = 0.58
  static let innerThreshold = 0.5
  /// How much of their story two articles share at least where names that are a little alike join mentions.
  static let looseStory = 0.3
  /// How much of their story two articles share where a day and the kind of event alone can join mentions.
  static let closeStory = 0.7
  /// A second choice that scores so near to the first makes the first doubtful.
  static let margin = 0.04
  /// With how many mentions of a class before it a mention is compared inside its article, and how many of
  /// a class, the first ones, are compared with another article's: what bounds the cost of long articles.
  static let window = 32
  static let classLimit = 32
  /// How many of the mentions tied to one are looked at for whether it sums up several events.
  static let partnerLimit = 16

  /// Ties between mentions of one article.
  package static func ties(within article: ArticleTraits) -> [Tie] {
    var ties: [Tie] = []
    let mentions = article.mentions
    var index = ClassIndex()
    for second in mentions.indices {
      for first in index.nearest(window, to: mentions[second]) {
        if let tie = inner(mentions[first], mentions[second], of: article) { ties.append(tie) }
      }
      index.add(second, mentions[second])
    }
    return withoutSummaries(ties, of: article)
  }

  /// Leaves out the ties of mentions that sum up several events (`both voted in January`): those that are
  /// tied to two that exclude each other.
  private static func withoutSummaries(_ ties: [Tie], of article: ArticleTraits) -> [Tie] {
    let mentions = article.mentions
    var partners: [Int: [Int]] = [:]
    for tie in ties where tie.ground == .same {
      partners[tie.first, default: []].append(tie.second)
      partners[tie.second, default: []].append(tie.first)
    }
    let summaries = partners.filter { _, all in
      let others = all.prefix(partnerLimit)
      return others.indices.contains { index in
        others[..<index].contains {
          !compatible(mentions[others[index]], mentions[$0], article.published.day)
        }
      }
    }
    return ties.filter { $0.ground != .same || summaries[$0.first] == nil && summaries[$0.second] == nil }
  }

  /// Ties between mentions of two articles; ``Tie/first`` counts in `one`, ``Tie/second`` in `two`.
  package static func ties(between one: ArticleTraits, and two: ArticleTraits) -> [Tie] {
    let isOrdered = (one.published.instant, one.key) <= (two.published.instant, two.key)
    guard isOrdered else {
      return ties(between: two, and: one).map {
        Tie(first: $0.second, second: $0.first, score: $0.score, ground: $0.ground)
      }
    }
    var known: Double?
    var candidates: [Tie] = []
    var bare: [Tie] = []
    var moved: [Tie] = []
    var index = ClassIndex(limit: classLimit)
    for (place, mention) in two.mentions.enumerated() { index.add(place, mention) }
    var compared = ClassIndex(limit: classLimit)
    for (place, first) in one.mentions.enumerated() where compared.add(place, first) {
      for place in index.all(sharingClassWith: first) {
        let second = two.mentions[place]
        let story = known ?? PairScore.story(one, two)
        known = story
        if let tie = outer(first, of: one, second, of: two, story: story) {
          candidates.append(tie)
        } else if let tie = redated(first, of: one, second, of: two, story: story) {
          moved.append(tie)
        } else if let tie = onlyOne(first, of: one, second, of: two, story: story) {
          bare.append(tie)
        }
      }
    }
    candidates += withoutRivals(bare, candidates, one, two)
    candidates += withoutCounterparts(moved, one, two)
    guard !candidates.isEmpty else { return [] }
    return choose(candidates, one, two)
  }
}

// MARK: - Inside an article

extension ArticleMatcher {
  private static func inner(_ one: MentionTraits, _ two: MentionTraits, of article: ArticleTraits) -> Tie? {
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
    return article.mentions.contains { other in
      guard other.stance == .done, let period = other.period, other.sharesClass(with: one) else {
        return false
      }
      return early.lastDay < period.firstDay && period.lastDay < late.firstDay
        && PairScore.agreement(other.actors, two.actors, in: other.words, two.words) > -1
    }
  }

  /// Whether one of two mentions is counted from the other's event (`two days before the summit`).
  private static func isCounted(_ one: MentionTraits, from two: MentionTraits) -> Bool {
    guard one.countedFrom != two.countedFrom else { return false }
    return one.isAnchored && one.countedFrom == two.event || two.isAnchored && two.countedFrom == one.event
  }

  /// Whether two mentions have one source: the same name, or the outlet itself.
  private static func agree(_ one: NameKey?, _ two: NameKey?) -> Bool {
    guard let one, let two else { return one == nil && two == nil }
    return one.likeness(to: two) >= 0.6
  }
}

// MARK: - Between articles

extension ArticleMatcher {
  private static func outer(
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
  private static func onlyOne(
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
  private static func redated(
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
  private static func withoutCounterparts(
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
  private static func withoutRivals(
    _ ties: [Tie], _ others: [Tie], _ one: ArticleTraits, _ two: ArticleTraits
  ) -> [Tie] {
    guard !ties.isEmpty else { return [] }
    let inOne = groups(of: one)
    let inTwo = groups(of: two)
    var partnersOfOne: [Int: Set<Int>] = [:]
    var partnersOfTwo: [Int: Set<Int>] = [:]
    for tie in ties + others where tie.ground == .same {
      partnersOfOne[tie.first, default: []].insert(inTwo[tie.second])
      partnersOfTwo[tie.second, default: []].insert(inOne[tie.first])
    }
    return ties.filter { partnersOfOne[$0.first]?.count == 1 && partnersOfTwo[$0.second]?.count == 1 }
  }

  /// Keeps of the candidates those that no other excludes.
  private static func choose(_ candidates: [Tie], _ one: ArticleTraits, _ two: ArticleTraits) -> [Tie] {
    let sorted = candidates.sorted { left, right in
      if (left.ground == .same) != (right.ground == .same) { return left.ground == .same }
      return (right.score.total, left.first, left.second) < (left.score.total, right.first, right.second)
    }
    // One alone has no rival.
    guard sorted.count > 1 else {
      return sorted.filter { $0.ground != .disputed || isDisputed($0, [], one, two) }
    }
    let inOne = groups(of: one)
    let inTwo = groups(of: two)
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
  private static func isDisputed(
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
  private static func compatible(_ one: MentionTraits, _ two: MentionTraits, _ day: DayNumber) -> Bool {
    PeriodFit(one, published: day, two, published: day) != .apart
      && (one.actors.likeness(to: two.actors) ?? 1) > 0
  }

  /// For each mention the smallest ordinal of the mentions that the article itself ties to it.
  private static func groups(of article: ArticleTraits) -> [Int] {
    var group = Array(article.mentions.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while group[index] != index {
        group[index] = group[group[index]]
        index = group[index]
      }
      return index
    }
    for tie in ties(within: article) {
      let (one, two) = (root(tie.first), root(tie.second))
      group[max(one, two)] = min(one, two)
    }
    return group.indices.map(root)
  }
}
