import TimelineLanguage

/// The dynamic oracle of the arc-hybrid system (Goldberg, Nivre 2013): how many gold arcs each action
/// makes unreachable.
enum Oracle {
  /// `heads` are the gold heads, the count of words for the root's.
  static func cost(_ action: TransitionState.Action, _ state: borrowing TransitionState, _ heads: [Int32])
    -> Int
  {
    let next = Int32(state.next)
    var cost = 0
    switch action {
    case .shift:
      // The word loses its head in the stack, but for the top, and its dependents there.
      for (depth, word) in state.stack.reversed().enumerated() {
        if heads[Int(word)] == next { cost += 1 }
        if depth > 0, heads[Int(next)] == word { cost += 1 }
      }
    case .left:
      // The top loses its head below it or behind the buffer's first, and dependents in the buffer.
      let word = Int32(state.top(0))
      let head = heads[Int(word)]
      if head == Int32(state.top(1)) || head > next { cost += 1 }
      cost += dependents(of: word, from: state.next, heads, state.count)
    case .right:
      let word = Int32(state.top(0))
      if heads[Int(word)] >= next { cost += 1 }
      cost += dependents(of: word, from: state.next, heads, state.count)
    }
    return cost
  }

  private static func dependents(of word: Int32, from start: Int, _ heads: [Int32], _ count: Int) -> Int {
    guard start < count else { return 0 }
    var result = 0
    for index in start..<count where heads[index] == word { result += 1 }
    return result
  }
}
