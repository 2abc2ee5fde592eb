import TimelineDates

/// A date as people write it, where it stands and what it means.
struct WrittenDate {
  var range: Range<Int>
  var time: DocumentTime
  /// Whether the digits left open which one is the month.
  var isAmbiguous = false
}

/// Finds dates of day, month and year in UTF-8, in figures and with the month's name in any language of
/// ``DateWords``, each with the clock time and the offset behind it.
///
/// Forms: `2026-02-12T09:30:00+01:00`, `2026/2/12`, `12.02.2026`, `12.2.26`, `2/12/2026`, `12 February 2026`,
/// `Feb. 12th, 2026`, `12 de febrero de 2026`, `2026年2月12日`, `20260212` where that is allowed.
struct DateScanner {
  private let bytes: ArraySlice<UInt8>
  private let words: DateWords
  /// Whether `2/12/2026` is the twelfth of February.
  private let isMonthFirst: Bool
  /// Whether eight figures are a date.
  private let isAddress: Bool
  private let years = 1990...2100

  init(
    _ bytes: ArraySlice<UInt8>, words: DateWords = .shared, isMonthFirst: Bool = false,
    isAddress: Bool = false
  ) {
    self.bytes = bytes
    self.words = words
    self.isMonthFirst = isMonthFirst
    self.isAddress = isAddress
  }

  /// All dates, in order, up to a number of them.
  func dates(limit: Int = .max) -> [WrittenDate] {
    var found: [WrittenDate] = []
    var index = bytes.startIndex
    while index < bytes.endIndex, found.count < limit {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let end = digitsEnd(index)
      if let date = date(from: index, to: end), date.range.lowerBound >= found.last?.range.upperBound ?? 0 {
        found.append(date)
        index = max(end, date.range.upperBound)
      } else {
        index = end
      }
    }
    return found
  }

  private func date(from start: Int, to end: Int) -> WrittenDate? {
    if start > bytes.startIndex, isLetter(bytes[start - 1]), bytes[start - 1] < 0x80 { return nil }
    switch end - start {
    case 4: return yearFirst(start, end)
    case 8: return isAddress ? compact(start, end) : nil
    case 1, 2: return dayFirst(start, end) ?? monthNameFirst(start, end)
    default: return nil
    }
  }
}

// MARK: - Forms

extension DateScanner {
  /// `2026-02-12`, `2026年2月12日`, `2026. február 12.`.
  private func yearFirst(_ start: Int, _ end: Int) -> WrittenDate? {
    guard let year = number(start, end), years.contains(year) else { return nil }
    if start > bytes.startIndex,
      [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(bytes[start - 1]),
      start - 1 > bytes.startIndex, isDigit(start - 2)
    {
      return nil
    }
    var at = end
    if let unit = unit(0, at: at) {
      at = spaces(unit)
      guard let month = smallNumber(&at), let second = self.unit(1, at: at) else { return nil }
      at = spaces(second)
      guard let day = smallNumber(&at) else { return nil }
      let stop = self.unit(2, at: at) ?? at
      return make(year, month, day, start, stop)
    }
    guard at < bytes.endIndex else { return nil }
    let separator = bytes[at]
    if separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/") || separator == UInt8(ascii: ".") {
      at += 1
      if separator == UInt8(ascii: ".") { at = spaces(at) }
      if let month = smallNumber(&at), at < bytes.endIndex, bytes[at] == separator {
        at += 1
        if separator == UInt8(ascii: ".") { at = spaces(at) }
        guard let day = smallNumber(&at) else { return nil }
        return make(year, month, day, start, at)
      }
    }
    at = spaces(at)
    guard let name = word(at), let month = words.month(bytes[name]) else { return nil }
    at = spaces(punctuation(name.upperBound))
    guard let day = smallNumber(&at) else { return nil }
    return make(year, month, day, start, at)
  }

  /// `20260212`, alone among what is no digit.
  private func compact(_ start: Int, _ end: Int) -> WrittenDate? {
    guard let value = number(start, end), years.contains(value / 10_000) else { return nil }
    return make(value / 10_000, value / 100 % 100, value % 100, start, end)
  }

  /// `12.02.2026`, `12/2/26`, `12. Februar 2026`, `12 de febrero de 2026`, `12-Feb-2026`.
  private func dayFirst(_ start: Int, _ end: Int) -> WrittenDate? {
    guard let first = number(start, end), (1...31).contains(first), end < bytes.endIndex else { return nil }
    let separator = bytes[end]
    if [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "-")].contains(separator) {
      var at = separator == UInt8(ascii: ".") ? spaces(end + 1) : end + 1
      if let second = smallNumber(&at) {
        guard at < bytes.endIndex, bytes[at] == separator else { return nil }
        if start > bytes.startIndex, bytes[start - 1] == separator { return nil }
        at = separator == UInt8(ascii: ".") ? spaces(at + 1) : at + 1
        guard let (year, stop) = yearNumber(at, allowsShort: true) else { return nil }
        return numeric(first, second, year, start, stop, separator)
      }
    }
    var at = ordinalEnd(end)
    at = joints(punctuation(at))
    guard let name = word(at), let month = words.month(bytes[name]) else { return nil }
    at = joints(punctuation(name.upperBound))
    guard let (year, stop) = yearNumber(at, allowsShort: bytes[end] == UInt8(ascii: "-")) else { return nil }
    return make(year, month, first, start, stop)
  }

  private func numeric(
    _ first: Int, _ second: Int, _ year: Int, _ start: Int, _ stop: Int, _ separator: UInt8
  ) -> WrittenDate? {
    let isAmbiguous = first <= 12 && second <= 12 && first != second && separator != UInt8(ascii: ".")
    let swaps = second > 12 || isAmbiguous && isMonthFirst
    var date = swaps ? make(year, first, second, start, stop) : make(year, second, first, start, stop)
    date?.isAmbiguous = isAmbiguous
    return date
  }

  /// `February 12, 2026`, found at its day.
  private func monthNameFirst(_ start: Int, _ end: Int) -> WrittenDate? {
    guard let day = number(start, end), (1...31).contains(day) else { return nil }
    var at = start
    while at > bytes.startIndex, bytes[at - 1] == 32 || bytes[at - 1] == UInt8(ascii: ".") { at -= 1 }
    guard at < start, let name = wordBefore(at), let month = words.month(bytes[name]) else { return nil }
    let behind = joints(punctuation(ordinalEnd(end)))
    guard let (year, stop) = yearNumber(behind, allowsShort: false) else { return nil }
    return make(year, month, day, name.lowerBound, stop)
  }

  private func make(_ year: Int, _ month: Int, _ day: Int, _ start: Int, _ stop: Int) -> WrittenDate? {
    guard years.contains(year), let date = CivilDate(year: year, month: month, day: day) else { return nil }
    let clock = ClockScanner(bytes, words: words).time(behind: stop, on: date)
    return WrittenDate(
      range: start..<(clock?.end ?? stop),
      time: DocumentTime(day: date.number, second: clock?.second, offset: clock?.offset))
  }
}

// MARK: - Pieces

extension DateScanner {
  private func isDigit(_ index: Int) -> Bool { bytes[index] &- 48 < 10 }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 97 < 26 || byte >= 0x80 }

  private func digitsEnd(_ start: Int) -> Int {
    var end = start
    while end < bytes.endIndex, isDigit(end) { end += 1 }
    return end
  }

  private func number(_ start: Int, _ end: Int) -> Int? {
    guard end > start, end - start <= 8 else { return nil }
    return bytes[start..<end].reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// One or two digits.
  private func smallNumber(_ at: inout Int) -> Int? {
    guard at < bytes.endIndex else { return nil }
    let end = digitsEnd(at)
    guard (1...2).contains(end - at), let value = number(at, end) else { return nil }
    at = end
    return value
  }

  private func yearNumber(_ at: Int, allowsShort: Bool) -> (year: Int, end: Int)? {
    guard at < bytes.endIndex else { return nil }
    let end = digitsEnd(at)
    guard let value = number(at, end) else { return nil }
    if end - at == 4, years.contains(value) { return (value, end) }
    if end - at == 2, allowsShort, value <= 50 { return (2000 + value, end) }
    return nil
  }

  private func spaces(_ at: Int) -> Int {
    var at = at
    while at < bytes.endIndex, bytes[at] == 32 || bytes[at] == 10 { at += 1 }
    return at
  }

  private func punctuation(_ at: Int) -> Int {
    var at = at
    while at < bytes.endIndex,
      [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/")].contains(bytes[at])
    {
      at += 1
    }
    return at
  }

  /// Behind what ends the figures of a day.
  private func ordinalEnd(_ at: Int) -> Int {
    guard at + 1 < bytes.endIndex else { return at }
    for ending in words.ordinals where bytes[at...].starts(with: ending) {
      let end = at + ending.count
      if end == bytes.endIndex || !isLetter(bytes[end]) { return end }
    }
    return at
  }

  /// Behind spaces and one word that joins the parts of a date.
  private func joints(_ at: Int) -> Int {
    let start = spaces(at)
    guard let joint = word(start), words.kind(bytes[joint]) == .joint else { return start }
    return spaces(joint.upperBound)
  }

  private func word(_ at: Int) -> Range<Int>? {
    var end = at
    while end < bytes.endIndex, isLetter(bytes[end]) { end += 1 }
    return end > at ? at..<end : nil
  }

  private func wordBefore(_ at: Int) -> Range<Int>? {
    var start = at
    while start > bytes.startIndex, isLetter(bytes[start - 1]) { start -= 1 }
    return start < at ? start..<at : nil
  }

  /// Behind the sign of a year, a month or a day, spaces before it passed over.
  private func unit(_ index: Int, at: Int) -> Int? {
    guard words.units.count == 3 else { return nil }
    let start = spaces(at)
    for sign in words.units[index] where start < bytes.endIndex && bytes[start...].starts(with: sign) {
      return start + sign.count
    }
    return nil
  }
}
