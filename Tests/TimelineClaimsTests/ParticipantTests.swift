import Testing
import TimelineDates

@testable import TimelineClaims

/// Who does what where, and who says so, published on Tuesday 2024-03-12.
@Suite struct ParticipantTests {
  private func claims(_ text: String) throws -> [Claim] {
    ClaimExtractor().extract(text, published: try #require(DocumentTime(iso: "2024-03-12"))).claims
  }

  private func claim(_ trigger: String, in text: String) throws -> Claim {
    let claims = try claims(text)
    return try #require(claims.first { $0.trigger.text == trigger }, "\(claims.map(\.trigger.text))")
  }

  @Test func anAmpersandJoinsOneName() throws {
    let claims = try claims(
      "Hollis & Grain will publish its results on 3 May, the Calder & Rowe Gazette reported.")
    #expect(claims.map(\.actors) == [["Hollis & Grain"]])
    #expect(claims.first?.source == "the Calder & Rowe Gazette")
  }

  @Test(arguments: [
    ("Vesna Kral, the company's finance director, will step down on 3 May.", "step", "Vesna Kral"),
    ("The company's finance director, Vesna Kral, will step down on 3 May.", "step", "Vesna Kral"),
    (
      "The striker, Luka Beran, who broke his leg in October, is expected to return in April.", "return",
      "Luka Beran"
    ),
    ("A rival, Norcross Heating, withdrew a similar model on Monday.", "withdrew", "Norcross Heating"),
    (
      "Halden, which has promised to send every check, had mailed 1,100 of them by Monday.", "mailed",
      "Halden"
    ),
    ("Two men arrested last week over the fire appeared in court on Monday.", "appeared", "Two men"),
    ("Tickets go on sale on Friday.", "sale", "Tickets"),
    ("National Westminster Bank cut its rate on Monday.", "cut", "National Westminster Bank"),
    ("IBM, whose stock fell on Monday, is based in Armonk.", "fell", "IBM's stock"),
    ("Tickets will be on sale from 3 May.", "sale", "Tickets"),
    ("The state plans to begin vaccinating teachers in April.", "vaccinating", "The state"),
    ("Completion of Terminal 3 was due in 2019.", "Completion", "Terminal 3"),
    ("The bank's staff expect inflation to fall in the fourth quarter.", "fall", "inflation"),
    ("Officials named the storm on Sunday. It became a hurricane on Monday.", "became", "the storm"),
    ("The Kaplan Group bought the mine in 2015. It plans to close it in 2026.", "close", "The Kaplan Group"),
    ("A suspect was freed on Friday. He has to report on 20 March.", "report", "A suspect"),
  ])
  func actors(_ text: String, _ trigger: String, _ actor: String) throws {
    #expect(try claim(trigger, in: text).actors.first == actor)
  }

  @Test(arguments: [
    (
      "The president flew to Lima on Monday and will meet business leaders there on Tuesday.", "meet",
      ["Lima"]
    ),
    ("Rovers play at Lower Saxby on Friday. They won there in 2011.", "won", ["Lower Saxby"]),
    ("Investors pointed to Nixdorf on Monday.", "pointed", []),
  ])
  func places(_ text: String, _ trigger: String, _ places: [String]) throws {
    #expect(try claim(trigger, in: text).places == places)
  }

  @Test(
    arguments: [
      (
        "The talks collapsed on Sunday, two people familiar with the matter said.",
        "two people"
      ),
      ("The rate will rise in July, it was announced on Monday.", nil),
      (
        "The plant will shut in July, its foreign ministry announced on Monday, raising hopes.",
        "its foreign ministry"
      ),
    ] as [(String, String?)])
  func sources(_ text: String, _ source: String?) throws {
    #expect(try claims(text).first?.source == source)
  }
}
