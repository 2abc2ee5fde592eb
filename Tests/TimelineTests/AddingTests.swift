import Testing

@testable import Timeline

@Suite struct AddingTests {
  @Test func theSameArticleTwiceChangesNothing() throws {
    let timeline = try Timeline.made()
    let article = MadeArticles.article("a", "meet 5 Karvelia\nvote 9 Sorenia")
    #expect(try timeline.add(article) == .added(claims: 2))
    let before = try timeline.everything
    #expect(try timeline.add(article) == .unchanged)
    #expect(try timeline.everything == before)
    let report = try timeline.add(contentsOf: [article, MadeArticles.article("b", "sign 3 Orvane"), article])
    #expect((report.articles, report.added, report.unchanged, report.claims) == (3, 1, 2, 1))
  }

  @Test func theLastOfSeveralVersionsStands() throws {
    let timeline = try Timeline.made()
    let versions = (4..<7).map { MadeArticles.article("a", "meet \($0) Karvelia") }
    for _ in 0..<2 {
      try timeline.add(contentsOf: versions)
      #expect(try timeline.everything.compactMap(\.current?.title) == ["meet on 6"])
    }
  }

  @Test func aChangedTextBecomesANewVersionWhoseClaimsAreCompared() throws {
    let timeline = try Timeline.made()
    try timeline.add(MadeArticles.article("a", "meet 5 Karvelia\nvote 9 Sorenia\nsign 3 Orvane"))
    let before = try timeline.everything
    let outcome = try timeline.add(
      MadeArticles.article("a", "vote 9 Sorenia\nmeet 6 Karvelia\nlaunch 8 Halcyon"))
    guard case .newVersion(let change) = outcome else {
      Issue.record("no new version: \(outcome)")
      return
    }
    #expect(change.version == 2)
    #expect(change.kept == 1)
    #expect(change.appeared.map(\.event) == ["launch"])
    #expect(change.vanished.map(\.event) == ["sign"])
    #expect(change.changed.map(\.after.title) == ["meet on 6"])
    let after = try timeline.everything
    #expect(after.count == 3)
    func id(_ event: String, in claims: [TrackedClaim]) -> Int64? {
      claims.first { $0.current?.event == event }?.id
    }
    #expect(id("vote", in: after) == id("vote", in: before))
    #expect(id("meet", in: after) == id("meet", in: before))
    #expect(try timeline.articles().map(\.versions) == [2])
  }

  @Test func removalLeavesNoOrphan() throws {
    let folder = try TemporaryFolder()
    let timeline = try Timeline.made(at: folder.file("t.db"))
    try timeline.add(MadeArticles.article("a", "meet 5 Karvelia Sorenia\nvote 9 Orvane"))
    try timeline.add(MadeArticles.article("b", "meet 5 Karvelia Sorenia", day: 1))
    #expect(try timeline.everything.map(\.mentions.count).sorted() == [1, 2])
    try timeline.remove(articleKey: "a")
    #expect(try timeline.everything.map { $0.mentions.map(\.link.kind) } == [[.first]])
    try timeline.remove(articleKey: "b")
    let statistics = try timeline.statistics(now: DayNumber(20_000))
    #expect(
      (statistics.articles, statistics.mentions, statistics.claims, statistics.versions) == (0, 0, 0, 0))
    #expect(try timeline.store.rowsLeft() == [:])
    #expect(throws: TimelineError.noSuchArticle(key: "a")) { try timeline.remove(articleKey: "a") }
  }

  @Test func twoCanAddAtOnce() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("t.db")
    let one = try Timeline.made(at: path)
    let two = try Timeline.made(at: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (name, timeline) in [("one", one), ("two", two)] {
        group.addTask {
          for index in 0..<40 {
            try timeline.add(MadeArticles.article("\(name)-\(index)", "meet \(index) Karvelia"))
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try one.articles().count == 80)
    #expect(try two.statistics(now: DayNumber(20_000)).mentions == 80)
  }

  @Test func bulkGoesInOrderAndInBatches() throws {
    let timeline = try Timeline.made()
    let articles = (0..<2100).lazy.map { MadeArticles.article("a\($0)", "meet \($0) N\($0 % 50)", day: $0) }
    var seen: [Int] = []
    let report = try timeline.add(contentsOf: articles) { seen.append($0.articles) }
    #expect(report.added == 2100)
    #expect(seen == seen.sorted() && seen.last == 2100 && seen.count >= 3)
    #expect(try timeline.articles().map(\.reference.key) == (0..<2100).map { "a\($0)" })
  }

  @Test func whatIsAddedTogetherIsFoundLikeWhatIsAddedAlone() throws {
    func text(_ number: Int) -> String {
      let story = (0..<20).map { "word\($0)of\(number % 8)" }.joined(separator: " ")
      return "meet \(number % 7) N\(number % 5)\nvote 9 Sorenia\n" + story
    }
    let articles =
      (0..<80).map { MadeArticles.article("a\($0)", text($0), day: $0 * 37 % 23) } + [
        MadeArticles.article("a3", text(4), day: 5), MadeArticles.article("a79", "launch 3 Halcyon", day: 9),
      ]
    let (together, alone) = (try Timeline.made(), try Timeline.made())
    try together.add(contentsOf: articles)
    for article in articles { try alone.add(article) }
    for table in ["article_key", "article_shingle", "article_copy", "mention", "tie"] {
      let rows = try together.store.rows(of: table)
      #expect(!rows.isEmpty, "\(table)")
      #expect(try rows == alone.store.rows(of: table), "\(table)")
    }
    #expect(try together.store.hasSoundWords())
    #expect(try alone.store.hasSoundWords())
  }

  @Test func anArticleThatCannotBeStoredIsNamedAndTheOthersStand() throws {
    let timeline = try Timeline.made()
    let report = try timeline.add(contentsOf: [
      MadeArticles.article("a", "meet 5 Karvelia"), MadeArticles.article("", "meet 6 Sorenia"),
      MadeArticles.article("c", "meet 7 Orvane"),
    ])
    #expect(report.added == 2)
    #expect(report.refused.map(\.key) == [""])
    #expect(try timeline.articles().map(\.reference.key).sorted() == ["a", "c"])
    #expect(try timeline.store.hasSoundWords())
    try timeline.remove(articleKey: "a")
    try timeline.remove(articleKey: "c")
    #expect(try timeline.store.rowsLeft() == [:])
  }
}
