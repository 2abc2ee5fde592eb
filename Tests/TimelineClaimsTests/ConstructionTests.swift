import Testing
import TimelineDates

@testable import TimelineClaims

/// What the extractor reads in the constructions of news, published on Thursday 2026-03-12.
@Suite struct ConstructionTests {
  private let extractor = ClaimExtractor()

  private func claims(_ text: String) throws -> [Claim] {
    extractor.extract(text, published: try #require(DocumentTime(iso: "2026-03-12"))).claims
  }

  private func only(_ text: String) throws -> Claim {
    let claims = try claims(text)
    #expect(claims.count == 1, "\(claims.map(\.title))")
    return try #require(claims.first)
  }

  private func start(_ claim: Claim) -> String? { claim.period.map { CivilDate($0.firstDay).description } }

  /// The trigger, the first day and the modality of each claim.
  private func told(_ text: String) throws -> [String] {
    try claims(text).map { "\($0.trigger.text) \(start($0) ?? "undated") \($0.modality.rawValue)" }
  }

  // MARK: Where a day lies

  @Test func whatIsToComeIsNoPartOfTheHistoryToldBefore() throws {
    let history = """
      The mill, which was built in 1861 and enlarged in 1902, burned in the autumn of 1958. In 1958 nobody was \
      hurt, and in 1959 it was rebuilt.
      """
    #expect(
      try told(history + " The owners will discuss the roof at a meeting on Monday evening.").last
        == "meeting 2026-03-16 scheduled")
    #expect(try told(history + " The hall will reopen on 3 May.").last == "reopen 2026-05-03 scheduled")
  }

  @Test(arguments: [
    "The governor set the vote for 8 May, with a second round on 22 May.",
    "The court fixed the hearing for 4 June, with a review on 2 July.",
  ])
  func aDayBesideOneAheadLiesAhead(_ text: String) throws {
    #expect(try claims(text).compactMap(start).allSatisfy { $0 > "2026-03-12" })
    #expect(try claims(text).count == 2)
  }

  @Test(arguments: [
    "Should talks fail, the union will strike on 3 May.",
    "Should a second round be necessary, the vote will be held on 24 May.",
  ])
  func aVerbBeforeItsSubjectIsACondition(_ text: String) throws {
    #expect(try only(text).isConditional)
  }

  @Test func aNameBeforeAVerbTakesNoneOfIt() throws {
    let claims = try claims(
      "The Constitutional Court of Karvelia struck down the date of the vote on Tuesday and ordered the government to organise one by 30 May."
    )
    #expect(claims.last?.trigger.text == "organise")
    #expect(claims.last?.source == "The Constitutional Court of Karvelia")
  }

  // MARK: Moves and cancellations

  @Test(arguments: [
    ("The talks have been moved to Geneva and will begin on 3 May.", ["talks 2026-05-03 scheduled"]),
    ("The energy forum was moved to Oslo and will take place on 6 June.", ["forum 2026-06-06 scheduled"]),
  ])
  func anotherPlaceCallsNothingOff(_ text: String, _ expected: [String]) throws {
    #expect(try told(text) == expected)
  }

  @Test(arguments: [
    "The court denied that the hearing had been postponed to 30 May.", "The launch was not moved to 30 May.",
  ])
  func aMoveThatIsDeniedIsNone(_ text: String) throws {
    let claim = try only(text)
    #expect(start(claim) == "2026-05-30" && claim.modality == .scheduled && claim.isNegated)
  }

  @Test(arguments: [
    "The hearing, originally scheduled for 3 February, will open on 12 October.",
    "The hearing, first planned for 3 February, will open on 12 October.",
  ])
  func whatWasOriginallyPlannedIsOff(_ text: String) throws {
    #expect(try told(text) == ["hearing 2026-02-03 cancelled", "open 2026-10-12 scheduled"])
  }

  @Test(arguments: [
    "It was not clear whether the vote would be held on 27 May.",
    "It is unclear if the vote will be held on 27 May.",
  ])
  func whatIsNotClearIsPossible(_ text: String) throws {
    #expect(try only(text).modality == .possible)
  }

  @Test func aChanceThatIsRuledOutIsNone() throws {
    let claim = try only("The union ruled out the possibility of a strike on 3 May.")
    #expect(claim.isNegated)
    #expect(try only("There is no question that the bridge will open in May.").isNegated == false)
  }

  @Test(arguments: [
    "The bridge will stay shut until at least 15 May.", "He will remain in custody until at least 15 May.",
  ])
  func atLeastStandsBetweenUntilAndItsDay(_ text: String) throws {
    #expect(try only(text).relation == .until)
  }

  @Test func aPersonWhoIsCitedHasNoDate() throws {
    let claims = try claims("Prices will rise in May, according to Anna Holm, who left the bank in 2019.")
    #expect(claims.first?.stated == nil && claims.first?.source == "Anna Holm")
  }

  @Test(arguments: [
    ("The agency postponed the launch from 12 to 15 March.", "launch 2026-03-12", "launch 2026-03-15"),
    ("The council brought forward the vote from 20 May to 6 May.", "vote 2026-05-20", "vote 2026-05-06"),
    (
      "The commission has moved its first hearing from 7 May to 30 April.", "hearing 2026-05-07",
      "hearing 2026-04-30"
    ),
    ("The firm pushed the release back from April to June.", "release 2026-04-01", "release 2026-06-01"),
    ("The club rescheduled Saturday's match for 25 March.", "match 2026-03-14", "match 2026-03-25"),
  ])
  func movesGiveBothDates(_ text: String, _ old: String, _ new: String) throws {
    #expect(try told(text) == [old + " cancelled", new + " scheduled"])
  }

  @Test(arguments: [
    (
      "The court postponed its hearing on the union's request to block the merger from 26 March to 2 April.",
      "hearing 2026-03-26", "hearing 2026-04-02"
    ),
    (
      "The regulator delayed its decision on the bank's application to buy a rival from 20 May to 3 June.",
      "decision 2026-05-20", "decision 2026-06-03"
    ),
    (
      "The tribunal adjourned the appeal against the order to close the school from 4 May until 11 May.",
      "appeal 2026-05-04", "appeal 2026-05-11"
    ),
    (
      "The agency pushed back the auction of licences to run the ferries from April to July.",
      "auction 2026-04-01", "auction 2026-07-01"
    ),
    (
      "The judge has put off the trial of two men accused of plotting to bomb the station from June to September.",
      "trial 2026-06-01", "trial 2026-09-01"
    ),
  ])
  func movesReachOverWhatDescribesTheEvent(_ text: String, _ old: String, _ new: String) throws {
    #expect(try told(text) == [old + " cancelled", new + " scheduled"])
  }

  @Test(arguments: [
    ("The bridge will reopen in May, the company that repairs it said.", "the company"),
    ("The ferry will sail again on 2 April, the firm that runs it announced.", "the firm"),
    ("Tickets go on sale on Monday, the club that hosts the final said.", "the club"),
    ("The dam will be full by July, the agency which manages it said on Tuesday.", "the agency"),
    ("The line will close on Sunday, the engineer who heads the project told reporters.", "the engineer"),
  ])
  func aSpeakerWithARelativeClause(_ text: String, _ source: String) throws {
    #expect(try only(text).source == source)
  }

  @Test func aPlannedEventKeepsItsOwnRange() throws {
    let told = try told("The council moved to block a festival planned from 3 to 5 May.")
    #expect(told == ["festival 2026-05-03 scheduled"])
  }

  @Test(arguments: [
    (
      "The exhibition will be shown in April 2026 and January 2027.",
      ["shown 2026-04-01 scheduled", "shown 2027-01-01 scheduled"]
    ),
    ("The walkout is due to last 48 hours.", []),
  ])
  func lengthsAndLists(_ text: String, _ expected: [String]) throws {
    #expect(try told(text) == expected)
  }

  @Test(arguments: [
    (
      "The bridge was closed on 20 February, the mayor said on 2 March. Two days later it reopened.",
      "2026-02-22"
    ),
    (
      "The army entered the town on 20 February, a minister said on Monday. The next day it withdrew.",
      "2026-02-21"
    ),
    ("On 2 March the mayor said that the bridge had been closed. Two days later it reopened.", "2026-03-04"),
  ])
  func laterThanWhatWasToldAndNotThanTheTelling(_ text: String, _ expected: String) throws {
    #expect(start(try #require(try claims(text).last)) == expected)
  }

  @Test(arguments: [
    ("The court postponed the trial until 5 May.", "trial 2026-05-05 scheduled"),
    ("The judge moved the hearing to 3 June.", "hearing 2026-06-03 scheduled"),
    ("The agency cancelled Friday's spacewalk.", "spacewalk 2026-03-13 cancelled"),
    ("The planned parade on Saturday has been scrapped.", "parade 2026-03-14 cancelled"),
    ("The author withdrew an earlier plan on 2 March.", "withdrew 2026-03-02 happened"),
    ("Ferrow will move its office from Lund to Oslo by June.", "move 2026-06-01 scheduled"),
  ])
  func whatIsMovedOrCalledOff(_ text: String, _ expected: String) throws {
    #expect(try told(text) == [expected])
  }

  @Test func aCallOffOutranksThePlan() throws {
    let told = try told("The final, which was to be played on 16 May, has been moved to 23 May.")
    #expect(told.first == "played 2026-05-16 cancelled")
    #expect(
      try self.told("The tour was to start on 4 May, but they called it off.").first
        == "tour 2026-05-04 cancelled")
  }

  // MARK: Negation

  @Test(arguments: [
    "The government ruled out talks before June.", "The army denied shelling the village on Sunday.",
    "The ministry has yet to sign the contract by 30 June.",
    "The bank denied that it would close on 3 May.", "The mayor urged people not to travel on Friday.",
  ])
  func denials(_ text: String) throws {
    #expect(try only(text).isNegated)
  }

  @Test func aPlanThatIsNoMoreIsCancelled() throws {
    let claim = try only("The firm no longer plans to open the plant in 2027.")
    #expect(claim.trigger.text == "open")
    #expect(claim.modality == .cancelled)
    #expect(claim.actors == ["The firm"])
  }

  @Test func whatStopsIsNotWhatHappensThen() throws {
    #expect(try only("The airline will stop flying to Malta on 28 March.").trigger.text == "stop")
  }

  // MARK: Modality

  @Test(arguments: [
    ("Will the bridge open on 4 May?", Modality.possible), ("Court to rule on merger on Tuesday", .scheduled),
    ("The draw for the cup is on Friday.", .scheduled),
    ("Elected in 2023, the mayor is popular.", .happened),
    ("The mayor wants the cargo unloaded by the end of the month.", .demanded),
    ("Salvors will try to refloat the ship on Wednesday.", .scheduled),
    ("She'd sat there since 8 January.", .happened),
    ("The team lead the table after winning on Saturday.", .happened),
    ("The minister has not published the report that was due on 1 March.", .scheduled),
  ])
  func modality(_ text: String, _ expected: Modality) throws {
    let claims = try claims(text)
    #expect(claims.first?.modality == expected, "\(claims.map(\.title))")
  }

  @Test func whatWasToBeAndIsNotLiesBehind() throws {
    let claim = try #require(
      try claims("The trial was supposed to start on Monday, but the judge fell ill.").first)
    #expect(start(claim) == "2026-03-09")
  }

  @Test func aConditionBeforeTheReportHolds() throws {
    let claim = try only("If she loses, she says, she will leave in May.")
    #expect(claim.isConditional)
    #expect(claim.modality == .scheduled)
  }

  @Test(arguments: [
    ("The staff expect it to peak in May.", "peak"), ("She is due before magistrates on Saturday.", "due"),
    ("The museum was to reopen on 3 May.", "reopen"),
    ("The union has threatened to strike from 1 April unless wages go up.", "strike"),
  ])
  func triggers(_ text: String, _ trigger: String) throws {
    #expect(try only(text).trigger.text == trigger)
  }

  // MARK: Who says and does it

  @Test func whatKillsIsNotWhoSaysSo() throws {
    let claim = try only("The mayor said shelling killed four people on Tuesday.")
    #expect(claim.actors == ["shelling"])
    #expect(claim.source == "The mayor")
  }

  @Test func whomOneCallsOnIsToDoIt() throws {
    let called = try only("The opposition called on the president to resign by Sunday.")
    #expect(called.actors == ["the president"])
    #expect(called.source == "The opposition")
    #expect(
      try only("The judge gave the company until 15 April to hand over the files.").actors == ["the company"])
  }

  @Test(arguments: [
    ("The museum will reopen on 2 May, its director, Lena Vik, said.", "Lena Vik"),
    (
      "Two people familiar with the plans said the shop would open on 2 May.",
      "Two people familiar with the plans"
    ),
    ("Easier said than done, but the bridge opens on 4 May.", nil),
  ])
  func sources(_ text: String, _ source: String?) throws {
    #expect(try only(text).source == source)
  }

  @Test func aCountryIsNoPerson() throws {
    let claims = try claims("France voted in 2022. She said the next vote would be held in May.")
    #expect(claims.allSatisfy { $0.source != "France" })
    #expect(claims.count == 2)
  }

  @Test func speechGoesOnInParagraphsOfItsOwn() throws {
    let claims = try claims(
      """
      "We will not wait," Maria Lund, the head teacher, said on Tuesday.

      "The school opens in August. We hire teachers in May."
      """)
    #expect(claims.map(\.source) == ["Maria Lund", "Maria Lund"])
  }

  @Test func theTimeOfSpeakingIsThatOfTheStatement() throws {
    let claim = try only("Speaking on Tuesday, the envoy said the talks would resume in April.")
    #expect(claim.stated.map { CivilDate($0.firstDay).description } == "2026-03-10")
    let ordered = try only("Regulators on Tuesday ordered the firm to finish the job by 30 June.")
    #expect(ordered.stated.map { CivilDate($0.firstDay).description } == "2026-03-10")
  }

  // MARK: What dates nothing

  @Test(arguments: [
    "The crown slid to its weakest since 2016.", "He ran the 5,000 metres in 15:04.",
    "The firm must answer within three weeks of a decision.", "The ship came three weeks later than planned.",
    "The envoy wants to protect the city from future attacks.",
    "The band released the album Thirteenth of June.",
    "The driver took the 7:15.", "The act of 2005 says so.", "The Reserves Bylaw 2019 is long.",
  ])
  func measures(_ text: String) throws {
    #expect(try claims(text).map(\.title) == [])
  }

  // MARK: Titles

  @Test(arguments: [
    ("The trial resumed on Wednesday.", "The trial resumed"),
    ("The talks will begin on 3 May.", "The talks to begin"),
    ("Comments must be received by 30 March.", "Comments must be received"),
    ("The parties failed to form a government by 10 March.", "The parties did not form a government"),
    ("A concert planned for Friday will not go ahead.", "A concert not to take place"),
    ("The deal will close in June, a person with knowledge of it told Reuters.", "The deal to close"),
  ])
  func titles(_ text: String, _ title: String) throws {
    #expect(try only(text).title == title)
  }
}
