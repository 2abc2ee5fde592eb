import Testing
import TimelineText

@Suite struct ShinglesTests {
  private static let text = """
    The ministers of Karvelia and Sorenia will meet again on 12 June to sign the treaty on the river, two \
    diplomats said on Thursday. The talks had stalled in March, when the dam at Orvane was closed without notice. \
    Engineers from both sides are to inspect the gates in the first week of July and report by the end of the month.
    """

  @Test func layoutMarksAndCaseDoNotCount() {
    let plain = Shingles(Self.text)
    let other = Shingles(
      Self.text.uppercased().replacing(" ", with: "\n ").replacing(",", with: " –"))
    #expect(plain == other)
    #expect(plain.isCopy(of: other))
    #expect(Shingles("The caf\u{E9} of " + Self.text) == Shingles("The cafe\u{301} of " + Self.text))
  }

  @Test func aCopyMayBeFramedCutAndEdited() {
    let plain = Shingles(Self.text)
    #expect(
      Shingles("ORVANE (Karvel News Agency) - " + Self.text + " (Reporting by A. Writer)").isCopy(of: plain))
    let cut = Shingles(Self.text.split(separator: ". ").prefix(2).joined(separator: ". "))
    #expect(cut.isCopy(of: plain) && plain.isCopy(of: cut))
    #expect(Shingles(Self.text.replacing("Thursday", with: "Friday")).isCopy(of: plain))
    #expect(!plain.sketch.allSatisfy { hash in !Shingles(Self.text + " More.").sketch.contains(hash) })
  }

  @Test func anotherTextIsNone() {
    let plain = Shingles(Self.text)
    let sentences = Self.text.split(separator: ". ")
    #expect(!Shingles(String(sentences[0])).isCopy(of: plain), "a sentence of it stands for less than half")
    #expect(
      !Shingles(
        "The ministers of Karvelia and Sorenia did not meet on 12 June as they had planned, and the treaty on "
          + "the river remains unsigned, a spokesman for the government told reporters after the cabinet."
      ).isCopy(of: plain))
  }

  @Test func daysApartNearlyAllMustBeTheSame() {
    let plain = Shingles(Self.text)
    let week: Int64 = 7 * 86_400
    #expect(plain.isCopy(of: plain, apart: week / 2) && !plain.isCopy(of: plain, apart: week))
    let long = (0..<60).map { "word\($0) and" }.joined(separator: " ")
    #expect(Shingles(long).isCopy(of: Shingles("A line more. " + long), apart: week))
    #expect(
      !Shingles(long).isCopy(
        of: Shingles(long.replacing("word7 ", with: "price ").replacing("word40 ", with: "cent ")),
        apart: -week))
  }

  @Test func fewWordsTellNothing() {
    let short = Shingles("Subscribe now to read this article.")
    #expect(short.hashes.isEmpty)
    #expect(!short.isCopy(of: short))
    #expect(!Shingles("").isCopy(of: Shingles("")))
  }

  @Test func textWithoutSpacesHasWordsToo() {
    let text = "两国部长将于六月十二日再次会晤签署关于河流的条约两名外交官周四表示谈判在三月陷入停滞"
    let plain = Shingles(text)
    #expect(plain.hashes.count > 20)
    #expect(Shingles("路透社电" + text).isCopy(of: plain))
  }
}
