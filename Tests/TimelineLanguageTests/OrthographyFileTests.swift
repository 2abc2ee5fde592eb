import Testing
import TimelineLanguage
import TimelineText

@Suite struct OrthographyFileTests {
  @Test func theShippedFileHasNoMistake() {
    let file = OrthographyFile.english
    #expect(file.mistakes.isEmpty)
    #expect(file.orthography.words.abbreviations.count > 100)
  }

  @Test func aMistakeIsToldWithFileLineAndCaret() throws {
    let text = "# comment\nabbreviation\tjan.\tbefore-number\nabbreviation\tfeb.\tsometimes\n"
    let mistake = try #require(OrthographyFile(DataFile("o.tsv", text: text)).mistakes.first)
    #expect(
      mistake.description == """
        o.tsv:3:19: expected title, before-number, before-date, open, clock, number, inner or capitalised
        abbreviation\tfeb.\tsometimes
                    \t    \t^
        """)
  }

  @Test(arguments: [
    (
      "noun\ta",
      "o.tsv:1:1: expected abbreviation, ending, unit, prefix, mark, compound, contraction, contracted, extension, starter or date"
    ),
    ("contraction\tits", "o.tsv:1:13: expected two words with | between them"),
    ("starter", "o.tsv:1:8: expected a word behind the class"),
    ("compound\tcannot", "o.tsv:1:10: expected two words with | between them"),
    ("abbreviation\tjan\topen", "o.tsv:1:14: expected an abbreviation with its full stop"),
  ]) func aWrongRowIsLeftOut(row: String, message: String) {
    let mistakes = OrthographyFile(DataFile("o.tsv", text: row)).mistakes
    #expect(mistakes.map { String($0.description.prefix { $0 != "\n" }) } == [message])
  }
}
