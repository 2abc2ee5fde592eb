/// A line of iCalendar taken apart: name, parameters, value (RFC 5545, 3.1). Names are in capitals.
struct RawProperty {
  var name: String
  var parameters: [(name: String, value: String)] = []
  /// As it stands, with its escapes.
  var value: [UInt8]
  /// Where the value begins in the line.
  private var valueOffset: Int
  private var source: RawLines.Line

  var line: Int { source.number }
  var text: String { String(decoding: value, as: UTF8.self) }

  /// The number of the line in the file that holds an octet of the value.
  func line(at offset: Int) -> Int { source.number(at: valueOffset + offset) }

  func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// - Throws: A ``CalendarFault`` where the line is no property.
  init(_ source: RawLines.Line) throws(CalendarFault) {
    let bytes = source.bytes
    let nameEnd = bytes.firstIndex { !Self.isNameOctet($0) } ?? bytes.count
    guard nameEnd > 0, nameEnd < bytes.count,
      bytes[nameEnd] == UInt8(ascii: ":") || bytes[nameEnd] == UInt8(ascii: ";")
    else {
      throw CalendarFault(
        .noProperty, line: source.number,
        "no property: a name, then a colon and a value; a line break inside a text is written as \\n")
    }
    name = Self.capitals(bytes[..<nameEnd])
    var position = nameEnd
    while position < bytes.count, bytes[position] == UInt8(ascii: ";") {
      let parameter = try Self.parameter(source, &position)
      parameters.append(parameter)
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
      throw CalendarFault(.noProperty, line: source.number, "\(name) has no colon before its value")
    }
    valueOffset = position + 1
    value = Array(bytes[valueOffset...])
    self.source = source
  }

  /// `;NAME=value`, the value perhaps in quotes, or several with commas between them.
  private static func parameter(
    _ source: RawLines.Line, _ position: inout Int
  ) throws(CalendarFault) -> (name: String, value: String) {
    let bytes = source.bytes
    let start = position + 1
    let equals = bytes[start...].firstIndex { !isNameOctet($0) } ?? bytes.count
    guard equals > start, equals < bytes.count, bytes[equals] == UInt8(ascii: "=") else {
      throw CalendarFault(
        .badParameter, line: source.number(at: position), "a parameter is a name, an equals sign and a value")
    }
    var value: [UInt8] = []
    var isQuoted = false
    position = equals + 1
    while position < bytes.count {
      let octet = bytes[position]
      if octet == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, octet == UInt8(ascii: ";") || octet == UInt8(ascii: ":") {
        break
      } else {
        value.append(octet)
      }
      position += 1
    }
    if isQuoted {
      throw CalendarFault(.badParameter, line: source.number, "a quotation mark in a parameter is not closed")
    }
    return (capitals(bytes[start..<equals]), String(decoding: value, as: UTF8.self))
  }

  private static func isNameOctet(_ octet: UInt8) -> Bool {
    (48...57).contains(octet) || (65...90).contains(octet & 0xDF) || octet == UInt8(ascii: "-")
  }

  private static func capitals(_ octets: ArraySlice<UInt8>) -> String {
    String(decoding: octets.map { (97...122).contains($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
  }
}

extension CalendarFault: Error {}
