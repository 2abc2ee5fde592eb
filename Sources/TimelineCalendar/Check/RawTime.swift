import TimelineDates

/// A date or a date-time as a property writes it.
struct RawTime: Hashable {
  enum Form: Hashable { case date, local, utc }

  var form: Form
  var time: LocalTime

  enum Mistake: Error {
    /// Neither 8 digits nor 8, a T and 6.
    case form
    /// A day or a clock time that does not exist.
    case impossible
  }

  init(_ text: some Collection<UInt8>) throws(Mistake) {
    let octets = Array(text)
    let isUTC = octets.last == UInt8(ascii: "Z")
    let body = isUTC ? octets.dropLast() : octets[...]
    guard body.count == 8 && !isUTC || body.count == 15 && body[8] == UInt8(ascii: "T"),
      let year = Self.number(body[0..<4]), let month = Self.number(body[4..<6]),
      let day = Self.number(body[6..<8])
    else { throw .form }
    guard year >= 1, let date = CivilDate(year: year, month: month, day: day) else { throw .impossible }
    form = body.count == 8 ? .date : isUTC ? .utc : .local
    time = LocalTime(date.number)
    guard body.count == 15 else { return }
    guard let hour = Self.number(body[9..<11]), let minute = Self.number(body[11..<13]),
      let second = Self.number(body[13..<15])
    else { throw .form }
    guard hour < 24, minute < 60, second <= 60 else { throw .impossible }
    time = LocalTime(date.number, second: hour * 3600 + minute * 60 + min(second, 59))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 48)
    }
    return value
  }
}
