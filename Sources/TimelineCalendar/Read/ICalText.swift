/// Text as iCalendar writes it, made plain.
enum ICalText {
  /// Without escapes.
  static func plain(_ value: [UInt8]) -> String {
    var text: [UInt8] = []
    var isEscaped = false
    for octet in value {
      if isEscaped {
        text.append(octet == UInt8(ascii: "n") || octet == UInt8(ascii: "N") ? 0x0A : octet)
        isEscaped = false
      } else if octet == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        text.append(octet)
      }
    }
    return oneLine(String(decoding: text, as: UTF8.self))
  }

  /// With single blanks for all white space.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
