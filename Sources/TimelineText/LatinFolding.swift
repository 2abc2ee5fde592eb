/// Brings letters to small ASCII ones: case, diacritics and ligatures are dropped.
///
/// Letters of other scripts stay as they are, in small form.
public enum LatinFolding {
  /// Appends the folded form of a scalar; nothing for combining marks.
  public static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x41...0x5A: bytes.append(UInt8(scalar.value) | 0x20)
    case 0..<0x80: bytes.append(UInt8(scalar.value))
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0xFEFF: break
    case 0x2018, 0x2019, 0x2BC: bytes.append(39)
    case 0xC6, 0xE6: bytes.append(contentsOf: [97, 101])
    case 0x152, 0x153: bytes.append(contentsOf: [111, 101])
    case 0xDF, 0x1E9E: bytes.append(contentsOf: [115, 115])
    case 0xDE, 0xFE: bytes.append(contentsOf: [116, 104])
    case 0xC0...0xFF: bytes.append(latin1[Int(scalar.value) - 0xC0])
    case 0x100...0x17F: bytes.append(extendedA[Int(scalar.value) - 0x100])
    default:
      for small in scalar.properties.lowercaseMapping.unicodeScalars {
        bytes.append(contentsOf: UTF8.encode(small).map(Array.init) ?? [])
      }
    }
  }

  /// The folded form of a text.
  public static func fold(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
    return bytes
  }

  /// U+00C0 through U+00FF.
  private static let latin1 = Array(
    ("aaaaaaaceeeeiiiidnooooo*ouuuuyts"
      + "aaaaaaaceeeeiiiidnooooo/ouuuuyty").utf8)

  /// U+0100 through U+017F.
  private static let extendedA = Array(
    ("aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiijjjjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
