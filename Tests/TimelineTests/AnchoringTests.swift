import TimelineTestSupport
import Testing

@testable import Timeline

/// Claims that count from events which other articles date, read from real sentences.
@Suite struct AnchoringTests {
  private static let outline = "Lena Strand of Vantia welcomed Karvelia and Sorenia to the hall."
  private static let articles = [
    article("held", 10, "The Vantia summit of Karvelia and Sorenia will be held on 4 June 2026. \(outline)"),
    article(
      "eve", 12, "Ministers of Karvelia and Sorenia will sign a treaty two days before the summit. \(outline)"
    ),
    article(
      "moved", 20, "The Vantia summit of Karvelia and Sorenia was postponed to 11 June 2026. \(outline)"),
    article(
      "after", 21, "Karvelia and Sorenia will publish a report a week after the summit. \(outline)"),
  ]

  private static func article(_ key: String, _ day: Int, _ text: String) -> Article {
    Article(key: key, published: DocumentTime(day: may + day), outlet: key, text: text)
  }

  /// The day before 1 May 2026.
  private static let may = DayNumber(20_573)
  private static let june = DayNumber(20_604)

  private func days(_ timeline: Timeline, asOf: Int? = nil) throws -> [String: [Int]] {
    let day = asOf.map { Self.may + $0 }
    var found: [String: [Int]] = [:]
    for claim in try timeline.claims(matching: ClaimQuery(now: Self.may + 25, asOf: day, scope: .all)) {
      guard let current = claim.current, let first = current.period?.firstDay else { continue }
      found[current.event, default: []].append(first - Self.june)
    }
    return found
  }

  @Test func anotherClaimDatesWhatCountsFromItsEvent() throws {
    let timeline = try Timeline.inMemory()
    try timeline.add(Self.articles[1])
    #expect(try days(timeline) == [:])
    try timeline.add(Self.articles[0])
    #expect(try days(timeline) == ["summit": [4], "sign": [2]])
    try timeline.add(Self.articles[2])
    #expect(try days(timeline) == ["summit": [11], "sign": [9]])
    let claims = try timeline.claims(matching: ClaimQuery(now: Self.may + 25))
    let sign = try #require(claims.first { $0.current?.event == "sign" })
    let steps = try #require(sign.current?.resolution?.chosen?.steps)
    #expect(steps.first?.contains("“summit”") == true)
    #expect(steps.first?.contains("moved, 2026-05-20") == true)
    #expect(steps.last?.contains("2 days earlier") == true)
  }

  @Test func theOrderOfAddingDoesNotMatter() throws {
    let expected = ["summit": [11], "sign": [9], "publish": [18]]
    var generator = SplitMix(state: 5)
    for _ in 0..<6 {
      let timeline = try Timeline.inMemory()
      let order = Self.articles.shuffled(using: &generator)
      for article in order { try timeline.add(article) }
      #expect(try days(timeline) == expected, "\(order.map(\.key))")
    }
    let bulk = try Timeline.inMemory()
    try bulk.add(contentsOf: Self.articles)
    #expect(try days(bulk) == expected)
  }

  @Test func theDateGoesWithTheArticleThatGaveIt() throws {
    let timeline = try Timeline.inMemory()
    for article in Self.articles { try timeline.add(article) }
    try timeline.remove(articleKey: "moved")
    #expect(try days(timeline) == ["summit": [4], "sign": [2], "publish": [11]])
    try timeline.remove(articleKey: "held")
    #expect(try days(timeline) == [:])
    #expect(try timeline.statistics(now: Self.may).mentions == 0)
    try timeline.add(Self.articles[0])
    #expect(try days(timeline) == ["summit": [4], "sign": [2], "publish": [11]])
  }

  @Test func anEarlierDayKnowsTheDateOfThen() throws {
    let timeline = try Timeline.inMemory()
    for article in Self.articles { try timeline.add(article) }
    #expect(try days(timeline, asOf: 11) == ["summit": [4]])
    #expect(try days(timeline, asOf: 15) == ["summit": [4], "sign": [2]])
    #expect(try days(timeline, asOf: 20) == ["summit": [11], "sign": [9]])
  }

  @Test func aRebuildKeepsWhatWasDecided() throws {
    let timeline = try Timeline.inMemory()
    for article in Self.articles { try timeline.add(article) }
    let claims = try timeline.claims(matching: ClaimQuery(now: Self.may + 25))
    let sign = try #require(claims.first { $0.current?.event == "sign" })
    try timeline.settle(sign.id, Verdict(status: .cancelled, note: "by letter"))
    try timeline.rebuild()
    #expect(try days(timeline) == ["summit": [11], "sign": [9], "publish": [18]])
    #expect(try timeline.claim(sign.id, now: Self.may)?.verdict?.note == "by letter")
    #expect(try timeline.claim(sign.id, now: Self.may)?.uid == sign.uid)
  }

  @Test func twoEventsThatMayBeMeantDateNothing() throws {
    let timeline = try Timeline.inMemory()
    try timeline.add(Self.articles[0])
    try timeline.add(Self.articles[1])
    try timeline.add(
      Self.article(
        "other", 13,
        "The Vantia summit of Sorenia and Orvane with Karvelia on trade will be held on 30 September 2026. "
          + "Mira Holt leads the summit of Orvane. \(Self.outline)"))
    let signed = try days(timeline)["sign"]
    #expect(signed == nil || signed == [2])
  }
}
