extension CivilDate: CustomStringConvertible {
  /// `2026-06-30`; years beyond four digits or before year 0 carry a sign.
  public var description: String {
    guard (0...9999).contains(year) else {
      return ISOText.year(year) + "-" + ISOText.two(month) + "-" + ISOText.two(day)
    }
    return String(unsafeUninitializedCapacity: 10) { bytes in
      ISOText.write(year / 100, to: bytes, at: 0)
      ISOText.write(year % 100, to: bytes, at: 2)
      bytes[4] = UInt8(ascii: "-")
      ISOText.write(month, to: bytes, at: 5)
      bytes[7] = UInt8(ascii: "-")
      ISOText.write(day, to: bytes, at: 8)
      return 10
    }
  }
}

extension ISOWeek: CustomStringConvertible {
  /// `2026-W21`.
  public var description: String { ISOText.year(year) + "-W" + ISOText.two(number) }
}

extension LocalTime {
  /// `2026-06-30T16:45`.
  public var minuteText: String {
    CivilDate(day).description + "T" + ISOText.two(secondOfDay / 3600) + ":"
      + ISOText.two(secondOfDay / 60 % 60)
  }
}

extension DocumentTime: CustomStringConvertible {
  /// `2026-05-14`, or `2026-05-14T17:05:00-04:00` as far as the parts are known.
  public var description: String {
    guard let second else { return CivilDate(day).description }
    var text = LocalTime(day, second: second).minuteText + ":" + ISOText.two(second % 60)
    if let offset {
      let size = abs(offset)
      text +=
        offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + ISOText.two(size / 60) + ":" + ISOText.two(size % 60)
    }
    return text
  }
}

/// Writing numbers as ISO 8601 wants them.
enum ISOText {
  /// Writes two digits.
  static func write(_ number: Int, to bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
    bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
    bytes[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
  }

  static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  static func year(_ year: Int) -> String {
    let digits = String(abs(year))
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return year < 0 ? "-" + padded : padded
  }
}
