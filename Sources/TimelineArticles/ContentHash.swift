/// The key of an article that has neither an `id` nor an address.
enum ContentHash {
  /// `text-` and 128 bits of FNV-1a over the UTF-8 bytes, in hexadecimal digits.
  ///
  /// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (draft-eastlake-fnv).
  static func key(of text: String) -> String {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in text.utf8 {
      hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
    }
    let digits = String(hash, radix: 16)
    return "text-" + String(repeating: "0", count: 32 - digits.count) + digits
  }
}
