/// Looks for elements with so many attributes that the parser, which compares each with all before it, would never end.
enum AttributeCount {
  /// More than any page has that is made for readers.
  static let limit = 500

  /// Whether an element of a page has more attributes than ``limit``; what stands in comments and scripts is none.
  static func isExceeded(in html: [UInt8]) -> Bool {
    html.withUnsafeBufferPointer { bytes in
      var scan = AttributeScan(bytes)
      while let count = scan.nextElement() { if count > limit { return true } }
      return false
    }
  }
}

/// Goes from tag to tag, in the way of the tokenisation of the HTML standard.
private struct AttributeScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// How many attributes the next element has, none counted that is far beyond the limit; nil at the end.
  mutating func nextElement() -> Int? {
    while at + 1 < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      at += 1
      let byte = bytes[at]
      if byte | 0x20 &- 97 < 26 {
        let start = at
        skip { $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        let name = start..<at
        let count = attributes()
        if isRaw(name) { skip(behindEndOf: name) }
        return count
      }
      if byte == UInt8(ascii: "!"), follows("--", at + 1) { skipComment() }
    }
    return nil
  }

  private mutating func attributes() -> Int {
    var count = 0
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if bytes[at] <= 32 || bytes[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      count += 1
      if count > AttributeCount.limit { return count }
      at += 1
      skip { $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }
      let nameEnd = at
      skip { $0 <= 32 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
        at = nameEnd
        continue
      }
      at += 1
      skip { $0 <= 32 }
      guard at < bytes.count else { break }
      let mark = bytes[at]
      if mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
        at += 1
        skip { $0 != mark }
        at += 1
      } else {
        skip { $0 > 32 && $0 != UInt8(ascii: ">") }
      }
    }
    return count
  }

  private mutating func skip(while isSkipped: (UInt8) -> Bool) {
    while at < bytes.count, isSkipped(bytes[at]) { at += 1 }
  }

  private func follows(_ text: StaticString, _ place: Int) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy {
      let (byte, wanted) = (bytes[place + $0], text.utf8Start[$0])
      // Letters alone have two cases.
      return byte == wanted || wanted | 0x20 &- 97 < 26 && byte | 0x20 == wanted | 0x20
    }
  }

  private mutating func skipComment() {
    while at < bytes.count, !(bytes[at] == UInt8(ascii: "-") && follows("-->", at)) { at += 1 }
  }

  /// Elements whose content is no markup.
  private func isRaw(_ name: Range<Int>) -> Bool {
    name.count == 6 && follows("script", name.lowerBound)
      || name.count == 5 && follows("style", name.lowerBound)
  }

  private mutating func skip(behindEndOf name: Range<Int>) {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "/"),
        at + 2 + name.count <= bytes.count,
        name.indices.allSatisfy({ bytes[$0] | 0x20 == bytes[at + 2 + $0 - name.lowerBound] | 0x20 })
      {
        return
      }
      at += 1
    }
  }
}
