/// The hash that tokens and word tables share: FNV-1a in 32 bits over lower-case bytes.
///
/// ASCII capitals are folded; the typographic apostrophe (U+2019) counts as the plain one. Source:
/// Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (draft-eastlake-fnv).
public enum ByteHash {
  @inlinable public static var seed: UInt32 { 2_166_136_261 }

  @inlinable public static func adding(_ byte: UInt8, to hash: UInt32) -> UInt32 {
    addingFolded(folded(byte), to: hash)
  }

  /// The same for a byte that is no capital.
  @inlinable @inline(__always) public static func addingFolded(_ byte: UInt8, to hash: UInt32) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  @inlinable public static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 65 < 26 ? byte | 0x20 : byte
  }

  /// The hash of a whole word.
  public static func of(_ word: String) -> UInt32 {
    var hash = seed
    for byte in word.utf8 { hash = adding(byte, to: hash) }
    return hash
  }

  /// The hash of bytes that may hold a typographic apostrophe.
  public static func of(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash = seed
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x99
      {
        hash = adding(39, to: hash)
        index += 3
      } else {
        hash = adding(bytes[index], to: hash)
        index += 1
      }
    }
    return hash
  }
}
