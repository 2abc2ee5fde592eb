/// The network's arithmetic: numbers of 16 bits with a fixed point, sums of 32.
package enum FixedPoint {
  /// Bits behind the point.
  package static let vector: Float = 12
  package static let inputWeight: Float = 12
  package static let state: Float = 13
  package static let stateWeight: Float = 11
  /// Of sums before they are bent, and of tags' scores.
  package static let sum: Float = 24
  package static let hidden: Float = 10
  package static let outWeight: Float = 11
  package static let score: Float = 21

  /// y += W · x. The weights lie in blocks of 16 outputs: for each pair of inputs, 16 pairs of weights.
  ///
  /// `inputs` is a multiple of 8, `outputs` of 16. The pairwise products and sums are one instruction on
  /// most processors; two blocks are taken at a time, so that an input is spread once for 32 outputs.
  @inline(__always)
  static func multiply(
    _ weights: UnsafePointer<Int16>, _ x: UnsafePointer<Int16>, into y: UnsafeMutablePointer<Int32>,
    inputs: Int, outputs: Int
  ) {
    #if DEBUG
      plainMultiply(weights, x, into: y, inputs: inputs, outputs: outputs)
    #else
      let block = inputs &* 16
      var row = weights
      var output = 0
      while output &+ 32 <= outputs {
        var first = Sums(y + output)
        var second = Sums(y + output + 16)
        var place = row
        var input = 0
        while input < inputs {
          let pairs = UnsafeRawPointer(x + input).loadUnaligned(as: SIMD4<Int32>.self)
          add(&first, &second, place, block, spread(pairs[0]))
          add(&first, &second, place + 32, block, spread(pairs[1]))
          add(&first, &second, place + 64, block, spread(pairs[2]))
          add(&first, &second, place + 96, block, spread(pairs[3]))
          place += 128
          input &+= 8
        }
        first.store(y + output)
        second.store(y + output + 16)
        row += block &* 2
        output &+= 32
      }
      if output < outputs {
        var sums = Sums(y + output)
        var input = 0
        while input < inputs {
          sums.add(row, spread(UnsafeRawPointer(x + input).loadUnaligned(as: Int32.self)))
          row += 32
          input &+= 2
        }
        sums.store(y + output)
      }
    #endif
  }

  @inline(__always)
  private static func add(
    _ first: inout Sums, _ second: inout Sums, _ place: UnsafePointer<Int16>, _ block: Int,
    _ pair: SIMD8<Int16>
  ) {
    first.add(place, pair)
    second.add(place + block, pair)
  }

  /// The same for a row of inputs, each `inputs` numbers, whose sums follow each other. Two are taken at
  /// a time, so that the weights come from memory half as often.
  @inline(__always)
  static func multiplyAll(
    _ weights: UnsafePointer<Int16>, _ x: UnsafePointer<Int16>, into y: UnsafeMutablePointer<Int32>,
    count: Int, inputs: Int, outputs: Int
  ) {
    var index = 0
    #if !DEBUG
      while index &+ 1 < count {
        let next = index &+ 1
        multiplyTwo(
          weights, x + index * inputs, x + next * inputs, into: y + index * outputs, y + next * outputs,
          inputs: inputs, outputs: outputs)
        index &+= 2
      }
    #endif
    while index < count {
      multiply(weights, x + index * inputs, into: y + index * outputs, inputs: inputs, outputs: outputs)
      index &+= 1
    }
  }

  /// The same for two inputs with their sums.
  @inline(__always)
  static func multiplyTwo(
    _ weights: UnsafePointer<Int16>, _ x: UnsafePointer<Int16>, _ other: UnsafePointer<Int16>,
    into y: UnsafeMutablePointer<Int32>, _ otherSums: UnsafeMutablePointer<Int32>, inputs: Int, outputs: Int
  ) {
    #if DEBUG
      plainMultiply(weights, x, into: y, inputs: inputs, outputs: outputs)
      plainMultiply(weights, other, into: otherSums, inputs: inputs, outputs: outputs)
    #else
      var place = weights
      var output = 0
      while output < outputs {
        var first = Sums(y + output)
        var second = Sums(otherSums + output)
        var input = 0
        while input < inputs {
          let one = UnsafeRawPointer(x + input).loadUnaligned(as: SIMD4<Int32>.self)
          let two = UnsafeRawPointer(other + input).loadUnaligned(as: SIMD4<Int32>.self)
          addTwo(&first, &second, place, spread(one[0]), spread(two[0]))
          addTwo(&first, &second, place + 32, spread(one[1]), spread(two[1]))
          addTwo(&first, &second, place + 64, spread(one[2]), spread(two[2]))
          addTwo(&first, &second, place + 96, spread(one[3]), spread(two[3]))
          place += 128
          input &+= 8
        }
        first.store(y + output)
        second.store(otherSums + output)
        output &+= 16
      }
    #endif
  }

  @inline(__always)
  private static func addTwo(
    _ first: inout Sums, _ second: inout Sums, _ place: UnsafePointer<Int16>, _ one: SIMD8<Int16>,
    _ two: SIMD8<Int16>
  ) {
    first.add(place, one)
    second.add(place, two)
  }

  /// Two inputs, four times over.
  @inline(__always)
  private static func spread(_ pair: Int32) -> SIMD8<Int16> {
    unsafeBitCast(SIMD4<Int32>(repeating: pair), to: SIMD8<Int16>.self)
  }

  /// The sums of 16 outputs.
  private struct Sums {
    var a: SIMD4<Int32>
    var b: SIMD4<Int32>
    var c: SIMD4<Int32>
    var d: SIMD4<Int32>

    @inline(__always)
    init(_ sums: UnsafePointer<Int32>) {
      let raw = UnsafeRawPointer(sums)
      a = raw.loadUnaligned(fromByteOffset: 0, as: SIMD4<Int32>.self)
      b = raw.loadUnaligned(fromByteOffset: 16, as: SIMD4<Int32>.self)
      c = raw.loadUnaligned(fromByteOffset: 32, as: SIMD4<Int32>.self)
      d = raw.loadUnaligned(fromByteOffset: 48, as: SIMD4<Int32>.self)
    }

    @inline(__always)
    mutating func add(_ weights: UnsafePointer<Int16>, _ pair: SIMD8<Int16>) {
      // Weights begin at multiples of 64 bytes, so that a load can be part of the multiplication.
      let row = UnsafeRawPointer(weights)
      a &+= Self.products(row.load(fromByteOffset: 0, as: SIMD8<Int16>.self), pair)
      b &+= Self.products(row.load(fromByteOffset: 16, as: SIMD8<Int16>.self), pair)
      c &+= Self.products(row.load(fromByteOffset: 32, as: SIMD8<Int16>.self), pair)
      d &+= Self.products(row.load(fromByteOffset: 48, as: SIMD8<Int16>.self), pair)
    }

    @inline(__always)
    func store(_ sums: UnsafeMutablePointer<Int32>) {
      let raw = UnsafeMutableRawPointer(sums)
      raw.storeBytes(of: a, toByteOffset: 0, as: SIMD4<Int32>.self)
      raw.storeBytes(of: b, toByteOffset: 16, as: SIMD4<Int32>.self)
      raw.storeBytes(of: c, toByteOffset: 32, as: SIMD4<Int32>.self)
      raw.storeBytes(of: d, toByteOffset: 48, as: SIMD4<Int32>.self)
    }

    @inline(__always)
    private static func products(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD4<Int32> {
      let products = SIMD8<Int32>(truncatingIfNeeded: a) &* SIMD8<Int32>(truncatingIfNeeded: b)
      return products.evenHalf &+ products.oddHalf
    }
  }

  /// The same sums without vectors, which builds without optimisation are far quicker with.
  private static func plainMultiply(
    _ weights: UnsafePointer<Int16>, _ x: UnsafePointer<Int16>, into y: UnsafeMutablePointer<Int32>,
    inputs: Int, outputs: Int
  ) {
    var row = weights
    var output = 0
    while output < outputs {
      var input = 0
      while input < inputs {
        let a = Int32(truncatingIfNeeded: x[input])
        let b = Int32(truncatingIfNeeded: x[input &+ 1])
        var lane = 0
        while lane < 16 {
          y[output &+ lane] =
            y[output &+ lane] &+ a &* Int32(truncatingIfNeeded: row[lane &* 2]) &+ b
            &* Int32(truncatingIfNeeded: row[lane &* 2 &+ 1])
          lane &+= 1
        }
        row += 32
        input &+= 2
      }
      output &+= 16
    }
  }

  /// y += x, number by number.
  @inline(__always)
  static func add(_ x: UnsafePointer<Int16>, to y: UnsafeMutablePointer<Int16>, count: Int) {
    var index = 0
    while index < count {
      y[index] = y[index] &+ x[index]
      index &+= 1
    }
  }

  /// Sums of shares in the hidden layer as numbers of its own fixed point.
  @inline(__always)
  static func narrowShares(
    _ sums: UnsafePointer<Int32>, into shares: UnsafeMutablePointer<Int16>, count: Int
  ) {
    var j = 0
    while j < count {
      shares[j] = Int16(truncatingIfNeeded: sums[j] &>> 14)
      j &+= 1
    }
  }

  /// Negative numbers become zero.
  @inline(__always)
  static func rectify(_ y: UnsafeMutablePointer<Int16>, count: Int) {
    var index = 0
    while index < count {
      y[index] = y[index] < 0 ? 0 : y[index]
      index &+= 1
    }
  }

  /// The place of a weight in the order that `multiply` reads.
  package static func place(input: Int, output: Int, inputs: Int) -> Int {
    (output / 16) * inputs * 16 + (input / 2) * 32 + (output % 16) * 2 + input % 2
  }

  /// One step of the recurrence for a few units at once: from the sums of forget gate, output gate and
  /// value to the new cell and, in units of 2^-13, the new state.
  @inline(__always)
  static func advance(
    _ sums: UnsafePointer<Int32>, _ cells: UnsafeMutablePointer<Float>, _ states: UnsafeMutablePointer<Int16>,
    units: Int
  ) {
    let unit: Float = 1 / 16_777_216
    var j = 0
    while j < units {
      #if DEBUG
        let forget = 0.5 * tanh(Float(sums[j]) * (0.5 * unit)) + 0.5
        let output = 0.5 * tanh(Float(sums[j &+ units]) * (0.5 * unit)) + 0.5
        let value = tanh(Float(sums[j &+ 2 &* units]) * unit)
        let cell = forget * cells[j] + (1 - forget) * value
        cells[j] = cell
        let shifted = Int32(bitPattern: (output * tanh(cell) * 8192 + 12_582_912).bitPattern)
        states[j] = Int16(truncatingIfNeeded: shifted &- 0x4B40_0000)
        j &+= 1
      #else
        let forget = 0.5 * tanh(floats(sums + j) * (0.5 * unit)) + 0.5
        let output = 0.5 * tanh(floats(sums + j + units) * (0.5 * unit)) + 0.5
        let value = tanh(floats(sums + j + 2 * units) * unit)
        let old = UnsafeRawPointer(cells + j).loadUnaligned(as: SIMD4<Float>.self)
        let cell = forget * old + (1 - forget) * value
        UnsafeMutableRawPointer(cells + j).storeBytes(of: cell, as: SIMD4<Float>.self)
        // Adding 1.5 · 2^23 leaves the rounded number in the low bits.
        let shifted = unsafeBitCast(output * tanh(cell) * 8192 + 12_582_912, to: SIMD4<Int32>.self)
        let state = SIMD4<Int16>(truncatingIfNeeded: shifted &- SIMD4(repeating: 0x4B40_0000))
        UnsafeMutableRawPointer(states + j).storeBytes(of: state, as: SIMD4<Int16>.self)
        j &+= 4
      #endif
    }
  }

  @inline(__always)
  private static func floats(_ numbers: UnsafePointer<Int32>) -> SIMD4<Float> {
    SIMD4<Float>(UnsafeRawPointer(numbers).loadUnaligned(as: SIMD4<Int32>.self))
  }

  /// tanh by the first terms of Lambert's continued fraction, right to 2^-13 where a number of 16 bits
  /// can tell.
  @inline(__always)
  private static func tanh(_ values: SIMD4<Float>) -> SIMD4<Float> {
    let high = SIMD4<Float>(repeating: 4.97)
    let below = values.replacing(with: high, where: values .> high)
    let x = below.replacing(with: -high, where: below .< -high)
    let s = x * x
    let above = x * (135_135 + s * (17_325 + s * (378 + s)))
    return above / (135_135 + s * (62_370 + s * (3_150 + s * 28)))
  }

  /// The same for one number.
  @inline(__always)
  private static func tanh(_ value: Float) -> Float {
    let below = value > 4.97 ? 4.97 : value
    let x = below < -4.97 ? -4.97 : below
    let s = x * x
    let above = x * (135_135 + s * (17_325 + s * (378 + s)))
    return above / (135_135 + s * (62_370 + s * (3_150 + s * 28)))
  }
}
