import CTimelineData
package import TimelineLanguage

/// The compiled time rules of a language.
///
/// A class, so that each text's matcher shares it without copying.
package final class Grammar: Sendable {
  let vocabulary: Vocabulary
  let rules: [Rule]
  let shapes: ShapeSymbols
  /// The number of the nonterminal that is a whole time expression.
  let root: Int
  /// The number of the nonterminal of what looks like a time and is none; nil without such rules.
  let blocker: Int?
  let program: RuleProgram
  /// What whole expressions, and what looks like one, can begin with.
  let beginnings: FirstPairs
  let entries: WordEntries
  /// For each symbol whether a word or shape of the class gives an expression away.
  let isTriggerClass: [Bool]
  /// The classes of words that stand before an expression.
  let edgeClass: Symbol
  let helperClass: Symbol
  let possessiveClass: Symbol
  /// The class of words such as `until`.
  let lastingClass: Symbol
  /// The examples that stand below the rules.
  package let examples: [RuleExample]
  /// What is wrong in the data files; the lines concerned are left out.
  package let faults: [DataMistake]

  /// The rules in `data/en/times`.
  package static let english = english(with: nil)

  /// The same, with the names of a user's events.
  static func english(with events: EventList?) -> Grammar {
    Grammar(
      lexicon: DataFile("data/en/times/lexicon.tsv", timeline_data_times_lexicon()),
      events: [EventCalendar.englishFile] + (events.map { [$0.file] } ?? []),
      rules: [
        DataFile("data/en/times/rules/everyday.txt", timeline_data_times_rules_everyday()),
        DataFile("data/en/times/rules/workdays.txt", timeline_data_times_rules_workdays()),
        DataFile("data/en/times/rules/lengths.txt", timeline_data_times_rules_lengths()),
        DataFile("data/en/times/rules/dates.txt", timeline_data_times_rules_dates()),
        DataFile("data/en/times/rules/deictic.txt", timeline_data_times_rules_deictic()),
        DataFile("data/en/times/rules/shifts.txt", timeline_data_times_rules_shifts()),
        DataFile("data/en/times/rules/parts.txt", timeline_data_times_rules_parts()),
        DataFile("data/en/times/rules/ranges.txt", timeline_data_times_rules_ranges()),
        DataFile("data/en/times/rules/idioms.txt", timeline_data_times_rules_idioms()),
        DataFile("data/en/times/rules/clock.txt", timeline_data_times_rules_clock()),
        DataFile("data/en/times/rules/named.txt", timeline_data_times_rules_named()),
        DataFile("data/en/times/rules/sets.txt", timeline_data_times_rules_sets()),
        DataFile("data/en/times/rules/vague.txt", timeline_data_times_rules_vague()),
        DataFile("data/en/times/rules/negatives.txt", timeline_data_times_rules_negatives()),
      ])
  }

  package init(lexicon: DataFile, events: [DataFile] = [], rules files: [DataFile]) {
    var faults: [DataMistake] = []
    var vocabulary = Vocabulary()
    vocabulary.read(lexicon, faults: &faults)
    for file in events { vocabulary.read(EventFile(file)) }
    var reader = RuleReader(vocabulary)
    for file in files { reader.read(file) }
    faults += reader.faults
    vocabulary = reader.vocabulary
    shapes = ShapeSymbols(&vocabulary)
    edgeClass = vocabulary.symbol(ofClass: "EDGE")
    lastingClass = vocabulary.symbol(ofClass: "LASTING")
    possessiveClass = vocabulary.symbol(ofClass: "POSSESSIVE")
    helperClass = vocabulary.symbol(ofClass: "HELPER")
    var names = reader.nonterminals
    root = Int(names.symbol("time"))
    blocker = names.known("not").map(Int.init)
    let firsts = FirstSets(reader.rules, nonterminals: names.count)
    for cycle in firsts.leftRecursive {
      let rule = reader.rules.first { $0.nonterminal == cycle }
      let file = files.first { $0.name == rule?.file }
      if let rule, let file {
        faults.append(file.fault(rule.line, "<\(names.names[cycle])> begins with itself"))
      }
    }
    rules = firsts.leftRecursive.isEmpty ? reader.rules : []
    program = RuleProgram(
      rules, shapes: shapes, nonterminals: names.count, symbols: vocabulary.symbols.count,
      firsts: firsts.sets)
    beginnings = FirstPairs(program)
    examples = reader.examples
    self.vocabulary = vocabulary
    let triggers = TriggerClasses(
      rules, root: root, nonterminals: names.count, order: shapes.all + vocabulary.classes,
      vocabulary: vocabulary)
    isTriggerClass = triggers.isTrigger
    entries = WordEntries(vocabulary, isTriggerClass: isTriggerClass)
    self.faults = faults
  }
}

/// Which symbols each nonterminal can begin with.
private struct FirstSets {
  var sets: [Set<Symbol>]
  var leftRecursive: [Int] = []

  init(_ rules: [Rule], nonterminals: Int) {
    sets = Array(repeating: Set<Symbol>(), count: nonterminals)
    var leads = Array(repeating: Set<Int>(), count: nonterminals)
    var changed = true
    while changed {
      changed = false
      for rule in rules {
        let before = sets[rule.nonterminal].count + leads[rule.nonterminal].count
        switch rule.elements[0].kind {
        case .symbol(let symbol): sets[rule.nonterminal].insert(symbol)
        case .nonterminal(let other):
          sets[rule.nonterminal].formUnion(sets[other])
          leads[rule.nonterminal].formUnion(leads[other].union([other]))
        }
        if sets[rule.nonterminal].count + leads[rule.nonterminal].count > before { changed = true }
      }
    }
    leftRecursive = leads.indices.filter { leads[$0].contains($0) }
  }
}
