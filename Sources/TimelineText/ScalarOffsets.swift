/// Maps byte positions of UTF-8 to scalar offsets in constant time: one count every 64 bytes.
///
/// A text of ASCII alone keeps no table.
struct ScalarOffsets: Sendable {
  private static let stride = 64
  private var counts: [UInt32] = []

  init(_ bytes: [UInt8]) {
    guard !Self.isPlain(bytes) else { return }
    let span = bytes.span
    counts.reserveCapacity(span.count / Self.stride + 1)
    var scalars: UInt32 = 0
    for index in span.indices {
      if index % Self.stride == 0 { counts.append(scalars) }
      if span[index] & 0xC0 != 0x80 { scalars += 1 }
    }
    if span.count % Self.stride == 0 { counts.append(scalars) }
  }

  /// Whether all bytes are ASCII, eight looked at together.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        let eight = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if eight & 0x8080_8080_8080_8080 != 0 { return false }
        index += 8
      }
      return bytes[index...].allSatisfy { $0 < 0x80 }
    }
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
