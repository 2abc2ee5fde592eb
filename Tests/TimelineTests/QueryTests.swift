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

  @Test func marksPartTheWordsThatAreSearchedFor() throws {
    try timeline.add(MadeArticles.article("c", "merge 50 AT&T and/or R&D"))
    for words in ["AT&T", "R&D", "and/or", "\"AT&T and/or\"", "AT&T*"] {
      #expect(
        try timeline.search(words, now: DayNumber(20_000)).compactMap { $0.current?.event } == ["merge"])
    }
    #expect(try timeline.search("A&T", now: DayNumber(20_000)).isEmpty)
  }

  /// The database and the history tell the same status, whatever the relation.
  @Test func statusIsTheSameHoweverItIsWorkedOut() throws {
    let extractor = ArticleExtractor { text, published in
      var extraction = MadeArticles.extract(text, published)
      for index in extraction.claims.indices {
        let event = extraction.claims[index].event
        extraction.claims[index].relation = event == "close" ? .after : event == "strike" ? .before : .on
        extraction.claims[index].isNegated = event != "close"
      }
      return extraction
    }
    let timeline = Timeline(store: try TimelineStore.inMemory(), extractor: extractor)
    try timeline.add(MadeArticles.article("a", "close 5 Karvelia\nstrike 5 Sorenia\nsign 5 Orvane"))
    for day in [20_004, 20_005, 20_006] {
      let now = DayNumber(clamping: day)
      let expected: [String: Status] =
        day > 20_005
        ? ["close": .overdue, "strike": .overdue, "sign": .cancelled]
        : ["close": .upcoming, "strike": .upcoming, "sign": .cancelled]
      for status in [Status.upcoming, .overdue, .cancelled] {
        let found = try timeline.claims(matching: ClaimQuery(now: now, scope: .all, statuses: [status]))
        #expect(
          Set(found.compactMap { $0.current?.event }) == Set(expected.filter { $0.value == status }.keys))
        #expect(found.allSatisfy { $0.status == status })
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
