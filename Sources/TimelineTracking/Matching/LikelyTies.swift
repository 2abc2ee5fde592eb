import TimelineDates

/// The ties between two articles that no rule finds, and that are likely all the same.
///
/// Each event of one article has at most one counterpart in the other: the likeliest pairs come first, those
/// whose times fit before those that move a date, and an event that is tied already takes part in no move.
/// Where two pairs that exclude each other are nearly as likely, neither is taken.
struct LikelyTies {
  /// The least likelihood of a tie.
  static let least = 0.5
  /// A second choice that is so nearly as likely makes the first doubtful.
  static let margin = 0.15
  /// By how many mentions of an event its times are known.
  private static let fewest = 8
  private let comparison: PairComparison
  private let groupsOfOne: [Int]
  private let groupsOfTwo: [Int]
  /// The mentions of each group.
  private let mentionsOfOne: [Int: [Int]]
  private let mentionsOfTwo: [Int: [Int]]
  /// The groups of the other article that a group is tied to.
  private var partnersOfOne: [Int: Set<Int>] = [:]
  private var partnersOfTwo: [Int: Set<Int>] = [:]

  init(_ comparison: PairComparison, _ groups: EventGroups) {
    self.comparison = comparison
    groupsOfOne = groups.ofOne
    groupsOfTwo = groups.ofTwo
    mentionsOfOne = Dictionary(grouping: groupsOfOne.indices) { groups.ofOne[$0] }
    mentionsOfTwo = Dictionary(grouping: groupsOfTwo.indices) { groups.ofTwo[$0] }
  }

  /// - Parameters:
  ///   - pairs: The likeliest first.
  ///   - known: The ties that the rules found.
  mutating func ties(of pairs: [PairComparison.Pair], beside known: [Tie]) -> [Tie] {
    for tie in known { join(groupsOfOne[tie.first], groupsOfTwo[tie.second]) }
    return choose(pairs.filter { $0.fit != .apart }, as: .same)
      + choose(pairs.filter { $0.fit == .apart }, as: .moved)
  }

  private mutating func join(_ first: Int, _ second: Int) {
    partnersOfOne[first, default: []].insert(second)
    partnersOfTwo[second, default: []].insert(first)
  }

  private mutating func choose(_ candidates: [PairComparison.Pair], as ground: Tie.Ground) -> [Tie] {
    var ties: [Tie] = []
    for (place, pair) in candidates.enumerated() where pair.likelihood >= Self.least {
      let (first, second) = (groupsOfOne[pair.first], groupsOfTwo[pair.second])
      guard isFree(first, second, ground) else { continue }
      let isDoubtful = candidates.enumerated().contains { other, rival in
        other != place && rival.likelihood > pair.likelihood - Self.margin
          && isFree(groupsOfOne[rival.first], groupsOfTwo[rival.second], ground) && excludes(rival, pair)
      }
      guard !isDoubtful else { continue }
      join(first, second)
      ties.append(comparison.tie(pair, ground))
    }
    return ties
  }

  /// Whether two events can be one beside those that they are tied to already.
  private func isFree(_ first: Int, _ second: Int, _ ground: Tie.Ground) -> Bool {
    let (others, counterparts) = (partnersOfOne[first, default: []], partnersOfTwo[second, default: []])
    if others.contains(second) { return false }
    if ground == .moved { return others.isEmpty && counterparts.isEmpty }
    return others.allSatisfy { canBeOne($0, second, mentionsOfTwo, comparison.two) }
      && counterparts.allSatisfy { canBeOne($0, first, mentionsOfOne, comparison.one) }
  }

  /// Whether a pair has an event of another, and for that one a counterpart that cannot be the other's.
  private func excludes(_ rival: PairComparison.Pair, _ pair: PairComparison.Pair) -> Bool {
    let sharesFirst = groupsOfOne[rival.first] == groupsOfOne[pair.first]
    let sharesSecond = groupsOfTwo[rival.second] == groupsOfTwo[pair.second]
    guard sharesFirst != sharesSecond else { return false }
    return sharesFirst
      ? !canBeOne(groupsOfTwo[rival.second], groupsOfTwo[pair.second], mentionsOfTwo, comparison.two)
      : !canBeOne(groupsOfOne[rival.first], groupsOfOne[pair.first], mentionsOfOne, comparison.one)
  }

  /// Whether two groups of an article have times that fit, by their first mentions.
  private func canBeOne(_ one: Int, _ two: Int, _ mentions: [Int: [Int]], _ article: ArticleTraits) -> Bool {
    let day = article.published.day
    return mentions[one, default: []].prefix(Self.fewest).contains { first in
      mentions[two, default: []].prefix(Self.fewest).contains { second in
        PeriodFit(article.mentions[first], published: day, article.mentions[second], published: day) != .apart
      }
    }
  }
}
