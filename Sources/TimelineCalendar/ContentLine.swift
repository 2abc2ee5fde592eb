/// One line of iCalendar: a property, escaped and folded as RFC 5545 has it (3.1, 3.3.11).
enum ContentLine {
  /// The longest line in octets, its end left out.
  static let limit = 75

  /// Adds a property whose value is text.
  static func text(_ name: String, _ value: String, to lines: inout String) {
    raw(name + ":" + escaped(value), to: &lines)
  }

  /// Adds a line that needs no escaping: dates, numbers, words of the standard.
  ///
  /// A line is folded between characters as readers see them; one that no line holds, a letter with
  /// dozens of accents, between its scalars.
  static func raw(_ line: String, to lines: inout String) {
    let octets = line.utf8
    if octets.count <= limit {
      lines += line
    } else if octets.allSatisfy({ $0 < 0x80 }) {
      foldPlain(line, to: &lines)
    } else {
      fold(line, to: &lines)
    }
    lines += "\r\n"
  }

  /// ASCII, where each octet is a character.
  private static func foldPlain(_ line: String, to lines: inout String) {
    var rest = line.utf8[...]
    var room = limit
    while rest.count > room {
      lines += Substring(rest.prefix(room))
      lines += "\r\n "
      rest = rest.dropFirst(room)
      room = limit - 1
    }
    lines += Substring(rest)
  }

  private static func fold(_ line: String, to lines: inout String) {
    var used = 0
    var start = line.startIndex
    var index = start
    func breakLine() {
      lines += line[start..<index]
      lines += "\r\n "
      start = index
      used = 1
    }
    while index < line.endIndex {
      let next = line.index(after: index)
      let octets = line.utf8.distance(from: index, to: next)
      if used + octets > limit && octets < limit { breakLine() }
      if octets < limit {
        used += octets
        index = next
      } else {
        while index < next {
          let size = UTF8.width(line.unicodeScalars[index])
          if used + size > limit { breakLine() }
          used += size
          index = line.unicodeScalars.index(after: index)
        }
      }
    }
    lines += line[start...]
  }

  /// Text with its marks escaped; line ends become `\n`, other controls are left out, so that nothing
  /// in a text can end its property.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    var isAfterC2 = false
    for octet in text.utf8 {
      if isAfterC2 {
        // U+0080 through U+009F, the controls above ASCII, are 0xC2 and an octet below 0xA0.
        isAfterC2 = false
        if octet >= 0xA0 { result += [0xC2, octet] }
      } else if octet == 0xC2 {
        isAfterC2 = true
      } else if octet == UInt8(ascii: "\\") || octet == UInt8(ascii: ";") || octet == UInt8(ascii: ",") {
        result += [UInt8(ascii: "\\"), octet]
      } else if octet == UInt8(ascii: "\n") {
        result += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      } else if octet >= 0x20 && octet != 0x7F || octet == UInt8(ascii: "\t") {
        result.append(octet)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether an octet belongs to a character that may not stay as it is.
  private static func isSpecial(_ octet: UInt8) -> Bool {
    octet < 0x20 || octet == 0x7F || octet == 0xC2 || octet == UInt8(ascii: "\\")
      || octet == UInt8(ascii: ";")
      || octet == UInt8(ascii: ",")
  }
}
