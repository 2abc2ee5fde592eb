/// Loops over rows of numbers. Sums run in a fixed order, so that a training gives the same bits again.
enum Kernels {
  typealias Row = UnsafeMutablePointer<Float>

  /// y += x · W, W with a row for each element of x.
  @inline(__always)
  static func multiply(_ x: Row, _ w: Row, into y: Row, rows: Int, columns: Int) {
    var i = 0
    while i + 4 <= rows {
      let a = x[i]
      let b = x[i + 1]
      let c = x[i + 2]
      let d = x[i + 3]
      let w0 = w + i * columns
      let w1 = w0 + columns
      let w2 = w1 + columns
      let w3 = w2 + columns
      for j in 0..<columns { y[j] += (a * w0[j] + b * w1[j]) + (c * w2[j] + d * w3[j]) }
      i += 4
    }
    while i < rows {
      let a = x[i]
      let w0 = w + i * columns
      for j in 0..<columns { y[j] += a * w0[j] }
      i += 1
    }
  }

  /// dx += W · dy and dW += x ⊗ dy; columns a multiple of 8.
  @inline(__always)
  static func backward(
    _ x: Row, _ w: Row, _ dy: Row, dx: Row?, dw: Row, rows: Int, columns: Int
  ) {
    for i in 0..<rows {
      let a = x[i]
      let g = dw + i * columns
      if a != 0 { for j in 0..<columns { g[j] += a * dy[j] } }
    }
    guard let dx else { return }
    for i in 0..<rows {
      let row = UnsafeRawPointer(w + i * columns)
      let other = UnsafeRawPointer(dy)
      var sum = SIMD8<Float>.zero
      var j = 0
      while j < columns {
        sum +=
          row.loadUnaligned(fromByteOffset: j * 4, as: SIMD8<Float>.self)
          * other.loadUnaligned(fromByteOffset: j * 4, as: SIMD8<Float>.self)
        j += 8
      }
      dx[i] += ((sum[0] + sum[1]) + (sum[2] + sum[3])) + ((sum[4] + sum[5]) + (sum[6] + sum[7]))
    }
  }

  /// A rational approximation of tanh, right to seven digits; that of Eigen's `ptanh`.
  @inline(__always)
  static func tanh(_ value: Float) -> Float {
    let x = max(-7.9, min(7.9, value))
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

  @inline(__always)
  static func sigmoid(_ value: Float) -> Float { 0.5 * tanh(0.5 * value) + 0.5 }

  /// e^x, right to six digits, by the powers of two.
  @inline(__always)
  static func exp(_ value: Float) -> Float {
    let x = max(-80, min(80, value)) * 1.442_695
    let whole = x.rounded(.down)
    let f = x - whole
    var p: Float = 1.333_355_8e-3
    p = p * f + 9.618_129e-3
    p = p * f + 5.550_411e-2
    p = p * f + 2.402_265e-1
    p = p * f + 6.931_472e-1
    p = p * f + 1
    return p * Float(bitPattern: UInt32(bitPattern: (Int32(whole) + 127) << 23))
  }
}
