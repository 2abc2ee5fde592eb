import GRDB
import Testing

@testable import Timeline
@testable import TimelineStore

/// Merging, splitting, naming, tagging and taking it back.
@Suite struct RulingTests {
  private let timeline: Timeline

  init() throws {
    timeline = try Timeline.made()
    // Two articles tell of one meeting, a third of a vote.
    try timeline.add(MadeArticles.article("a", "meet 5 Karvelia", outlet: "One"))
    try timeline.add(MadeArticles.article("b", "meet 5 Karvelia", day: 1, outlet: "Two"))
    try timeline.add(MadeArticles.article("c", "vote 9 Sorenia", outlet: "Three"))
  }

  /// The keys of the articles behind each claim.
  private func shape() throws -> [[String]] {
    try timeline.everything.map { $0.mentions.map(\.mention.article.key) }
  }

  @Test func aMergeJoinsAndSurvivesARebuildAndNewVersions() throws {
    let claims = try timeline.everything
    #expect(try shape() == [["a", "b"], ["c"]])
    try timeline.settle(claims[1].id, Verdict(status: .cancelled, note: "seen"))
    try timeline.merge([claims[0].id, claims[1].id])
    #expect(try shape() == [["a", "c", "b"]])
    #expect(try timeline.everything.map(\.id) == [claims[0].id])
    #expect(try timeline.everything.map(\.verdict?.note) == ["seen"])
    try timeline.rebuild()
    #expect(try shape() == [["a", "c", "b"]])
    // The claim goes and comes again.
    try timeline.add(MadeArticles.article("c", "nothing", outlet: "Three"))
    #expect(try shape() == [["a", "b"]])
    try timeline.add(MadeArticles.article("c", "more\nvote 9 Sorenia", outlet: "Three"))
    #expect(try shape() == [["a", "c", "b"]])
  }

  @Test func undoingAMergeRestoresNumbersNamesAndVerdicts() throws {
    // How often was decided is counted on.
    func standing() throws -> [TrackedClaim] {
      try timeline.everything.map { claim in
        var claim = claim
        claim.decisions = 0
        return claim
      }
    }
    let before = try standing()
    try timeline.settle(before[1].id, Verdict(status: .missed))
    let settled = try standing()
    try timeline.merge([before[0].id, before[1].id])
    #expect(try timeline.undo()?.kind == .merge)
    #expect(try standing() == settled)
    #expect(try timeline.undo()?.kind == .settle)
    #expect(try standing() == before)
    #expect(try timeline.undo() == nil)
  }

  @Test func aSplitKeepsItsSidesApartWhateverIsAdded() throws {
    let claim = try #require(try timeline.everything.first)
    let made = try timeline.split(claim.id, mentions: [claim.mentions[1].mention.id]).taken
    #expect(made != claim.id)
    #expect(try shape() == [["a"], ["b"], ["c"]])
    try timeline.rebuild()
    #expect(try shape() == [["a"], ["b"], ["c"]])
    // A mention that fits both goes to one of them and joins neither to the other.
    try timeline.add(MadeArticles.article("d", "meet 5 Karvelia", day: 2, outlet: "Four"))
    let keys = try shape()
    #expect(keys.count == 3)
    #expect(keys.contains { $0.contains("d") && $0.count == 2 })
    #expect(keys.allSatisfy { !($0.contains("a") && $0.contains("b")) })
    #expect(try timeline.undo()?.kind == .split)
    #expect(try shape() == [["a", "b", "d"], ["c"]])
  }

  @Test func theLaterOfAMergeAndASplitCounts() throws {
    let claim = try #require(try timeline.everything.first)
    let made = try timeline.split(claim.id, mentions: [claim.mentions[1].mention.id]).taken
    try timeline.merge([claim.id, made])
    #expect(try shape() == [["a", "b"], ["c"]])
    try timeline.rebuild()
    #expect(try shape() == [["a", "b"], ["c"]])
    // The number stays with the first mention.
    let parts = try timeline.split(claim.id, mentions: [claim.mentions[0].mention.id])
    #expect(parts.taken == claim.id && parts.left != claim.id)
    try timeline.rebuild()
    #expect(try shape().count == 3)
  }

  @Test func whatCannotBeSplitIsRefused() throws {
    let claims = try timeline.everything
    let all = Set(claims[0].mentions.map(\.mention.id))
    #expect(throws: TimelineError.nothingToSplit(claim: claims[0].id)) {
      try timeline.split(claims[0].id, mentions: all)
    }
    #expect(throws: TimelineError.nothingToSplit(claim: claims[0].id)) {
      try timeline.split(claims[0].id, mentions: [])
    }
    let stranger = claims[1].mentions[0].mention.id
    #expect(throws: TimelineError.noSuchMention(id: stranger, claim: claims[0].id)) {
      try timeline.split(claims[0].id, mentions: [stranger])
    }
    #expect(throws: TimelineError.noSuchClaim(id: 99)) { try timeline.merge([claims[0].id, 99]) }
    #expect(try timeline.decisions().isEmpty)
  }

  @Test func aNameIsShownSortedAndSearchedFor() throws {
    let claim = try #require(try timeline.everything.last)
    try timeline.rename(claim.id, "Aardvark poll")
    #expect(try timeline.everything.last?.title == "Aardvark poll")
    let found = try timeline.search("aardvark", now: DayNumber(20_000))
    #expect(found.map(\.id) == [claim.id])
    let sorted = ClaimQuery(now: DayNumber(20_000), scope: .all, order: .title)
    #expect(try timeline.claims(matching: sorted).first?.id == claim.id)
    try timeline.rebuild()
    #expect(try timeline.everything.last?.name == "Aardvark poll")
  }

  @Test func tagsAddUpAndAreAskedFor() throws {
    let claim = try #require(try timeline.everything.first)
    try timeline.tag(claim.id, adding: ["talks", "baltic"])
    try timeline.tag(claim.id, adding: ["grain"], removing: ["talks"])
    #expect(try timeline.everything.first?.tags == ["baltic", "grain"])
    var query = ClaimQuery(now: DayNumber(20_000))
    query.tag = "grain"
    #expect(try timeline.claims(matching: query).map(\.id) == [claim.id])
    query.tag = "gra"
    #expect(try timeline.claims(matching: query).isEmpty)
    #expect(try timeline.undo()?.kind == .tag)
    #expect(try timeline.everything.first?.tags == ["baltic", "talks"])
  }

  @Test func aVerdictOfALaterDayIsNotKnownBefore() throws {
    let claim = try #require(try timeline.everything.first)
    try timeline.settle(claim.id, Verdict(status: .happened, day: DayNumber(20_010)))
    for (day, status) in [(20_008, Status.overdue), (20_010, .happened)] {
      let day = DayNumber(clamping: day)
      let asOf = ClaimQuery(now: day, asOf: day, statuses: [status])
      let listed = try timeline.claims(matching: asOf).first { $0.id == claim.id }
      #expect(listed?.status == status)
      #expect(try timeline.claim(claim.id, now: day, asOf: day)?.status == status)
    }
  }

  @Test func nothingIsLeftWithTheArticles() throws {
    let claims = try timeline.everything
    try timeline.rename(claims[1].id, "name")
    try timeline.split(claims[0].id, mentions: [claims[0].mentions[0].mention.id])
    for key in ["a", "b", "c"] { try timeline.remove(articleKey: key) }
    #expect(try timeline.store.rowsLeft() == [:])
  }

  @Test func versionsKeepTheirDates() throws {
    try timeline.add(MadeArticles.article("a", "meet 6 Karvelia", day: 3, outlet: "One"))
    let days = try timeline.store.read { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT v.day FROM article_version v JOIN article a ON a.id = v.article WHERE a.key = 'a'
          ORDER BY v.number
          """)
    }
    #expect(days == [20_000, 20_003])
  }
}
