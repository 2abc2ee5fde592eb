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
    var groups: EventGroups?
    func events() -> EventGroups {
      let known = groups ?? EventGroups(one, two)
      groups = known
      return known
    }
    if !bare.isEmpty { candidates += withoutRivals(bare, candidates, events()) }
    candidates += withoutCounterparts(moved, one, two)
    // One alone has no rival.
    let chosen =
      candidates.count > 1
      ? choose(candidates, one, two, events())
      : candidates.filter { $0.ground != .disputed || isDisputed($0, [], one, two) }
    let story = known ?? PairScore.story(one, two)
    guard story >= PairComparison.leastStory else { return chosen }
    let comparison = PairComparison(one, two, story: story)
    let pairs = comparison.pairs(above: LikelyTies.least - LikelyTies.margin)
    guard !pairs.isEmpty else { return chosen }
    var likely = LikelyTies(comparison, events())
    return chosen + likely.ties(of: pairs, beside: chosen)
  }
}
