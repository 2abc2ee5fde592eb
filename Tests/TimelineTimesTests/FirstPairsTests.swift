import Testing
import TimelineLanguage

@testable import TimelineTimes

/// What is known of a place's first two symbols before a rule is tried.
@Suite struct FirstPairsTests {
  private func grammar() -> Grammar {
    Grammar(
      lexicon: DataFile("lexicon.tsv", text: "june\tMONTH\t6\nmonday\tWEEKDAY\t1\nlast\tLAST\t1\n"),
      rules: [
        DataFile(
          "rules.txt",
          text: """
            day = w:WEEKDAY -> weekday(w)
            time = d:<day> -> nearest(d)
            time = LAST d:<day> -> last(d publication)
            time = d:<day> of m:MONTH -> nearest(d)
            """)
      ])
  }

  @Test func tellWhatCanFollow() throws {
    let grammar = grammar()
    #expect(grammar.faults.isEmpty)
    var vocabulary = grammar.vocabulary
    func symbol(_ name: Substring) -> Int { Int(vocabulary.symbol(ofClass: name)) }
    let (weekday, last, month) = (symbol("WEEKDAY"), symbol("LAST"), symbol("MONTH"))
    let pairs = grammar.beginnings
    let onWeekday = pairs.row(grammar.root, weekday)
    #expect(pairs.allowsEnd(in: onWeekday))
    #expect(!pairs.allows(month, in: onWeekday))
    #expect(!pairs.allows(weekday, in: onWeekday))
    let onLast = pairs.row(grammar.root, last)
    #expect(!pairs.allowsEnd(in: onLast))
    #expect(pairs.allows(weekday, in: onLast))
    #expect(!pairs.allows(month, in: onLast))
    #expect(!pairs.allowsEnd(in: pairs.row(grammar.root, month)))
  }

  /// Whatever can begin a nonterminal has something that may follow, or may stand alone; nothing else has.
  @Test func agreeWithTheFirstSymbols() {
    let grammar = Grammar.english
    let program = grammar.program
    for nonterminal in 0..<program.nonterminalCount {
      for symbol in 0..<program.symbolCount {
        let row = grammar.beginnings.row(nonterminal, symbol)
        let follows = (0...program.symbolCount).contains { grammar.beginnings.allows($0, in: row) }
        if follows != program.firsts[nonterminal * program.symbolCount + symbol] {
          Issue.record("nonterminal \(nonterminal), symbol \(symbol)")
        }
      }
    }
    #expect(program.nonterminalCount > 10)
  }
}
