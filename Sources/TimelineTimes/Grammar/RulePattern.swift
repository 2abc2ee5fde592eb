/// The left side of a rule as it is written.
///
/// `word` and `"mark"` are literal, `CLASS` is a word class, `<name>` another nonterminal; `x:` before
/// an element names its value, `~` says that no white space stands before it, `?` after it that it may
/// be missing; `( a | b )` chooses; `[ a ]` holds the words that a TIMEX3 tag is put around, where they are
/// not the whole (`within [ a:<amount> ]`, and both ends of a range).
indirect enum RulePattern: Sendable {
  case element(Rule.Element)
  case sequence([RulePattern])
  case choice([RulePattern])
  case optional(RulePattern)
  case tagged(RulePattern)

  /// Every plain sequence that the pattern allows.
  var expansions: [[Rule.Element]] {
    switch self {
    case .element(let element): return [[element]]
    case .tagged(let pattern):
      return pattern.expansions.map { elements in
        var elements = elements
        guard !elements.isEmpty else { return elements }
        elements[0].opensTag = true
        elements[elements.count - 1].closesTag = true
        return elements
      }
    case .choice(let choices): return choices.flatMap(\.expansions)
    case .optional(let pattern): return pattern.expansions + [[]]
    case .sequence(let parts):
      return parts.reduce([[]]) { prefixes, part in
        let tails = part.expansions
        return prefixes.flatMap { prefix in tails.map { prefix + $0 } }
      }
    }
  }
}
