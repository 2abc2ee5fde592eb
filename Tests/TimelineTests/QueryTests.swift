import Testing

@testable import Timeline

@Suite struct QueryTests {
  let timeline: Timeline

  init() throws {
    timeline = try Timeline.made()
    try timeline.add(MadeArticles.article("a", "meet 5 Kyiv\nvote -3 Sorenia", outlet: "Harbor Wire"))
    try timeline.add(
      MadeArticles.article("b", "sign 40 Zürich\nlaunch 20 Halcyon", day: 2, outlet: "Orbit Desk"))
  }

  private func events(_ query: ClaimQuery) throws -> [String] {
    let claims = try timeline.claims(matching: query)
    #expect(try timeline.count(matching: query) == claims.count)
    return claims.compactMap { $0.current?.event }
  }

  private func query(_ change: (inout ClaimQuery) -> Void) -> ClaimQuery {
    var query = ClaimQuery(now: DayNumber(20_000))
    change(&query)
    return query
  }

  @Test func theListIsOldestFirst() throws {
    #expect(try events(query { _ in }) == ["vote", "meet", "launch", "sign"])
    #expect(try events(query { $0.isReversed = true }) == ["sign", "launch", "meet", "vote"])
    #expect(try events(query { $0.order = .title }) == ["launch", "meet", "sign", "vote"])
  }

  @Test func daysBoundTheList() throws {
    #expect(try events(query { $0.from = DayNumber(20_005) }) == ["meet", "launch", "sign"])
    #expect(try events(query { $0.to = DayNumber(20_005) }) == ["vote", "meet"])
  }

  @Test func namesAreFoundInAnySpelling() throws {
    #expect(try events(query { $0.actor = "Kiev" }) == ["meet"])
    #expect(try events(query { $0.actor = "zurich" }) == ["sign"])
    #expect(try events(query { $0.outlet = "harbor" }) == ["vote", "meet"])
    #expect(try events(query { $0.article = "b" }) == ["launch", "sign"])
    #expect(try events(query { $0.place = "Kyiv" }) == [])
  }

  @Test func wordsAreSearchedFor() throws {
    #expect(try events(query { $0.about = "halcyon" }) == ["launch"])
    #expect(try events(query { $0.about = "halc*" }) == ["launch"])
    #expect(try events(query { $0.about = "\"launch 20\"" }) == ["launch"])
    #expect(try events(query { $0.about = "halcyon sorenia" }) == [])
    #expect(try timeline.search("sorenia", now: DayNumber(20_000)).count == 1)
    for typed in ["\"", "()", "* AND NOT", "NEAR(", "a:b", "-"] {
      do { _ = try timeline.search(typed, now: DayNumber(20_000)) } catch TimelineError.emptySearch(let words)
      {
        #expect(words == typed)
      }
    }
  }

  @Test func statusDependsOnTheDay() throws {
    #expect(try events(query { $0.statuses = [.overdue] }) == ["vote"])
    #expect(try events(query { $0.statuses = [.upcoming] }) == ["meet", "launch", "sign"])
    let later = query {
      $0.now = DayNumber(20_021)
      $0.statuses = [.overdue]
    }
    #expect(try events(later) == ["vote", "meet", "launch"])
  }

  @Test func asOfKnowsOnlyWhatWasPublished() throws {
    #expect(try events(query { $0.asOf = DayNumber(20_001) }) == ["vote", "meet"])
    #expect(try events(query { $0.asOf = DayNumber(19_999) }) == [])
  }

  @Test func limitAndOffsetCutAPage() throws {
    let page = query {
      $0.limit = 2
      $0.offset = 1
    }
    #expect(try timeline.claims(matching: page).compactMap { $0.current?.event } == ["meet", "launch"])
    #expect(try timeline.count(matching: page) == 4)
  }

  @Test func hiddenClaimsAreListedOnlyAmongAll() throws {
    let vote = try #require(try timeline.claims(matching: query { _ in }).first)
    try timeline.hide(vote.id)
    #expect(try events(query { _ in }) == ["meet", "launch", "sign"])
    #expect(try events(query { $0.scope = .all }).count == 4)
    #expect(throws: TimelineError.noSuchClaim(id: 999)) { try timeline.hide(999) }
  }

  @Test func theUsersVerdictOutranksTheEngine() throws {
    let vote = try #require(try timeline.claims(matching: query { _ in }).first)
    try timeline.settle(vote.id, Verdict(status: .happened, note: "seen", day: DayNumber(19_998)))
    #expect(try events(query { $0.statuses = [.happened] }) == ["vote"])
    #expect(try timeline.claim(uid: vote.uid, now: DayNumber(20_000))?.verdict?.note == "seen")
    #expect(try timeline.statistics(now: DayNumber(20_000)).statuses[.happened] == 1)
    try timeline.settle(vote.id, nil)
    #expect(try events(query { $0.statuses = [.happened] }) == [])
  }

  @Test func whatIsStoredComesBackWhole() throws {
    let stored = try timeline.mentions(ofArticle: "b").map(\.claim)
    let article = try #require(try timeline.article("b"))
    #expect(stored == MadeArticles.extract(article.text, article.published).claims)
    #expect(try timeline.mentions(ofArticle: "none").isEmpty)
  }
}
