/// Rows of small weights, one for each slot of hashed features, a column for each class.
///
/// `rows` is a power of two, `columns` a multiple of 16.
struct WeightTable {
  let weights: UnsafePointer<Int8>
  let columns: Int
  /// How far a 32-bit hash is shifted to give a row.
  let shift: UInt32

  /// Nil where the bytes do not hold such a table.
  init?(_ bytes: EmbeddedBytes, columns: Int) {
    guard columns > 0, columns % 16 == 0, bytes.count >= columns else { return nil }
    let rows = bytes.count / columns
    guard rows & (rows - 1) == 0, rows * columns == bytes.count, rows > 1 else { return nil }
    weights = bytes.base.assumingMemoryBound(to: Int8.self)
    self.columns = columns
    shift = UInt32(32 - rows.trailingZeroBitCount)
  }

  /// Adds the rows of hashed features to the sums of the classes.
  ///
  /// Rows are read as numbers of 16 bits, each with the weights of two columns; shifts part them.
  @inline(__always)
  func add(
    _ hashes: UnsafePointer<UInt32>, count: Int, to sums: UnsafeMutablePointer<Int16>
  ) {
    var column = 0
    while column < columns {
      let byte = SIMD8<Int16>(repeating: 8)
      var even = SIMD8<Int16>(repeating: 0)
      var odd = even
      var feature = 0
      while feature < count {
        let row = weights + Int(hashes[feature] >> shift) * columns
        let pairs = UnsafeRawPointer(row + column).load(as: SIMD8<Int16>.self)
        let raised: SIMD8<Int16> = pairs &<< byte
        let low: SIMD8<Int16> = raised &>> byte
        let high: SIMD8<Int16> = pairs &>> byte
        even = even &+ low
        odd = odd &+ high
        feature &+= 1
      }
      for pair in 0..<8 {
        sums[column &+ 2 &* pair] &+= even[pair]
        sums[column &+ 2 &* pair &+ 1] &+= odd[pair]
      }
      column &+= 16
    }
  }
}
