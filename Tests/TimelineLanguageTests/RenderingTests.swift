import Testing
import TimelineLanguage

@Suite struct RenderingTests {
  @Test func aTreeHasAWordALine() {
    let rows = "Velo NNP 2 nsubj\nsaid VBD 0 root\nthey PRP 4 nsubj\nleft VBD 2 ccomp"
    #expect(
      tree(rows).tree() == """
        said VERB root
        ├─ Velo PROPN nsubj
        └─ left VERB ccomp
           └─ they PRON nsubj

        """)
  }

  @Test func conlluHasTenColumnsAndJoinedWords() throws {
    let core = LanguageCore.english
    let document = core.document("They don't agree,\n he said.")
    let sentence = try #require(document.sentences.first)
    let lines = core.parse(sentence, in: document).conllu(number: 7).split(separator: "\n").map(String.init)
    #expect(lines[0] == "# newpar")
    #expect(lines[1] == "# sent_id = 7")
    #expect(lines[2] == "# text = They don't agree, he said.")
    #expect(lines.dropFirst(3).allSatisfy { $0.split(separator: "\t").count == 10 })
    #expect(lines[4] == "2-3\tdon't" + String(repeating: "\t_", count: 8))
    #expect(lines[6].hasPrefix("3\tn't\tnot\tPART\tRB\t"))
    #expect(lines[7].hasSuffix("SpaceAfter=No"))
    #expect(lines.count == 12)
  }

  @Test func theSpaceBehindAnUnitIsKept() throws {
    let core = LanguageCore.english
    let document = core.document("At 5pm sharp")
    let sentence = try #require(document.sentences.first)
    let lines = core.parse(sentence, in: document).conllu(number: 1).split(separator: "\n")
    #expect(!lines.contains { $0.hasPrefix("2-3") })
    #expect(lines.contains { $0.hasPrefix("2\t5\t") && $0.hasSuffix("SpaceAfter=No") })
  }

  @Test func aBulletIsWrittenWithItsSentence() throws {
    let core = LanguageCore.english
    let document = core.document("Asked for:\n\n- They agree.\n- He left.\n")
    let sentence = try #require(document.sentences.dropFirst().first)
    let lines = core.parse(sentence, in: document).conllu(number: 1).split(separator: "\n").map(String.init)
    #expect(lines.contains("# text = - They agree."))
    #expect(lines.contains { $0.hasPrefix("1\t-\t-\tPUNCT\tNFP\t_\t") })
    #expect(lines.contains { $0.hasPrefix("2\tThey\tthey\t") })
  }
}
