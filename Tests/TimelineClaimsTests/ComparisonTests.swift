import Testing
import TimelineDates

@testable import TimelineClaims

/// Times that something is compared with, published on Tuesday 2024-03-12.
@Suite struct ComparisonTests {
  private func told(_ text: String) throws -> [String] {
    let claims = ClaimExtractor().extract(text, published: try #require(DocumentTime(iso: "2024-03-12")))
      .claims
    return claims.map { "\($0.trigger.text) \($0.time?.text ?? "")" }
  }

  @Test(arguments: [
    "Profit rose to 4.2 million from 3.9 million a year earlier.",
    "Turnout was 61 percent, against 58 percent in 2019.",
    "Prices are 3 percent higher than in March last year.",
    "It was the wettest February since 1974.",
    "Shr 10 cts vs 12 cts last year.",
    "Rents are 3 percent above the level of 1,200 recorded in 2022.",
    "The club has twice as many members as in 2018.",
    "Output is 5 percent up on last year.",
  ])
  func whatIsComparedWithIsNoClaim(_ text: String) throws {
    #expect(try told(text) == [])
  }

  @Test(arguments: [
    ("Unemployment fell to 3.2 percent in March from 3.4 percent in February.", ["fell March"]),
    ("The club lost 14 million last year, up from 9 million in 2021.", ["lost last year"]),
    ("The number of visitors doubled to 400,000 last year from 190,000 in 2020.", ["doubled last year"]),
    ("He earned 90,000 dollars last year, twice as much as in 2018.", ["earned last year"]),
    (
      "The index gained 1.2 percent on Monday after a 0.4 percent rise on Friday.",
      ["gained Monday", "rise Friday"]
    ),
    // Something happened then.
    ("Losses are up from 9 million when it opened in 2021.", ["opened 2021"]),
    ("Fares will rise by 5 percent from April.", ["rise April"]),
    ("Rescuers brought 40 people from 3 boats on Monday.", ["brought Monday"]),
    ("He left more than a year ago.", ["left more than a year ago"]),
    ("The plant is to close in 2026 rather than in 2030.", ["close 2026", "close 2030"]),
  ])
  func whatHappenedIsOne(_ text: String, _ expected: [String]) throws {
    #expect(try told(text) == expected)
  }
}
