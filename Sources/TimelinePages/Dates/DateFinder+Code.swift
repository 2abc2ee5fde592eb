import TimelineDates

extension DateFinder {
  /// The day that a page's own scripts name as that of a publication, where they name one only: pages that are put
  /// together in the browser bring their data along, as `"publishedAt": "2026-02-12T09:30:00Z"`.
  ///
  /// Such data may as well be that of another article, so that it counts where hardly anything else is known.
  mutating func readCode() {
    var found: [CodeDates.Entry] = []
    var scan = CodeDates(tree.code)
    while let entry = scan.next(), found.count < Self.limit { found.append(entry) }
    let times = found.compactMap { time(of: $0.value)?.time }
    guard let first = found.first, let time = times.first,
      times.count == found.count, times.allSatisfy({ $0.day == time.day })
    else { return }
    add(
      .script, .published, String(decoding: first.name, as: UTF8.self),
      String(decoding: first.value, as: UTF8.self), (time, false), DateRank.code)
  }
}

/// Goes through the names of publication dates in scripts that have a date in ISO 8601.
private struct CodeDates {
  struct Entry {
    var name: ArraySlice<UInt8>
    var value: ArraySlice<UInt8>
  }

  private let code: [UInt8]
  private var at = 0
  /// The length of “ubli”, which “published”, “publishDate”, “publication_date” and their kin have in common.
  private static let markLength = 4

  init(_ code: [UInt8]) {
    self.code = code
  }

  mutating func next() -> Entry? {
    while let hit = find() {
      at = hit + Self.markLength
      var start = hit
      while start > 0, hit - start < 40, Self.isNamePart(code[start - 1]) { start -= 1 }
      var end = at
      while end < code.count, end - start < 60, Self.isNamePart(code[end]) { end += 1 }
      guard let value = value(behind: end), start > 0, Self.isQuote(code[start - 1]) else { continue }
      return Entry(name: code[start..<end], value: value)
    }
    return nil
  }

  /// By the last byte of the window, as Horspool's algorithm goes: most windows are passed over as a whole.
  private func find() -> Int? {
    code.withUnsafeBufferPointer { bytes in
      var last = at + 3
      while last < bytes.count {
        switch bytes[last] {
        case UInt8(ascii: "i"):
          if bytes[last - 1] == UInt8(ascii: "l"), bytes[last - 2] == UInt8(ascii: "b"),
            bytes[last - 3] == UInt8(ascii: "u")
          {
            return last - 3
          }
          last += 4
        case UInt8(ascii: "l"): last += 1
        case UInt8(ascii: "b"): last += 2
        case UInt8(ascii: "u"): last += 3
        default: last += 4
        }
      }
      return nil
    }
  }

  /// A date between quotes, behind the quote that ends a name and a colon; in scripts within strings the quotes have
  /// backslashes before them.
  private func value(behind end: Int) -> ArraySlice<UInt8>? {
    var place = end
    func skip(_ isSkipped: (UInt8) -> Bool, atMost limit: Int = 4) {
      let start = place
      while place < code.count, place - start < limit, isSkipped(code[place]) { place += 1 }
    }
    skip { $0 == UInt8(ascii: "\\") }
    guard place < code.count, Self.isQuote(code[place]) else { return nil }
    place += 1
    skip { $0 <= 32 }
    guard place < code.count, code[place] == UInt8(ascii: ":") else { return nil }
    place += 1
    skip { $0 <= 32 }
    skip { $0 == UInt8(ascii: "\\") }
    guard place < code.count, Self.isQuote(code[place]) else { return nil }
    place += 1
    let start = place
    skip({ !Self.isQuote($0) && $0 != UInt8(ascii: "\\") }, atMost: 40)
    let value = code[start..<place]
    let isDate =
      value.count >= 10 && value.prefix(4).allSatisfy { $0 &- 48 < 10 }
      && value[start + 4] == UInt8(ascii: "-")
    return isDate ? value : nil
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte | 0x20 &- 97 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":")
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
