import Testing
import TimelineDates

@testable import TimelineClaims

/// What the extractor reads in sentences of each kind, published on Thursday 2026-05-14.
@Suite struct ClaimExtractorTests {
  private let extractor = ClaimExtractor()

  private func claims(_ text: String, on day: String = "2026-05-14") throws -> [Claim] {
    extractor.extract(text, published: try #require(DocumentTime(iso: day))).claims
  }

  private func only(_ text: String) throws -> Claim {
    let claims = try claims(text)
    #expect(claims.count == 1, "\(claims.map(\.title))")
    return try #require(claims.first)
  }

  private func dates(_ claim: Claim) -> String? {
    claim.period.map { "\($0.inclusiveText.start)..\($0.inclusiveText.end)" }
  }

  @Test func lightVerbsGiveWayToTheirNoun() throws {
    let claim = try only("Norland and Estavia will hold another meeting next week in Bergen or Oslo.")
    #expect(claim.trigger.text == "meeting")
    #expect(claim.modality == .scheduled)
    #expect(dates(claim) == "2026-05-18..2026-05-24")
    #expect(claim.places == ["Bergen", "Oslo"])
    #expect(claim.placesAreAlternatives)
    #expect(claim.actors.contains("Norland"))
  }

  @Test func phaseVerbsMakeAStart() throws {
    let claim = try only("The talks will begin on Monday.")
    #expect(claim.trigger.text == "talks")
    #expect(claim.relation == .from)
    #expect(dates(claim) == "2026-05-18..2026-05-18")
  }

  @Test func demandsReachThroughTheirInfinitive() throws {
    let claim = try only(
      "The president said on Tuesday that Norland was pressing Estavia to end the blockade by 30 June.")
    #expect(claim.trigger.text == "end")
    #expect(claim.modality == .demanded)
    #expect(claim.relation == .by)
    #expect(claim.due.map { CivilDate($0).description } == "2026-06-30")
    #expect(claim.source == "The president")
    #expect(claim.stated.map { CivilDate($0.firstDay).description } == "2026-05-12")
    #expect(claim.actors.contains("Estavia"))
  }

  @Test func whatIsCalledOffIsCancelled() throws {
    let claim = try only("The launch planned for Friday was called off.")
    #expect(claim.trigger.text == "launch")
    #expect(claim.modality == .cancelled)
  }

  @Test func whoCallsSomethingOffCancelsIt() throws {
    let claim = try only("Organisers called off the summit that was due on 10 June.")
    #expect(claim.trigger.text == "summit")
    #expect(claim.modality == .cancelled)
    #expect(dates(claim) == "2026-06-10..2026-06-10")
  }

  @Test func speechWithoutThatKeepsItsTime() throws {
    let claim = try only("Officials said the summit opens on Friday in Geneva.")
    #expect(claim.trigger.text == "opens")
    #expect(dates(claim) == "2026-05-15..2026-05-15")
    #expect(claim.source == "Officials")
    #expect(claim.stated == nil)
  }

  @Test func aTimeAtTheHeadOfSpeechDatesTheStatement() throws {
    let claim = try only("Last week the minister said she would resign next month.")
    #expect(dates(claim) == "2026-06-01..2026-06-30")
    #expect(claim.stated.map { CivilDate($0.firstDay).description } == "2026-05-04")
  }

  @Test func quotationsRunOverWrappedLines() throws {
    let wrapped = """
      "We will close the two oldest of our seven mills in the valley for good
      on Friday and the rest of them in the autumn of this year," the owner of
      the company, Ane Solberg, told the workers at a meeting in the town hall.
      """
    #expect(try claims(wrapped).first?.source == "Ane Solberg")
  }

  @Test func longNumbersAreNoTrouble() throws {
    for digits in [
      "1,000,000,000,000,000,000,000,000 days", String(repeating: "9", count: 400) + " years ago",
    ] {
      #expect(try claims("It took \(digits).").allSatisfy { $0.period != nil || $0.time == nil })
    }
  }

  @Test(arguments: [
    "66 million", "66m", "13.8 billion", "13.8bn", "99999999999", "15,000", "several million", "millions of",
    "1,000,000,000", "three hundred thousand", "four and a half billion",
  ])
  func timesBeyondTheCalendarStayUndated(count: String) throws {
    let claims = try claims("The asteroid struck the coast of Mexico \(count) years ago.")
    #expect(claims.allSatisfy { $0.period == nil })
  }

  @Test func aMoveGivesBothDates() throws {
    let claims = try claims("The trial was postponed from 26 May to 3 June.")
    #expect(claims.map(\.modality) == [.cancelled, .scheduled])
    #expect(claims.map(dates) == ["2026-05-26..2026-05-26", "2026-06-03..2026-06-03"])
    #expect(Set(claims.map(\.trigger.text)) == ["trial"])
  }

  @Test func failureIsAnEventThatDidNotHappen() throws {
    let claim = try only("The two sides failed to sign the treaty on Wednesday.")
    #expect(claim.trigger.text == "sign")
    #expect(claim.modality == .happened)
    #expect(claim.isNegated)
  }

  @Test func theOutcomeOfAnEventIsASecondClaim() throws {
    let claims = try claims("The talks in Oslo last week did not break the deadlock.")
    #expect(claims.map(\.trigger.text) == ["talks", "break"])
    #expect(claims.map(\.isNegated) == [false, true])
    #expect(claims.map(dates) == ["2026-05-04..2026-05-10", "2026-05-04..2026-05-10"])
  }

  @Test func conditionsAreKept() throws {
    let claim = try only("If the papers arrive, the minister will travel to Oslo on Tuesday.")
    #expect(claim.trigger.text == "travel")
    #expect(claim.isConditional)
    #expect(claim.places == ["Oslo"])
  }

  @Test func whoSpeaksAfterwardsIsTheSource() throws {
    let claim = try only("“We will reopen the bridge in June,” Mayor Ane Solberg said on Monday.")
    #expect(claim.source == "Ane Solberg")
    #expect(claim.stated.map { CivilDate($0.firstDay).description } == "2026-05-11")
    #expect(dates(claim) == "2026-06-01..2026-06-30")
  }

  @Test func pronounsTakeUpTheName() throws {
    let claims = try claims("Governor Ane Solberg met reporters. She said she would resign in July.")
    #expect(claims.last?.source == "Ane Solberg")
  }

  @Test func aPronounTakesUpNoDateline() throws {
    let text = "TESSEL — Shut again since Monday.\n\nThis year, it is likely to open."
    #expect(try claims(text).allSatisfy { !$0.actors.contains { $0.lowercased() == "tessel" } })
    #expect(try claims(text).contains { $0.event == "open" })
  }

  @Test func possibilityIsWeakerThanAPlan() throws {
    #expect(try only("The board may vote on the merger in June.").modality == .possible)
    #expect(try only("Analysts expect the bank to cut rates in June.").modality == .expected)
    #expect(try only("The company promised to publish the report by Friday.").modality == .promised)
  }

  @Test(arguments: [
    "LONDON, May 14 — The river rose.", "She is 34 years old and won 3-2.",
    "The 17 November Bridge is closed to lorries.", "He said on Tuesday that the plan was good.",
    "It costs 20 euros a month.",
  ])
  func noClaims(text: String) throws {
    #expect(try claims(text).map(\.title) == [])
  }

  @Test func offsetsAreScalars() throws {
    let text = "🚂🚂 Überall: the café’s strike begins on Friday, 22 May."
    let claim = try #require(try claims(text).first)
    let scalars = Array(text.unicodeScalars)
    let time = try #require(claim.time)
    #expect(String(String.UnicodeScalarView(scalars[time.span])) == time.text)
    #expect(String(String.UnicodeScalarView(scalars[claim.trigger.span])) == claim.trigger.text)
    #expect(String(String.UnicodeScalarView(scalars[claim.quote.span])) == claim.quote.text)
  }

  @Test func titlesReadLikeHeadlines() throws {
    #expect(
      try only("The two companies plan to meet next week in Oslo.").title
        == "The two companies to meet in Oslo")
  }

  @Test func emptyAndHostileTextsGiveNothing() throws {
    for text in ["", " ", "\u{0}", "“““", String(repeating: "(", count: 5000), "\u{202E}\u{FEFF}"] {
      #expect(try claims(text).isEmpty)
    }
  }

  /// Whatever a parser makes of a jumble of framing verbs and times, reading it ends.
  @Test func jumblesOfFramingWordsComeToAnEnd() throws {
    let words = [
      "planned", "expected", "to", "said", "as", "set", "for", "the", "talks", "plan", "postponed", "from",
      "until",
      "Monday", "next week", "by", "3 June", "and", ",", "that", "was", "will", "called off", "due", "hold",
      "if", "missed", "the deadline", "of them", "all of whom", "members of them", "whose", "which",
      "run-off",
      "than in", "from 3 million", "begin", "vaccinating", "there", "he", "they", "it", "a third of them",
      "moved",
    ]
    var state: UInt64 = 20_260_514
    for _ in 0..<400 {
      let sentence = (0..<14).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(state >> 33) % words.count]
      }
      for claim in try claims(sentence.joined(separator: " ") + ".") { #expect(!claim.trigger.text.isEmpty) }
    }
  }
}
