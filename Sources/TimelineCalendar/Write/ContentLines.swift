/// Lines of iCalendar, written as bytes: properties, escaped and folded as RFC 5545 has it (3.1, 3.3.11).
struct ContentLines: Sendable {
  /// The longest line in octets, its end left out.
  static let limit = 75

  private(set) var bytes: [UInt8] = []
  private var line: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  /// Adds lines that are whole already.
  mutating func add(_ lines: ContentLines) { bytes += lines.bytes }

  /// Adds a line that needs no escaping: words of the standard, addresses.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    endLine()
  }

  /// Adds a property whose value is of the standard's own words.
  mutating func raw(_ name: String, _ value: String) {
    line.removeAll(keepingCapacity: true)
    line += name.utf8
    line.append(UInt8(ascii: ":"))
    line += value.utf8
    fold()
  }

  /// Adds a property whose value is text.
  mutating func text(_ name: String, _ value: some Collection<UInt8>) {
    line.removeAll(keepingCapacity: true)
    line += name.utf8
    line.append(UInt8(ascii: ":"))
    Self.escape(value, to: &line)
    fold()
  }

  mutating func text(_ name: String, _ value: String) { text(name, value.utf8) }

  /// Adds a property that lists several texts. Those with marks in them take a line of their own: libical does
  /// not always part a list behind a quotation mark or a backslash.
  mutating func texts(_ name: String, _ values: [String]) {
    line.removeAll(keepingCapacity: true)
    var own: [String] = []
    for value in values {
      if value.utf8.contains(where: { "\"\\;,".utf8.contains($0) || $0 < 0x20 }) {
        own.append(value)
        continue
      }
      if line.isEmpty { line += name.utf8 }
      line.append(line.count == name.utf8.count ? UInt8(ascii: ":") : UInt8(ascii: ","))
      Self.escape(value.utf8, to: &line)
    }
    if !line.isEmpty { fold() }
    for value in own { text(name, value) }
  }

  private mutating func endLine() {
    bytes.append(0x0D)
    bytes.append(0x0A)
  }
}

// MARK: - Folding

extension ContentLines {
  /// How many octets a line may stay short so that it ends between two ASCII characters.
  private static let slack = 16

  private mutating func fold() {
    var start = 0
    var room = Self.limit
    while line.count - start > room {
      let end = foldPoint(from: start, room: room)
      bytes += line[start..<end]
      endLine()
      bytes.append(UInt8(ascii: " "))
      start = end
      room = Self.limit - 1
    }
    bytes += line[start...]
    endLine()
  }

  /// Where the line is broken: never inside a character as readers see it; one that no line holds, a letter
  /// with dozens of accents, is broken between its scalars.
  private func foldPoint(from start: Int, room: Int) -> Int {
    let limit = start + room
    // Between two ASCII characters there always is a boundary.
    var end = limit
    while end > limit - Self.slack {
      if line[end] < 0x80, line[end - 1] < 0x80 { return end }
      end -= 1
    }
    return boundary(from: start, through: limit)
  }

  /// The last boundary between characters up to an octet, else that between scalars.
  private func boundary(from start: Int, through limit: Int) -> Int {
    // What follows decides whether a character goes on.
    let ahead = String(decoding: line[start..<min(line.count, limit + 64)], as: UTF8.self)
    var end = start
    for character in ahead {
      let next = end + character.utf8.count
      if next > limit { break }
      end = next
    }
    if end > start { return end }
    end = limit
    while line[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}

// MARK: - Escaping

extension ContentLines {
  /// Text with its marks escaped; line ends become `\n`, other controls are left out, so that nothing in a text
  /// can end its property.
  static func escape(_ text: some Collection<UInt8>, to line: inout [UInt8]) {
    var previous: UInt8 = 0
    for octet in text {
      switch octet {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        line.append(UInt8(ascii: "\\"))
        line.append(octet)
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D:
        line.append(UInt8(ascii: "\\"))
        line.append(UInt8(ascii: "n"))
      case 0x09, 0x20...0x7E: line.append(octet)
      case 0x80...0x9F where previous == 0xC2:
        // U+0080 through U+009F, the controls above ASCII.
        line.removeLast()
      case 0x80...: line.append(octet)
      default: break
      }
      previous = octet
    }
  }
}
