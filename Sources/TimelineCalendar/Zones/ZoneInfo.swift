/// The clock changes of a zone, read from a compiled file of the IANA time zone database (TZif, RFC 8536).
package struct ZoneInfo: Hashable, Sendable {
  /// One reading of the clock: how far from UTC, and what it is called.
  struct Clock: Hashable, Sendable {
    /// Seconds east of UTC.
    var offset: Int
    var isSummer: Bool
    var name: String
  }

  /// A moment from which on another reading holds, in seconds since 1970 UTC.
  struct Change: Hashable, Sendable {
    var moment: Int64
    var clock: Clock
  }

  /// What held before the first change.
  private(set) var initial: Clock
  /// In order of time.
  private(set) var changes: [Change] = []
  /// What holds after the last change; nil where the file does not tell.
  private(set) var rule: ZoneRule?

  /// Whether a text may be looked up as a zone: letters, digits and the marks of zone names, no way out of a folder.
  package static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return text.utf8.count <= 64
      && parts.allSatisfy { part in
        part.first?.isLetter == true
          && part.utf8.allSatisfy { octet in
            (48...57).contains(octet) || (65...90).contains(octet & 0xDF) || "_+-".utf8.contains(octet)
          }
      }
  }

  /// - Parameter bytes: The whole file; nil where it is none, or damaged.
  package init?(_ bytes: [UInt8]) {
    guard let first = Header(bytes, at: 0), first.version >= UInt8(ascii: "2"),
      let header = Header(bytes, at: first.end(timeSize: 4))
    else { return nil }
    var reader = BytesReader(bytes: bytes, position: header.start)
    guard let moments = reader.numbers(header.times, size: 8), let kinds = reader.octets(header.times),
      let clocks = reader.clocks(header)
    else { return nil }
    guard let first = clocks.first, kinds.allSatisfy({ Int($0) < clocks.count }),
      zip(moments, moments.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    initial = first
    var last = first
    for (moment, kind) in zip(moments, kinds) {
      let clock = clocks[Int(kind)]
      // Files list moments at which nothing but an inner flag changes.
      if clock != last { changes.append(Change(moment: moment, clock: clock)) }
      last = clock
    }
    let end = header.end(timeSize: 8)
    guard bytes.indices.contains(end), bytes[end] == 0x0A else { return }
    rule = ZoneRule(String(decoding: bytes[(end + 1)...].prefix { $0 != 0x0A }, as: UTF8.self))
  }

  /// The reading that holds at a moment, as far as changes are listed.
  func clock(before index: Int) -> Clock { index > 0 ? changes[index - 1].clock : initial }
}

extension ZoneInfo {
  /// The head of one of the two blocks of a file: how many of each thing it holds.
  private struct Header {
    var version: UInt8
    var start: Int
    var isUTC, isStandard, leaps, times, types, characters: Int

    init?(_ bytes: [UInt8], at offset: Int) {
      guard offset >= 0, bytes.count - offset >= 44,
        bytes[offset..<offset + 4].elementsEqual("TZif".utf8)
      else { return nil }
      version = bytes[offset + 4]
      start = offset + 44
      func count(_ index: Int) -> Int {
        bytes[(offset + 20 + index * 4)..<(offset + 24 + index * 4)].reduce(0) { $0 << 8 | Int($1) }
      }
      (isUTC, isStandard, leaps) = (count(0), count(1), count(2))
      (times, types, characters) = (count(3), count(4), count(5))
      guard [isUTC, isStandard, leaps, times, types, characters].allSatisfy({ $0 <= bytes.count }) else {
        return nil
      }
    }

    /// Where the block ends.
    func end(timeSize: Int) -> Int {
      start + times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + isStandard + isUTC
    }
  }

  private struct BytesReader {
    let bytes: [UInt8]
    var position: Int

    mutating func octets(_ count: Int) -> ArraySlice<UInt8>? {
      guard position + count <= bytes.count else { return nil }
      defer { position += count }
      return bytes[position..<position + count]
    }

    /// Big-endian numbers with a sign.
    mutating func numbers(_ count: Int, size: Int) -> [Int64]? {
      guard let all = octets(count * size) else { return nil }
      return (0..<count).map { index in
        let start = all.startIndex + index * size
        let bits = all[start..<start + size].reduce(0) { $0 << 8 | UInt64($1) }
        return size == 4 ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(bitPattern: bits)
      }
    }

    mutating func clocks(_ header: Header) -> [Clock]? {
      guard let types = octets(header.types * 6), let names = octets(header.characters) else { return nil }
      var clocks: [Clock] = []
      for index in 0..<header.types {
        let start = types.startIndex + index * 6
        let bits = types[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
        let offset = Int(Int32(bitPattern: bits))
        let name = Int(types[start + 5])
        guard abs(offset) < 93_600, name < names.count else { return nil }
        let word = names[(names.startIndex + name)...].prefix { $0 != 0 }
        clocks.append(
          Clock(offset: offset, isSummer: types[start + 4] != 0, name: String(decoding: word, as: UTF8.self)))
      }
      return clocks
    }
  }
}
