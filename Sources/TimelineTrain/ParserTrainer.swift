import TimelineLanguage

/// Trains the parser: walks a sentence mostly by its own choices, and at each state where the choice
/// costs more gold arcs than need be moves the weights toward the best choice that does not.
enum ParserTrainer {
  static func train(
    _ examples: [Example], _ transitions: TransitionSet, epochs: Int, bits: Int, log: (String) -> Void
  ) -> Perceptron {
    let model = Perceptron(bits: bits, columns: transitions.columns)
    var random = SplitMix(state: 2)
    var order = Array(examples.indices)
    for epoch in 0..<epochs {
      random.shuffle(&order)
      var wrong = 0
      var total = 0
      for index in order {
        let (mistakes, steps) = learn(examples[index], transitions, model, explores: epoch > 0, &random)
        wrong += mistakes
        total += steps
      }
      log("parser epoch \(epoch + 1): \(wrong) of \(total) wrong")
    }
    return model
  }

  static func nodes(_ example: Example) -> [ParserNode] {
    var nodes = example.tags.indices.map { index in
      let form = example.forms[index + 2]
      return ParserNode(key: form.key, tag: UInt32(example.tags[index]), cluster: UInt32(form.cluster))
    }
    nodes.append(.root)
    nodes.append(.none)
    return nodes
  }

  private static func learn(
    _ example: Example, _ transitions: TransitionSet, _ model: Perceptron, explores: Bool,
    _ random: inout SplitMix
  ) -> (Int, Int) {
    let count = example.gold.count
    let heads = example.heads.map { $0 < 0 ? Int32(count) : $0 }
    var state = TransitionState(count: count)
    var mistakes = 0
    var steps = 0
    var hashes = [UInt32](repeating: 0, count: ParserFeatures.count)
    var scores = [Int32](repeating: 0, count: transitions.columns)
    let nodes = nodes(example)
    while !state.isFinal {
      hashes.withUnsafeMutableBufferPointer { hashes in
        nodes.withUnsafeBufferPointer { nodes in
          guard let hashes = hashes.baseAddress, let nodes = nodes.baseAddress else { return }
          ParserFeatures.fill(hashes, state, nodes)
        }
      }
      model.score(hashes, count: ParserFeatures.count, into: &scores)
      var costs: [TransitionState.Action: Int] = [:]
      var least = Int.max
      for action in [TransitionState.Action.shift, .left, .right] where state.allows(action) {
        let cost = Oracle.cost(action, state, heads)
        costs[action] = cost
        least = min(least, cost)
      }
      var best = -1
      var right = -1
      for action in [TransitionState.Action.shift, .left, .right] {
        guard let cost = costs[action] else { continue }
        for number in transitions.numbers(action) {
          if best < 0 || scores[number] > scores[best] { best = number }
          guard cost == least else { continue }
          let head = action == .left ? state.next : state.top(1)
          let isGold = action != .shift && Int(heads[state.top(0)]) == head
          if isGold, head < count, transitions.relation(number) != example.relations[state.top(0)] {
            continue
          }
          if right < 0 || scores[number] > scores[right] { right = number }
        }
      }
      steps += 1
      if right < 0 { right = best }
      if best != right {
        // Between classes that make the same arc to the root there is nothing to learn.
        let sameRoot =
          state.next == count && transitions.action(best) == .left && transitions.action(right) == .left
        if !sameRoot {
          model.update(hashes, count: ParserFeatures.count, right: right, wrong: best)
          mistakes += 1
        }
      }
      model.tick()
      state.take(explores && random.unit() < 0.9 ? best : right, of: transitions)
    }
    return (mistakes, steps)
  }
}
