import TimelineText

/// The form of a name by which the gazetteer finds it: small letters without diacritics and apostrophes,
/// words parted by single spaces. As `fold` of `scripts/gazetteer` makes it.
enum PlaceKey {
  static func of(_ name: String) -> [UInt8] {
    var key: [UInt8] = []
    for byte in LatinFolding.fold(name) {
      switch byte {
      case 39, 46, 96: continue
      case 48...57, 97...122, 128...: key.append(byte)
      default: if let last = key.last, last != 32 { key.append(32) }
      }
    }
    if key.last == 32 { key.removeLast() }
    return key
  }

  static func string(_ name: String) -> String { String(decoding: of(name), as: UTF8.self) }
}
