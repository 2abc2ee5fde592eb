import Synchronization
import Testing

@testable import Timeline
@testable import TimelineStore

/// What the user decided outlives new versions, new extractors and merging.
@Suite struct DecisionTests {
  /// An extractor that an upgrade can change.
  private final class Upgrade: Sendable {
    let change = Mutex<(@Sendable (Claim) -> Claim?)?>(nil)

    func set(_ change: (@Sendable (Claim) -> Claim?)?) { self.change.withLock { $0 = change } }

    var extractor: ArticleExtractor {
      ArticleExtractor { [self] text, published in
        var extraction = MadeArticles.extract(text, published)
        if let change = change.withLock({ $0 }) { extraction.claims = extraction.claims.compactMap(change) }
        return extraction
      }
    }
  }

  private let upgrade = Upgrade()
  private let timeline: Timeline

  init() throws {
    timeline = Timeline(store: try TimelineStore.inMemory(), extractor: upgrade.extractor)
    try timeline.add(MadeArticles.article("a", "meet 5 Karvelia\nvote 9 Sorenia"))
    let claims = try timeline.everything
    try timeline.settle(claims[0].id, Verdict(status: .cancelled, note: "seen"))
    try timeline.hide(claims[1].id)
  }

  private var decided: [(uid: String, event: String?, note: String?)] {
    get throws { try timeline.everything.map { ($0.uid, $0.current?.event, $0.verdict?.note) } }
  }

  private var shown: [String] {
    get throws {
      try timeline.claims(matching: ClaimQuery(now: DayNumber(20_000))).compactMap { $0.current?.event }
    }
  }

  @Test func anotherTriggerOrTimeKeepsThem() throws {
    let before = try decided
    upgrade.set { claim in
      var claim = claim
      claim.event = claim.event == "meet" ? "talks" : "vote"
      claim.trigger.text = claim.event == "talks" ? "Karvelia" : "Sorenia"
      claim.actors = []
      if claim.event == "vote" {
        claim.event = "poll"
        claim.time?.text += " sharp"
      }
      return claim
    }
    let report = try timeline.rebuild()
    #expect(report.stranded == [])
    #expect(try decided.map(\.uid) == before.map(\.uid))
    #expect(try decided.map(\.event) == ["talks", "poll"])
    #expect(try decided.map(\.note) == ["seen", nil])
    #expect(try shown == ["talks"])
  }

  @Test func aClaimThatIsMadeNoMoreLeavesThemWaiting() throws {
    let before = try decided
    upgrade.set { _ in nil }
    let report = try timeline.rebuild()
    #expect(report.stranded.map(\.quote) == ["meet 5 Karvelia", "vote 9 Sorenia"])
    #expect(report.stranded.map(\.verdict?.note) == ["seen", nil])
    #expect(report.stranded.map(\.isHidden) == [false, true])
    #expect(try timeline.strandedDecisions() == report.stranded)
    #expect(try timeline.everything.isEmpty)
    upgrade.set(nil)
    try timeline.rebuild()
    #expect(try decided.map(\.note) == ["seen", nil])
    #expect(try shown == ["meet"])
    #expect(try timeline.strandedDecisions().isEmpty)
    for (uid, event, _) in before {
      #expect(try timeline.claim(uid: uid, now: DayNumber(20_000))?.current?.event == event)
    }
  }

  @Test func aNewVersionKeepsThemToo() throws {
    let outcome = try timeline.add(MadeArticles.article("a", "nothing\nvote 9 Sorenia"))
    guard case .newVersion(let change) = outcome else {
      Issue.record("no new version")
      return
    }
    #expect(change.stranded.map(\.title) == ["meet on 5"])
    #expect(try shown == [])
    try timeline.add(MadeArticles.article("a", "more\nmeet 5 Karvelia\nvote 9 Sorenia"))
    #expect(try decided.map(\.note) == ["seen", nil])
    #expect(try timeline.strandedDecisions().isEmpty)
    try timeline.add(MadeArticles.article("a", "nothing"))
    try timeline.remove(articleKey: "a")
    #expect(try timeline.store.rowsLeft() == [:])
  }

  @Test func mergedClaimsKeepBothNotesTheLaterVerdictAndTheHiding() throws {
    let timeline = try Timeline.made()
    try timeline.add(MadeArticles.article("a", "meet 5 Karvelia"))
    try timeline.add(MadeArticles.article("b", "meet 5 Karvelia", day: 1))
    let joined = try timeline.everything
    #expect(joined.map(\.mentions.count) == [2])
    let store = timeline.store
    try store.write { db in
      // Taken apart, decided about each, and put together again.
      var session = try WriteSession(db, cache: TraitsCache())
      let two = session.newClaim()
      let one = joined[0].id
      try db.execute(
        sql: """
          INSERT INTO claim (id, uid, standing, mentions, first_published, last_published, is_hidden)
          SELECT ?, 'other', standing, 1, first_published, last_published, 1 FROM claim WHERE id = ?
          """, arguments: [two, one])
      try db.execute(
        sql: """
          INSERT INTO verdict (claim, status, note) VALUES (?, 'cancelled', 'first'), (?, 'happened', 'second')
          """, arguments: [one, two])
      try session.merge([two], into: one)
      try session.finish()
    }
    let merged = try timeline.everything
    #expect(merged.map(\.verdict) == [Verdict(status: .happened, note: "second; first")])
    #expect(try timeline.claims(matching: ClaimQuery(now: DayNumber(20_000))).isEmpty)
  }

  @Test func aDecisionThatChangesNothingIsNotLogged() throws {
    let id = try #require(try timeline.everything.first?.id)
    let known = try timeline.decisions().count
    try timeline.rename(id, "The meeting")
    try timeline.rename(id, "The meeting")
    try timeline.tag(id, adding: ["baltic"])
    try timeline.tag(id, adding: ["baltic"], removing: ["grain"])
    try timeline.hide(id, false)
    try timeline.settle(id, try timeline.claim(id, now: DayNumber(20_000))?.verdict)
    let log = try timeline.decisions().prefix(2)
    #expect(try timeline.decisions().count == known + 2)
    #expect(log.map(\.kind) == [.tag, .rename])
    #expect(log.map(\.before) == ["no tag", "its own title"])
    #expect(log.map(\.claim) == [id, id])
    #expect(try timeline.undo()?.kind == .tag)
    #expect(try timeline.claim(id, now: DayNumber(20_000))?.name == "The meeting")
    #expect(throws: TimelineError.noSuchClaim(id: 999)) { try timeline.hide(999, false) }
  }

  @Test func whatASavepointTakesBackIsNotFolded() throws {
    struct Failure: Error {}
    let id = try #require(try timeline.everything.first?.id)
    try timeline.store.write { db in
      var session = try WriteSession(db, cache: TraitsCache())
      session.touch(id)
      #expect(throws: Failure.self) {
        try session.attempt { session in
          let article = MadeArticles.article("b", "meet 5 Karvelia\nsign 4 Orvane")
          _ = try session.add(PreparedArticle(article, extractor: MadeArticles.extractor))
          session.touch(99)
          throw Failure()
        }
      }
      #expect(session.pending.touched == [id])
      try session.finish()
    }
    #expect(try timeline.articles().count == 1)
  }

  @Test func noKeyOutlivesItsArticle() throws {
    // Keys of other traits than those that are stored, as an older version may have left.
    try timeline.store.write { db in
      try db.execute(
        sql: """
          INSERT INTO article_key (key, entry) SELECT ((day >> 9) << 48) | 42, (day << 32) | id FROM article;
          UPDATE article SET keys = CAST(keys || x'2A00000000000000' AS BLOB)
          """)
    }
    try timeline.remove(articleKey: "a")
    #expect(try timeline.store.rowsLeft() == [:])
  }
}

/// What calendars count of decisions only grows.
@Suite struct DecisionCountTests {
  @Test func takingBackCountsAsOneMore() throws {
    let timeline = try Timeline.made()
    try timeline.add(MadeArticles.article("a", "meet 5 Karvelia\nvote 9 Sorenia"))
    let claims = try timeline.everything
    func counts() throws -> [Int] { try timeline.everything.map(\.decisions) }
    #expect(try counts() == [0, 0])
    try timeline.settle(claims[0].id, Verdict(status: .cancelled))
    #expect(try counts() == [1, 0])
    try timeline.undo()
    #expect(try counts() == [2, 0])
    try timeline.rename(claims[1].id, "The vote")
    try timeline.merge([claims[0].id, claims[1].id])
    #expect(try counts() == [3])
    try timeline.undo()
    #expect(try counts() == [3, 3])
  }

  @Test func aVersionThatMovesADateIsCounted() throws {
    let timeline = try Timeline.made()
    try timeline.add(MadeArticles.article("a", "meet 5 Karvelia"))
    try timeline.add(MadeArticles.article("a", "meet 8 Karvelia", day: 1))
    #expect(try timeline.everything.map { $0.mentions.map(\.mention.moved) } == [[3]])
    try timeline.rebuild()
    #expect(try timeline.everything.map { $0.mentions.map(\.mention.moved) } == [[3]])
  }
}
