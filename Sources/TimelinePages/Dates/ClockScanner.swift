import TimelineDates

/// The clock time behind a date: `T09:30:00Z`, `, 9:30 a.m. ET`, ` um 14.05 Uhr`, ` à 14h05`.
struct ClockScanner {
  private let bytes: ArraySlice<UInt8>
  private let words: DateWords

  init(_ bytes: ArraySlice<UInt8>, words: DateWords) {
    self.bytes = bytes
    self.words = words
  }

  struct Clock {
    var second: Int
    /// Minutes east of UTC.
    var offset: Int?
    var end: Int
  }

  func time(behind start: Int, on date: CivilDate) -> Clock? {
    var at = start
    if at < bytes.endIndex, bytes[at] | 0x20 == UInt8(ascii: "t") {
      at += 1
    } else {
      at = filler(at)
      if let joint = word(at), words.kind(bytes[joint]) == .joint {
        at = filler(joint.upperBound)
      }
    }
    guard var hour = digits(&at, 1...2), at < bytes.endIndex else { return nil }
    let mark = bytes[at]
    guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "h") else {
      return nil
    }
    at += 1
    guard let minute = digits(&at, 2...2), hour <= 23, minute <= 59 else { return nil }
    var second = 0
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: ":") {
      var next = at + 1
      if let value = digits(&next, 2...2), value <= 60 {
        second = min(value, 59)
        at = next
        if at < bytes.endIndex, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ",") {
          var fraction = at + 1
          if digits(&fraction, 1...9) != nil { at = fraction }
        }
      }
    } else if mark == UInt8(ascii: "."), at < bytes.endIndex, bytes[at] == UInt8(ascii: ".") {
      // Three figures with full stops are a date or a version.
      return nil
    }
    if let half = half(at) {
      hour = hour % 12 + (half.isAfternoon ? 12 : 0)
      at = half.end
    }
    let time = LocalTime(date.number, second: hour * 3600 + minute * 60 + second)
    let zone = zone(at, time)
    return Clock(second: time.secondOfDay, offset: zone?.offset, end: zone?.end ?? at)
  }

  private func half(_ start: Int) -> (isAfternoon: Bool, end: Int)? {
    let at = spaces(start)
    var end = at
    while end < bytes.endIndex, end - at < 4, bytes[end] | 0x20 &- 97 < 26 || bytes[end] == UInt8(ascii: ".")
    {
      end += 1
    }
    var trimmed = end
    while trimmed > at, bytes[trimmed - 1] == UInt8(ascii: ".") { trimmed -= 1 }
    switch words.half(bytes[at..<trimmed]) {
    case .afternoon: return (true, end)
    case .morning: return (false, end)
    default: return nil
    }
  }

  private func zone(_ start: Int, _ time: LocalTime) -> (offset: Int, end: Int)? {
    let at = spaces(start)
    guard at < bytes.endIndex else { return nil }
    if bytes[at] | 0x20 == UInt8(ascii: "z"), at + 1 == bytes.endIndex || !isLetter(bytes[at + 1]) {
      return (0, at + 1)
    }
    if bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { return figures(at) }
    guard let name = word(bytes[at] == UInt8(ascii: "(") ? at + 1 : at),
      let offset = ZoneNames.offset(bytes[name], at: time)
    else { return nil }
    // “GMT+2”: the figures count.
    if offset == 0, name.upperBound < bytes.endIndex, let shifted = figures(name.upperBound) {
      return shifted
    }
    return (offset, name.upperBound)
  }

  /// `+02:00`, `-0500`, `+2`.
  private func figures(_ start: Int) -> (offset: Int, end: Int)? {
    guard start < bytes.endIndex, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[start]) else {
      return nil
    }
    var at = start + 1
    var end = at
    while end < bytes.endIndex, bytes[end] &- 48 < 10 { end += 1 }
    let sign = bytes[start] == UInt8(ascii: "-") ? -1 : 1
    if end - at == 4 {
      guard let hours = digits(&at, 2...4) else { return nil }
      return hours / 100 <= 18 && hours % 100 < 60 ? (sign * (hours / 100 * 60 + hours % 100), end) : nil
    }
    guard let hours = digits(&at, 1...2), hours <= 18 else { return nil }
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: ":") {
      var next = at + 1
      if let minutes = digits(&next, 2...2), minutes < 60 { return (sign * (hours * 60 + minutes), next) }
    }
    return (sign * hours * 60, at)
  }

  private func digits(_ at: inout Int, _ count: ClosedRange<Int>) -> Int? {
    var end = at
    var value = 0
    while end < bytes.endIndex, bytes[end] &- 48 < 10, end - at <= count.upperBound {
      value = value * 10 + Int(bytes[end] - 48)
      end += 1
    }
    guard count.contains(end - at) else { return nil }
    at = end
    return value
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 97 < 26 || byte >= 0x80 }

  private func word(_ at: Int) -> Range<Int>? {
    var end = at
    while end < bytes.endIndex, isLetter(bytes[end]) { end += 1 }
    return end > at ? at..<end : nil
  }

  private func spaces(_ at: Int) -> Int {
    var at = at
    while at < bytes.endIndex, bytes[at] == 32 { at += 1 }
    return at
  }

  /// Behind the marks between a date and its time.
  private func filler(_ start: Int) -> Int {
    var at = start
    let marks: [UInt8] = [32, 44, 45, 64, 124, 183, 0xC2, 0xB7, 0xE2, 0x80, 0x93, 0x94, 0xA2, 46, 10, 40, 47]
    while at < bytes.endIndex, at - start < 8, marks.contains(bytes[at]) { at += 1 }
    return at
  }
}
