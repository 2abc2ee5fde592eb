import Testing
import TimelineClaims
import TimelineDates

@testable import TimelineTracking

/// Articles that quote the same words of the same speaker have one origin.
@Suite struct QuotationTests {
  private let speech =
    "\u{201C}We shall open the crossing for lorries and for everybody else who has waited since the flood, and "
    + "nobody will close it again as long as I hold this office,\u{201D} she said."

  @Test func aPartOfAQuotationIsKnownAgain() {
    let whole = QuotationReader.runs(of: speech)
    let part = QuotationReader.runs(
      of:
        "The minister promised that nobody who \"waited since the flood, and nobody will close it again as long "
        + "as I hold this office\" had been told.")
    #expect(!part.isEmpty)
    #expect(part.allSatisfy(whole.contains))
  }

  @Test func wordsThatNobodySaysAreNoQuotation() {
    #expect(QuotationReader.runs(of: speech.replacing("\u{201C}", with: "")).isEmpty)
    #expect(QuotationReader.runs(of: "He said “yes” and “no, never” to all of it.").isEmpty)
    #expect(QuotationReader.runs(of: "“" + String(repeating: "word and word again ", count: 500)).isEmpty)
  }

  @Test(arguments: [(true, Link.Kind.derived), (false, .same)])
  func theSameWordsOfOneSpeakerAreOneOrigin(areQuoted: Bool, kind: Link.Kind) {
    func sighting(_ number: Int, _ outlet: UInt32) -> Sighting {
      var mention = MentionTraits()
      mention.id = Int64(number)
      mention.period = Period(day: DayNumber(30))
      mention.modality = .promised
      mention.sentence = UInt32(number)
      mention.source = NameKey(words: [11])
      var article = ArticleTraits(published: DocumentTime(day: DayNumber(Int32(number))))
      article.key = UInt64(number)
      article.outlet = NameKey(words: [outlet])
      article.mentions = [mention]
      article.quotations = areQuoted ? QuotationReader.runs(of: speech) : []
      return Sighting(mention, in: article)
    }
    let history = ClaimHistory([sighting(1, 21), sighting(2, 31)])
    #expect(history.links.map(\.kind) == [.first, kind])
  }
}
