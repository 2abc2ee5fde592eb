import Testing
import TimelineLanguage

@testable import timeline_train

@Suite struct TreebankTests {
  private let bank = Treebank(
    """
    # newdoc id = a
    # text = Best regards
    1\tBest\tgood\tADJ\tJJS\t_\t2\tamod\t_\t_
    2\tregards\tregard\tNOUN\tNNS\t_\t0\troot\t_\t_

    # text = He left.
    1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_
    2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
    3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

    # newpar
    # text = Why
    1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\t_


    """)

  @Test func rawTextPartsSentencesByASpaceAndParagraphsByALine() throws {
    let text = try #require(RawText.texts(of: bank).first)
    #expect(text.text == "Best regards He left.\n\nWhy")
    #expect(text.starts == [0, 13, 23])
  }

  @Test func sentencesWithoutAMarkBetweenThemAreJoined() throws {
    let joined = try #require(bank.sentences[0].joined(with: bank.sentences[1]))
    #expect(joined.words.map(\.head) == [1, -1, 3, 1, 3])
    #expect(joined.words[3].relation == .parataxis)
    #expect(bank.sentences[1].joined(with: bank.sentences[2]) == nil)
  }

  @Test func clustersAreOfTheMostProbableSpelling() {
    let text = ClusterTable.text(
      ["May": 7, "may": 9, "run": 9, "x1": 4, "Geneva": 3, "rare": 0],
      ["May": -8, "may": -6, "run": -7, "Geneva": -12])
    #expect(text.hasSuffix("\n1\tmay run\n2\tgeneva\n"))
    let clusters = WordClusters(text)
    #expect(clusters.numbers.count == 3)
    #expect(Set(clusters.numbers.values) == [1, 2])
  }
}
