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
  /// `inputs` is even, `outputs` a multiple of 16. The pairwise products and sums are one instruction
  /// on most processors.
  @inline(__always)
  static func multiply(
    _ weights: UnsafePointer<Int16>, _ x: UnsafePointer<Int16>, into y: UnsafeMutablePointer<Int32>,
    inputs: Int, outputs: Int
  ) {
    #if DEBUG
      plainMultiply(weights, x, into: y, inputs: inputs, outputs: outputs)
    #else
      var row = UnsafeRawPointer(weights)
      var output = 0
      while output < outputs {
        var sums = Sums(y + output)
        var input = 0
        while input < inputs {
          sums.add(Weights(row), pair(x + input))
          row += 64
          input &+= 2
        }
        sums.store(y + output)
        output &+= 16
      }
    #endif
  }

  /// The same for two inputs at once, which reads the weights once.
  @inline(__always)
  static func multiplyTwo(
    _ weights: UnsafePointer<Int16>, _ x: UnsafePointer<Int16>, _ x2: UnsafePointer<Int16>,
    into y: UnsafeMutablePointer<Int32>, _ y2: UnsafeMutablePointer<Int32>, inputs: Int, outputs: Int
  ) {
    #if DEBUG
      plainMultiply(weights, x, into: y, inputs: inputs, outputs: outputs)
      plainMultiply(weights, x2, into: y2, inputs: inputs, outputs: outputs)
    #else
      var row = UnsafeRawPointer(weights)
      var output = 0
      while output < outputs {
        var first = Sums(y + output)
        var second = Sums(y2 + output)
        var input = 0
        while input < inputs {
          let weights = Weights(row)
          first.add(weights, pair(x + input))
          second.add(weights, pair(x2 + input))
          row += 64
          input &+= 2
        }
        first.store(y + output)
        second.store(y2 + output)
        output &+= 16
      }
    #endif
  }

  /// The same for a row of inputs, each `inputs` numbers, whose sums follow each other.
  @inline(__always)
  static func multiplyAll(
    _ weights: UnsafePointer<Int16>, _ x: UnsafePointer<Int16>, into y: UnsafeMutablePointer<Int32>,
    count: Int, inputs: Int, outputs: Int
  ) {
    var index = 0
    while index + 1 < count {
      multiplyTwo(
        weights, x + index * inputs, x + (index + 1) * inputs, into: y + index * outputs,
        y + (index + 1) * outputs, inputs: inputs, outputs: outputs)
      index += 2
    }
    if index < count {
      multiply(weights, x + index * inputs, into: y + index * outputs, inputs: inputs, outputs: outputs)
    }
  }

  /// Two inputs, four times over.
  @inline(__always)
  private static func pair(_ x: UnsafePointer<Int16>) -> SIMD8<Int16> {
    unsafeBitCast(
      SIMD4<Int32>(repeating: UnsafeRawPointer(x).loadUnaligned(as: Int32.self)), to: SIMD8<Int16>.self)
  }

  /// The weights of a pair of inputs for 16 outputs.
  private struct Weights {
    let a: SIMD8<Int16>
    let b: SIMD8<Int16>
    let c: SIMD8<Int16>
    let d: SIMD8<Int16>

    @inline(__always)
    init(_ row: UnsafeRawPointer) {
      a = row.loadUnaligned(fromByteOffset: 0, as: SIMD8<Int16>.self)
      b = row.loadUnaligned(fromByteOffset: 16, as: SIMD8<Int16>.self)
      c = row.loadUnaligned(fromByteOffset: 32, as: SIMD8<Int16>.self)
      d = row.loadUnaligned(fromByteOffset: 48, as: SIMD8<Int16>.self)
    }
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
    mutating func add(_ weights: Weights, _ pair: SIMD8<Int16>) {
      a &+= Self.products(weights.a, pair)
      b &+= Self.products(weights.b, pair)
      c &+= Self.products(weights.c, pair)
      d &+= Self.products(weights.d, pair)
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

  /// A rational approximation of tanh, right to six digits; that of Eigen's `ptanh`.
  @inline(__always)
  private static func tanh(_ values: SIMD4<Float>) -> SIMD4<Float> {
    let high = SIMD4<Float>(repeating: 7.9)
    let below = values.replacing(with: high, where: values .> high)
    let x = below.replacing(with: -high, where: below .< -high)
    let s = x * x
    var p = SIMD4<Float>(repeating: -2.760_768_5e-16)
    p = p * s + 2.000_187_9e-13
    p = p * s - 8.604_672e-11
    p = p * s + 5.122_297e-8
    p = p * s + 1.485_722_4e-5
    p = p * s + 6.372_619e-4
    p = p * s + 4.893_525e-3
    var q = SIMD4<Float>(repeating: 1.198_258_4e-6)
    q = q * s + 1.185_347e-4
    q = q * s + 2.268_434_6e-3
    q = q * s + 4.893_525_3e-3
    return x * p / q
  }

  /// The same for one number.
  @inline(__always)
  private static func tanh(_ value: Float) -> Float {
    let below = value > 7.9 ? 7.9 : value
    let x = below < -7.9 ? -7.9 : below
    let s = x * x
    var p: Float = -2.760_768_5e-16
    p = p * s + 2.000_187_9e-13
    p = p * s - 8.604_672e-11
    p = p * s + 5.122_297e-8
    p = p * s + 1.485_722_4e-5
    p = p * s + 6.372_619e-4
    p = p * s + 4.893_525e-3
    var q: Float = 1.198_258_4e-6
    q = q * s + 1.185_347e-4
    q = q * s + 2.268_434_6e-3
    q = q * s + 4.893_525_3e-3
    return x * p / q
  }
}
