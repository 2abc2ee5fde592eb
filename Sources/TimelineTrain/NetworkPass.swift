import TimelineLanguage

/// One run of the network over a sentence, forward and, in training, backward.
final class NetworkPass {
  typealias Row = UnsafeMutablePointer<Float>
  let network: Network
  let shape: NetworkShape
  private let capacity: Int
  private var x: Row
  private var dx: Row
  private var xMask: Row
  private var gates: [Row]
  private var dGates: [Row]
  private var cells: [Row]
  private var tanhCells: [Row]
  private var v: Row
  private var dv: Row
  private var vMask: Row
  private var role: Row
  private var dRole: Row
  private let hidden: Row
  private let dHidden: Row
  private let scores: Row
  private let dScores: Row
  private let carry: Row
  private let carryCell: Row

  init(_ network: Network, capacity: Int = 420) {
    self.network = network
    self.capacity = capacity
    let shape = network.shape
    self.shape = shape
    func row(_ count: Int) -> Row {
      let memory = Row.allocate(capacity: count)
      memory.initialize(repeating: 0, count: count)
      return memory
    }
    x = row(capacity * shape.input)
    dx = row(capacity * shape.input)
    xMask = row(capacity * shape.input)
    gates = (0..<2).map { _ in row(capacity * shape.state * 3) }
    dGates = (0..<2).map { _ in row(capacity * shape.state * 3) }
    cells = (0..<2).map { _ in row((capacity + 1) * shape.state) }
    tanhCells = (0..<2).map { _ in row(capacity * shape.state) }
    v = row((capacity + 1) * shape.state * 2)
    dv = row((capacity + 1) * shape.state * 2)
    vMask = row(capacity * shape.state * 2)
    role = row((capacity + 1) * shape.hidden * NetworkShape.roles)
    dRole = row((capacity + 1) * shape.hidden * NetworkShape.roles)
    hidden = row(shape.hidden)
    dHidden = row(shape.hidden)
    scores = row(max(shape.classes, shape.tags))
    dScores = row(max(shape.classes, shape.tags))
    carry = row(shape.state * 3)
    carryCell = row(shape.state)
  }

  /// What a training run reports.
  struct Outcome {
    var tags: [UInt8] = []
    var state: TransitionState
    var mistakes = 0
    var steps = 0
  }

  private struct Rows {
    var word: Int
    var cluster: Int
    var suffix: Int
    var prefix: Int
    var shape: Int
    var tag: Int
  }

  /// Runs over an example. With `random` it learns: words and units are dropped, gradients are added.
  func run(
    _ example: Example, _ transitions: TransitionSet, learning random: inout SplitMix?, dropout: Float = 0.3,
    frequency: [Int32] = [], exploration: Float = 0.1
  ) -> Outcome {
    let count = example.gold.count
    let rows = rows(example, &random, frequency)
    encode(rows, count, &random, dropout)
    var outcome = Outcome(state: TransitionState(count: count))
    tag(example, count, learns: random != nil, &outcome)
    parse(example, transitions, count, &random, &outcome, exploration)
    if random != nil { backward(rows, count) }
    return outcome
  }

  private func rows(_ example: Example, _ random: inout SplitMix?, _ frequency: [Int32]) -> [Rows] {
    example.gold.indices.map { index in
      let form = example.forms[index + 2]
      var word = Int(form.number)
      var cluster = Int(form.cluster)
      var tag = Int(example.tags[index])
      if random != nil {
        let n = Float(frequency[word])
        if (random?.unit() ?? 1) < 0.4 / (0.4 + n) { word = 0 }
        if (random?.unit() ?? 1) < 0.05 { cluster = 0 }
        if (random?.unit() ?? 1) < 0.05 { tag = 63 }
      }
      let rows = form.rows(affixShift: UInt32(32 - shape.affixBits))
      return Rows(
        word: word, cluster: cluster, suffix: rows.ending, prefix: rows.beginning, shape: rows.shape, tag: tag
      )
    }
  }

  private func encode(_ rows: [Rows], _ count: Int, _ random: inout SplitMix?, _ dropout: Float) {
    let d = shape.input
    let h = shape.state
    for (index, row) in rows.enumerated() {
      let target = x + index * d
      let parts = [
        network.words.values + row.word * d, network.clusters.values + row.cluster * d,
        network.suffixes.values + row.suffix * d,
        network.prefixes.values + row.prefix * d, network.shapes.values + row.shape * d,
        network.tagVectors.values + row.tag * d,
      ]
      for j in 0..<d {
        target[j] =
          ((parts[0][j] + parts[1][j]) + (parts[2][j] + parts[3][j])) + (parts[4][j] + parts[5][j])
      }
      if random != nil {
        mask(xMask + index * d, d, dropout, &random)
        for j in 0..<d { target[j] *= xMask[index * d + j] }
      }
    }
    for direction in 0..<2 {
      let gates = gates[direction]
      let cells = cells[direction]
      for step in 0..<count {
        let index = direction == 0 ? step : count - 1 - step
        let z = gates + index * 3 * h
        z.update(from: network.inputBias[direction].values, count: 3 * h)
        Kernels.multiply(x + index * d, network.inputs[direction].values, into: z, rows: d, columns: 3 * h)
        let before = direction == 0 ? index - 1 : index + 1
        if step > 0 {
          Kernels.multiply(
            v + before * 2 * h + direction * h, network.recurrent[direction].values, into: z, rows: h,
            columns: 3 * h)
        }
        let cell = cells + index * h
        let tanhCell = tanhCells[direction] + index * h
        let out = v + index * 2 * h + direction * h
        for j in 0..<2 * h { z[j] = Kernels.sigmoid(z[j]) }
        for j in 0..<h { z[2 * h + j] = Kernels.tanh(z[2 * h + j]) }
        if step > 0 {
          let old = cells + before * h
          for j in 0..<h { cell[j] = z[j] * old[j] + (1 - z[j]) * z[2 * h + j] }
        } else {
          for j in 0..<h { cell[j] = (1 - z[j]) * z[2 * h + j] }
        }
        for j in 0..<h {
          tanhCell[j] = Kernels.tanh(cell[j])
          out[j] = z[h + j] * tanhCell[j]
        }
      }
    }
    // Units are dropped after the recurrence, on the way to the layers above.
    if random != nil {
      for index in 0..<count { mask(vMask + index * 2 * h, 2 * h, dropout, &random) }
    }
  }

  private func mask(_ row: Row, _ count: Int, _ rate: Float, _ random: inout SplitMix?) {
    let keep = 1 / (1 - rate)
    for j in 0..<count { row[j] = (random?.unit() ?? 1) < rate ? 0 : keep }
  }

  /// Tags by the layer above the recurrent one.
  private func tag(_ example: Example, _ count: Int, learns: Bool, _ outcome: inout Outcome) {
    let width = 2 * shape.state
    let tags = shape.tags
    dv.update(repeating: 0, count: count * width)
    if learns { dropped(count) }
    for index in 0..<count {
      scores.update(from: network.tagBias.values, count: tags)
      Kernels.multiply(above(index, learns), network.tagOut.values, into: scores, rows: width, columns: tags)
      var best = 0
      for tag in 1..<tags where scores[tag] > scores[best] { best = tag }
      outcome.tags.append(UInt8(best))
      guard learns else { continue }
      let top = scores[best]
      var sum: Float = 0
      for tag in 0..<tags {
        dScores[tag] = Kernels.exp(scores[tag] - top)
        sum += dScores[tag]
      }
      for tag in 0..<tags { dScores[tag] /= sum }
      dScores[Int(example.gold[index])] -= 1
      for tag in 0..<tags { network.tagBias.gradient[tag] += dScores[tag] }
      Kernels.backward(
        above(index, true), network.tagOut.values, dScores, dx: dv + index * width,
        dw: network.tagOut.gradient,
        rows: width, columns: tags)
    }
  }

  private var droppedV: [Float] = []

  private func dropped(_ count: Int) {
    let width = 2 * shape.state
    if droppedV.count < capacity * width { droppedV = Array(repeating: 0, count: capacity * width) }
    for index in 0..<count * width { droppedV[index] = v[index] * vMask[index] }
  }

  private func above(_ index: Int, _ learns: Bool) -> Row {
    guard learns else { return v + index * 2 * shape.state }
    return droppedV.withUnsafeMutableBufferPointer { ($0.baseAddress ?? v) + index * 2 * shape.state }
  }

  private func parse(
    _ example: Example, _ transitions: TransitionSet, _ count: Int, _ random: inout SplitMix?,
    _ outcome: inout Outcome, _ exploration: Float
  ) {
    let m = shape.hidden
    let width = NetworkShape.roles * m
    let learns = random != nil
    for index in 0..<count {
      let target = role + index * width
      target.update(repeating: 0, count: width)
      Kernels.multiply(
        above(index, learns), network.roles.values, into: target, rows: 2 * shape.state, columns: width)
    }
    if learns { dRole.update(repeating: 0, count: count * width) }
    let heads = example.heads.map { $0 < 0 ? Int32(count) : $0 }
    var labels = [Int](repeating: 0, count: ParserLabels.count)
    while !outcome.state.isFinal {
      let b0 = outcome.state.next < count ? outcome.state.next : -1
      let words = [outcome.state.top(2), outcome.state.top(1), outcome.state.top(0), b0]
      ParserLabels.fill(&labels, outcome.state)
      hidden.update(from: network.hiddenBias.values, count: m)
      for place in 0..<NetworkShape.roles {
        let part =
          words[place] < 0 ? network.absent.values + place * m : role + words[place] * width + place * m
        for j in 0..<m { hidden[j] += part[j] }
      }
      for label in labels {
        let part = network.labels.values + label * m
        for j in 0..<m { hidden[j] += part[j] }
      }
      for j in 0..<m { hidden[j] = max(hidden[j], 0) }
      scores.update(from: network.outBias.values, count: shape.classes)
      Kernels.multiply(hidden, network.out.values, into: scores, rows: m, columns: shape.classes)
      let chosen = choose(example, heads, transitions, outcome.state, learns: learns)
      var taken = chosen.best
      if learns {
        outcome.steps += 1
        if !chosen.isRight { outcome.mistakes += 1 }
        learn(chosen, words, labels, width)
        if !chosen.isRight, (random?.unit() ?? 0) >= exploration { taken = chosen.right }
      }
      outcome.state.take(taken, of: transitions)
    }
  }

  private struct Choice {
    var best = -1
    var right = -1
    var isRight = false
    var legal: [Int] = []
    var good: [Int] = []
  }

  private func choose(
    _ example: Example, _ heads: [Int32], _ transitions: TransitionSet, _ state: TransitionState, learns: Bool
  ) -> Choice {
    var choice = Choice()
    var costs: [Int] = [Int.max, Int.max, Int.max]
    let actions: [TransitionState.Action] = [.shift, .left, .right]
    for (place, action) in actions.enumerated() where state.allows(action) {
      if learns { costs[place] = Oracle.cost(action, state, heads) }
      for number in transitions.numbers(action) {
        if choice.best < 0 || scores[number] > scores[choice.best] { choice.best = number }
        if learns { choice.legal.append(number) }
      }
    }
    guard learns else { return choice }
    let least = costs.min() ?? 0
    for (place, action) in actions.enumerated() where costs[place] == least {
      for number in transitions.numbers(action) {
        let head = action == .left ? state.next : state.top(1)
        let isGold = action != .shift && Int(heads[state.top(0)]) == head
        if isGold, head < state.count, transitions.relation(number) != example.relations[state.top(0)] {
          continue
        }
        choice.good.append(number)
        if choice.right < 0 || scores[number] > scores[choice.right] { choice.right = number }
      }
    }
    if choice.right < 0 {
      choice.right = choice.best
      choice.good = [choice.best]
    }
    choice.isRight = choice.good.contains(choice.best)
    return choice
  }

  /// The gradient of -log of the probability of the good classes among the legal ones.
  private func learn(_ choice: Choice, _ words: [Int], _ labels: [Int], _ width: Int) {
    let m = shape.hidden
    let top = scores[choice.best]
    dScores.update(repeating: 0, count: shape.classes)
    var sum: Float = 0
    var good: Float = 0
    for number in choice.legal {
      dScores[number] = Kernels.exp(scores[number] - top)
      sum += dScores[number]
    }
    for number in choice.good { good += dScores[number] }
    let share = 1 / sum
    let goodShare = 1 / max(good, 1e-20)
    var goodValues: [Float] = []
    for number in choice.good { goodValues.append(dScores[number] * goodShare) }
    for number in choice.legal { dScores[number] *= share }
    for (place, number) in choice.good.enumerated() { dScores[number] -= goodValues[place] }
    for number in choice.legal { network.outBias.gradient[number] += dScores[number] }
    dHidden.update(repeating: 0, count: m)
    Kernels.backward(
      hidden, network.out.values, dScores, dx: dHidden, dw: network.out.gradient, rows: m,
      columns: shape.classes)
    for j in 0..<m where hidden[j] <= 0 { dHidden[j] = 0 }
    for j in 0..<m { network.hiddenBias.gradient[j] += dHidden[j] }
    for place in 0..<NetworkShape.roles {
      let part =
        words[place] < 0 ? network.absent.gradient + place * m : dRole + words[place] * width + place * m
      for j in 0..<m { part[j] += dHidden[j] }
    }
    for label in labels {
      network.labels.touch(label)
      let part = network.labels.gradient + label * m
      for j in 0..<m { part[j] += dHidden[j] }
    }
  }

  private func backward(_ rows: [Rows], _ count: Int) {
    let d = shape.input
    let h = shape.state
    let width = NetworkShape.roles * shape.hidden
    for index in 0..<count {
      Kernels.backward(
        above(index, true), network.roles.values, dRole + index * width, dx: dv + index * 2 * h,
        dw: network.roles.gradient, rows: 2 * h, columns: width)
    }
    for index in 0..<count * 2 * h { dv[index] *= vMask[index] }
    dx.update(repeating: 0, count: count * d)
    for direction in 0..<2 {
      carry.update(repeating: 0, count: h)
      carryCell.update(repeating: 0, count: h)
      for step in stride(from: count - 1, through: 0, by: -1) {
        let index = direction == 0 ? step : count - 1 - step
        let before = direction == 0 ? index - 1 : index + 1
        let z = gates[direction] + index * 3 * h
        let dz = dGates[direction] + index * 3 * h
        let tanhCell = tanhCells[direction] + index * h
        let old = cells[direction] + before * h
        for j in 0..<h {
          let dh = dv[index * 2 * h + direction * h + j] + carry[j]
          let f = z[j]
          let o = z[h + j]
          let g = z[2 * h + j]
          let t = tanhCell[j]
          let dc = carryCell[j] + dh * o * (1 - t * t)
          let past = step > 0 ? old[j] : 0
          dz[j] = dc * (past - g) * f * (1 - f)
          dz[h + j] = dh * t * o * (1 - o)
          dz[2 * h + j] = dc * (1 - f) * (1 - g * g)
          carryCell[j] = dc * f
        }
        carry.update(repeating: 0, count: h)
        if step > 0 {
          Kernels.backward(
            v + before * 2 * h + direction * h, network.recurrent[direction].values, dz, dx: carry,
            dw: network.recurrent[direction].gradient, rows: h, columns: 3 * h)
        }
        let bias = network.inputBias[direction].gradient
        for j in 0..<3 * h { bias[j] += dz[j] }
        Kernels.backward(
          x + index * d, network.inputs[direction].values, dz, dx: dx + index * d,
          dw: network.inputs[direction].gradient, rows: d, columns: 3 * h)
      }
    }
    for (index, row) in rows.enumerated() {
      let source = dx + index * d
      let mask = xMask + index * d
      for (table, number) in [
        (network.words, row.word), (network.clusters, row.cluster), (network.suffixes, row.suffix),
        (network.prefixes, row.prefix),
        (network.shapes, row.shape), (network.tagVectors, row.tag),
      ] {
        table.touch(number)
        let target = table.gradient + number * d
        for j in 0..<d { target[j] += source[j] * mask[j] }
      }
    }
  }
}
