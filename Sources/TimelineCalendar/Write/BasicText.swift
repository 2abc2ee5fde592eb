import TimelineDates

/// Dates and times in the basic form of ISO 8601, as iCalendar writes them.
enum BasicText {
  /// `20260630`.
  static func day(_ day: DayNumber) -> String {
    let date = CivilDate(day)
    return String(unsafeUninitializedCapacity: 8) { write(date, to: $0) }
  }

  /// `20260630T164500`.
  static func moment(_ time: LocalTime) -> String {
    let date = CivilDate(time.day)
    return String(unsafeUninitializedCapacity: 15) { write(date, time, to: $0) }
  }

  /// `20260630T164500Z`.
  static func utc(_ time: LocalTime) -> String {
    let date = CivilDate(time.day)
    return String(unsafeUninitializedCapacity: 16) { buffer in
      buffer[15] = UInt8(ascii: "Z")
      return write(date, time, to: buffer) + 1
    }
  }

  /// `+0200`, with seconds where there are some.
  static func offset(seconds: Int) -> String {
    let size = abs(seconds)
    let rest = size % 60
    return (seconds < 0 ? "-" : "+") + two(size / 3600) + two(size / 60 % 60) + (rest == 0 ? "" : two(rest))
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func write(_ date: CivilDate, to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    put(date.year / 100, at: 0, buffer)
    put(date.year % 100, at: 2, buffer)
    put(date.month, at: 4, buffer)
    put(date.day, at: 6, buffer)
    return 8
  }

  private static func write(
    _ date: CivilDate, _ time: LocalTime, to buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let start = write(date, to: buffer)
    let second = time.secondOfDay
    buffer[start] = UInt8(ascii: "T")
    put(second / 3600, at: start + 1, buffer)
    put(second / 60 % 60, at: start + 3, buffer)
    put(second % 60, at: start + 5, buffer)
    return start + 7
  }

  /// Two digits; years are checked to be of four before.
  private static func put(_ number: Int, at index: Int, _ buffer: UnsafeMutableBufferPointer<UInt8>) {
    let digits = UInt8(clamping: min(max(number, 0), 99))
    buffer[index] = 48 + digits / 10
    buffer[index + 1] = 48 + digits % 10
  }
}
