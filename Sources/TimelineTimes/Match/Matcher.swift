import TimelineText

/// Finds time expressions in one sentence: at each place the longest match of the rules, from left to
/// right, none inside another.
///
/// Each nonterminal is tried once at each place and its results kept (a packrat parser), so that the
/// work is linear in the sentence's length.
struct Matcher {
  /// A whole expression: tokens of the document, and what they say.
  struct Match {
    var tokens: Range<Int>
    var term: TimeTerm
    /// The line of the rule that built it.
    var line: Int
  }

  private struct Result {
    var end: Int
    var value: RuleValue
    var line: Int
  }

  private let grammar: Grammar
  private let tokens: [Token]
  private let readings: TokenReadings
  private var memo: [Int: [Result]] = [:]
  private var depth = 0
  /// Nested deeper, words are no time expression any more.
  private static let deepest = 10
  /// The longest expression, in tokens.
  private static let longest = 24

  init(_ grammar: Grammar, _ tokens: [Token], _ readings: TokenReadings) {
    self.grammar = grammar
    self.tokens = tokens
    self.readings = readings
  }

  mutating func matches() -> [Match] {
    guard readings.hasTrigger else { return [] }
    var found: [Match] = []
    var offset = 0
    while offset < readings.range.count {
      guard let best = longestMatch(at: offset), let term = best.value.term else {
        offset += 1
        continue
      }
      let start = readings.range.lowerBound + offset
      found.append(
        Match(tokens: start..<readings.range.lowerBound + best.end, term: term, line: best.line))
      offset = best.end
    }
    return found
  }

  private mutating func longestMatch(at offset: Int) -> Result? {
    var best: Result?
    for result in results(of: grammar.root, at: offset) where result.end > best?.end ?? offset {
      best = result
    }
    return best
  }

  /// All ways in which a nonterminal matches at a place, at most one for each end.
  private mutating func results(of nonterminal: Int, at offset: Int) -> [Result] {
    guard offset < readings.range.count, depth < Self.deepest else { return [] }
    let key = nonterminal << 16 | offset
    if let known = memo[key] { return known }
    var results: [Result] = []
    var seen: Set<Int32> = []
    depth += 1
    for reading in readings.of(offset) {
      let starters = grammar.starters[nonterminal * grammar.symbolCount + Int(reading.symbol)]
      for index in starters where seen.insert(index).inserted {
        run(grammar.rules[Int(index)], at: offset, into: &results)
      }
    }
    depth -= 1
    memo[key] = results
    return results
  }

  private mutating func run(_ rule: Rule, at offset: Int, into results: inout [Result]) {
    guard rule.conditions.allSatisfy({ $0.side == .after || holds($0, offset - 1) }) else { return }
    var captures = [RuleValue?](repeating: nil, count: rule.captureCount)
    extend(rule, element: 0, start: offset, at: offset, &captures, &results)
  }

  private func holds(_ condition: Rule.Condition, _ place: Int) -> Bool {
    readings.has(condition.symbols, at: place) == condition.isWanted
  }

  private mutating func extend(
    _ rule: Rule, element index: Int, start: Int, at offset: Int, _ captures: inout [RuleValue?],
    _ results: inout [Result]
  ) {
    guard index < rule.elements.count else {
      guard rule.conditions.allSatisfy({ $0.side == .before || holds($0, offset) }) else { return }
      let known = results.firstIndex { $0.end == offset }
      if let known, results[known].line <= rule.line { return }
      guard let value = rule.value.evaluate(captures) else { return }
      let result = Result(end: offset, value: value, line: rule.line)
      if let known { results[known] = result } else { results.append(result) }
      return
    }
    guard offset < readings.range.count, offset - start < Self.longest else { return }
    let element = rule.elements[index]
    if element.isAttached, tokens[readings.range.lowerBound + offset].traits.contains(.spaceBefore) { return }
    switch element.kind {
    case .symbol(let symbol):
      for reading in readings.of(offset) where reading.symbol == symbol {
        let saved = element.capture.map { captures[$0] }
        if let capture = element.capture { captures[capture] = reading.value }
        extend(
          rule, element: index + 1, start: start, at: offset + Int(reading.length), &captures, &results)
        if let capture = element.capture { captures[capture] = saved ?? nil }
      }
    case .nonterminal(let other):
      for result in self.results(of: other, at: offset) {
        let saved = element.capture.map { captures[$0] }
        if let capture = element.capture { captures[capture] = result.value }
        extend(rule, element: index + 1, start: start, at: result.end, &captures, &results)
        if let capture = element.capture { captures[capture] = saved ?? nil }
      }
    }
  }
}
