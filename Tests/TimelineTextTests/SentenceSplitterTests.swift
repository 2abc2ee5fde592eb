import Testing
import TimelineLanguage
import TimelineText

@Suite struct SentenceSplitterTests {
  private func sentences(_ text: String) -> [String] {
    let document = LanguageCore.english.document(text)
    return document.sentences.map { document.text.string(document.byteRange($0)) }
  }

  @Test(arguments: [
    ["Mr. Smith of the U.S. Treasury left.", "He came back on Jan. 3."],
    ["He lives in the U.S.", "The house is old."],
    ["“Why?” he asked.", "“Because,” she said."],
    ["It works in the U.S.", "But no. 3 costs $3.5 million."],
    [
      "He sat.", "It was built in 1984. [2]", "So be it. :)", "He said maybe.", "yes it is.", "Why?",
      "what else?",
    ],
    ["They sat.", "We meet on Sat. May 3 or Sun. Sept. 24 in Rome."],
    ["Yahoo! said so of approx. five sites.", "The plan is on."],
    ["Is it?", "(Yes.)", "J. R. Ewing said so."],
  ]) func splitsProse(expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test func aMissingFullStopEndsASentence() {
    let mail = "Hi Tom, I will be in the office tomorrow Thanks, Sean"
    #expect(sentences(mail).first == "Hi Tom, I will be in the office tomorrow")
  }

  @Test func namesAndSymbolsBeginNone() {
    for text in [
      "Sen. Charles Grassley (R-Iowa) told reporters that Texas Air Corp's <TXN> Continental unit was sold.",
      "The decrease brings Marathon's posted price for West Texas Intermediate to 16.50 dollars.",
      "GENEVA, June 5 (Agency) — The ministers signed.",
    ] { #expect(sentences(text) == [text]) }
  }

  @Test func aParagraphEndsASentence() {
    #expect(sentences("Talks resume\n\nThe talks go on.") == ["Talks resume", "The talks go on."])
  }

  @Test func wrappedLinesAreJoined() {
    let text = """
      Showers continued throughout the week in the north of the zone,
      easing the drought since early January and improving prospects for
      the coming crop, although normal humidity levels have not been
      restored, a firm said in its weekly review.
      """
    #expect(sentences(text).count == 1)
  }
}
