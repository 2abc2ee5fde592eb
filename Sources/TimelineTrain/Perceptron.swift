/// An averaged perceptron over hashed features (Freund, Schapire 1999; averaging after Daumé).
final class Perceptron {
  let columns: Int
  private let rows: Int
  private let shift: UInt32
  private let weights: UnsafeMutablePointer<Int32>
  private let sums: UnsafeMutablePointer<Int64>
  private var step: Int64 = 1

  init(bits: Int, columns: Int) {
    rows = 1 << bits
    shift = UInt32(32 - bits)
    self.columns = columns
    weights = .allocate(capacity: rows * columns)
    weights.update(repeating: 0, count: rows * columns)
    sums = .allocate(capacity: rows * columns)
    sums.update(repeating: 0, count: rows * columns)
  }

  deinit {
    weights.deallocate()
    sums.deallocate()
  }

  func score(_ hashes: UnsafePointer<UInt32>, count: Int, into scores: UnsafeMutablePointer<Int32>) {
    scores.update(repeating: 0, count: columns)
    for feature in 0..<count {
      let row = weights + Int(hashes[feature] >> shift) * columns
      for column in 0..<columns { scores[column] &+= row[column] }
    }
  }

  func update(_ hashes: UnsafePointer<UInt32>, count: Int, right: Int, wrong: Int) {
    for feature in 0..<count {
      let row = Int(hashes[feature] >> shift) * columns
      weights[row + right] += 1
      sums[row + right] += step
      weights[row + wrong] -= 1
      sums[row + wrong] -= step
    }
  }

  /// Moves the weights of a model with one column.
  func update(_ hashes: UnsafePointer<UInt32>, count: Int, by change: Int32) {
    for feature in 0..<count {
      let row = Int(hashes[feature] >> shift)
      weights[row] += change
      sums[row] += Int64(change) * step
    }
  }

  func tick() { step += 1 }

  /// Puts the averages in place of the weights, in units of 1/64; nothing is learnt after it.
  func settle() {
    for index in 0..<rows * columns where weights[index] != 0 || sums[index] != 0 {
      let average = Double(weights[index]) - Double(sums[index]) / Double(step)
      weights[index] = Int32((average * 64).rounded())
      sums[index] = 0
    }
  }

  /// The averaged weights in sixteen bits, in units of 1/64.
  func wide() -> [UInt8] {
    settle()
    var bytes: [UInt8] = []
    for index in 0..<rows * columns {
      bytes.append(number: UInt16(bitPattern: Int16(max(-32767, min(32767, weights[index])))))
    }
    return bytes
  }

  /// The averaged weights in eight bits, one scale for all.
  func quantised() -> [UInt8] {
    settle()
    var largest: Int32 = 1
    for index in 0..<rows * columns { largest = max(largest, abs(weights[index])) }
    let scale = 127 / Float(largest)
    return (0..<rows * columns).map {
      UInt8(bitPattern: Int8(max(-127, min(127, (Float(weights[$0]) * scale).rounded()))))
    }
  }
}
