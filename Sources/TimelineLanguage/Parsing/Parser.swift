/// Draws the dependency tree of a sentence, greedily, in 2n transitions.
///
/// An averaged perceptron over hashed features, trained with a dynamic oracle (Goldberg, Nivre 2013).
package struct Parser {
  private let table: WeightTable
  private let transitions: TransitionSet

  /// Nil for a model without a parser.
  init?(_ model: LanguageModel) {
    transitions = TransitionSet(model.part(.transitions))
    guard transitions.count > 3,
      let table = WeightTable(model.part(.parser), columns: transitions.columns)
    else { return nil }
    self.table = table
  }

  /// The final state; `nodes` are the sentence's words, the root, and ``ParserNode/none``.
  func parse(_ nodes: UnsafePointer<ParserNode>, count: Int) -> TransitionState {
    var state = TransitionState(count: count)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ParserFeatures.count) { hashes in
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: table.columns) { sums in
        guard let hashes = hashes.baseAddress, let sums = sums.baseAddress else { return }
        while !state.isFinal {
          ParserFeatures.fill(hashes, state, nodes)
          sums.update(repeating: 0, count: table.columns)
          table.add(hashes, count: ParserFeatures.count, to: sums)
          var best = -1
          for action in [TransitionState.Action.shift, .left, .right] where state.allows(action) {
            for number in transitions.numbers(action) where best < 0 || sums[number] > sums[best] {
              best = number
            }
          }
          guard best >= 0 else { return }
          state.take(best, of: transitions)
        }
      }
    }
    return state
  }
}
