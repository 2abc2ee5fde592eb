import Testing
import TimelineDates

@testable import TimelineTimes

/// What TimeML tags in a text, and what a story of another time does to it.
@Suite struct TaggingTests {
  private func tagged(_ text: String, on published: String = "2026-05-14") throws -> [String] {
    let published = try #require(DocumentTime(iso: published))
    return TimeExtractor().times(in: text, published: published).map { "\($0.text) \($0.timex.value)" }
  }

  @Test func theEndsOfARangeLieWhereTheRangeDoes() throws {
    // Told on a Thursday.
    #expect(try tagged("Snow fell from Monday to Friday.") == ["Monday 2026-05-04", "Friday 2026-05-08"])
  }

  /// Too long to be a post.
  private let filler = String(
    repeating: "The council met and spoke of the bridge over the river again. ", count: 6)

  @Test func rangesAreTheirTwoEnds() throws {
    #expect(
      try tagged("It is on 4-6 June 2026 and ran from 1915 to 1916.") == [
        "4 2026-06-04", "6 June 2026 2026-06-06", "1915 1915", "1916 1916",
      ])
    #expect(try tagged("It lasted from 1915-16.") == ["1915 1915", "16 1916"])
  }

  @Test func prepositionsStayOutside() throws {
    #expect(try tagged("They will sign within 90 days.") == ["90 days P90D"])
    #expect(try tagged("They will sign in three weeks.") == ["three weeks P3W"])
  }

  @Test func whatTookLongIsALength() throws {
    #expect(try tagged("The town was conquered in two months.") == ["two months P2M"])
  }

  @Test func someWordsOnlyDateClaims() throws {
    #expect(try tagged("They will meet soon.") == [])
  }

  @Test func yearsNeedNoPreposition() throws {
    #expect(try tagged("The 1996 campaign cost 1996 dollars.") == ["1996 1996"])
    #expect(try tagged("It was won in 490 BC.") == ["490 BC BC0490"])
  }

  @Test func agesAreNoTimes() throws {
    #expect(try tagged(filler + "A 44-year-old man and a girl who is six years old came.") == [])
  }

  @Test func bareDaysAreThoseOfAPost() throws {
    #expect(try tagged("Long day, good night!") == ["day P1D", "night 2026-05-14TNI"])
    #expect(try tagged(filler + "A good day.") == [])
  }

  @Test func aStoryMovesOn() throws {
    let story = """
      War broke out in September 1939. Norway fell in April 1940, and France two months later. On June 10, Italy \
      joined. By the end of the year London burned. In January 1941 the tide had not turned. The former king left.
      """
    #expect(try tagged(story).contains("June 10 1940-06-10"))
    #expect(try tagged(story).contains("the end of the year 1940"))
    #expect(try tagged(story).contains("former PAST_REF"))
    #expect(try !tagged("The former king left.").contains("former PAST_REF"))
  }

  @Test func aYearBeforeAQuarterIsAQuarter() throws {
    let report = filler + "It lost money in the third quarter, compared with a profit a year earlier."
    #expect(try tagged(report, on: "1989-11-02") == ["the third quarter 1989-Q3", "a year earlier 1988-Q3"])
  }

  @Test func whatIsMuchNearerIsMeant() throws {
    let text = filler + "It declared a dividend, payable Dec. 15."
    #expect(try tagged(text, on: "1989-10-26") == ["Dec. 15 1989-12-15"])
  }

  @Test func possessiveDaysLookBack() throws {
    let text = filler + "They would look for ways around Wednesday's ruling."
    #expect(try tagged(text, on: "2026-05-15") == ["Wednesday 2026-05-13"])
  }

  @Test(arguments: [
    ("They want to suspend the order issued Thursday.", "Thursday 2026-05-14"),
    ("The move follows Tuesday's ruling by the court.", "Tuesday 2026-05-12"),
    ("No plan can undo the Friday attack.", "Friday 2026-05-08"),
    ("Neither of them could be reached Wednesday.", "Wednesday 2026-05-13"),
    ("The figures will be released Friday.", "Friday 2026-05-15"),
    ("It was said that talks may resume as early as Monday.", "Monday 2026-05-18"),
    ("The board made him chairman, effective Feb. 1.", "Feb. 1 2027-02-01"),
    ("They might have wanted it since Jan. 13.", "Jan. 13 2026-01-13"),
  ])
  func wordsBesideATimeTellItsDirection(sentence: String, expected: String) throws {
    #expect(try tagged(filler + sentence) == [expected])
  }

  @Test func clockTimesGoOnOverTheirFullStop() throws {
    let text = filler + "He left the small town in the hills at 10 p.m. Wednesday, police said."
    #expect(try tagged(text) == ["10 p.m. Wednesday 2026-05-13T22:00"])
  }

  @Test func unitsMayStickToTheirNumber() throws {
    #expect(try tagged("It took 12hrs and 2weeks.") == ["12hrs PT12H", "2weeks P2W"])
  }

  @Test func yearsBeforeChristMayHaveFiveDigits() throws {
    #expect(try tagged("It was built in 10000 BC.") == ["10000 BC BC10000"])
  }
}
