import Testing

@testable import timeline_train

@Suite struct ScoreTests {
  /// Words as `form tag head relation`, `1-2 don't` for words written as one.
  private func text(_ rows: String...) -> ScoredText {
    var number = 0
    var lines: [String] = []
    for row in rows {
      let fields = row.split(separator: " ").map(String.init)
      if fields.count == 2 {
        lines.append("\(fields[0])\t\(fields[1])" + String(repeating: "\t_", count: 8))
      } else {
        number += 1
        lines.append(
          "\(number)\t\(fields[0])\t\(fields[0])\t\(fields[1])\t_\t_\t\(fields[2])\t\(fields[3])\t_\t_")
      }
    }
    return ScoredText(lines.joined(separator: "\n") + "\n\n")
  }

  private func f1(_ name: String, _ score: Score?) -> Double? {
    score?.parts.first { $0.name == name }?.f1
  }

  @Test func aTextScoresFullAgainstItself() {
    let gold = text(
      "They PRON 4 nsubj", "2-3 don't", "do AUX 4 aux", "n't PART 4 advmod", "agree VERB 0 root")
    let score = Score(gold: gold, system: gold)
    #expect(score?.parts.allSatisfy { $0.f1 == 100 } == true)
  }

  @Test func subtypesCountAsTheirRelation() {
    let gold = text("Deal NOUN 2 nsubj:pass", "signed VERB 0 root")
    let system = text("Deal PROPN 2 nsubj", "signed VERB 0 root")
    let score = Score(gold: gold, system: system)
    #expect(f1("UPOS", score) == 50)
    #expect(f1("LAS", score) == 100)
  }

  @Test func wordsWithOtherBordersDoNotMatch() {
    let gold = text("a-b NOUN 0 root", "c NOUN 1 dep")
    let system = text("a NOUN 0 root", "- PUNCT 1 punct", "b NOUN 1 dep", "c NOUN 1 dep")
    let score = Score(gold: gold, system: system)
    #expect(f1("Words", score).map { Int($0 * 100) } == 3333)
    #expect(f1("UAS", score) == 0)
  }

  @Test func partsOfOneSurfaceWordAreAlignedByForm() {
    let gold = text("1-2 cannot", "can AUX 0 root", "not PART 1 advmod")
    let system = text("cannot AUX 0 root")
    #expect(f1("Words", Score(gold: gold, system: system)) == 0)
    let other = text("1-2 cannot", "ca AUX 0 root", "not PART 1 advmod")
    #expect(f1("Words", Score(gold: gold, system: other)) == 50)
  }

  @Test func otherCharactersAreRefused() {
    #expect(Score(gold: text("a NOUN 0 root"), system: text("b NOUN 0 root")) == nil)
  }
}
