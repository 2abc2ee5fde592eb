import TimelineArticles

/// The hash by which an article is known to be the same: FNV-1a in 128 bits over text, publication time,
/// outlet, title and address.
///
/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm" (draft-eastlake-fnv).
enum ContentHash {
  static func of(_ article: Article) -> [UInt8] {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    func add(_ text: String?) {
      for byte in (text ?? "").utf8 {
        hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
      }
      hash = (hash ^ (text == nil ? 256 : 257)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
    add(article.text)
    add(article.published.description)
    add(article.outlet)
    add(article.title)
    add(article.url)
    return (0..<16).map { UInt8(truncatingIfNeeded: hash >> UInt128(8 * $0)) }
  }
}
