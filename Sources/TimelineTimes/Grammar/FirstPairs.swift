/// Which symbols a nonterminal can begin with, and for each which can follow it: what tells, before any rule is
/// tried, that none can match (the sets FIRST₂ of parsing with two symbols of lookahead).
struct FirstPairs: Sendable {
  /// For each nonterminal and first symbol a row of bits: the symbols that can follow, and whether nothing need.
  private var bits: [UInt64]
  private let symbolCount: Int
  /// Words of 64 bits in a row.
  private let width: Int

  /// - Parameter program: Its tree of rules and first symbols; no nonterminal begins with itself.
  init(_ program: RuleProgram) {
    symbolCount = program.symbolCount
    width = (symbolCount + 64) / 64
    bits = Array(repeating: 0, count: program.nonterminalCount * symbolCount * width)
    var isDone = Array(repeating: false, count: program.nonterminalCount)
    for nonterminal in 0..<program.nonterminalCount { add(nonterminal, program, &isDone) }
  }

  /// The row of a nonterminal that begins with a symbol.
  @inline(__always)
  func row(_ nonterminal: Int, _ first: Int) -> Int { (nonterminal &* symbolCount &+ first) &* width }

  /// Whether a symbol can follow the first.
  @inline(__always)
  func allows(_ second: Int, in row: Int) -> Bool {
    bits[row &+ second >> 6] >> UInt64(truncatingIfNeeded: second & 63) & 1 != 0
  }

  /// Whether nothing need follow the first.
  @inline(__always)
  func allowsEnd(in row: Int) -> Bool { allows(symbolCount, in: row) }

  /// Works out the rows of a nonterminal, those that it can begin with before it.
  private mutating func add(_ nonterminal: Int, _ program: RuleProgram, _ isDone: inout [Bool]) {
    guard !isDone[nonterminal] else { return }
    isDone[nonterminal] = true
    for index in program.nodes[nonterminal].edges {
      let edge = program.edges[Int(index)]
      let next = following(Int(edge.node), program)
      if edge.target >= 0 {
        join(next, to: row(nonterminal, Int(edge.target)))
        continue
      }
      let other = Int(-1 - edge.target)
      add(other, program, &isDone)
      for first in 0..<symbolCount where program.firsts[other * symbolCount + first] {
        var row = Array(bits[self.row(other, first)..<self.row(other, first) + width])
        if allowsEnd(in: self.row(other, first)) {
          row[symbolCount / 64] &= ~(1 << UInt64(symbolCount % 64))
          for word in 0..<width { row[word] |= next[word] }
        }
        join(row, to: self.row(nonterminal, first))
      }
    }
  }

  private mutating func join(_ row: [UInt64], to place: Int) {
    for word in 0..<width { bits[place + word] |= row[word] }
  }

  /// What can stand behind the way to a node.
  private func following(_ node: Int, _ program: RuleProgram) -> [UInt64] {
    var row = Array(repeating: UInt64(0), count: width)
    func insert(_ symbol: Int) { row[symbol / 64] |= 1 << UInt64(symbol % 64) }
    if !program.nodes[node].accepts.isEmpty { insert(symbolCount) }
    for index in program.nodes[node].edges {
      let target = Int(program.edges[Int(index)].target)
      if target >= 0 {
        insert(target)
      } else {
        for symbol in 0..<symbolCount where program.firsts[(-1 - target) * symbolCount + symbol] {
          insert(symbol)
        }
      }
    }
    return row
  }
}
