import TimelineLanguage

/// A cursor over one line of a rule file.
struct RuleScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ line: String) {
    bytes = Array(line.utf8)
  }

  /// What is wrong with the line, and where.
  struct Mistake: Error {
    var column: Int
    var message: String
  }

  func mistake(_ message: String) -> Mistake {
    Mistake(column: position + 1, message: message)
  }

  var atEnd: Bool { position >= bytes.count }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipSpace() {
    while let byte = next, byte == 32 || byte == 9 { position += 1 }
  }

  /// Takes a mark such as `->`, white space before it skipped.
  mutating func accept(_ mark: String) -> Bool {
    skipSpace()
    let wanted = Array(mark.utf8)
    guard position + wanted.count <= bytes.count,
      bytes[position..<position + wanted.count].elementsEqual(wanted)
    else { return false }
    position += wanted.count
    return true
  }

  mutating func expect(_ mark: String) throws(Mistake) {
    guard accept(mark) else { throw mistake("expected \(mark)") }
  }

  /// A word of letters, digits, points, apostrophes and bytes beyond ASCII; empty where none stands.
  mutating func word() -> Substring {
    skipSpace()
    let start = position
    while let byte = next, Self.isWordByte(byte) { position += 1 }
    return Substring(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// The text up to a closing mark, which is taken too.
  mutating func text(until close: UInt8) throws(Mistake) -> Substring {
    let start = position
    while let byte = next, byte != close { position += 1 }
    guard next == close else { throw mistake("the text has no end") }
    let text = Substring(decoding: bytes[start..<position], as: UTF8.self)
    position += 1
    return text
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 39, 46, 95, 128...255: true
    default: false
    }
  }
}
