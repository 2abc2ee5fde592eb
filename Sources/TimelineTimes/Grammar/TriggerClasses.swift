/// Which classes give a time expression away.
///
/// Most sentences hold numbers and words such as `one`, `last` or `first`, few a time. So as many classes
/// as possible are made bystanders, such that every whole expression still holds at least one word of
/// another class; only those words have to be looked for. Worked out from the rules themselves.
struct TriggerClasses {
  /// For each symbol whether its words are triggers.
  private(set) var isTrigger: [Bool]

  /// How far into the rules of a rule is looked.
  private static let deepest = 8
  private let rules: [Rule]
  private let root: Int
  private let vocabulary: Vocabulary
  /// For each symbol that is a literal the classes of its word; nil for a class.
  private let classesOfLiteral: [[Symbol]?]

  /// - Parameter order: The classes in the order in which they are tried as bystanders.
  init(_ rules: [Rule], root: Int, nonterminals: Int, order: [Symbol], vocabulary: Vocabulary) {
    self.rules = rules
    self.root = root
    self.vocabulary = vocabulary
    classesOfLiteral = vocabulary.classesOfLiteral
    isTrigger = Array(repeating: false, count: classesOfLiteral.count)
    for symbol in order { isTrigger[Int(symbol)] = true }
    var known = Array(repeating: false, count: nonterminals)
    // Expressions of words that belong to no class are given away by the longest of these.
    while let rule = closure(of: &known), let literal = longestLiteral(of: rule, known) {
      isTrigger[Int(literal)] = true
      known = Array(repeating: false, count: nonterminals)
    }
    for symbol in order where isTrigger[Int(symbol)] {
      isTrigger[Int(symbol)] = false
      var trial = known
      if closure(of: &trial) == nil {
        known = trial
      } else {
        isTrigger[Int(symbol)] = true
      }
    }
  }

  /// The longest literal among the words that make up a rule of bystanders.
  private func longestLiteral(of rule: Rule, _ known: [Bool], depth: Int = 0) -> Symbol? {
    let literals = rule.elements.compactMap { element -> Symbol? in
      switch element.kind {
      case .symbol(let symbol): return symbol
      case .nonterminal(let other):
        let inner = rules.first { inner in
          inner.nonterminal == other && inner.elements.allSatisfy { isBystander($0, known) }
        }
        guard let inner, depth < Self.deepest else { return nil }
        return longestLiteral(of: inner, known, depth: depth + 1)
      }
    }
    return literals.max { vocabulary.symbols.names[Int($0)].count < vocabulary.symbols.names[Int($1)].count }
  }

  /// Adds the nonterminals that bystanders alone can make up; stops with the rule that completes a whole
  /// expression.
  private func closure(of known: inout [Bool]) -> Rule? {
    var changed = true
    while changed {
      changed = false
      for rule in rules where !known[rule.nonterminal] {
        guard rule.elements.allSatisfy({ isBystander($0, known) }) else { continue }
        if rule.nonterminal == root { return rule }
        known[rule.nonterminal] = true
        changed = true
      }
    }
    return nil
  }

  private func isBystander(_ element: Rule.Element, _ known: [Bool]) -> Bool {
    switch element.kind {
    case .nonterminal(let other): return known[other]
    case .symbol(let symbol):
      return !isTrigger[Int(symbol)]
        && (classesOfLiteral[Int(symbol)] ?? []).allSatisfy { !isTrigger[Int($0)] }
    }
  }
}
