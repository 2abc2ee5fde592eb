import CTimelineNetwork
import Testing

/// Every set of instructions that this processor has gives the numbers that plain sums give.
@Suite struct KernelTests {
  private static let instructions = [timelineBaseline, timelineAVX2, timelineAVX512]
    .filter { $0.rawValue <= timelineInstructions().rawValue }

  /// Numbers without a pattern, by Knuth's linear congruential generator.
  private static func numbers<Number: FixedWidthInteger>(_ count: Int, seed: UInt64) -> [Number] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Number(truncatingIfNeeded: state >> 32)
    }
  }

  @Test(arguments: [
    (1, 64, 192), (2, 64, 96), (5, 128, 128), (3, 8, 16), (1, 16, 80), (1, 12, 240), (2, 4, 112), (0, 8, 16),
  ])
  func products(count: Int, inputs: Int, outputs: Int) {
    let weights: [Int16] = Self.numbers(inputs * outputs, seed: 1)
    let x: [Int16] = Self.numbers(count * inputs, seed: 2)
    let start: [Int32] = Self.numbers(outputs, seed: 3)
    var expected: [Int32] = []
    for row in 0..<count {
      for output in 0..<outputs {
        expected.append(
          (0..<inputs).reduce(start[output]) { sum, input in
            let place = output / 16 * inputs * 16 + input / 2 * 32 + output % 16 * 2 + input % 2
            return sum &+ Int32(weights[place]) &* Int32(x[row * inputs + input])
          })
      }
    }
    for instructions in Self.instructions {
      var sums = [Int32](repeating: 7, count: count * outputs)
      timelineKernels(instructions).multiply(weights, x, start, &sums, count, inputs, outputs)
      #expect(sums == expected, "instructions \(instructions.rawValue)")
    }
  }

  @Test func stepsOfTheRecurrence() {
    let units = 64
    // Small sums, at which the gates differ, and large ones, at which they are shut.
    let sums = Self.numbers(3 * units, seed: 4).enumerated().map { $1 >> Int32($0 % 12) } as [Int32]
    var results: [(cells: [UInt32], states: [Int16])] = []
    for instructions in Self.instructions {
      var cells = (0..<units).map { Float($0 - 32) / 32 }
      var states = [Int16](repeating: 0, count: units)
      timelineKernels(instructions).advance(sums, &cells, &states, units)
      results.append((cells.map(\.bitPattern), states))
    }
    for result in results {
      #expect(result.cells == results[0].cells)
      #expect(result.states == results[0].states)
    }
    // An open forget gate keeps the cell; the output gate lets half of it out.
    for instructions in Self.instructions {
      var cells: [Float] = Array(repeating: 0.5, count: 16)
      var states = [Int16](repeating: 0, count: 16)
      let open = Array(repeating: Int32(20 << 24), count: 16) + Array(repeating: Int32(0), count: 32)
      timelineKernels(instructions).advance(open, &cells, &states, 16)
      #expect(cells.allSatisfy { abs($0 - 0.5) < 0.001 })
      #expect(states.allSatisfy { abs(Int($0) - 1893) < 8 })  // 8192 · tanh(0.5) / 2
    }
  }

  @Test func sumsOfRows() {
    let width = 64
    let table: [Int16] = Self.numbers(13 * width, seed: 5)
    let small = table.map { $0 >> 4 }
    let expected = (0..<width).map { column in
      max(0, (0..<13).reduce(Int16(0)) { $0 &+ small[$1 * width + column] })
    }
    let bytes: [Int8] = Self.numbers(100 * 64, seed: 6)
    let rows: [UInt32] = [0, 99, 7, 7, 50]
    let expectedBytes = (0..<64).map { column in
      rows.reduce(Int16(0)) { $0 + Int16(bytes[Int($1) * 64 + column]) }
    }
    for instructions in Self.instructions {
      let kernels = timelineKernels(instructions)
      var sum = [Int16](repeating: 0, count: width)
      small.withUnsafeBufferPointer { small in
        guard let base = small.baseAddress else { return }
        kernels.rectifiedSum((0..<13).map { base + $0 * width }, 13, &sum, width)
      }
      #expect(sum == expected)
      var sums = [Int16](repeating: 0, count: 64)
      kernels.addRows(bytes, rows, rows.count, &sums)
      #expect(sums == expectedBytes)
    }
  }

  @Test func narrowNumbersAndHighestScores() {
    let sums: [Int32] = Self.numbers(100, seed: 7)
    for instructions in Self.instructions {
      let kernels = timelineKernels(instructions)
      var shares = [Int16](repeating: 0, count: sums.count)
      kernels.narrow(sums, &shares, sums.count)
      #expect(shares == sums.map { Int16(truncatingIfNeeded: $0 >> 14) })
      #expect(kernels.highest([5, 9, 3, 9, 1], 0, 5) == 1)
      #expect(kernels.highest([5, 9, 3, 9, 1], 2, 5) == 3)
      #expect(kernels.highest([5, 9, 3, 9, 1], 4, 5) == 4)
      #expect(kernels.highest([.min, .min], 0, 2) == 0)
      #expect(
        kernels.highest(sums, 10, 95)
          == (10..<95).first { sums[$0] == sums[10..<95].max() })
    }
  }
}
