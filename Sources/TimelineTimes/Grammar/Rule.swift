/// A rule in the form that the matcher runs: a plain sequence, all options and choices written out.
///
/// A class, so that the matcher passes rules on without copying them.
final class Rule: Sendable {
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
    /// The words that a TIMEX3 tag holds begin here.
    var opensTag = false
    /// The words that a TIMEX3 tag holds end here.
    var closesTag = false
  }

  /// What must or must not stand beside a match.
  struct Condition: Sendable {
    enum Side: Sendable { case before, after }

    var side: Side
    /// How many words away on that side, 1 for the next one.
    var distance = 1
    var isWanted: Bool
    var symbols: [Symbol]
  }

  let nonterminal: Int
  let elements: [Element]
  let captureCount: Int
  let value: RuleExpression
  let conditions: [Condition]
  /// Whether TimeML tags what it matches.
  let isTagged: Bool
  /// Whether TimeML tags it only where a text tells a story of another time, whose time it then names.
  let isForStories: Bool
  /// Whether the times that its tags hold are all that is meant, and not what lies between them.
  let isList: Bool
  /// Whether it names a time by which something else is told, so that no story goes there: `a March operation`.
  let isInPassing: Bool
  /// The one kind of text in which it holds; nil for all.
  let textKind: TextKind?
  /// The file of the rule and its line there; rules that stand earlier win.
  let file: String
  let line: Int

  init(
    nonterminal: Int, elements: [Element], captureCount: Int, value: RuleExpression, conditions: [Condition],
    isTagged: Bool, isForStories: Bool, isList: Bool, isInPassing: Bool, textKind: TextKind?, file: String,
    line: Int
  ) {
    self.nonterminal = nonterminal
    self.elements = elements
    self.captureCount = captureCount
    self.value = value
    self.conditions = conditions
    self.isTagged = isTagged
    self.isForStories = isForStories
    self.isList = isList
    self.isInPassing = isInPassing
    self.textKind = textKind
    self.file = file
    self.line = line
  }
}
