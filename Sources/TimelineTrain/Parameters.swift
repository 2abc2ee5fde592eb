/// A block of trained numbers with its gradient, moved by Adam (Kingma, Ba 2015).
///
/// A sparse block is moved only in the rows that were touched.
final class Parameters {
  let rows: Int
  let columns: Int
  let values: UnsafeMutablePointer<Float>
  let gradient: UnsafeMutablePointer<Float>
  private let mean: UnsafeMutablePointer<Float>
  private let square: UnsafeMutablePointer<Float>
  /// A running average of the values, which is what is kept in the end.
  private let average: UnsafeMutablePointer<Float>
  private let isSparse: Bool
  private var touched: [Int] = []
  private var isTouched: [Bool]

  init(rows: Int, columns: Int, scale: Float, isSparse: Bool, _ random: inout SplitMix) {
    self.rows = rows
    self.columns = columns
    self.isSparse = isSparse
    let count = rows * columns
    values = Self.zeros(count)
    gradient = Self.zeros(count)
    mean = Self.zeros(count)
    square = Self.zeros(count)
    average = Self.zeros(count)
    isTouched = Array(repeating: false, count: isSparse ? rows : 0)
    for index in 0..<count { values[index] = (random.unit() * 2 - 1) * scale }
    average.update(from: values, count: count)
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Float> {
    let memory = UnsafeMutablePointer<Float>.allocate(capacity: count)
    memory.initialize(repeating: 0, count: count)
    return memory
  }

  deinit { for memory in [values, gradient, mean, square, average] { memory.deallocate() } }

  func touch(_ row: Int) {
    guard !isTouched[row] else { return }
    isTouched[row] = true
    touched.append(row)
  }

  /// One step of Adam; then the gradient is zero again. `decay` weighs the running average.
  func step(rate: Float, decay: Float) {
    if isSparse {
      for row in touched {
        move(row * columns, columns, rate, decay)
        isTouched[row] = false
      }
      touched.removeAll(keepingCapacity: true)
    } else {
      move(0, rows * columns, rate, decay)
    }
  }

  @inline(__always)
  private func move(_ start: Int, _ count: Int, _ rate: Float, _ decay: Float) {
    for index in start..<start + count {
      let g = gradient[index]
      let m = 0.9 * mean[index] + 0.1 * g
      let s = 0.99 * square[index] + 0.01 * g * g
      mean[index] = m
      square[index] = s
      let value = values[index] - rate * m / (s.squareRoot() + 1e-6)
      values[index] = value
      average[index] += decay * (value - average[index])
      gradient[index] = 0
    }
  }

  /// Puts the average in place of the values, or back.
  func swapAverage() {
    guard !isSparse else { return }
    for index in 0..<rows * columns { swap(&values[index], &average[index]) }
  }
}
