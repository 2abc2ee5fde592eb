/// Maps byte positions of UTF-8 to scalar offsets in constant time: one count every 64 bytes.
///
/// A text of ASCII alone keeps no table.
struct ScalarOffsets: Sendable {
  private static let stride = 64
  private var counts: [UInt32] = []

  init(_ bytes: [UInt8]) {
    let span = bytes.span
    var isPlain = true
    for index in span.indices where span[index] >= 0x80 {
      isPlain = false
      break
    }
    guard !isPlain else { return }
    counts.reserveCapacity(span.count / Self.stride + 1)
    var scalars: UInt32 = 0
    for index in span.indices {
      if index % Self.stride == 0 { counts.append(scalars) }
      if span[index] & 0xC0 != 0x80 { scalars += 1 }
    }
    if span.count % Self.stride == 0 { counts.append(scalars) }
  }

  /// Scalars that begin before `byte`.
  func offset(of byte: Int, in bytes: [UInt8]) -> Int {
    let byte = min(max(byte, 0), bytes.count)
    guard !counts.isEmpty else { return byte }
    let block = byte / Self.stride
    var scalars = Int(counts[block])
    for index in block * Self.stride..<byte where bytes[index] & 0xC0 != 0x80 {
      scalars += 1
    }
    return scalars
  }
}
