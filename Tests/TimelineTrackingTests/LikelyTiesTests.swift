import CTimelineData
import Testing
import TimelineClaims
import TimelineDates
import TimelineLanguage

@testable import TimelineTracking

/// Ties that no rule finds: by likelihood, the same from either side.
@Suite struct LikelyTiesTests {
  private static let day = DayNumber(20_000)

  /// An article of one story: its mentions share four names.
  private func article(_ key: UInt64, day: Int, _ mentions: MentionTraits...) -> ArticleTraits {
    var traits = ArticleTraits(published: DocumentTime(day: Self.day + day))
    traits.key = key
    traits.names = [2, 4, 6, 8, 10]
    traits.mentions = mentions
    for place in mentions.indices { traits.mentions[place].ordinal = place }
    return traits
  }

  private func mention(
    _ event: UInt32, kind: UInt32, on day: Int, _ modality: Modality = .scheduled, trigger: Int = 0,
    words: [UInt32] = []
  ) -> MentionTraits {
    var traits = MentionTraits()
    traits.trigger = trigger..<trigger + 1
    traits.event = event
    traits.classes = [kind]
    traits.kin = [kind, 7]
    traits.modality = modality
    traits.words = words
    traits.sentence = UInt32(trigger) + event
    let start = LocalTime(Self.day + day)
    traits.period = Period(start: start, end: LocalTime(Self.day + day, second: 86_399), grain: .day)
    return traits
  }

  private func ties(_ one: ArticleTraits, _ two: ArticleTraits) -> [[Int]] {
    ArticleMatcher.ties(between: one, and: two).map { [$0.first, $0.second] }.sorted { $0[0] < $1[0] }
  }

  @Test func theWeightsAreComplete() {
    #expect(PairWeights.english.faults.isEmpty)
    let faulty = PairWeights(DataFile("x.tsv", text: "bias\t1\nbias\t2\nwing\t1\nstory\tmuch\n"))
    #expect(faulty.faults.count == 3 + PairEvidence.Kind.allCases.count - 1)
  }

  @Test func evidenceMakesAnEventLikelier() {
    let (one, two) = (mention(1, kind: 101, on: 10), mention(2, kind: 101, on: 10))
    let pairs = PairComparison.pairs(of: article(1, day: 0, one), and: article(2, day: 5, two))
    let far = PairComparison.pairs(
      of: article(1, day: 0, one), and: article(2, day: 5, mention(1, kind: 101, on: 300)))
    #expect(pairs.count == 1 && far.count == 1)
    #expect((pairs.first?.likelihood ?? 0) > 0.5)
    #expect((far.first?.likelihood ?? 1) < 0.5)
  }

  @Test func theKindAloneMovesNoDate() {
    let one = article(1, day: 0, mention(1, kind: 101, on: 10))
    #expect(ties(one, article(2, day: 5, mention(2, kind: 101, on: 13))).isEmpty)
    #expect(ties(one, article(2, day: 5, mention(2, kind: 101, on: 10))) == [[0, 0]])
  }

  @Test func kinJoinsOnlyByDay() {
    let one = article(1, day: 0, mention(1, kind: 101, on: 10, words: [20, 22, 24]))
    let same = article(2, day: 5, mention(2, kind: 103, on: 10, words: [20, 22, 24]))
    let moved = article(2, day: 5, mention(2, kind: 103, on: 14, words: [20, 22, 24]))
    #expect(ties(one, same) == [[0, 0]])
    #expect(ties(one, moved).isEmpty)
  }

  @Test func theTiesAreTheSameFromEitherSide() {
    let one = article(
      1, day: 0, mention(1, kind: 101, on: 10, words: [20, 22]), mention(3, kind: 105, on: 30, trigger: 9))
    let two = article(
      2, day: 5, mention(4, kind: 105, on: 30, trigger: 3),
      mention(2, kind: 101, on: 14, trigger: 6, words: [20, 22]))
    let there = ties(one, two)
    #expect(!there.isEmpty)
    #expect(ties(two, one).map { [$0[1], $0[0]] }.sorted { $0[0] < $1[0] } == there)
  }

  @Test func whatWasDoneIsNotMoved() {
    let words: [UInt32] = [20, 22, 24, 26, 28, 30]
    let one = article(1, day: 0, mention(1, kind: 101, on: -1, .happened, words: words))
    let two = article(2, day: 3, mention(1, kind: 101, on: 2, .happened, words: words))
    #expect(ties(one, two).isEmpty)
  }

  @Test func twoThatFitAsWellAreLeft() {
    let one = article(1, day: 0, mention(9, kind: 109, on: 3), mention(1, kind: 101, on: 10, trigger: 4))
    let rival = mention(1, kind: 101, on: 13, trigger: 6)
    let alone = article(2, day: 5, mention(8, kind: 110, on: 2), mention(1, kind: 101, on: 13, trigger: 3))
    let two = article(
      2, day: 5, mention(8, kind: 110, on: 2), mention(1, kind: 101, on: 12, trigger: 3), rival)
    #expect(ties(one, alone) == [[1, 1]])
    #expect(ties(one, two).isEmpty)
  }

  @Test func anArticleWithoutClaimsTiesNothing() {
    #expect(ties(article(1, day: 0), article(2, day: 5, mention(1, kind: 101, on: 10))).isEmpty)
  }
}
