/// Tags and parses a sentence by the network: a recurrent layer reads it in both directions, and its
/// states are what the tags and the parser's transitions are chosen by.
///
/// After Kiperwasser and Goldberg (2016), the input gate coupled to the forget gate (Greff et al. 2017),
/// numbers of 16 bits. Work is linear in the sentence's length.
struct SentenceNetwork {
  private let shape: NetworkShape
  private let transitions: TransitionSet
  private let starts: [Int]
  private let bytes: EmbeddedBytes
  private let ready: ReadyRows

  /// Nil for a model without a network.
  init?(_ model: LanguageModel) {
    bytes = model.part(.network)
    transitions = TransitionSet(model.part(.transitions))
    guard let shape = NetworkShape(bytes), transitions.count > 3, transitions.count <= shape.classes else {
      return nil
    }
    self.shape = shape
    ready = ReadyRows(model.part(.ready), width: 6 * shape.state)
    var starts: [Int] = []
    var offset = 64
    for block in NetworkShape.Block.allCases {
      starts.append(offset)
      offset += (shape.count(block) * (block.isWide ? 4 : 2) + 63) / 64 * 64
    }
    guard offset <= bytes.count else { return nil }
    self.starts = starts
  }

  private func narrow(_ block: NetworkShape.Block) -> UnsafePointer<Int16> {
    (bytes.base + starts[block.rawValue]).assumingMemoryBound(to: Int16.self)
  }

  private func wide(_ block: NetworkShape.Block) -> UnsafePointer<Int32> {
    (bytes.base + starts[block.rawValue]).assumingMemoryBound(to: Int32.self)
  }

  /// The final state, and the tags by the network in place of those given. `forms` has two border forms
  /// at each end.
  func parse(_ forms: [WordForm], tags: inout [UInt8]) -> TransitionState {
    let count = tags.count
    var state = TransitionState(count: count)
    guard count > 0 else { return state }
    let h = shape.state
    let width = max(6 * h, NetworkShape.roles * shape.hidden, shape.tags)
    // Sums of 32 bits: the gates' inputs and what they are bent to. Numbers of 16 bits: vectors, states,
    // the words' shares in the hidden layer.
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: count * width + shape.tags + shape.classes) {
      sums in
      withUnsafeTemporaryAllocation(
        of: Int16.self, capacity: count * (2 * h + max(NetworkShape.roles * shape.hidden, 2 * shape.input))
      ) { numbers in
        guard let sums = sums.baseAddress, let numbers = numbers.baseAddress else { return }
        let states = numbers
        let roles = numbers + count * 2 * h
        read(forms, tags, into: sums, vectors: roles)
        recur(count, sums, states)
        retag(&tags, forms, states, sums)
        share(count, states, into: roles, sums)
        draw(&state, states, roles, scores: sums)
      }
    }
    return state
  }

  /// The words' vectors through the input layer of both directions; what is ready is copied.
  private func read(
    _ forms: [WordForm], _ tags: [UInt8], into sums: UnsafeMutablePointer<Int32>,
    vectors: UnsafeMutablePointer<Int16>
  ) {
    let d = shape.input
    let width = 6 * shape.state
    let layer = narrow(.inputLayer)
    var waiting: UnsafeMutablePointer<Int32>?
    for index in tags.indices {
      let target = sums + index * width
      let form = forms[index + 2]
      if let row = ready.row(form, tag: tags[index]) {
        target.update(from: row, count: width)
        continue
      }
      target.update(from: wide(.inputBias), count: width)
      // Two words at a time; the vector of the one that waits is in the first place.
      fill(waiting == nil ? vectors : vectors + d, form, tags[index])
      if let first = waiting {
        FixedPoint.multiplyTwo(layer, vectors, vectors + d, into: first, target, inputs: d, outputs: width)
        waiting = nil
      } else {
        waiting = target
      }
    }
    if let waiting { FixedPoint.multiply(layer, vectors, into: waiting, inputs: d, outputs: width) }
  }

  /// A word's vector: the sum of those of its parts.
  @inline(__always)
  private func fill(_ vector: UnsafeMutablePointer<Int16>, _ form: WordForm, _ tag: UInt8) {
    let d = shape.input
    let rows = form.rows(affixShift: UInt32(32 - shape.affixBits))
    vector.update(from: narrow(.words) + min(rows.word, shape.words - 1) * d, count: d)
    FixedPoint.add(narrow(.clusters) + rows.cluster * d, to: vector, count: d)
    FixedPoint.add(narrow(.endings) + rows.ending * d, to: vector, count: d)
    FixedPoint.add(narrow(.beginnings) + rows.beginning * d, to: vector, count: d)
    FixedPoint.add(narrow(.shapes) + rows.shape * d, to: vector, count: d)
    FixedPoint.add(narrow(.tagVectors) + Int(tag) * d, to: vector, count: d)
  }

  /// What `read` gives for one word.
  func inputSums(_ form: WordForm, tag: UInt8) -> [Int32] {
    let width = 6 * shape.state
    var sums = [Int32](UnsafeBufferPointer(start: wide(.inputBias), count: width))
    var vector = [Int16](repeating: 0, count: shape.input)
    vector.withUnsafeMutableBufferPointer { vector in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let vector = vector.baseAddress, let sums = sums.baseAddress else { return }
        fill(vector, form, tag)
        FixedPoint.multiply(narrow(.inputLayer), vector, into: sums, inputs: shape.input, outputs: width)
      }
    }
    return sums
  }

  /// The recurrent layer, forward and backward.
  private func recur(
    _ count: Int, _ sums: UnsafeMutablePointer<Int32>, _ states: UnsafeMutablePointer<Int16>
  ) {
    let h = shape.state
    withUnsafeTemporaryAllocation(of: Float.self, capacity: h) { cells in
      guard let cell = cells.baseAddress else { return }
      for direction in 0..<2 {
        let weights = narrow(direction == 0 ? .forward : .backward)
        cell.update(repeating: 0, count: h)
        for step in 0..<count {
          let index = direction == 0 ? step : count - 1 - step
          let z = sums + index * 6 * h + direction * 3 * h
          if step > 0 {
            let before = direction == 0 ? index - 1 : index + 1
            FixedPoint.multiply(
              weights, states + before * 2 * h + direction * h, into: z, inputs: h, outputs: 3 * h)
          }
          FixedPoint.advance(z, cell, states + index * 2 * h + direction * h, units: h)
        }
      }
    }
  }

  /// Chooses the tags anew, but for words whose tag is never in doubt.
  private func retag(
    _ tags: inout [UInt8], _ forms: [WordForm], _ states: UnsafePointer<Int16>,
    _ sums: UnsafeMutablePointer<Int32>
  ) {
    let width = 2 * shape.state
    for index in tags.indices where forms[index + 2].certainTag == 0 {
      sums.update(from: wide(.tagBias), count: shape.tags)
      FixedPoint.multiply(
        narrow(.tagLayer), states + index * width, into: sums, inputs: width, outputs: shape.tags)
      tags[index] = highest(sums)
    }
  }

  @inline(__always)
  private func highest(_ scores: UnsafePointer<Int32>) -> UInt8 {
    var best = 0
    for tag in 1..<shape.tags where scores[tag] > scores[best] { best = tag }
    return UInt8(truncatingIfNeeded: best)
  }

  /// Each word's share in the hidden layer for the two places of the parser's state that every word takes:
  /// the stack's top and the buffer's first. The others are worked out when they are needed.
  private func share(
    _ count: Int, _ states: UnsafePointer<Int16>, into roles: UnsafeMutablePointer<Int16>,
    _ sums: UnsafeMutablePointer<Int32>
  ) {
    let m = shape.hidden
    let width = NetworkShape.roles * m
    let first = 2 * m
    let inputs = 2 * shape.state
    sums.update(repeating: 0, count: count * (width - first))
    FixedPoint.multiplyAll(
      narrow(.roleLayer) + first * inputs, states, into: sums, count: count, inputs: inputs,
      outputs: width - first)
    for word in 0..<count {
      FixedPoint.narrowShares(
        sums + word * (width - first), into: roles + word * width + first, count: width - first)
    }
  }

  private func draw(
    _ state: inout TransitionState, _ states: UnsafePointer<Int16>, _ roles: UnsafeMutablePointer<Int16>,
    scores: UnsafeMutablePointer<Int32>
  ) {
    let m = shape.hidden
    let absent = narrow(.absent)
    let labelRows = narrow(.labels)
    let bias = narrow(.hiddenBias)
    let layer = narrow(.roleLayer)
    let inputs = 2 * shape.state
    let count = state.count
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: count * 2) { ready in
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: m) { hidden in
        guard let ready = ready.baseAddress, let hidden = hidden.baseAddress else { return }
        ready.update(repeating: false, count: count * 2)
        withUnsafeTemporaryAllocation(of: Int.self, capacity: ParserLabels.count) { labels in
          guard let labels = labels.baseAddress else { return }
          @inline(__always) func add(_ word: Int, place: Int) {
            guard word >= 0 else { return FixedPoint.add(absent + place * m, to: hidden, count: m) }
            let share = roles + (word * NetworkShape.roles + place) * m
            if place < 2, !ready[word * 2 + place] {
              ready[word * 2 + place] = true
              scores.update(repeating: 0, count: m)
              FixedPoint.multiply(
                layer + place * m * inputs, states + word * inputs, into: scores, inputs: inputs, outputs: m)
              FixedPoint.narrowShares(scores, into: share, count: m)
            }
            FixedPoint.add(share, to: hidden, count: m)
          }
          while !state.isFinal {
            hidden.update(from: bias, count: m)
            add(state.top(2), place: 0)
            add(state.top(1), place: 1)
            add(state.top(0), place: 2)
            add(state.next < state.count ? state.next : -1, place: 3)
            ParserLabels.fill(labels, state)
            for label in 0..<ParserLabels.count {
              FixedPoint.add(labelRows + labels[label] * m, to: hidden, count: m)
            }
            FixedPoint.rectify(hidden, count: m)
            scores.update(from: wide(.outBias), count: shape.classes)
            FixedPoint.multiply(
              narrow(.outLayer), hidden, into: scores, inputs: m, outputs: shape.classes)
            guard let best = transitions.best(scores, state) else { return }
            state.take(best, of: transitions)
          }
        }
      }
    }
  }
}

extension TransitionSet {
  /// The class with the highest score that a state allows.
  @inline(__always)
  func best(_ scores: UnsafePointer<Int32>, _ state: borrowing TransitionState) -> Int? {
    var best = -1
    if state.allows(.shift) { best = 0 }
    if state.allows(.left) {
      for number in numbers(.left) where best < 0 || scores[number] > scores[best] { best = number }
    }
    if state.allows(.right) {
      for number in numbers(.right) where best < 0 || scores[number] > scores[best] { best = number }
    }
    return best < 0 ? nil : best
  }
}

extension WordForm {
  /// The rows of a word's parts in the network's tables.
  package struct Rows {
    package let word: Int
    package let cluster: Int
    package let ending: Int
    package let beginning: Int
    package let shape: Int
  }

  @inline(__always)
  package func rows(affixShift: UInt32) -> Rows {
    Rows(
      word: Int(number), cluster: Int(cluster), ending: Int((suffix3 &* 0x9E37_79B9) >> affixShift),
      beginning: Int((prefix3 &* 0x85EB_CA6B) >> affixShift),
      shape: Int((shape &* 0x9E37_79B9) >> UInt32(32 - NetworkShape.shapeBits)))
  }
}
