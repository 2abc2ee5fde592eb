/// Rows of small weights, one for each slot of hashed features, a column for each class.
///
/// `rows` is a power of two, `columns` a multiple of 16.
struct WeightTable: @unchecked Sendable {
  // Unchecked: the weights lie in bytes that are never written nor freed.
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
}
