package import TimelineDates

/// A time zone's present rule, in the form that POSIX 1003.1 (8.3) gives to `TZ`: `EST5EDT,M3.2.0,M11.1.0`.
///
/// Only the form of changes that the IANA database uses is read: `Mm.w.d/time`.
package struct ZoneRule: Hashable, Sendable {
  /// Abbreviations for its clock, in winter and in summer; none where they are only numbers.
  let names: Set<String>
  /// Minutes east of UTC.
  private let standard: Int
  private let saving: Saving?

  private struct Saving: Hashable, Sendable {
    var offset: Int
    var start: Change
    var end: Change
  }

  /// The `week`th `weekday` (0 is Sunday; week 5 is the last) of a month, and seconds after its start.
  private struct Change: Hashable, Sendable {
    var month: Int
    var week: Int
    var weekday: Int
    var second: Int

    func time(in year: Int) -> LocalTime? {
      guard let first = CivilDate(year: year, month: month, day: 1)?.number else { return nil }
      let ahead = (weekday - first.weekday.number % 7 + 7) % 7
      var day = first + ahead + 7 * (week - 1)
      if CivilDate(day).month != month { day = day - 7 }
      return LocalTime(day) + second
    }
  }

  /// Nil for text of another form.
  package init?(_ text: String) {
    var reader = Reader(bytes: Array(text.utf8))
    guard let name = reader.name(), let west = reader.time() else { return nil }
    standard = -west / 60
    guard !reader.isAtEnd else {
      saving = nil
      names = Self.letters([name])
      return
    }
    guard let summer = reader.name() else { return nil }
    names = Self.letters([name, summer])
    let offset = reader.isAt(44) ? standard + 60 : reader.time().map { -$0 / 60 }
    guard let offset, reader.skip(44), let start = reader.change(), reader.skip(44),
      let end = reader.change(), reader.isAtEnd
    else { return nil }
    saving = Saving(offset: offset, start: start, end: end)
  }

  private static func letters(_ names: [String]) -> Set<String> { Set(names.filter { !$0.isEmpty }) }

  /// Minutes east of UTC at a moment of the zone's wall clock. The hour that comes twice counts as the first
  /// of the two, the one that is left out as behind the change.
  package func offset(at time: LocalTime) -> Int {
    let year = CivilDate(time.day).year
    guard let saving, let start = saving.start.time(in: year), let end = saving.end.time(in: year) else {
      return standard
    }
    let isOn = start < end ? time >= start && time < end : time >= start || time < end
    return isOn ? saving.offset : standard
  }

  private struct Reader {
    let bytes: [UInt8]
    var next = 0

    var isAtEnd: Bool { next == bytes.count }

    func isAt(_ byte: UInt8) -> Bool { next < bytes.count && bytes[next] == byte }

    mutating func skip(_ byte: UInt8) -> Bool {
      guard isAt(byte) else { return false }
      next += 1
      return true
    }

    /// `EST`, `<+03>`.
    mutating func name() -> String? {
      let start = next
      if skip(60) {
        while next < bytes.count, !isAt(62) { next += 1 }
        return skip(62) ? "" : nil
      }
      while next < bytes.count, (bytes[next] | 0x20) &- 97 < 26 { next += 1 }
      return next > start ? String(decoding: bytes[start..<next], as: UTF8.self) : nil
    }

    mutating func number() -> Int? {
      var value: Int?
      while next < bytes.count, bytes[next] &- 48 < 10, (value ?? 0) < 1000 {
        value = (value ?? 0) * 10 + Int(bytes[next] - 48)
        next += 1
      }
      return value
    }

    /// `-9:30`, in seconds.
    mutating func time() -> Int? {
      let sign = skip(45) ? -1 : 1
      if sign > 0 { _ = skip(43) }
      guard var seconds = number().map({ $0 * 3600 }) else { return nil }
      for unit in [60, 1] where skip(58) {
        guard let part = number() else { return nil }
        seconds += part * unit
      }
      return sign * seconds
    }

    /// `M3.2.0/2`.
    mutating func change() -> Change? {
      guard skip(77), let month = number(), skip(46), let week = number(), skip(46), let weekday = number(),
        (1...12).contains(month), (1...5).contains(week), weekday < 7
      else { return nil }
      guard skip(47) else { return Change(month: month, week: week, weekday: weekday, second: 2 * 3600) }
      return time().map { Change(month: month, week: week, weekday: weekday, second: $0) }
    }
  }
}
