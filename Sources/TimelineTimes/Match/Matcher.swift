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
    /// The words that TIMEX3 tags hold, as tokens of the document, where they are not all of them.
    var tags: [Range<Int>]
    /// What the words around it say of it, as ``TimeRecogniser/Finding`` has them.
    var bound: TimeTerm.Bound?
    var boundWords: Range<Int>
    var isLasting: Bool
    var isPossessive: Bool
    var followsPreposition: Bool
    /// The rule that built it, by number.
    var rule: Int
  }

  /// What a nonterminal matched at a place.
  private struct Result {
    var end: Int32
    /// The rule by number.
    var rule: Int32
    var value: RuleValue
    /// In `tags`.
    var tags: Range<Int32>
    /// The results that it was built from, in `parts`, where they are recorded.
    var parts: Range<Int32>
  }

  /// The results of a nonterminal at a place, where it was tried in the stretch of that number.
  private struct Memo {
    var stretch: Int32 = -1
    var start: Int32 = 0
    var end: Int32 = 0
  }

  private let grammar: Grammar
  private let kind: TextKind
  private let isRecording: Bool
  private let program: RuleProgram
  private(set) var readings: TokenReadings
  /// A row of all nonterminals for each place where any was tried.
  private var memo: [Memo] = []
  /// The row of each place in the stretch; -1 where nothing was tried.
  private var rows: [Int32] = []
  private var rowCount = 0
  /// Whether the stretch is a whole sentence.
  private var readsWholeSentence = false
  private var stretch: Int32 = 0
  private var results: [Result] = []
  /// The words that TIMEX3 tags hold, as tokens of the stretch.
  private var tags: [Range<Int32>] = []
  /// What the nonterminals under way have matched so far, the innermost last.
  private var found: [Result] = []
  /// What the elements of the rules under way took: a reading of a token, or a result as `-1 - number`.
  private var trail: [Int32] = []
  /// What the captures of the rule that is being finished took.
  private var captures: [RuleValue?] = []
  /// Results by number.
  private var parts: [Int32] = []
  /// The rules, by number, that built what was found or ruled out so far, where they are recorded.
  private(set) var usedRules: Set<Int> = []
  /// How many nodes were gone through so far, for tests.
  private(set) var steps = 0
  /// The longest expression, in tokens.
  private static let longest = 24
  /// Memory for so many tokens, and places that are tried, is taken at once.
  static let usualLength = 64
  private static let usualRows = 16

  /// - Parameter isRecording: Whether the rules that build what is found are noted, for tests.
  init(_ grammar: Grammar, kind: TextKind = .article, isRecording: Bool = false) {
    self.grammar = grammar
    self.kind = kind
    self.isRecording = isRecording
    program = grammar.program
    readings = TokenReadings(grammar)
    memo.reserveCapacity(Self.usualRows * program.nonterminalCount)
    rows.reserveCapacity(Self.usualLength)
    results.reserveCapacity(Self.usualLength)
    found.reserveCapacity(Self.usualRows)
    trail.reserveCapacity(Self.usualRows)
  }

  /// The expressions of a sentence, given as a range of the document's tokens.
  mutating func matches(in range: Range<Int>, of tokens: [Token], _ bytes: borrowing Span<UInt8>) -> [Match] {
    var matches: [Match] = []
    var next = range.lowerBound
    while readings.readStretch(from: next, in: range, of: tokens, bytes) {
      addMatches(to: &matches, in: range, of: tokens)
      next = readings.range.upperBound
    }
    return matches
  }

  /// The expressions of the stretch of a sentence that was read last.
  private mutating func addMatches(
    to matches: inout [Match], in sentence: Range<Int>, of tokens: [Token]
  ) {
    start()
    readsWholeSentence = readings.range == sentence
    var offset = 0
    while let start = readings.nextStart(from: offset) {
      offset = start
      guard !readings.indices(of: offset).isEmpty else {
        offset += 1
        continue
      }
      let match = longestMatch(of: grammar.root, at: offset)
      if let blocked = grammar.blocker.flatMap({ longestMatch(of: $0, at: offset) }),
        results[blocked].end >= match.map({ results[$0].end }) ?? 0
      {
        offset = Int(results[blocked].end)
        if isRecording { record(blocked) }
        continue
      }
      guard let best = match, let term = results[best].value.term else {
        offset += 1
        continue
      }
      let end = Int(results[best].end)
      let base = readings.range.lowerBound
      if isRecording { record(best) }
      let bound = readings.bound(before: offset)
      matches.append(
        Match(
          tokens: base + offset..<base + end, term: term, tags: tags(of: best, from: base),
          bound: bound?.bound, boundWords: base + (bound?.first ?? offset)..<base + offset,
          isLasting: isLasting(
            before: base + offset, from: matches.last?.tokens.upperBound ?? sentence.lowerBound, tokens),
          isPossessive: readings.isPossessive(end),
          followsPreposition: readings.isPreposition(offset - 1), rule: Int(results[best].rule)))
      offset = end
    }
  }

  /// How many words before an expression a word such as `until` may stand.
  private static let lastingReach = 6

  /// Whether a word such as `until` stands before a token, with no mark and no other expression between.
  private mutating func isLasting(before token: Int, from first: Int, _ tokens: [Token]) -> Bool {
    for index in stride(from: token - 1, through: max(first, token - Self.lastingReach), by: -1) {
      if tokens[index].kind == .punctuation { return false }
      if readings.isWord(index, of: grammar.lastingClass) {
        // `until in March they gave up` begins a clause.
        return index == token - 1 || !readings.isPreposition(word: index + 1)
      }
    }
    return false
  }

  /// Whether any token of a stretch of the document gives an expression away.
  mutating func mayMatch(
    in range: Range<Int>, of tokens: [Token], _ bytes: borrowing Span<UInt8>
  ) -> Bool {
    readings.isTriggered(range, of: tokens, bytes)
  }

  /// Makes ready for the next stretch; what was kept of the one before counts as never tried.
  private mutating func start() {
    results.removeAll(keepingCapacity: true)
    if !tags.isEmpty { tags.removeAll(keepingCapacity: true) }
    if !parts.isEmpty { parts.removeAll(keepingCapacity: true) }
    stretch &+= 1
    rowCount = 0
    rows.removeAll(keepingCapacity: true)
    for _ in 0..<readings.count { rows.append(-1) }
  }

  private mutating func longestMatch(of nonterminal: Int, at offset: Int) -> Int? {
    guard mayBegin(nonterminal, at: offset) else { return nil }
    var best: Int?
    var end = Int32(offset)
    for index in tried(nonterminal, at: offset, begins: true) where results[index].end > end {
      best = index
      end = results[index].end
    }
    return best
  }

  /// Whether the first two symbols of a place can begin a nonterminal.
  private mutating func mayBegin(_ nonterminal: Int, at offset: Int) -> Bool {
    for reading in readings.indices(of: offset) {
      let symbol = readings.symbol(reading)
      guard program.firsts[nonterminal * program.symbolCount + symbol] else { continue }
      let row = grammar.beginnings.row(nonterminal, symbol)
      if grammar.beginnings.allowsEnd(in: row) { return true }
      let next = offset + readings.length(reading)
      guard next < readings.count else { continue }
      for second in readings.indices(of: next)
      where grammar.beginnings.allows(readings.symbol(second), in: row) { return true }
    }
    return false
  }

  /// All ways in which a nonterminal matches at a place, at most one for each end, as a range of results.
  ///
  /// - Parameter begins: Whether it is known that it may begin there.
  private mutating func tried(_ nonterminal: Int, at offset: Int, begins: Bool = false) -> Range<Int> {
    let key = row(of: offset) * program.nonterminalCount + nonterminal
    if memo[key].stretch == stretch { return Int(memo[key].start)..<Int(memo[key].end) }
    // While it is tried it matches nothing, so that no rule can come back to itself.
    memo[key] = Memo(stretch: stretch)
    guard begins || mayBegin(nonterminal, at: offset) else { return 0..<0 }
    let base = found.count
    let here = readings.indices(of: offset)
    for reading in here {
      let slot = nonterminal * program.symbolCount + readings.symbol(reading)
      for index in program.starterStarts[slot]..<program.starterStarts[slot + 1] {
        let edge = program.edges[Int(program.starters[Int(index)])]
        if edge.isAttached, !readings.isAttached(offset) { continue }
        if edge.target >= 0 {
          take(Int32(reading), edge, from: offset, to: offset + readings.length(reading), base)
        } else if !self.begins(edge.target, with: here.lowerBound..<reading) {
          takeAll(edge, from: offset, at: offset, base)
        }
      }
    }
    let start = results.count
    if found.count == base + 1 {
      results.append(found.removeLast())
    } else if found.count > base {
      for index in base..<found.count { results.append(found[index]) }
      found.removeLast(found.count - base)
    }
    memo[key] = Memo(stretch: stretch, start: Int32(start), end: Int32(results.count))
    return start..<results.count
  }

  /// Where the results at a place are kept.
  private mutating func row(of offset: Int) -> Int {
    if rows[offset] >= 0 { return Int(rows[offset]) }
    let row = rowCount
    rowCount += 1
    rows[offset] = Int32(row)
    if memo.count < rowCount * program.nonterminalCount {
      memo.append(contentsOf: repeatElement(Memo(), count: program.nonterminalCount))
    }
    return row
  }

  /// Whether a nonterminal (as an edge's target) can begin with one of some readings.
  ///
  /// Mutating, as others here that change nothing, so that the matcher is not copied for the call.
  private mutating func begins(_ target: Int32, with readings: Range<Int>) -> Bool {
    let row = Int(-1 - target) * program.symbolCount
    for reading in readings where program.firsts[row + self.readings.symbol(reading)] { return true }
    return false
  }

  /// Goes over an edge with each of its nonterminal's results.
  private mutating func takeAll(_ edge: RuleProgram.Edge, from start: Int, at offset: Int, _ base: Int) {
    for place in tried(Int(-1 - edge.target), at: offset) {
      take(Int32(-1 - place), edge, from: start, to: Int(results[place].end), base)
    }
  }

  private mutating func take(
    _ step: Int32, _ edge: RuleProgram.Edge, from start: Int, to end: Int, _ base: Int
  ) {
    trail.append(step)
    walk(Int(edge.node), from: start, at: end, base)
    trail.removeLast()
  }

  /// Goes on from a node; rules that end there add to what is found.
  private mutating func walk(_ number: Int, from start: Int, at offset: Int, _ base: Int) {
    let node = program.nodes[number]
    steps &+= 1
    for accept in node.accepts {
      finish(Int(program.accepts[Int(accept)]), from: start, at: offset, base)
    }
    guard offset < readings.count, offset - start < Self.longest else { return }
    let here = readings.indices(of: offset)
    guard !here.isEmpty else { return }
    for index in node.edges {
      let edge = program.edges[Int(index)]
      if edge.isAttached, !readings.isAttached(offset) { continue }
      if edge.target >= 0 {
        for place in here where readings.symbol(place) == Int(edge.target) {
          take(Int32(place), edge, from: start, to: offset + readings.length(place), base)
        }
      } else if begins(edge.target, with: here) {
        takeAll(edge, from: start, at: offset, base)
      }
    }
  }

  /// Notes what a rule matched: of the rules that end at one place the one that stands first wins.
  private mutating func finish(_ rule: Int, from start: Int, at offset: Int, _ base: Int) {
    let body = program.bodies[rule]
    if let wanted = body.textKind {
      guard wanted == kind else { return }
      // A phrase is such a time as a whole, perhaps behind a preposition.
      if kind == .phrase, !readsWholeSentence || start > 1 || offset < readings.count { return }
    }
    for index in body.conditions {
      let condition = program.conditions[Int(index)]
      let place = condition.isBefore ? start - condition.distance : offset + condition.distance - 1
      guard holds(condition, at: place) == condition.isWanted else { return }
    }
    var known: Int?
    for index in base..<found.count where Int(found[index].end) == offset { known = index }
    if let known, found[known].rule <= Int32(rule) { return }
    guard let value = value(of: rule, body) else { return }
    let result = Result(
      end: Int32(offset), rule: Int32(rule), value: value, tags: noteTags(body, from: start),
      parts: isRecording ? noteParts(body) : 0..<0)
    if let known { found[known] = result } else { found.append(result) }
  }

  /// The results that a rule was built from.
  private mutating func noteParts(_ body: RuleProgram.Body) -> Range<Int32> {
    let first = Int32(parts.count)
    for step in trail.suffix(Int(body.length)) where step < 0 { parts.append(-1 - step) }
    return first..<Int32(parts.count)
  }

  /// Notes the rules that built a result.
  private mutating func record(_ result: Int) {
    usedRules.insert(Int(results[result].rule))
    for index in results[result].parts { record(Int(parts[Int(index)])) }
  }

  private mutating func holds(_ condition: RuleProgram.Condition, at place: Int) -> Bool {
    guard place >= 0, place < readings.count else { return false }
    if condition.asksName, readings.isName(place) { return true }
    if condition.asksCode, readings.isCode(place) { return true }
    if condition.asksSmall, readings.isSmall(place) { return true }
    for reading in readings.indices(of: place) {
      for index in condition.symbols
      where Int(program.conditionSymbols[Int(index)]) == readings.symbol(reading) {
        return true
      }
    }
    return false
  }

  // MARK: Tags

  /// Works out the words that the tags of a rule hold; those of the one thing that it hands on are its own.
  private mutating func noteTags(_ body: RuleProgram.Body, from start: Int) -> Range<Int32> {
    let first = Int32(tags.count)
    if body.tags.isEmpty {
      guard body.handsOn, let step = trail.last, step < 0 else { return first..<first }
      return results[Int(-1 - step)].tags
    }
    for index in body.tags {
      let (opening, closing) = program.tags[Int(index)]
      let steps = trail.count - Int(body.length)
      var offset = start
      var begin = start
      for element in 0...Int(closing) {
        if element == Int(opening) { begin = offset }
        let step = trail[steps + element]
        offset = step >= 0 ? offset + readings.length(Int(step)) : Int(results[Int(-1 - step)].end)
      }
      tags.append(Int32(begin)..<Int32(offset))
    }
    return first..<Int32(tags.count)
  }

  /// The tags of a result, as tokens of the document.
  private mutating func tags(of result: Int, from base: Int) -> [Range<Int>] {
    results[result].tags.map { index in
      let tag = tags[Int(index)]
      return base + Int(tag.lowerBound)..<base + Int(tag.upperBound)
    }
  }

  // MARK: Values

  private mutating func value(of rule: Int, _ body: RuleProgram.Body) -> RuleValue? {
    switch program.values[rule] {
    case .constant(let value): return value
    case .capture(let index): return captured(Int(body.captures.lowerBound) + index, body)
    case .call: break
    }
    while !captures.isEmpty { captures.removeLast() }
    for index in body.captures { captures.append(captured(Int(index), body)) }
    return program.values[rule].evaluate(captures)
  }

  /// What a capture took; nil where the pattern went without it.
  private mutating func captured(_ capture: Int, _ body: RuleProgram.Body) -> RuleValue? {
    let element = Int(program.captures[capture])
    guard element >= 0 else { return nil }
    let step = Int(trail[trail.count - Int(body.length) + element])
    return step >= 0 ? readings.value(step) : results[-1 - step].value
  }
}
