import Testing
import TimelineClaims
import TimelineDates

@testable import TimelineTracking

@Suite struct ClaimHistoryTests {
  /// A mention published on a day, of a period that is told in days after the start.
  private func mention(
    _ published: Int, _ first: Int?, _ last: Int? = nil, _ modality: Modality = .scheduled,
    relation: Relation = .on, negated: Bool = false, source: UInt32? = nil
  ) -> Sighting {
    var traits = MentionTraits()
    traits.id = Int64(published * 100 + (first ?? 99))
    traits.period = first.map { Period(days: DayNumber(Int32($0)), through: DayNumber(Int32(last ?? $0))) }
    traits.modality = modality
    traits.relation = relation
    traits.isNegated = negated
    traits.source = source.map { NameKey(words: [$0]) }
    // Each in words of its own.
    traits.sentence = UInt32(published)
    var article = ArticleTraits(published: DocumentTime(day: DayNumber(Int32(published))))
    article.key = UInt64(published)
    article.id = Int64(published)
    article.mentions = [traits]
    return Sighting(traits, in: article)
  }

  private func status(_ history: ClaimHistory, on day: Int32) -> Status { history.status(on: DayNumber(day)) }

  @Test func aPlanIsUpcomingThenOverdue() {
    let history = ClaimHistory([mention(0, 10, 12)])
    #expect(history.links.map(\.kind) == [.first])
    #expect(status(history, on: 12) == .upcoming)
    #expect(status(history, on: 13) == .overdue)
  }

  @Test func beforeEndsTheDayBefore() {
    let history = ClaimHistory([mention(0, 10, relation: .before)])
    #expect(status(history, on: 9) == .upcoming)
    #expect(status(history, on: 10) == .overdue)
  }

  @Test func aLaterDateRevises() {
    let history = ClaimHistory([mention(0, 10), mention(5, 20)])
    #expect(history.links.map(\.kind) == [.first, .revision])
    #expect(history.links[1].reason.contains("later by 10 days"))
    #expect(history.standing == 1)
    #expect(status(history, on: 15) == .upcoming)
  }

  @Test func aDateOfAnotherSourceWithinTwoDaysConflicts() {
    let history = ClaimHistory([mention(0, 10, source: 2), mention(2, 20, source: 4)])
    #expect(history.links.map(\.kind) == [.first, .conflict])
    #expect(history.standing == 0)
  }

  @Test func aReportConfirmsInTimeAndLate() {
    let inTime = ClaimHistory([mention(0, 10), mention(11, 10, nil, .happened)])
    #expect(inTime.links.map(\.kind) == [.first, .outcomeConfirmed])
    #expect(status(inTime, on: 11) == .happened)
    let late = ClaimHistory([mention(0, 10, relation: .by), mention(20, 13, nil, .happened)])
    #expect(late.links[1].kind == .revision)
    #expect(status(late, on: 20) == .happened)
    #expect(late.links[1].reason.contains("3 days late"))
  }

  @Test func callingOffCancelsAndANewDateRevives() {
    let off = ClaimHistory([mention(0, 10), mention(5, 10, nil, .cancelled)])
    #expect(off.links.map(\.kind) == [.first, .outcomeCancelled])
    #expect(status(off, on: 6) == .cancelled)
    let again = ClaimHistory([mention(0, 10), mention(5, 10, nil, .cancelled), mention(8, 30)])
    #expect(again.links.map(\.kind) == [.first, .outcomeCancelled, .revision])
    #expect(status(again, on: 9) == .upcoming)
  }

  @Test func aDateGivenUpComesBeforeTheOneInItsStead() {
    let history = ClaimHistory([mention(0, 30), mention(0, 10, nil, .cancelled)])
    #expect(history.sightings.map(\.mention.modality) == [.cancelled, .scheduled])
    #expect(history.links.map(\.kind) == [.first, .revision])
    #expect(status(history, on: 5) == .upcoming)
  }

  @Test func aDoubtCallsNothingOff() {
    let history = ClaimHistory([mention(0, 10), mention(5, 10, nil, .expected, negated: true)])
    #expect(history.links.map(\.kind) == [.first, .conflict])
    #expect(status(history, on: 6) == .upcoming)
  }

  @Test func aReportIsDeniedWithinTwoDays() {
    let history = ClaimHistory([
      mention(11, 10, nil, .happened, source: 2), mention(12, 10, nil, .happened, negated: true, source: 4),
    ])
    #expect(history.links.map(\.kind) == [.first, .conflict])
  }

  @Test func deadlinesOfOneOrderFollowEachOther() {
    let history = ClaimHistory([
      mention(0, 60, nil, .demanded, relation: .by, source: 2),
      mention(1, 10, nil, .demanded, relation: .by, source: 4),
      mention(1, 20, nil, .demanded, relation: .by, source: 4),
    ])
    #expect(history.links.map(\.kind) == [.first, .conflict, .revision])
  }

  @Test func readingOnIsReadingAnew() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let all = (0..<30).map { number in
        mention(
          number, Int.random(in: 10..<60, using: &generator), nil,
          Modality.allCases.randomElement(using: &generator) ?? .scheduled,
          relation: [.on, .by, .before].randomElement(using: &generator) ?? .on,
          negated: Int.random(in: 0..<6, using: &generator) == 0,
          source: UInt32(Int.random(in: 1..<4, using: &generator)) << 1)
      }
      var grown = ClaimHistory(Array(all.prefix(9)))
      let isRead = grown.extend(with: Array(all[9..<20].reversed())) && grown.extend(with: Array(all[20...]))
      #expect(isRead)
      let whole = ClaimHistory(all)
      #expect(grown.links == whole.links)
      #expect(grown.standing == whole.standing)
      #expect(grown.outcome == whole.outcome)
      // What comes before others is no reading on.
      let isReadBack = grown.extend(with: [all[3]])
      #expect(!isReadBack)
      #expect(grown.links == whole.links)
    }
  }

  @Test func whatDidNotHappenIsMissedUntilAwaitedAgain() {
    let missed = ClaimHistory([mention(0, 10), mention(12, 10, nil, .happened, negated: true)])
    #expect(missed.links.map(\.kind) == [.first, .outcomeMissed])
    #expect(status(missed, on: 12) == .missed)
    // What someone must do by a day is awaited still.
    let owed = ClaimHistory([
      mention(0, 10, nil, .promised), mention(12, 10, nil, .happened, negated: true),
    ])
    #expect(owed.links.map(\.kind) == [.first, .outcomeMissed])
    #expect(status(owed, on: 12) == .overdue)
    let awaited = ClaimHistory([
      mention(0, 10), mention(12, 10, nil, .happened, negated: true), mention(13, nil),
    ])
    #expect(status(awaited, on: 13) == .overdue)
  }

  @Test func aPlanThatIsDeniedIsNotAwaited() {
    let denied = ClaimHistory([mention(0, 10, negated: true)])
    #expect(status(denied, on: 5) == .cancelled)
    #expect(status(denied, on: 11) == .cancelled)
    let affirmed = ClaimHistory([mention(0, 10, negated: true), mention(5, 10)])
    #expect(affirmed.links.map(\.kind) == [.first, .conflict])
    #expect(status(affirmed, on: 6) == .upcoming)
    let disputed = ClaimHistory([mention(0, 10, negated: true), mention(1, 10)])
    #expect(disputed.links.map(\.kind) == [.first, .conflict])
    #expect(status(disputed, on: 6) == .cancelled)
  }

  @Test func whatHasNoDueDayIsNotToComeForEver() {
    for claim in [mention(0, 10, 12, relation: .after), mention(0, 10, 12, relation: .before, negated: true)]
    {
      let history = ClaimHistory([claim])
      #expect(history.due == nil)
      #expect(status(history, on: 12) == .upcoming)
      #expect(status(history, on: 13) == .overdue)
    }
  }

  @Test func whatIsRuledOutMovesNoDate() {
    let history = ClaimHistory([
      mention(0, 10), mention(20, 10, nil, .cancelled), mention(20, 17),
      mention(21, 40, negated: true, source: 6),
    ])
    #expect(history.links.map(\.kind) == [.first, .outcomeCancelled, .revision, .same])
    #expect(history.links[3].reason.contains("rules out"))
    #expect(history.standing == 2)
  }

  @Test func theReasonTellsHowDatesFit() {
    let history = ClaimHistory([mention(0, 10, 20), mention(3, 12), mention(5, 12), mention(6, 10, 20)])
    #expect(history.links.map(\.kind) == [.first, .same, .same, .same])
    #expect(
      history.links.dropFirst().map(\.reason) == [
        "gives the date more closely", "gives the same date", "gives the date less closely",
      ])
  }

  @Test func theOrderGivenDoesNotMatter() {
    let mentions = [
      mention(0, 10), mention(5, 10, nil, .cancelled), mention(8, 30), mention(31, 30, nil, .happened),
      mention(40, nil),
    ]
    let expected = ClaimHistory(mentions)
    for shift in 1..<mentions.count {
      let turned = ClaimHistory(Array(mentions[shift...] + mentions[..<shift]))
      #expect(turned.links == expected.links)
      #expect(turned.standing == expected.standing)
      #expect(turned.outcome == expected.outcome)
    }
    #expect(expected.links.dropFirst().allSatisfy { $0.to != nil })
  }

  @Test func undatedStaysUndatedUntilDated() {
    #expect(status(ClaimHistory([mention(0, nil)]), on: 5) == .undated)
    let dated = ClaimHistory([mention(0, nil), mention(3, 10)])
    #expect(dated.standing == 1)
    #expect(status(dated, on: 5) == .upcoming)
  }

  @Test func nothingIsNoHistory() {
    let history = ClaimHistory([])
    #expect(history.links.isEmpty && history.due == nil)
    #expect(status(history, on: 0) == .undated)
  }
}
