import TimelineTestSupport
import Testing

@testable import Timeline

/// The whole timeline on gold claims: stored, tracked, listed.
@Suite struct GoldTimelineTests {
  let corpus: GoldCorpus
  let extractor: ArticleExtractor

  init() throws {
    let corpus = try GoldCorpus()
    let extractions = corpus.extractions
    self.corpus = corpus
    extractor = ArticleExtractor { text, _ in extractions[text] ?? Extraction() }
  }

  private func timeline() throws -> Timeline {
    Timeline(store: try TimelineStore.inMemory(), extractor: extractor)
  }

  private func figures(of timeline: Timeline) throws -> TrackingFigures {
    try TrackingFigures(corpus) { day in
      let asOf = day.flatMap { CivilDate(iso: $0) }?.number
      let claims = try timeline.claims(matching: ClaimQuery(now: DayNumber(20_600), asOf: asOf, scope: .all))
      return TrackingFigures.Snapshot(claims, of: corpus)
    }
  }

  @Test func reachesTheFiguresOnGoldClaims() throws {
    let timeline = try timeline()
    for article in corpus.articles { try timeline.add(article) }
    let figures = try figures(of: timeline)
    print("B-cubed P \(figures.precision) R \(figures.recall) F1 \(figures.f1)")
    print("links together \(figures.together) typed \(figures.typed)  status \(figures.status)")
    #expect(figures.f1 >= 0.85)
    #expect(figures.typed >= 0.7)
    #expect(figures.together >= 0.8)
    #expect(figures.status >= 0.9)
  }

  @Test func theOrderOfAddingDoesNotMatter() throws {
    let forward = try timeline()
    for article in corpus.articles { try forward.add(article) }
    let expected = try shape(of: forward)
    var generator = SplitMix(state: 7)
    for _ in 0..<3 {
      let shuffled = try timeline()
      for article in corpus.articles.shuffled(using: &generator) { try shuffled.add(article) }
      #expect(try shape(of: shuffled) == expected)
    }
    let bulk = try timeline()
    try bulk.add(contentsOf: corpus.articles.reversed())
    #expect(try shape(of: bulk) == expected)
  }

  @Test func anyOrderOfAnySubsetGivesOneTimelineWithoutOrphansAndCycles() throws {
    var generator = SplitMix(state: 23)
    for _ in 0..<3 {
      let subset = corpus.articles.filter { _ in Int.random(in: 0..<3, using: &generator) > 0 }
      let one = try timeline()
      for article in subset.shuffled(using: &generator) { try one.add(article) }
      let two = try timeline()
      // Others come and go again.
      for article in corpus.articles.shuffled(using: &generator) { try two.add(article) }
      let kept = Set(subset.map(\.key))
      for article in corpus.articles where !kept.contains(article.key) {
        try two.remove(articleKey: article.key)
      }
      #expect(try shape(of: one) == shape(of: two))
      for claim in try one.claims(matching: ClaimQuery(now: DayNumber(20_600), scope: .all)) {
        // Every mention but the first leads to an earlier one, so that no link leads in a circle.
        var known: Set<Int64> = []
        for linked in claim.mentions {
          #expect(linked.link.to.map(known.contains) ?? (known.isEmpty && linked.link.kind == .first))
          known.insert(linked.mention.id)
        }
        #expect(!known.isEmpty && claim.mentions.indices.contains(claim.standing))
      }
    }
  }

  @Test func draftsRebuildsAndDecisionsTakenBackLeaveNoTrace() throws {
    var generator = SplitMix(state: 41)
    for _ in 0..<2 {
      let subset = corpus.articles.filter { _ in Int.random(in: 0..<2, using: &generator) > 0 }
      let plain = try timeline()
      for article in subset { try plain.add(article) }
      let eventful = try timeline()
      for article in subset.shuffled(using: &generator) {
        if Bool.random(using: &generator), let other = corpus.articles.randomElement(using: &generator) {
          // First under its key what another article says.
          var draft = article
          draft.text = other.text
          try eventful.add(draft)
        }
        try eventful.add(article)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: try eventful.rebuild()
        case 1:
          let claims = try eventful.everything.shuffled(using: &generator).prefix(2)
          if claims.count == 2 {
            try eventful.merge(claims.map(\.id))
            #expect(try eventful.undo()?.kind == .merge)
          }
        case 2:
          if let claim = try eventful.everything.first(where: { $0.mentions.count > 1 }),
            let last = claim.mentions.last
          {
            try eventful.split(claim.id, mentions: [last.mention.id])
            #expect(try eventful.undo()?.kind == .split)
          }
        case 3:
          if let claim = try eventful.everything.randomElement(using: &generator) {
            try eventful.settle(claim.id, Verdict(status: .cancelled))
            #expect(try eventful.undo()?.kind == .settle)
          }
        default: break
        }
      }
      #expect(try shape(of: eventful) == shape(of: plain))
      #expect(try eventful.decisions().isEmpty)
      #expect(try eventful.everything.allSatisfy { $0.verdict == nil && !$0.mentions.isEmpty })
    }
  }

  @Test func asOfIsTheTimelineOfTheArticlesKnownByThen() throws {
    let whole = try timeline()
    for article in corpus.articles { try whole.add(article) }
    let day = DayNumber(19_720)  // 29 December 2023
    let part = try timeline()
    for article in corpus.articles where article.published.day <= day { try part.add(article) }
    let asOf = try whole.claims(matching: ClaimQuery(now: day, asOf: day, scope: .all))
    let then = try part.claims(matching: ClaimQuery(now: day, scope: .all))
    #expect(asOf.count == then.count)
    #expect(try shape(of: asOf) == shape(of: then))
    #expect(try whole.count(matching: ClaimQuery(now: day, asOf: day, scope: .all)) == asOf.count)
  }

  @Test func removingAndAddingAgainChangesNothing() throws {
    let timeline = try timeline()
    for article in corpus.articles { try timeline.add(article) }
    let before = try shape(of: timeline)
    for key in ["dip-3", "rail-1", "spa-2"] { try timeline.remove(articleKey: key) }
    for article in corpus.articles { try timeline.add(article) }
    #expect(try shape(of: timeline) == before)
  }

  @Test func rebuildingKeepsClaimsAndVerdicts() throws {
    let timeline = try timeline()
    for article in corpus.articles { try timeline.add(article) }
    let before = try timeline.claims(matching: ClaimQuery(now: DayNumber(20_600), scope: .all))
    let first = try #require(before.first)
    try timeline.settle(first.id, Verdict(status: .missed, note: "checked"))
    let report = try timeline.rebuild()
    #expect(report.articles == corpus.articles.count)
    let after = try timeline.claims(matching: ClaimQuery(now: DayNumber(20_600), scope: .all))
    #expect(after.map(\.id) == before.map(\.id))
    #expect(after.map(\.uid) == before.map(\.uid))
    #expect(try shape(of: after) == shape(of: before))
    let settled = try timeline.claim(first.id, now: DayNumber(20_600))
    #expect(settled?.verdict == Verdict(status: .missed, note: "checked"))
    #expect(settled?.status == .missed)
  }

  /// Each claim as the set of its mentions with their links, whatever the rows are.
  private func shape(of timeline: Timeline) throws -> Set<[String]> {
    try shape(of: timeline.claims(matching: ClaimQuery(now: DayNumber(20_600), scope: .all)))
  }

  private func shape(of claims: [TrackedClaim]) throws -> Set<[String]> {
    Set(
      claims.map { claim in
        var names: [Int64: String] = [:]
        for linked in claim.mentions {
          let span = linked.mention.claim.trigger.span
          let time = linked.mention.claim.time?.span.lowerBound ?? -1
          names[linked.mention.id] = "\(linked.mention.article.key)@\(span.lowerBound)/\(time)"
        }
        return claim.mentions.map { linked in
          "\(names[linked.mention.id] ?? "") \(linked.link.kind) \(linked.link.to.flatMap { names[$0] } ?? "-")"
        } + ["stands \(claim.mentions[claim.standing].mention.article.key)"]
      })
  }
}

/// A small generator that gives the same numbers on every run (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
