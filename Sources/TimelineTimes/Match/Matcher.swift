import TimelineText

/// Finds time expressions in sentences: at each place the longest match of the rules, from left to right,
/// none inside another.
///
/// Each nonterminal is tried once at each place and its results kept (a packrat parser), so that the
/// work is linear in the sentence's length. One matcher serves a whole text and keeps its memory.
struct Matcher {
  /// A whole expression: tokens of the document, and what they say.
  struct Match {
    var tokens: Range<Int>
    var term: TimeTerm
    /// The line of the rule that built it.
    var line: Int
  }

  /// What a nonterminal matched at a place.
  private struct Result {
    var end: Int32
    var line: Int32
    var value: RuleValue
  }

  /// What an element of the rule under way took: a reading of a token, or a result.
  private struct Step {
    var isReading: Bool
    var index: Int32
  }

  private let grammar: Grammar
  private var readings = TokenReadings.none
  private var attached: [Bool] = []
  /// For each nonterminal and place the range of its results; -1 where it was not tried.
  private var memo: [(start: Int32, end: Int32)] = []
  private var results: [Result] = []
  private var trail: [Step] = []
  /// The longest expression, in tokens.
  private static let longest = 24
  /// How many words may stand at the head of an expression before one that belongs to a class.
  private static let leadIn = 6

  init(_ grammar: Grammar) {
    self.grammar = grammar
  }

  mutating func matches(_ tokens: [Token], _ readings: TokenReadings) -> [Match] {
    guard readings.hasTrigger else { return [] }
    start(tokens, readings)
    var found: [Match] = []
    var offset = 0
    while offset < readings.range.count {
      guard let trigger = readings.nextTrigger(from: offset) else { break }
      offset = max(offset, trigger - Self.leadIn)
      guard canStart(at: offset), let best = longestMatch(at: offset), let term = best.value.term else {
        offset += 1
        continue
      }
      let start = readings.range.lowerBound + offset
      found.append(
        Match(
          tokens: start..<readings.range.lowerBound + Int(best.end), term: term, line: Int(best.line)))
      offset = Int(best.end)
    }
    return found
  }

  private mutating func start(_ tokens: [Token], _ readings: TokenReadings) {
    self.readings = readings
    attached = readings.range.map { !tokens[$0].traits.contains(.spaceBefore) }
    results.removeAll(keepingCapacity: true)
    trail.removeAll(keepingCapacity: true)
    memo.removeAll(keepingCapacity: true)
    let untried: (start: Int32, end: Int32) = (-1, -1)
    memo.append(
      contentsOf: repeatElement(untried, count: grammar.nonterminalCount * readings.range.count))
  }

  private func canStart(at offset: Int) -> Bool {
    for index in readings.indices(of: offset)
    where !grammar.starters[grammar.root * grammar.symbolCount + readings.symbol(index)].isEmpty {
      return true
    }
    return false
  }

  private mutating func longestMatch(at offset: Int) -> Result? {
    let range = tried(grammar.root, at: offset)
    var best: Int?
    for index in range where Int(results[index].end) > (best.map { Int(results[$0].end) } ?? offset) {
      best = index
    }
    return best.map { results[$0] }
  }

  /// All ways in which a nonterminal matches at a place, at most one for each end, as a range of results.
  private mutating func tried(_ nonterminal: Int, at offset: Int) -> Range<Int> {
    guard offset < readings.range.count else { return 0..<0 }
    let key = nonterminal * readings.range.count + offset
    if memo[key].start >= 0 { return Int(memo[key].start)..<Int(memo[key].end) }
    // While it is tried it matches nothing, so that no rule can come back to itself.
    memo[key] = (0, 0)
    var found: [Result] = []
    for index in readings.indices(of: offset) {
      let slot = nonterminal * grammar.symbolCount + readings.symbol(index)
      for rule in grammar.starters[slot] { run(grammar.rules[Int(rule)], at: offset, into: &found) }
    }
    let start = results.count
    results.append(contentsOf: found)
    memo[key] = (Int32(start), Int32(results.count))
    return start..<results.count
  }

  private mutating func run(_ rule: Rule, at offset: Int, into found: inout [Result]) {
    for condition in rule.conditions where condition.side == .before {
      guard holds(condition, offset - 1) else { return }
    }
    let base = trail.count
    extend(rule, element: 0, start: offset, at: offset, base: base, &found)
    trail.removeLast(trail.count - base)
  }

  private func holds(_ condition: Rule.Condition, _ place: Int) -> Bool {
    readings.has(condition.symbols, at: place) == condition.isWanted
  }

  private mutating func extend(
    _ rule: Rule, element index: Int, start: Int, at offset: Int, base: Int, _ found: inout [Result]
  ) {
    guard index < rule.elements.count else { return finish(rule, at: offset, base: base, &found) }
    guard offset < readings.range.count, offset - start < Self.longest else { return }
    let element = rule.elements[index]
    if element.isAttached, !attached[offset] { return }
    switch element.kind {
    case .symbol(let symbol):
      for place in readings.indices(of: offset) where readings.symbol(place) == Int(symbol) {
        trail.append(Step(isReading: true, index: Int32(place)))
        extend(
          rule, element: index + 1, start: start, at: offset + readings.length(place), base: base, &found)
        trail.removeLast()
      }
    case .nonterminal(let other):
      for place in tried(other, at: offset) {
        trail.append(Step(isReading: false, index: Int32(place)))
        extend(rule, element: index + 1, start: start, at: Int(results[place].end), base: base, &found)
        trail.removeLast()
      }
    }
  }

  private func finish(_ rule: Rule, at offset: Int, base: Int, _ found: inout [Result]) {
    for condition in rule.conditions where condition.side == .after {
      guard holds(condition, offset) else { return }
    }
    let known = found.firstIndex { Int($0.end) == offset }
    if let known, Int(found[known].line) <= rule.line { return }
    guard let value = rule.value.evaluate(captures(of: rule, base: base)) else { return }
    let result = Result(end: Int32(offset), line: Int32(rule.line), value: value)
    if let known { found[known] = result } else { found.append(result) }
  }

  private func captures(of rule: Rule, base: Int) -> [RuleValue?] {
    var captures = [RuleValue?](repeating: nil, count: rule.captureCount)
    for (offset, element) in rule.elements.enumerated() {
      guard let capture = element.capture else { continue }
      let step = trail[base + offset]
      captures[capture] = step.isReading ? readings.value(Int(step.index)) : results[Int(step.index)].value
    }
    return captures
  }
}
