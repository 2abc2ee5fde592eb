import Testing
import TimelineDates

@testable import TimelineClaims

/// Deadlines that were missed, phases and what was to be, published on Tuesday 2024-03-12.
@Suite struct DeadlineTests {
  private func told(_ text: String) throws -> [String] {
    let claims = ClaimExtractor().extract(text, published: try #require(DocumentTime(iso: "2024-03-12")))
      .claims
    return claims.map { claim in
      let day = claim.period.map { CivilDate($0.firstDay).description } ?? "undated"
      return "\(claim.trigger.text) \(claim.relation.rawValue) \(day) \(claim.modality.rawValue)"
        + (claim.isNegated ? " not" : "") + (claim.isConditional ? " if" : "")
    }
  }

  @Test(arguments: [
    ("The company missed the 1 March deadline to file its accounts.", ["file by 2024-03-01 happened not"]),
    (
      "The ministry missed its own deadline of 31 January for the report.",
      ["missed by 2024-01-31 happened not"]
    ),
    ("The supplier failed to deliver the trains by 1 March.", ["deliver by 2024-03-01 happened not"]),
    ("The company has until Friday to respond to the complaint.", ["respond by 2024-03-15 demanded"]),
    ("Nurses threatened to strike from 1 April unless pay rises.", ["strike from 2024-04-01 promised if"]),
    ("The league is considering moving the final to 1 June.", ["final on 2024-06-01 possible"]),
    (
      "The festival has been moved from 7 October to 14 October.",
      ["festival on 2024-10-07 cancelled", "festival on 2024-10-14 scheduled"]
    ),
    (
      "The case, argued on 14 February, will be decided by June.",
      ["argued on 2024-02-14 happened", "decided by 2024-06-01 scheduled"]
    ),
    (
      "The regional governor said that shelling killed four people on Saturday.",
      ["killed on 2024-03-09 happened"]
    ),
    ("More rain is forecast for Thursday.", ["rain on 2024-03-14 expected"]),
    ("The party is choosing candidates before the May election.", ["election on 2024-05-01 scheduled"]),
    ("The singer talked for one night.", []),
    ("Water is forecast to peak on Thursday.", ["peak on 2024-03-14 expected"]),
    ("The by-elections are held on 19 March.", ["by-elections on 2024-03-19 scheduled"]),
    ("The two will face each other in a run-off on Sunday.", ["run-off on 2024-03-17 scheduled"]),
    ("Markers are voting on a walkout from 22 to 26 June.", ["walkout throughout 2024-06-22 scheduled"]),
    ("The company has no plans to cut jobs this year.", ["cut on 2024-01-01 scheduled not"]),
    ("The ferry sank within twenty minutes.", []),
    ("The governments invited the party to rejoin two weeks ago.", []),
    ("He is accused of breaking the truce on 2 January.", ["breaking on 2024-01-02 happened"]),
    (
      "The plans were kept on 8 February, and the logs followed on the 15th.",
      ["kept on 2024-02-08 happened", "followed on 2024-02-15 happened"]
    ),
    (
      "She will fly home in 2025 and in 2027.",
      ["fly on 2025-01-01 scheduled", "fly on 2027-01-01 scheduled"]
    ),
  ])
  func readings(_ text: String, _ expected: [String]) throws {
    #expect(try told(text) == expected)
  }
}
