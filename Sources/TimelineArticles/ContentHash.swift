/// FNV-1a in 128 bits, by which articles are told apart.
///
/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (draft-eastlake-fnv).
package struct ContentHash {
  private var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d

  private mutating func add(_ value: UInt128) {
    hash = (hash ^ value) &* 0x0000_0000_0100_0000_0000_0000_0000_013B
  }

  private mutating func add(_ text: String) {
    for byte in text.utf8 { add(UInt128(byte)) }
  }

  /// The key of an article that has neither an `id` nor an address: `text-` and the hash of its UTF-8 bytes,
  /// in hexadecimal digits.
  package static func key(of text: String) -> String {
    var content = ContentHash()
    content.add(text)
    let digits = String(content.hash, radix: 16)
    return "text-" + String(repeating: "0", count: 32 - digits.count) + digits
  }

  /// The 16 bytes by which an article is known to be the same: over text, publication time, outlet, title and
  /// address.
  package static func of(_ article: Article) -> [UInt8] {
    var content = ContentHash()
    for text in [article.text, article.published.description, article.outlet, article.title, article.url] {
      content.add(text ?? "")
      // Ends the part, and tells an empty one from a missing one.
      content.add(text == nil ? 256 : 257)
    }
    return (0..<16).map { UInt8(truncatingIfNeeded: content.hash >> UInt128(8 * $0)) }
  }
}
