/// The keys of an article as bytes, eight each, the lowest first.
enum KeyCoding {
  static func encode(_ keys: [Int64]) -> [UInt8] {
    keys.flatMap { key in (0..<8).map { UInt8(truncatingIfNeeded: key >> (8 * Int64($0))) } }
  }

  /// Bytes behind the last whole key are left out.
  static func decode(_ bytes: [UInt8]) -> [Int64] {
    stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { start in
      bytes[start..<start + 8].reversed().reduce(0) { $0 << 8 | Int64($1) }
    }
  }
}
