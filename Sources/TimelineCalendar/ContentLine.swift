/// One line of iCalendar: a property, escaped and folded as RFC 5545 has it (3.1, 3.3.11).
enum ContentLine {
  /// The longest line in octets, its end left out.
  static let limit = 75

  /// Adds a property whose value is text.
  static func text(_ name: String, _ value: String, to lines: inout String) {
    raw(name + ":" + escaped(value), to: &lines)
  }

  /// Adds a line that needs no escaping: dates, numbers, words of the standard.
  static func raw(_ line: String, to lines: inout String) {
    var used = 0
    for character in line {
      let octets = character.utf8.count
      if used + octets <= limit {
        lines.append(character)
        used += octets
      } else if octets < limit {
        lines += "\r\n "
        lines.append(character)
        used = 1 + octets
      } else {
        // A character of many combining marks that no line holds: folded between its scalars.
        for scalar in character.unicodeScalars {
          let size = String(scalar).utf8.count
          if used + size > limit {
            lines += "\r\n "
            used = 1
          }
          lines.unicodeScalars.append(scalar)
          used += size
        }
      }
    }
    lines += "\r\n"
  }

  /// Text with its marks escaped; line ends become `\n`, other controls are left out, so that nothing
  /// in a text can end its property.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\n":
        result.append("\\")
        result.append("n")
      case "\t": result.append(scalar)
      default:
        if scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) { result.append(scalar) }
      }
    }
    return String(result)
  }
}
