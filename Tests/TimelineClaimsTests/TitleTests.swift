import Testing
import TimelineDates

@testable import TimelineClaims

/// One-line titles, published on Thursday 2026-03-12.
@Suite struct TitleTests {
  private func titles(_ text: String) throws -> [String] {
    let published = try #require(DocumentTime(iso: "2026-03-12"))
    return ClaimExtractor().extract(text, published: published).claims.map(\.title)
  }

  @Test(arguments: [
    ("A reporter whom General Whitfield sued in June has apologised.", "General Whitfield sued a reporter"),
    ("The ministry is studying the proposals it received on Monday.", "The ministry received the proposals"),
  ])
  func aClauseThatDescribesItsObjectNamesIt(_ text: String, _ title: String) throws {
    #expect(try titles(text).first == title)
  }

  @Test(arguments: [
    ("Velmar is in debt. Its nurses walked out on Tuesday.", "Velmar's nurses walked out"),
    ("The hospital is in debt. Its nurses walked out on Tuesday.", "The hospital's nurses walked out"),
    ("Velmar will close its plant in May.", "Velmar to close its plant"),
  ])
  func whoseSomethingIs(_ text: String, _ title: String) throws {
    #expect(try titles(text).last == title)
  }

  @Test(arguments: [
    ("The owners want to close the mine by June 30.", "The owners want to close the mine"),
    ("The museum hopes to raise the wreck by 2030.", "The museum hopes to raise the wreck"),
    ("Two ministers have threatened to resign by Sunday.", "Two ministers have threatened to resign"),
    ("The bank wants the fighting to end by May.", "The fighting must end"),
    ("“We expect to close in May,” said Jan Vik.", "Jan Vik expected to close"),
  ])
  func wishesInTheirOwnWords(_ text: String, _ title: String) throws {
    #expect(try titles(text).first == title)
  }

  @Test(arguments: [
    ("Drivers begin route training next Monday.", "Drivers to begin route training"),
    ("Corvane will hold a conference call on Friday.", "Corvane to hold a conference call"),
    ("Fires broke out near the port on Tuesday.", "Fires broke out (the port)"),
    ("The fighting, which began in March 2024, goes on.", "The fighting began"),
  ])
  func nounsWithTheirVerb(_ text: String, _ title: String) throws {
    #expect(try titles(text).first == title)
  }

  @Test(arguments: [
    (
      "Pay will rise by 5 percent on 1 April and by 3 percent in October.",
      ["Pay to rise by 5 percent", "Pay to rise by 3 percent"]
    ),
    (
      "Fares go up by 10 cents in May and by 20 cents in June.",
      ["Fares to go up by 10 cents", "Fares to go up by 20 cents"]
    ),
  ])
  func eachAmountHasItsTime(_ text: String, _ expected: [String]) throws {
    #expect(try titles(text) == expected)
  }

  @Test(arguments: [
    ("Jody Brink, 70, has rowed the ferry since May.", "Jody Brink has rowed the ferry"),
    ("Northway will run nothing on the line on Sunday.", "Northway to run nothing on the line"),
    ("The court could order them to close by May.", "They may close"),
    (
      "For three years, since May 2023, the annual Velna Trade Conference has been a backdrop.",
      "The annual Velna Trade Conference"
    ),
  ])
  func wordsThatSayTooMuchOrTooLittle(_ text: String, _ title: String) throws {
    #expect(try titles(text).last == title)
  }
}
