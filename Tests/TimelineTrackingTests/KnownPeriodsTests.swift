import Testing
import TimelineClaims
import TimelineDates

@testable import TimelineTracking

/// Looking mentions up by period finds what looking at each would.
@Suite struct KnownPeriodsTests {
  private func sightings(_ count: Int) -> [Sighting] {
    // A fixed sequence of numbers that looks like chance.
    var state: UInt64 = 11
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { index in
      var traits = MentionTraits()
      let first = Int32(next(40))
      if next(8) > 0 {
        traits.period = Period(days: DayNumber(first), through: DayNumber(first + Int32(next(4))))
      }
      traits.modality = [.scheduled, .happened, .cancelled, .expected][next(4)]
      traits.relation = [.on, .by, .before, .after][next(4)]
      traits.isNegated = next(3) == 0
      var article = ArticleTraits(published: DocumentTime(day: DayNumber(Int32(index / 4))))
      article.key = UInt64(index)
      return Sighting(traits, in: article)
    }
  }

  @Test func itFindsTheFirstTheLastAndAll() {
    let sightings = sightings(160)
    var known = KnownPeriods()
    var found = 0
    for (index, sighting) in sightings.enumerated() {
      for stance in [MentionTraits.Stance.plan, .done, .off] {
        let fitting = sightings.indices.prefix(index).filter { other in
          sightings[other].mention.stance == stance
            && PeriodFit(
              sightings[other].mention, published: sightings[other].published, sighting.mention,
              published: sighting.published
            ).isTogether
        }
        found += fitting.count
        #expect(known.first(fitting: sighting, stance) == fitting.first)
        #expect(known.last(fitting: sighting, stance) == fitting.last)
        #expect(known.all(fitting: sighting, stance).sorted() == fitting)
        if stance == sighting.mention.stance {
          #expect(known.nearest(to: sighting, in: sightings) == fitting.suffix(KnownPeriods.originLimit))
        }
      }
      known.add(index, sighting)
    }
    #expect(found > 1000)
  }

  @Test func longArticlesAreComparedWithinBounds() {
    var article = ArticleTraits(published: DocumentTime(day: DayNumber(0)))
    article.names = [2, 4, 6, 8]
    for ordinal in 0..<300 {
      var traits = MentionTraits()
      traits.ordinal = ordinal
      traits.trigger = ordinal * 10..<ordinal * 10 + 4
      traits.event = 7
      traits.classes = [9]
      traits.sentence = UInt32(ordinal)
      traits.actors = [NameKey(words: [11])]
      traits.period = Period(day: DayNumber(5))
      traits.modality = .scheduled
      article.mentions.append(traits)
    }
    let inner = ArticleMatcher.ties(within: article)
    #expect(inner.count >= 299 && inner.count <= 300 * ArticleMatcher.window)
    #expect(inner.allSatisfy { $0.second - $0.first <= ArticleMatcher.window })
    var other = article
    other.key = 1
    let outer = ArticleMatcher.ties(between: article, and: other)
    #expect(!outer.isEmpty && outer.count <= ArticleMatcher.classLimit * ArticleMatcher.classLimit)
  }
}
