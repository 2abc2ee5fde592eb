import CTimelineNetwork

/// Tags and parses a sentence by the network: a recurrent layer reads it in both directions, and its
/// states are what the tags and the parser's transitions are chosen by.
///
/// After Kiperwasser and Goldberg (2016), the input gate coupled to the forget gate (Greff et al. 2017),
/// numbers of 16 bits. Work is linear in the sentence's length.
struct SentenceNetwork: Sendable {
  private let shape: NetworkShape
  private let transitions: TransitionSet
  private let starts: [Int]
  private let bytes: EmbeddedBytes
  private let ready: ReadyRows
  private let kernels = FixedPoint.kernels

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
    let stateCount = count * 2 * shape.state
    let shareCount = count * NetworkShape.roles * shape.hidden
    withUnsafeTemporaryAllocation(of: Int16.self, capacity: stateCount + shareCount) { numbers in
      guard let states = numbers.baseAddress else { return }
      let shares = states + stateCount
      read(forms, tags, into: states)
      retag(&tags, forms, states)
      share(count, states, into: shares)
      draw(&state, states, shares)
    }
    return state
  }

  /// The words' vectors through the input layer and the recurrent layer, in both directions.
  private func read(_ forms: [WordForm], _ tags: [UInt8], into states: UnsafeMutablePointer<Int16>) {
    let (d, width) = (shape.input, 6 * shape.state)
    withUnsafeTemporaryAllocation(of: UnsafePointer<Int32>.self, capacity: tags.count) { inputs in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: tags.count * width) { sums in
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: tags.count * d) { vectors in
          guard let inputs = inputs.baseAddress, let sums = sums.baseAddress,
            let vectors = vectors.baseAddress
          else { return }
          var waiting = 0
          for index in tags.indices {
            if let row = ready.row(forms[index + 2], tag: tags[index]) {
              inputs[index] = row
            } else {
              fill(vectors + waiting * d, forms[index + 2], tags[index])
              inputs[index] = UnsafePointer(sums + waiting * width)
              waiting += 1
            }
          }
          kernels.multiply(narrow(.inputLayer), vectors, wide(.inputBias), sums, waiting, d, width)
          recur(tags.count, inputs, states)
        }
      }
    }
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

  /// What the input layer gives for a word.
  func inputSums(_ form: WordForm, tag: UInt8) -> [Int32] {
    var vector = [Int16](repeating: 0, count: shape.input)
    var sums = [Int32](repeating: 0, count: 6 * shape.state)
    vector.withUnsafeMutableBufferPointer { vector in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let vector = vector.baseAddress, let sums = sums.baseAddress else { return }
        fill(vector, form, tag)
        kernels.multiply(
          narrow(.inputLayer), vector, wide(.inputBias), sums, 1, shape.input, 6 * shape.state)
      }
    }
    return sums
  }

  /// The recurrent layer. Both directions go on side by side, since neither waits for the other.
  private func recur(
    _ count: Int, _ inputs: UnsafePointer<UnsafePointer<Int32>>, _ states: UnsafeMutablePointer<Int16>
  ) {
    let h = shape.state
    let (forward, backward) = (narrow(.forward), narrow(.backward))
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * h) { cells in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 6 * h) { sums in
        guard let cells = cells.baseAddress, let sums = sums.baseAddress else { return }
        cells.update(repeating: 0, count: 2 * h)
        kernels.advance(inputs[0], cells, states, h)
        let last = count - 1
        kernels.advance(inputs[last] + 3 * h, cells + h, states + last * 2 * h + h, h)
        for step in 1..<max(count, 1) {
          let state = states + step * 2 * h
          let mirrored = states + (last - step) * 2 * h + h
          kernels.multiply(forward, state - 2 * h, inputs[step], sums, 1, h, 3 * h)
          kernels.multiply(
            backward, mirrored + 2 * h, inputs[last - step] + 3 * h, sums + 3 * h, 1, h, 3 * h)
          kernels.advance(sums, cells, state, h)
          kernels.advance(sums + 3 * h, cells + h, mirrored, h)
        }
      }
    }
  }

  /// Chooses the tags anew, but for words whose tag is never in doubt.
  private func retag(_ tags: inout [UInt8], _ forms: [WordForm], _ states: UnsafePointer<Int16>) {
    let width = 2 * shape.state
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: shape.tags) { scores in
      guard let scores = scores.baseAddress else { return }
      for index in tags.indices where forms[index + 2].certainTag == 0 {
        kernels.multiply(
          narrow(.tagLayer), states + index * width, wide(.tagBias), scores, 1, width, shape.tags)
        tags[index] = UInt8(truncatingIfNeeded: kernels.highest(scores, 0, shape.tags))
      }
    }
  }

  /// Each word's share in the hidden layer for the two places of the parser's state that every word takes:
  /// the stack's top and the buffer's first. The others are worked out when they are needed.
  private func share(
    _ count: Int, _ states: UnsafePointer<Int16>, into shares: UnsafeMutablePointer<Int16>
  ) {
    let (inputs, late) = (2 * shape.state, 2 * shape.hidden)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: (count + 1) * late) { sums in
      guard let zeros = sums.baseAddress else { return }
      let sums = zeros + late
      zeros.update(repeating: 0, count: late)
      kernels.multiply(narrow(.roleLayer) + late * inputs, states, zeros, sums, count, inputs, late)
      for word in 0..<count {
        kernels.narrow(sums + word * late, shares + word * 2 * late + late, late)
      }
    }
  }

  private func draw(
    _ state: inout TransitionState, _ states: UnsafePointer<Int16>, _ shares: UnsafeMutablePointer<Int16>
  ) {
    let (m, inputs, count) = (shape.hidden, 2 * shape.state, state.count)
    let (layer, absent, labelRows) = (narrow(.roleLayer), narrow(.absent), narrow(.labels))
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * m + shape.classes) { sums in
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: m) { hidden in
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: count * 2) { isReady in
          withUnsafeTemporaryAllocation(
            of: UnsafePointer<Int16>.self, capacity: 1 + NetworkShape.roles + ParserLabels.count
          ) { rows in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: ParserLabels.count) { labels in
              guard let zeros = sums.baseAddress, let hidden = hidden.baseAddress,
                let isReady = isReady.baseAddress, let rows = rows.baseAddress,
                let labels = labels.baseAddress
              else { return }
              let (work, scores) = (zeros + m, zeros + 2 * m)
              zeros.update(repeating: 0, count: m)
              isReady.update(repeating: false, count: count * 2)
              @inline(__always) func share(of word: Int, place: Int) -> UnsafePointer<Int16> {
                guard word >= 0 else { return absent + place * m }
                let share = shares + (word * NetworkShape.roles + place) * m
                if place < 2, !isReady[word * 2 + place] {
                  isReady[word * 2 + place] = true
                  kernels.multiply(
                    layer + place * m * inputs, states + word * inputs, zeros, work, 1, inputs, m)
                  kernels.narrow(work, share, m)
                }
                return UnsafePointer(share)
              }
              rows[0] = narrow(.hiddenBias)
              while !state.isFinal {
                rows[1] = share(of: state.top(2), place: 0)
                rows[2] = share(of: state.top(1), place: 1)
                rows[3] = share(of: state.top(0), place: 2)
                rows[4] = share(of: state.next < count ? state.next : -1, place: 3)
                ParserLabels.fill(labels, state)
                for label in 0..<ParserLabels.count { rows[5 + label] = labelRows + labels[label] * m }
                kernels.rectifiedSum(rows, 1 + NetworkShape.roles + ParserLabels.count, hidden, m)
                kernels.multiply(
                  narrow(.outLayer), hidden, wide(.outBias), scores, 1, m, shape.classes)
                let allowed = transitions.allowed(state)
                guard !allowed.isEmpty else { return }
                state.take(
                  kernels.highest(scores, allowed.lowerBound, allowed.upperBound), of: transitions)
              }
            }
          }
        }
      }
    }
  }
}

extension TransitionSet {
  /// The classes that a state allows; they follow each other, since where a word can be shifted and another
  /// be the dependent of the stack's second, it can be that of the buffer's first too.
  @inline(__always)
  func allowed(_ state: borrowing TransitionState) -> Range<Int> {
    let allowsLeft = state.allows(.left)
    let first = state.allows(.shift) ? 0 : allowsLeft ? 1 : left.count + 1
    let end = state.allows(.right) ? count : allowsLeft ? left.count + 1 : 1
    return first..<max(first, end)
  }
}

extension WordForm {
  /// The rows of a word's parts in the network's tables.
  public struct Rows {
    public let word: Int
    public let cluster: Int
    public let ending: Int
    public let beginning: Int
    public let shape: Int
  }

  @inline(__always)
  public func rows(affixShift: UInt32) -> Rows {
    Rows(
      word: Int(number), cluster: Int(cluster), ending: Int((suffix3 &* 0x9E37_79B9) >> affixShift),
      beginning: Int((prefix3 &* 0x85EB_CA6B) >> affixShift),
      shape: Int((shape &* 0x9E37_79B9) >> UInt32(32 - NetworkShape.shapeBits)))
  }
}
