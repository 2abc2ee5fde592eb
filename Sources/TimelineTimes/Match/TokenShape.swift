import TimelineText

/// Reads numbers, ordinals, clock times and dates in digits off the shape of a token.
enum TokenShape {
  typealias Yield = (Symbol, RuleValue) -> Void

  static func add(_ token: Token, _ bytes: borrowing Span<UInt8>, _ grammar: Grammar, _ yield: Yield) {
    let shapes = grammar.shapes
    switch token.kind {
    case .dash: yield(shapes.dash, .name("dash"))
    case .quote: yield(shapes.quote, .name("quote"))
    case .number: number(token, bytes, shapes, yield)
    case .alphanumeric: alphanumeric(token, bytes, grammar, yield)
    case .word, .punctuation, .web: break
    }
  }

  private static func number(
    _ token: Token, _ bytes: borrowing Span<UInt8>, _ shapes: ShapeSymbols, _ yield: Yield
  ) {
    guard let parts = DigitGroups(bytes, token.range) else {
      yield(shapes.unread, .name("unread"))
      return
    }
    if parts.count == 1 {
      plain(parts.values[0], digits: parts.widths[0], shapes, yield)
      return
    }
    let values = parts.values
    switch parts.separators[0] {
    case 44:  // 1,500
      guard parts.isUniform, parts.isByThousands else { return }
      yield(shapes.integer, .number(Double(parts.thousands)))
    case 58:  // 4:45, 16:45:20
      // A fraction of a second may follow: 16:15:36.519.
      guard parts.widths[1] == 2, parts.count <= 3 || parts.count == 4 && parts.separators[2] == 46 else {
        return
      }
      let second = parts.count >= 3 ? values[2] : nil
      guard isClock(values[0], values[1]), second.map({ $0 < 60 }) ?? true else { return }
      yield(shapes.clock, .clock(ClockTime(hour: values[0], minute: values[1], second: second)))
    case 46:
      point(parts, shapes, yield)
    case 47:
      slash(parts, shapes, yield)
    default: break
    }
  }

  /// 0:00 through 23:59, and 24:00.
  private static func isClock(_ hour: Int, _ minute: Int) -> Bool {
    minute < 60 && (hour < 24 || hour == 24 && minute == 0)
  }

  private static func plain(_ value: Int, digits: Int, _ shapes: ShapeSymbols, _ yield: Yield) {
    let number = RuleValue.number(Double(value))
    yield(shapes.integer, number)
    switch digits {
    case 1, 2:
      if (1...31).contains(value) { yield(shapes.day, number) }
      if (1...12).contains(value) { yield(shapes.monthNumber, number) }
      if digits == 2 { yield(shapes.twoDigits, number) }
    case 3: yield(shapes.threeDigits, number)
    case 4:
      if (1000...2999).contains(value) { yield(shapes.year, number) }
      if (1500...2099).contains(value) { yield(shapes.likelyYear, number) }
      if value >= 3000 { yield(shapes.farYear, number) }
      yield(shapes.fourDigits, number)
    case 5, 6: yield(shapes.longYear, number)
    case 8: yield(shapes.eightDigits, number)
    default: break
    }
  }

  private static func point(_ parts: DigitGroups, _ shapes: ShapeSymbols, _ yield: Yield) {
    let values = parts.values
    if parts.count == 2 {
      var scale = 1.0
      for _ in 0..<parts.widths[1] { scale *= 10 }
      yield(shapes.decimal, .number(Double(values[0]) + Double(values[1]) / scale))
      if parts.widths[1] == 2, isClock(values[0], values[1]) {
        yield(shapes.pointClock, .clock(ClockTime(hour: values[0], minute: values[1])))
      }
    } else if parts.isUniform, parts.count == 3 {
      dateInDigits(parts, dayFirst: true, shapes, yield)
    }
  }

  private static func slash(_ parts: DigitGroups, _ shapes: ShapeSymbols, _ yield: Yield) {
    guard parts.isUniform else { return }
    let values = parts.values
    if parts.count == 3 {
      dateInDigits(parts, dayFirst: false, shapes, yield)
    } else if parts.count == 2, parts.widths[0] <= 2, parts.widths[1] == 4, (1...12).contains(values[0]),
      (1900...2099).contains(values[1])
    {
      yield(shapes.slashDate, .term(.date(PartialDate(year: values[1], month: values[0]))))
    } else if parts.count == 2, parts.widths[0] == 4, parts.widths[1] == 2, (1500...2098).contains(values[0]),
      values[1] == (values[0] + 1) % 100
    {
      // A season over the turn of the year: 2026/27.
      yield(
        shapes.slashDate,
        .term(.between(.date(PartialDate(year: values[0])), .date(PartialDate(year: values[0] + 1)))))
    } else if parts.count == 2, (1...12).contains(values[0]), (1...31).contains(values[1]),
      parts.widths[0] <= 2, parts.widths[1] <= 2
    {
      yield(shapes.slashPair, .recurrence(.monthDay(month: values[0], day: values[1])))
    }
  }

  /// A year, month and day in digits: the year is the part of four digits, else the last; of the other
  /// two the order is month and day with slashes, day and month with points, unless only the other is
  /// possible.
  private static func dateInDigits(
    _ parts: DigitGroups, dayFirst: Bool, _ shapes: ShapeSymbols, _ yield: Yield
  ) {
    let values = parts.values
    guard parts.widths[1] <= 2 else { return }
    if parts.widths[0] == 4, parts.widths[2] <= 2 {
      yield(
        shapes.slashDate, .term(.date(PartialDate(year: values[0], month: values[1], day: values[2]))))
      return
    }
    // With points two digits each: 27.03.15 is a date, 1.2.15 a version.
    let isFull = parts.widths[0] == 2 && parts.widths[1] == 2
    guard parts.widths[0] <= 2, parts.widths[2] == 4 || parts.widths[2] == 2 && (!dayFirst || isFull) else {
      return
    }
    let year = parts.widths[2] == 4 ? values[2] : values[2] < 50 ? 2000 + values[2] : 1900 + values[2]
    var (month, day) = dayFirst ? (values[1], values[0]) : (values[0], values[1])
    if month > 12, day <= 12 { swap(&month, &day) }
    var date = PartialDate(year: year, month: month, day: day)
    date.isSlashed = !dayFirst
    yield(shapes.slashDate, .term(.date(date)))
  }

  /// Digits and an ending: `12th`, `1990s`; `66m` is a number that is not read.
  private static func alphanumeric(
    _ token: Token, _ bytes: borrowing Span<UInt8>, _ grammar: Grammar, _ yield: Yield
  ) {
    if let time = ISODateTime(bytes, token.range) {
      yield(grammar.shapes.isoTime, .term(time.term))
      return
    }
    var value = 0
    var index = Int(token.start)
    while index < Int(token.end), bytes[index] &- 48 < 10, value < 100_000 {
      value = value * 10 + Int(bytes[index] - 48)
      index += 1
    }
    let digits = index - Int(token.start)
    guard digits > 0, digits <= 4, index < Int(token.end) else { return }
    let ending = Token(
      start: Int32(index), end: token.end, hash: ByteHash.of(bytes, index..<Int(token.end)), kind: .word,
      traits: [])
    if digits <= 2, let minute = minute(behind: index, token, bytes, grammar) {
      guard isClock(value, minute) else { return }
      yield(grammar.shapes.hourClock, .clock(ClockTime(hour: value, minute: minute)))
      return
    }
    switch grammar.vocabulary.ending(ending, in: bytes) {
    case .ordinal: yield(grammar.shapes.ordinal, .number(Double(value)))
    case .plural:
      if value % 10 == 0, digits > 1 { yield(grammar.shapes.oldDecade, .number(Double(value / 10))) }
      guard value % 10 == 0, digits == 4 || digits == 2 && value > 10 else { return }
      // What no year names is a number of things: `RTX 3080s`.
      guard digits == 2 || (1000..<3000).contains(value) else { return }
      // Two digits name a decade of the 1900s.
      yield(grammar.shapes.decade, .number(Double(digits == 2 ? 190 + value / 10 : value / 10)))
    case .hour, .none: yield(grammar.shapes.unread, .name("unread"))
    }
  }

  /// The minute behind an hour and the letter for it: `17h30`.
  private static func minute(
    behind index: Int, _ token: Token, _ bytes: borrowing Span<UInt8>, _ grammar: Grammar
  ) -> Int? {
    let end = Int(token.end)
    // A small letter: 1H26 is half a year.
    guard end - index == 3, bytes[index] > 96, bytes[end - 2] &- 48 < 10, bytes[end - 1] &- 48 < 10 else {
      return nil
    }
    let letter = Token(
      start: Int32(index), end: Int32(index + 1), hash: ByteHash.of(bytes, index..<index + 1), kind: .word,
      traits: [])
    guard grammar.vocabulary.ending(letter, in: bytes) == .hour else { return nil }
    return Int(bytes[end - 2] - 48) * 10 + Int(bytes[end - 1] - 48)
  }
}
