import TimelineTestSupport
import Testing

@testable import Timeline

/// Times found without a parse, beside those of the whole extraction.
@Suite struct TimesOnlyTests {
  @Test func findsWhatTheWholeExtractionFinds() throws {
    let corpus = try GoldCorpus()
    var checked = 0
    var sameTags = 0
    for article in corpus.articles {
      let alone = Timeline.times(in: article.text, published: article.published)
      let whole = Timeline.extract(article.text, published: article.published).times
      // A range that something is moved over is parted by the parse alone.
      let wholeSpans = Set(whole.map(\.span))
      let aloneSpans = Set(alone.map(\.span))
      #expect(aloneSpans.subtracting(wholeSpans).count <= 1, "\(article.key)")
      let tags = Dictionary(whole.map { ($0.span, $0) }) { first, _ in first }
      for time in alone {
        guard let other = tags[time.span] else { continue }
        checked += 1
        #expect(time.term == other.term && time.timex.type == other.timex.type)
        if time.timex == other.timex { sameTags += 1 }
        switch time.term {
        case .date, .duration, .vague, .shift(.anchor(.publication), _, _), .this(_, .anchor(.publication)):
          #expect(time.timex == other.timex, "\(article.key): \(time.text)")
        default: continue
        }
      }
    }
    #expect(checked > 200)
    #expect(sameTags * 100 >= checked * 85)
  }

  @Test func datelinesAreSentencesOfTheirOwn() throws {
    let published = try #require(DocumentTime(iso: "2026-05-14"))
    let text = "GENEVA, May 14 - 3 June is when the talks begin."
    let alone = Timeline.times(in: text, published: published)
    #expect(alone.map(\.text) == Timeline.extract(text, published: published).times.map(\.text))
    #expect(alone.map(\.text) == ["May 14", "3 June"])
  }
}
