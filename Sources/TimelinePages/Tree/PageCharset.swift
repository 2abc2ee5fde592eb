#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import TimelineText

/// The bytes of a page as UTF-8.
///
/// In the order of the HTML standard's encoding sniffing: a byte order mark, the header's character set, the
/// page's own `meta`, and where nothing is told what the bytes look like: UTF-8 where they are valid, else
/// Windows-1252, which is what the standard falls back to.
package enum PageCharset {
  /// - Parameter header: The character set that was told beside the bytes.
  package static func utf8(_ bytes: [UInt8], header: String?) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return withoutNUL(repaired(bytes[3...])) }
    if bytes.starts(with: [0xFF, 0xFE]) { return convert(bytes[2...], from: "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return convert(bytes[2...], from: "UTF-16BE") }
    let named = header.flatMap(name) ?? meta(bytes).flatMap(name)
    if let named, isSevenBit(named), bytes.allSatisfy({ $0 < 0x80 }) {
      return named.hasPrefix("HZ")
        ? convert(withoutTildes(bytes)[...], from: "GB18030") : convert(bytes[...], from: named)
    }
    if isUTF8(bytes[...]) { return withoutNUL(bytes) }
    guard let named, named != "UTF-8" else {
      // Named as UTF-8 with a few wrong bytes it is UTF-8 all the same; unnamed it is something older.
      return named == nil ? convert(bytes[...], from: "WINDOWS-1252") : withoutNUL(repaired(bytes[...]))
    }
    return convert(bytes[...], from: named)
  }

  /// The converter's name of a character set; what the standard reads as Windows-1252 is that.
  private static func name(_ label: String) -> String? {
    let plain = label.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
    guard !plain.isEmpty, plain.utf8.count < 40 else { return nil }
    switch plain {
    case "utf-8", "utf8": return "UTF-8"
    // A page whose ASCII could be read is not in UTF-16, whatever it says.
    case "utf-16", "utf-16le", "utf-16be", "utf16", "unicode": return "UTF-8"
    case "iso-8859-1", "iso8859-1", "latin1", "ascii", "us-ascii", "windows-1252": return "WINDOWS-1252"
    case "iso-8859-9": return "WINDOWS-1254"
    case "gb2312", "gbk", "x-gbk", "gb18030": return "GB18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis": return "CP932"
    case "euc-kr", "ks_c_5601-1987": return "CP949"
    case "big5": return "BIG5-HKSCS"
    case "x-mac-roman": return "MACINTOSH"
    default: return plain.uppercased()
    }
  }

  /// The character set that stands in the first kilobytes, in a `meta` element or an XML declaration.
  private static func meta(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096).map { ByteHash.folded($0) }
    for mark in ["charset=", "encoding="] {
      let pattern = Array(mark.utf8)
      var at = 0
      while at + pattern.count < head.count {
        if head[at] == pattern[0], head[at...].starts(with: pattern) {
          let value = head[(at + pattern.count)...].drop { $0 == 34 || $0 == 39 || $0 == 32 }
            .prefix { $0 > 32 && $0 != 34 && $0 != 39 && $0 != 62 && $0 != 59 && $0 != 47 }
          if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
        }
        at += 1
      }
    }
    return nil
  }

  /// Whether text in a set looks like ASCII, marks telling where it is none.
  private static func isSevenBit(_ name: String) -> Bool {
    ["ISO-2022-", "ISO2022", "CSISO2022", "HZ"].contains { name.hasPrefix($0) }
  }

  /// HZ (RFC 1843) in eight bits: between `~{` and `~}` stand characters of GB 2312, `~~` is a tilde.
  private static func withoutTildes(_ bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var isChinese = false
    var at = 0
    while at < bytes.count {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      switch (bytes[at], next) {
      case (UInt8(ascii: "~"), UInt8(ascii: "{")):
        isChinese = true
        at += 2
      case (UInt8(ascii: "~"), UInt8(ascii: "}")):
        isChinese = false
        at += 2
      case (UInt8(ascii: "~"), UInt8(ascii: "~")) where !isChinese:
        plain.append(bytes[at])
        at += 2
      case (UInt8(ascii: "~"), 10) where !isChinese: at += 2
      case (10, _):
        // A line ends what it leaves open.
        isChinese = false
        plain.append(10)
        at += 1
      case (let byte, _) where isChinese && byte > 32 && next > 32:
        plain.append(byte | 0x80)
        plain.append(next | 0x80)
        at += 2
      default:
        plain.append(bytes[at])
        at += 1
      }
    }
    return plain
  }

  private static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    isUTF8(bytes) ? Array(bytes) : Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// NUL ends the parser's strings; a space stands for it.
  private static func withoutNUL(_ bytes: [UInt8]) -> [UInt8] {
    bytes.contains(0) ? bytes.map { $0 == 0 ? 32 : $0 } : bytes
  }

  /// Wrong bytes become U+FFFD; all do where the set is unknown.
  private static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8] {
    let converter = iconv_open("UTF-8", name)
    guard converter != iconv_t(bitPattern: -1) else {
      return withoutNUL(name == "WINDOWS-1252" ? repaired(bytes) : convert(bytes, from: "WINDOWS-1252"))
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var piece = [CChar](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBufferPointer { input in
      var source = input.baseAddress
      var left = input.count
      while left > 0 {
        var written = 0
        var failure: Int32 = 0
        piece.withUnsafeMutableBufferPointer { piece in
          var target = piece.baseAddress
          var room = piece.count
          errno = 0
          if iconv(converter, &source, &left, &target, &room) == -1 { failure = errno }
          written = piece.count - room
        }
        output.append(contentsOf: piece[0..<written].lazy.map { UInt8(bitPattern: $0) })
        if left > 0, failure == EILSEQ || failure == EINVAL || failure != E2BIG && written == 0 {
          output.append(contentsOf: [0xEF, 0xBF, 0xBD])
          source = source.map { $0 + 1 }
          left -= 1
        }
      }
    }
    return withoutNUL(output)
  }
}
