import Testing
import TimelineDates

@testable import TimelineClaims

/// Which word a time belongs to, and who says so, published on Thursday 2026-03-12.
@Suite struct EventChoiceTests {
  private let extractor = ClaimExtractor()

  private func claims(_ text: String) throws -> [Claim] {
    extractor.extract(text, published: try #require(DocumentTime(iso: "2026-03-12"))).claims
  }

  private func told(_ text: String) throws -> [String] {
    try claims(text).map {
      let start = $0.period.map { CivilDate($0.firstDay).description } ?? "undated"
      return "\($0.trigger.text) \(start) \($0.modality.rawValue)"
    }
  }

  @Test(arguments: [
    ("Lawyers have had access to the books since 3 March.", "access 2026-03-03 happened"),
    ("The panel wants proof of funds by 7 May.", "proof 2026-05-07 demanded"),
    ("The fund is considering an offer next month.", "offer 2026-04-01 possible"),
    ("Judges will hand down their verdict on 17 April.", "verdict 2026-04-17 scheduled"),
    ("The country applied to join the union in 2016.", "applied 2016-01-01 happened"),
    ("Mr Halden ran the energy ministry from 2012 to 2018.", "ran 2012-01-01 happened"),
    (
      "From 2027, an officer on the naval staff said, the ship could be built in Turku.",
      "built 2027-01-01 possible"
    ),
    ("In June, analysts say, prices may fall.", "fall 2026-06-01 possible"),
    (
      "At four, while most of us were at work or asleep, the mayor signed the lease on Monday.",
      "signed 2026-03-09 happened"
    ),
    ("Her sailors are painting their mess; on Sunday they beat the yard's team.", "beat 2026-03-08 happened"),
  ])
  func theEventOfATime(_ text: String, _ expected: String) throws {
    #expect(try told(text) == [expected])
  }

  @Test func whatIsLeftBehindIsCalledOff() throws {
    #expect(
      try told("It will be delivered on 8 December and no longer this Friday.") == [
        "delivered 2026-12-08 scheduled", "delivered 2026-03-13 cancelled",
      ])
  }

  @Test func aMovedFriendlyIsTheEvent() throws {
    #expect(
      try told("The friendly against Denholm has been moved from 12 July to 15 July.") == [
        "friendly 2026-07-12 cancelled", "friendly 2026-07-15 scheduled",
      ])
  }

  @Test(arguments: ["March was too early and May was too late.", "November is just right."])
  func timesThatAreJudgedDateNothing(_ text: String) throws {
    #expect(try claims(text).isEmpty)
  }

  // MARK: Who says so

  @Test func whatDescribesASpeakerIsNotSaid() throws {
    let claim = try #require(
      try claims("Ana Reuter, who bought the club in 2009, told fans last Thursday that she would leave.")
        .first)
    #expect(claim.trigger.text == "bought")
    #expect(claim.source == nil)
  }

  @Test func whatDescribesAListenerIsNotSaid() throws {
    let claim = try #require(try claims("Nobody told the band, which played in the park on Friday.").first)
    #expect(claim.source == nil)
    #expect(claim.actors == ["the band"])
  }

  @Test(arguments: [
    "Prices will rise in May, according to a letter that was sent to both sides on Tuesday.",
    "Prices will rise in May, according to a statement on Tuesday.",
  ])
  func aCitedDocumentHasADate(_ text: String) throws {
    let claim = try #require(try claims(text).first)
    #expect(claim.stated.map { CivilDate($0.firstDay).description } == "2026-03-10")
  }

  @Test func aListOfVerbsHasOneSubject() throws {
    let claims = try claims(
      "Ina Sol fled to Oslo in August 2021, was arrested in Bergen in May 2022 and was tried seven months later."
    )
    #expect(claims.map(\.actors) == [["Ina Sol"], ["Ina Sol"], ["Ina Sol"]])
  }

  @Test func heIsWhomTheSentenceBeforeActedOn() throws {
    let claims = try claims(
      "Malcolm Thorne owns it. The league had heard Grady Holme on 2 March. He said the stand would open in May."
    )
    #expect(claims.last?.source == "Grady Holme")
  }

  // MARK: Places

  @Test(arguments: [
    "The club won at home on Saturday.", "He was moved to hospital on Monday.",
    "She died in prison on Monday.",
  ])
  func barePlaceNounsAreNoPlaces(_ text: String) throws {
    #expect(try claims(text).first?.places == [])
  }
}
