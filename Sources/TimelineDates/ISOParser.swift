/// Reads ISO 8601 dates and date-times from bytes.
///
/// `nil` means that the text is no such date: wrong form, or a day that the calendar does not have.
struct ISOParser {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// `2026-05-14`, then optionally `T17:05`, `:00`, `.123` and `Z` or an offset; nothing after.
  mutating func documentTime() -> DocumentTime? {
    guard let date = date() else { return nil }
    if atEnd { return DocumentTime(day: date.number) }
    guard accept("T") || accept("t") || accept(" "), let hour = digits(2), accept(":"),
      let minute = digits(2), hour <= 23, minute <= 59
    else { return nil }
    var second = 0
    if accept(":") {
      guard let value = digits(2), value <= 60 else { return nil }
      second = min(value, 59)
      if accept(".") || accept(",") {
        guard digits(1) != nil else { return nil }
        while digits(1) != nil {}
      }
    }
    _ = accept(" ")
    var offset: Int?
    if !atEnd {
      guard let value = self.offset() else { return nil }
      offset = value
    }
    guard atEnd else { return nil }
    return DocumentTime(day: date.number, second: hour * 3600 + minute * 60 + second, offset: offset)
  }

  /// `2026-05-14`.
  mutating func date() -> CivilDate? {
    guard let year = digits(4), accept("-"), let month = digits(2), accept("-"), let day = digits(2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// `Z`, `+02:00`, `+0200` or `+02`, in minutes east of UTC.
  private mutating func offset() -> Int? {
    if accept("Z") || accept("z") { return 0 }
    let sign: Int
    if accept("+") {
      sign = 1
    } else if accept("-") {
      sign = -1
    } else {
      return nil
    }
    guard let hours = digits(2), hours <= 18 else { return nil }
    if atEnd { return sign * hours * 60 }
    _ = accept(":")
    guard let minutes = digits(2), minutes <= 59 else { return nil }
    return sign * (hours * 60 + minutes)
  }

  private var atEnd: Bool { position == bytes.count }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + count] {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    position += count
    return value
  }
}

extension DocumentTime {
  /// Reads `2026-05-14` or `2026-05-14T17:05:00-04:00`; nil for anything else, impossible dates included.
  public init?(iso text: String) {
    var parser = ISOParser(text)
    guard let time = parser.documentTime() else { return nil }
    self = time
  }
}

extension CivilDate {
  /// Reads `2026-05-14`; nil for anything else, impossible dates included.
  public init?(iso text: String) {
    guard let time = DocumentTime(iso: text), time.second == nil else { return nil }
    self.init(time.day)
  }
}
