/// A value of compact JSON: what claims are made of in the database.
///
/// Records are arrays with their fields in a fixed order, written and read by hand, because one in
/// a hundred microseconds counts when a hundred thousand of them are stored.
enum Atom: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case text(String)
  case list([Atom])

  static func optional(_ value: Int?) -> Atom { value.map { .int($0) } ?? .null }
  static func optional(_ value: String?) -> Atom { value.map { .text($0) } ?? .null }
  static func texts(_ values: [String]) -> Atom { .list(values.map { .text($0) }) }

  var int: Int? {
    if case .int(let value) = self { return value }
    return nil
  }

  var text: String? {
    if case .text(let value) = self { return value }
    return nil
  }

  var bool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  var list: [Atom]? {
    if case .list(let values) = self { return values }
    return nil
  }

  var texts: [String] { list?.compactMap(\.text) ?? [] }

  /// A field of a record; null beyond its end.
  subscript(index: Int) -> Atom {
    guard case .list(let values) = self, values.indices.contains(index) else { return .null }
    return values[index]
  }
}

extension Atom {
  /// The value as JSON.
  var json: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): bytes.append(contentsOf: String(value).utf8)
    case .text(let value):
      bytes.append(34)
      for byte in value.utf8 {
        switch byte {
        case 34, 92:
          bytes.append(92)
          bytes.append(byte)
        case 0..<32:
          bytes.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8)
          bytes.append(contentsOf: String(byte, radix: 16).utf8)
        default: bytes.append(byte)
        }
      }
      bytes.append(34)
    case .list(let values):
      bytes.append(91)
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(44) }
        value.write(to: &bytes)
      }
      bytes.append(93)
    }
  }

  /// Reads what ``json`` writes; nil for anything else.
  init?(json: String) {
    var reader = AtomReader(bytes: Array(json.utf8))
    guard let atom = reader.read(depth: 0), reader.isAtEnd else { return nil }
    self = atom
  }
}

/// Reads JSON without objects and fractions.
private struct AtomReader {
  let bytes: [UInt8]
  var position = 0

  var isAtEnd: Bool { position == bytes.count }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func read(depth: Int) -> Atom? {
    guard position < bytes.count, depth < 200 else { return nil }
    switch bytes[position] {
    case 91: return list(depth: depth)
    case 34: return text().map { .text($0) }
    case 110: return word("null") ? .null : nil
    case 116: return word("true") ? .bool(true) : nil
    case 102: return word("false") ? .bool(false) : nil
    default: return number()
    }
  }

  private mutating func list(depth: Int) -> Atom? {
    position += 1
    var values: [Atom] = []
    if accept(93) { return .list(values) }
    while let value = read(depth: depth + 1) {
      values.append(value)
      if accept(93) { return .list(values) }
      guard accept(44) else { return nil }
    }
    return nil
  }

  private mutating func text() -> String? {
    position += 1
    var found: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 34: return String(decoding: found, as: UTF8.self)
      case 92:
        guard position < bytes.count else { return nil }
        if bytes[position] == 117 {
          guard position + 4 < bytes.count,
            let code = UInt32(String(decoding: bytes[position + 1...position + 4], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(code)
          else { return nil }
          found.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
          position += 5
        } else {
          found.append(bytes[position])
          position += 1
        }
      default: found.append(byte)
      }
    }
    return nil
  }

  private mutating func number() -> Atom? {
    let start = position
    _ = accept(45)
    while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
    return Int(String(decoding: bytes[start..<position], as: UTF8.self)).map { .int($0) }
  }

  private mutating func word(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}
