/// JSON as pages write it: RFC 8259, and besides line breaks within strings, commas before closing brackets,
/// comments and CDATA marks around the whole.
package indirect enum JSONValue: Sendable {
  case object([(name: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  /// The values of a text, one after the other, up to what is no JSON; nil where there is none.
  package static func read(_ bytes: [UInt8]) -> JSONValue? {
    var parser = TolerantJSONParser(bytes)
    return parser.root()
  }

  /// Whether a text ends within an object, an array or a string.
  package static func isCut(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    var isString = false
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\") where isString: at += 1
      case UInt8(ascii: "\""): isString.toggle()
      case UInt8(ascii: "{"), UInt8(ascii: "["): if !isString { depth += 1 }
      case UInt8(ascii: "}"), UInt8(ascii: "]"): if !isString { depth -= 1 }
      default: break
      }
      at += 1
    }
    return isString || depth > 0
  }

  package subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  package var string: String? {
    switch self {
    case .string(let text): text
    case .number(let text): text
    default: nil
    }
  }

  /// The elements of an array; another value is one of itself.
  package var elements: [JSONValue] {
    if case .array(let elements) = self { return elements }
    return [self]
  }
}

private struct TolerantJSONParser {
  private let bytes: [UInt8]
  private var at = 0
  private static let depthLimit = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func root() -> JSONValue? {
    // Whatever stands before the first bracket is a mark around the data, as is “<![CDATA[”.
    while at < bytes.count {
      let isMark =
        bytes[at] == UInt8(ascii: "[") && at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "C")
      if bytes[at] == UInt8(ascii: "{") || bytes[at] == UInt8(ascii: "[") && !isMark { break }
      at += 1
    }
    return value(depth: 0)
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard at < bytes.count, depth < Self.depthLimit else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    default: return word()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    at += 1
    var members: [(name: String, value: JSONValue)] = []
    while true {
      skipSpace()
      guard at < bytes.count else { return members.isEmpty ? nil : .object(members) }
      if bytes[at] == UInt8(ascii: "}") {
        at += 1
        return .object(members)
      }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      // What is broken ends the object; what was read of it counts.
      guard bytes[at] == UInt8(ascii: "\""), let name = string() else { return .object(members) }
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: ":") else { return .object(members) }
      at += 1
      guard let value = value(depth: depth + 1) else { return .object(members) }
      members.append((name, value))
    }
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    at += 1
    var elements: [JSONValue] = []
    while true {
      skipSpace()
      guard at < bytes.count else { return .array(elements) }
      if bytes[at] == UInt8(ascii: "]") {
        at += 1
        return .array(elements)
      }
      if bytes[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      guard let value = value(depth: depth + 1) else { return .array(elements) }
      elements.append(value)
    }
  }

  private mutating func word() -> JSONValue? {
    let start = at
    while at < bytes.count, bytes[at] > 32, !",]}:{[\"".utf8.contains(bytes[at]) { at += 1 }
    guard at > start else { return nil }
    switch String(decoding: bytes[start..<at], as: UTF8.self) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case let text where text.utf8.first.map { $0 == 45 || $0 &- 48 < 10 } == true: return .number(text)
    default: return nil
    }
  }

  private mutating func string() -> String? {
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard at < bytes.count else { return nil }
        let escape = bytes[at]
        at += 1
        switch escape {
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(32)
        case UInt8(ascii: "u"): text.append(contentsOf: Array(String(Character(unicodeEscape())).utf8))
        default: text.append(escape)
        }
      default: text.append(byte)
      }
    }
    return nil
  }

  /// The scalar of `\uXXXX`, of two such where they are a pair of surrogates; U+FFFD for half a pair.
  private mutating func unicodeEscape() -> Unicode.Scalar {
    let first = hexadecimal()
    if first >> 10 == 0x36, at + 1 < bytes.count, bytes[at] == 92, bytes[at + 1] == UInt8(ascii: "u") {
      at += 2
      let second = hexadecimal()
      if second >> 10 == 0x37, let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF) {
        return scalar
      }
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() -> UInt32 {
    let end = min(at + 4, bytes.count)
    let value = UInt32(String(decoding: bytes[at..<end], as: UTF8.self), radix: 16)
    if value != nil { at = end }
    return value ?? 0xFFFD
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
  }
}
