/// The rules as the matcher runs them: one tree for each nonterminal, rules that begin alike sharing the way,
/// laid out in flat tables of numbers, so that trying a rule copies and counts nothing.
struct RuleProgram: Sendable {
  /// A step from one node to the next.
  struct Edge: Sendable {
    /// A symbol, or a nonterminal as `-1 - number`.
    var target: Int32
    var node: Int32
    /// No white space may stand before it.
    var isAttached: Bool
  }

  /// A place within rules: the ways on, and the rules that end here.
  struct Node: Sendable {
    var edges: Range<Int32>
    var accepts: Range<Int32>
  }

  /// What the matcher asks of a rule once all of its pattern has matched.
  struct Body: Sendable {
    /// The conditions, in `conditions`.
    var conditions: Range<Int32>
    /// For each capture the element that it takes, in `captures`; -1 where the pattern went without it.
    var captures: Range<Int32>
    /// The elements that TIMEX3 tags hold, in `tags`; empty where one holds all.
    var tags: Range<Int32>
    /// The one kind of text in which the rule holds; nil for all.
    var textKind: TextKind?
    /// Whether the rule only hands on what another found, its tags with it.
    var handsOn: Bool
    /// How many elements its pattern has.
    var length: Int32
  }

  struct Condition: Sendable {
    var isBefore: Bool
    /// How many words away, 1 for the next one.
    var distance: Int
    var isWanted: Bool
    var symbols: Range<Int32>
    /// Whether a name, a code will do.
    var asksName: Bool
    var asksCode: Bool
    /// Whether any word without a capital will do.
    var asksSmall: Bool
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// Rules by number; those that stand earlier have lower ones.
  private(set) var accepts: [Int32] = []
  /// The first and the last element that a TIMEX3 tag holds.
  private(set) var tags: [(first: Int32, last: Int32)] = []
  private(set) var bodies: [Body] = []
  private(set) var values: [RuleExpression] = []
  private(set) var conditions: [Condition] = []
  private(set) var conditionSymbols: [Symbol] = []
  private(set) var captures: [Int32] = []
  /// For each nonterminal and symbol (`nonterminal * symbolCount + symbol`) whether it can begin so.
  private(set) var firsts: [Bool] = []
  /// For each nonterminal and symbol where its edges begin in `starters`; one more at the end.
  private(set) var starterStarts: [Int32] = []
  /// Edges by number.
  private(set) var starters: [Int32] = []
  let symbolCount: Int
  let nonterminalCount: Int

  init(
    _ rules: [Rule], shapes: ShapeSymbols, nonterminals: Int, symbols: Int, firsts sets: [Set<Symbol>]
  ) {
    symbolCount = symbols
    nonterminalCount = nonterminals
    firsts = Array(repeating: false, count: nonterminals * symbols)
    for (nonterminal, set) in sets.enumerated() {
      for symbol in set { firsts[nonterminal * symbols + Int(symbol)] = true }
    }
    for rule in rules { addBody(of: rule, shapes) }
    lay(RuleTree(rules, nonterminals: nonterminals))
    listStarters()
  }

  private mutating func addBody(of rule: Rule, _ shapes: ShapeSymbols) {
    let firstCondition = Int32(conditions.count)
    for condition in rule.conditions {
      let firstSymbol = Int32(conditionSymbols.count)
      conditionSymbols += condition.symbols
      conditions.append(
        Condition(
          isBefore: condition.side == .before, distance: condition.distance, isWanted: condition.isWanted,
          symbols: firstSymbol..<Int32(conditionSymbols.count),
          asksName: condition.symbols.contains(shapes.name),
          asksCode: condition.symbols.contains(shapes.code),
          asksSmall: condition.symbols.contains(shapes.small)))
    }
    let firstCapture = captures.count
    captures += Array(repeating: -1, count: rule.captureCount)
    for (place, element) in rule.elements.enumerated() {
      if let capture = element.capture { captures[firstCapture + capture] = Int32(place) }
    }
    let firstTag = tags.count
    var opening: Int32 = 0
    for (place, element) in rule.elements.enumerated() {
      if element.opensTag { opening = Int32(place) }
      if element.closesTag { tags.append((opening, Int32(place))) }
    }
    bodies.append(
      Body(
        conditions: firstCondition..<Int32(conditions.count),
        captures: Int32(firstCapture)..<Int32(captures.count), tags: Int32(firstTag)..<Int32(tags.count),
        textKind: rule.textKind,
        handsOn: rule.elements.count == 1, length: Int32(rule.elements.count)))
    values.append(rule.value)
  }

  /// Lays the trees out; the root of each nonterminal has its number.
  private mutating func lay(_ tree: RuleTree) {
    for node in tree.nodes {
      let firstEdge = Int32(edges.count)
      let firstAccept = Int32(accepts.count)
      edges += node.edges
      accepts += node.accepts
      nodes.append(
        Node(edges: firstEdge..<Int32(edges.count), accepts: firstAccept..<Int32(accepts.count)))
    }
  }

  private mutating func listStarters() {
    starterStarts.reserveCapacity(nonterminalCount * symbolCount + 1)
    for root in 0..<nonterminalCount {
      var lists: [Symbol: [Int32]] = [:]
      for index in nodes[root].edges {
        let target = edges[Int(index)].target
        if target >= 0 {
          lists[target, default: []].append(index)
        } else {
          let row = Int(-1 - target) * symbolCount
          for symbol in 0..<symbolCount where firsts[row + symbol] {
            lists[Symbol(symbol), default: []].append(index)
          }
        }
      }
      for symbol in 0..<symbolCount {
        starterStarts.append(Int32(starters.count))
        if let list = lists[Symbol(symbol)] { starters += list }
      }
    }
    starterStarts.append(Int32(starters.count))
  }
}

/// The rules of each nonterminal as a tree, while it is built; its first nodes are the roots.
private struct RuleTree {
  struct Node {
    var edges: [RuleProgram.Edge] = []
    var accepts: [Int32] = []
  }

  var nodes: [Node]

  init(_ rules: [Rule], nonterminals: Int) {
    nodes = Array(repeating: Node(), count: nonterminals)
    for (number, rule) in rules.enumerated() {
      var node = rule.nonterminal
      for element in rule.elements { node = child(of: node, element) }
      nodes[node].accepts.append(Int32(number))
    }
  }

  private mutating func child(of node: Int, _ element: Rule.Element) -> Int {
    let target: Int32 =
      switch element.kind {
      case .symbol(let symbol): symbol
      case .nonterminal(let other): Int32(-1 - other)
      }
    for edge in nodes[node].edges where edge.target == target && edge.isAttached == element.isAttached {
      return Int(edge.node)
    }
    nodes.append(Node())
    nodes[node].edges.append(
      RuleProgram.Edge(target: target, node: Int32(nodes.count - 1), isAttached: element.isAttached))
    return nodes.count - 1
  }
}
