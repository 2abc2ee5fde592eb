/// A rule in the form that the matcher runs: a plain sequence, all options and choices written out.
struct Rule: Sendable {
  /// One place of the sequence.
  struct Element: Sendable {
    enum Kind: Sendable {
      case symbol(Symbol)
      case nonterminal(Int)
    }

    var kind: Kind
    /// The capture that takes the element's value.
    var capture: Int?
    /// No white space may stand before it.
    var isAttached: Bool
  }

  /// What must or must not stand beside a match.
  struct Condition: Sendable {
    enum Side: Sendable { case before, after }

    var side: Side
    var isWanted: Bool
    var symbols: [Symbol]
  }

  var nonterminal: Int
  var elements: [Element]
  var captureCount: Int
  var value: RuleExpression
  var conditions: [Condition]
  /// The line of the rule in its file; rules that stand earlier win.
  var line: Int
}
