import CTimelineData
package import TimelineLanguage

/// The compiled time rules of a language.
package struct Grammar: Sendable {
  let vocabulary: Vocabulary
  let rules: [Rule]
  let shapes: ShapeSymbols
  /// The number of the nonterminal that is a whole time expression.
  let root: Int
  let nonterminalCount: Int
  /// For each nonterminal and symbol (`nonterminal * symbolCount + symbol`), the rules that can begin so.
  let starters: [[Int32]]
  let symbolCount: Int
  /// The examples that stand below the rules.
  package let examples: [RuleExample]
  /// What is wrong in the data files; the lines concerned are left out.
  package let faults: [DataMistake]

  /// The rules in `data/en/times`.
  package static let english = Grammar(
    lexicon: DataFile("data/en/times/lexicon.tsv", timeline_data_times_lexicon()),
    rules: DataFile("data/en/times/rules.txt", timeline_data_times_rules()))

  package init(lexicon: DataFile, rules file: DataFile) {
    var faults: [DataMistake] = []
    var vocabulary = Vocabulary()
    vocabulary.read(lexicon, faults: &faults)
    var reader = RuleReader(vocabulary)
    reader.read(file)
    faults += reader.faults
    vocabulary = reader.vocabulary
    shapes = ShapeSymbols(&vocabulary)
    var names = reader.nonterminals
    root = Int(names.symbol("time"))
    nonterminalCount = names.count
    symbolCount = vocabulary.symbols.count
    let firsts = FirstSets(reader.rules, nonterminals: nonterminalCount, symbols: symbolCount)
    for cycle in firsts.leftRecursive {
      faults.append(file.fault(1, "<\(names.names[cycle])> begins with itself"))
    }
    rules = firsts.leftRecursive.isEmpty ? reader.rules : []
    starters = firsts.starters
    examples = reader.examples
    self.vocabulary = vocabulary
    self.faults = faults
  }
}

/// Which rules can begin with which symbol.
private struct FirstSets {
  var starters: [[Int32]]
  var leftRecursive: [Int] = []

  init(_ rules: [Rule], nonterminals: Int, symbols: Int) {
    starters = Array(repeating: [], count: nonterminals * symbols)
    var firsts = Array(repeating: Set<Symbol>(), count: nonterminals)
    var leads = Array(repeating: Set<Int>(), count: nonterminals)
    var changed = true
    while changed {
      changed = false
      for rule in rules {
        let before = firsts[rule.nonterminal].count + leads[rule.nonterminal].count
        switch rule.elements[0].kind {
        case .symbol(let symbol): firsts[rule.nonterminal].insert(symbol)
        case .nonterminal(let other):
          firsts[rule.nonterminal].formUnion(firsts[other])
          leads[rule.nonterminal].formUnion(leads[other].union([other]))
        }
        if firsts[rule.nonterminal].count + leads[rule.nonterminal].count > before { changed = true }
      }
    }
    leftRecursive = leads.indices.filter { leads[$0].contains($0) }
    for (index, rule) in rules.enumerated() {
      switch rule.elements[0].kind {
      case .symbol(let symbol): starters[rule.nonterminal * symbols + Int(symbol)].append(Int32(index))
      case .nonterminal(let other):
        for symbol in firsts[other] {
          starters[rule.nonterminal * symbols + Int(symbol)].append(Int32(index))
        }
      }
    }
  }
}

extension Grammar {
  /// The edge that the word before an expression asks for (class `EDGE` of the lexicon).
  func edge(before offset: Int, _ readings: TokenReadings) -> ResolutionContext.Edge? {
    vocabulary.symbols.known("EDGE").flatMap { readings.value(of: $0, at: offset - 1) }?.name
      .flatMap(ResolutionContext.Edge.init(rawValue:))
  }

  /// Whether a preposition stands at a place (classes `EDGE` and `HELPER` of the lexicon).
  func isPreposition(_ offset: Int, _ readings: TokenReadings) -> Bool {
    guard let edge = vocabulary.symbols.known("EDGE"), let helper = vocabulary.symbols.known("HELPER")
    else { return false }
    return readings.has([edge, helper], at: offset)
  }
}
