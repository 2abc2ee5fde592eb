/// Hashes of feature values, a template's number mixed in.
///
/// The mixing steps are those of MurmurHash3's finaliser (Appleby 2011).
@usableFromInline
enum FeatureHash {
  @inline(__always)
  static func of(_ template: UInt32, _ first: UInt32) -> UInt32 {
    var hash = (template &* 0x9E37_79B9) ^ first
    hash = (hash ^ (hash >> 15)) &* 0x85EB_CA6B
    hash ^= hash >> 13
    return hash &* 0xC2B2_AE35
  }

  @inline(__always)
  static func of(_ template: UInt32, _ first: UInt32, _ second: UInt32) -> UInt32 {
    of(template ^ (second &* 0x27D4_EB2F), first &+ (second << 16 | second >> 16))
  }

  @inline(__always)
  static func of(_ template: UInt32, _ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt32 {
    of(template ^ (third &* 0x1656_67B1), of(template, first, second), third)
  }
}
