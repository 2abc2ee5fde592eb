import Testing
import TimelineDates

@testable import TimelineTimes

/// Where a story of another time is, and how bare months and days follow it.
@Suite struct StoryTests {
  private func tagged(_ text: String, on published: String = "2009-12-19") throws -> [String] {
    let published = try #require(DocumentTime(iso: published))
    return TimeExtractor().times(in: text, published: published).map { "\($0.text) \($0.timex.value)" }
  }

  /// Years that make a story of what stands before them.
  private let ending = " It ended in 1796. Trade came back in 1797 and the town was rebuilt in 1798."

  @Test func whatIsNamedInPassingLeavesTheStoryWhereItIs() throws {
    let ahead = """
      The town fell on 9 April 1793. In November 1799 a play was made of it. On 15 April the last fort gave in. \
      The mayor came back on 22 May 1793.
      """
    #expect(try tagged(ahead + ending).contains("15 April 1793-04-15"))
    let back = """
      The town fell on 9 April 1793. The leader of the August 1789 rising had lost. On 17 August the law was \
      changed. The mayor came back on 24 October 1793.
      """
    #expect(try tagged(back + ending).contains("17 August 1793-08-17"))
  }

  @Test func aMonthLiesBeforeTheNextMilestone() throws {
    let story = """
      They landed in January 1795 and took the city in March. Another army had held the north from October to \
      March, and was at the river by May 3. On August 15, 1795 the war was over.
      """
    let times = try tagged(story + ending)
    #expect(times.contains("October 1794-10") && times.contains("May 3 1795-05-03"))
  }

  @Test func wordsWithoutAYearDoNotLeadOutOfAStory() throws {
    let story = """
      War broke out in August 1794. They gave in two weeks after Armistice Day. The siege began on 12 September.
      """
    #expect(try tagged(story + ending).contains("12 September 1794-09-12"))
  }

  @Test func aMonthBeforeWhatItTellsOfLeavesTheStoryWhereItIs() throws {
    let story =
      "The town fell on 9 April 1793. It had seen the March offensive. On 17 August the law was changed."
    let times = try tagged(story + ending)
    #expect(times.contains("March 1793-03") && times.contains("17 August 1793-08-17"))
  }

  @Test func theSameTimeIsTheOneThatTheStoryIsAt() throws {
    let story = "The town fell on 9 April 1793. At the same time the fleet sailed. On 2 May it was back."
    let times = try tagged(story + ending)
    #expect(times.contains("the same time 1793-04-09") && times.contains("2 May 1793-05-02"))
  }

  @Test func whatComesLaterInAPeriodFollowsWhatWasMentioned() throws {
    let published = try #require(DocumentTime(iso: "2009-12-19"))
    let text = "The town fell on 9 April 1793. Later that month it was burnt." + ending
    let later = TimeExtractor().times(in: text, published: published).first { $0.text == "Later that month" }
    let period = try #require(later?.resolution.chosen?.period)
    #expect(period.inclusiveText == (start: "1793-04-10", end: "1793-04-30"))
  }
}
