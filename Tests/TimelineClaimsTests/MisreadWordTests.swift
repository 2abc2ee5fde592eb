import Testing
import TimelineDates

@testable import TimelineClaims

/// Sentences that a tagger or a parser of news tends to misread, published on Thursday 2026-05-14.
@Suite struct MisreadWordTests {
  private func claims(_ text: String) throws -> [Claim] {
    ClaimExtractor().extract(text, published: try #require(DocumentTime(iso: "2026-05-14"))).claims
  }

  private func triggers(_ text: String) throws -> [String] { try claims(text).map(\.trigger.text) }

  private func claim(_ trigger: String, in text: String) throws -> Claim {
    let claims = try claims(text)
    return try #require(claims.first { $0.trigger.text == trigger }, "\(claims.map(\.trigger.text))")
  }

  @Test(arguments: [
    ("The agency is due to rule on 27 June.", "rule"),
    ("It is expected to last until December.", "last"),
    ("The two armies did exchange 340 prisoners on Monday.", "exchange"),
    ("The finance chief, Pauli Veng, steps down on 31 May after eleven years.", "steps"),
    ("Pay rises by 5 percent on 1 October.", "rises"),
    ("An earlier lander, Halcyon-0, lost contact with Earth on 3 March 2021 and was never found.", "lost"),
  ])
  func verbsThatLookLikeOtherWords(_ text: String, _ trigger: String) throws {
    #expect(try triggers(text) == [trigger])
  }

  @Test func verbBehindWhatInterruptsItsSubject() throws {
    let posted = try claim(
      "opens",
      in: "The museum, which had promised to publish its plans by the end of May, opens a new wing on 3 July."
    )
    #expect(posted.actors.contains { $0.contains("museum") })
    let begins = try claim(
      "trial",
      in:
        "The trial of Oskar Lind, the former master accused of selling berths to friends, begins on Tuesday.")
    #expect(begins.modality == .scheduled)
    #expect(begins.period?.inclusiveText.start == "2026-05-19")
  }

  @Test func timeBesideItsVerb() throws {
    let text = "The storm will cross the coast on 17 May and reach the capital four days later."
    #expect(try triggers(text) == ["cross", "reach"])
    let said = try claims("The judge, who had studied the files, last week closed the case.")
    #expect(said.map(\.trigger.text) == ["closed"])
  }

  @Test func timeBeforeTheEndOfAQuotation() throws {
    let claim = try claim(
      "ready", in: "“We will be ready by August,” Calloway, who acts for Aubry, said outside the court.")
    #expect(claim.source == "Calloway")
    #expect(claim.relation == .by)
  }

  @Test func entryUnderItsTime() throws {
    let claim = try claim(
      "sentencing", in: "Wednesday, 10.30am: sentencing of Della Prow, who denied the charge.")
    #expect(claim.period?.inclusiveText.start == "2026-05-20T10:30")
  }

  @Test func droppedPlans() throws {
    let text = "A plan to play three matches abroad next summer was dropped in March after protests."
    #expect(try claim("play", in: text).modality == .cancelled)
    #expect(try claim("dropped", in: text).modality == .happened)
  }

  @Test func timesSetAgainstAnother() throws {
    let claims = try claims("The gallery will reopen its north wing in early 2027, not next July as planned.")
    #expect(claims.map(\.modality) == [.scheduled, .cancelled])
    #expect(try triggers("They will meet on 26 May, and not a day earlier.") == ["meet"])
  }

  @Test func titlesInQuotationMarksDateNothing() throws {
    #expect(try triggers("Her novel “Goodbye Friday” was sold in Oslo.") == [])
    #expect(try triggers("Critics praised the documentary “1989”.") == [])
  }

  @Test func promisesAreDatedWithoutAnEvent() throws {
    #expect(try triggers("The ministry threatened last week to veto the plan.") == [])
    #expect(try triggers("The board promised in January that parliament would vote first.") == [])
  }

  @Test func wordsThatSaySomethingOnlyBesideIt() throws {
    #expect(try triggers("It has been adding cranes since 2022.") == ["adding"])
    #expect(try triggers("The government posted the 14-page text on its website on Thursday.") == ["posted"])
  }

  @Test func whatFollowsAReportIsTheOutletsOwn() throws {
    let claim = try claim(
      "closure", in: "Orvia agreed to reopen its border, officials said, ending a closure that began in 2019."
    )
    #expect(claim.source == nil)
  }

  @Test func quotedAsSaying() throws {
    let claim = try claim(
      "end",
      in:
        "The paper quoted President Gavrilov as saying that Norland wanted both armies to end the fighting by July."
    )
    #expect(claim.source == "Gavrilov")
  }

  @Test func asOfLooksBack() throws {
    #expect(try claim("mailed", in: "As of Wednesday, no cheque had been mailed.").relation == .by)
    #expect(try claim("rise", in: "As of 1 July, fares will rise.").relation == .from)
  }
}
