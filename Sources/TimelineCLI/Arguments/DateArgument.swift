import Timeline

/// The days that a date on the command line names: a first and a last one, either open.
struct DateArgument: Hashable {
  var first: DayNumber?
  var last: DayNumber?
  /// Whether the engine had to read words, so that its reading should be told.
  var isFromWords = false

  init(first: DayNumber?, last: DayNumber?, isFromWords: Bool = false) {
    self.first = first
    self.last = last
    self.isFromWords = isFromWords
  }

  /// Reads `2026-05-14`, `2026-W20`, `2026-06`, `2026`, `today`, `eow`, `A..B` with either side open, or
  /// any time expression.
  ///
  /// - Parameter direction: Where words are looked for that do not tell the direction themselves.
  init(
    _ text: String, now: DocumentTime, toward direction: Direction? = nil,
    words: (String, DocumentTime, Direction?) -> Period? = PhraseResolver.period
  ) throws(CommandFailure) {
    if let dots = text.firstRange(of: "..") {
      let sides = [text[..<dots.lowerBound], text[dots.upperBound...]].map { String($0) }
      guard sides.contains(where: { !$0.isEmpty }) else { throw .badDate(text) }
      let from =
        sides[0].isEmpty ? nil : try DateArgument(sides[0], now: now, toward: direction, words: words)
      let to = sides[1].isEmpty ? nil : try DateArgument(sides[1], now: now, toward: direction, words: words)
      self.init(
        first: from?.first, last: to?.last,
        isFromWords: from?.isFromWords == true || to?.isFromWords == true)
      if let first, let last, first > last { throw .emptyRange(text) }
      return
    }
    if let period = DateArgument.calendar(text) ?? DateArgument.named(text.lowercased(), today: now.day) {
      self.init(first: period.firstDay, last: period.lastDay)
    } else if let period = DateArgument.quarter(text, today: now.day, direction)
      ?? words(text, now, direction)
    {
      self.init(first: period.firstDay, last: period.lastDay, isFromWords: true)
    } else {
      throw .badDate(text)
    }
  }

  /// `2026-05-14` to `2026-05-20`, with an open side left out.
  var description: String {
    func text(_ day: DayNumber?) -> String { day.map { CivilDate($0).description } ?? "" }
    if first == last { return text(first) }
    guard first != nil, last != nil else { return "\(text(first))..\(text(last))" }
    return "\(text(first)) to \(text(last))"
  }

  private static func named(_ word: String, today: DayNumber) -> Period? {
    switch word {
    case "today": return Period(day: today)
    case "tomorrow": return Period(day: today + 1)
    case "yesterday": return Period(day: today - 1)
    case "eow": return Period(day: today.monday + 6)
    case "eom":
      let date = CivilDate(today)
      return Period(day: today + (CivilDate.daysIn(month: date.month, year: date.year) - date.day))
    default: return nil
    }
  }

  private static func calendar(_ text: String) -> Period? {
    if let date = CivilDate(iso: text) { return Period(day: date.number) }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ number($0, digits: 4) }) else { return nil }
    switch parts.count {
    case 1: return months(1...12, of: year)
    case 2 where parts[1].first == "Q" || parts[1].first == "q": return quarter(parts[1], of: year)
    case 2 where parts[1].first == "W" || parts[1].first == "w":
      guard let week = number(parts[1].dropFirst(), digits: 2), let iso = ISOWeek(year: year, number: week)
      else { return nil }
      return Period(days: iso.monday, through: iso.monday + 6, grain: .week)
    case 2:
      guard let month = number(parts[1], digits: 2), (1...12).contains(month) else { return nil }
      return months(month...month, of: year)
    default: return nil
    }
  }

  /// `Q3` of the year in which it lies in the direction; of this year without one.
  private static func quarter(_ text: String, today: DayNumber, _ direction: Direction?) -> Period? {
    let year = CivilDate(today).year
    guard let period = quarter(text[...], of: year) else { return nil }
    switch direction {
    case .past where period.firstDay > today: return quarter(text[...], of: year - 1)
    case .future where period.lastDay < today: return quarter(text[...], of: year + 1)
    default: return period
    }
  }

  private static func quarter(_ text: Substring, of year: Int) -> Period? {
    guard text.first == "Q" || text.first == "q", let number = number(text.dropFirst(), digits: 1),
      (1...4).contains(number)
    else { return nil }
    return months((3 * number - 2)...(3 * number), of: year)
  }

  private static func months(_ range: ClosedRange<Int>, of year: Int) -> Period? {
    let lastDay = CivilDate.daysIn(month: range.upperBound, year: year)
    guard let first = CivilDate(year: year, month: range.lowerBound, day: 1),
      let last = CivilDate(year: year, month: range.upperBound, day: lastDay)
    else { return nil }
    return Period(days: first.number, through: last.number)
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }
}

extension DateArgument {
  /// Reads a date and tells on standard error how words were read.
  static func read(
    _ text: String, now: DocumentTime, toward direction: Direction? = nil
  ) throws(CommandFailure) -> DateArgument {
    let date = try DateArgument(text, now: now, toward: direction)
    if date.isFromWords { Output.message("“\(text)” is \(date.description)") }
    return date
  }

  /// Reads a date that must be one day.
  static func day(
    _ text: String, now: DocumentTime, toward direction: Direction? = nil
  ) throws(CommandFailure) -> DayNumber {
    let date = try read(text, now: now, toward: direction)
    guard let first = date.first, first == date.last else { throw .dateIsNoDay(text) }
    return first
  }
}

extension DateArgument {
  /// Reads a day or a moment, as publication dates and today are given: ISO 8601 first, then any date.
  static func moment(
    _ text: String, now: DocumentTime, toward direction: Direction? = nil
  ) throws(CommandFailure) -> DocumentTime {
    if let time = DocumentTime(iso: text) { return time }
    return DocumentTime(day: try day(text, now: now, toward: direction))
  }
}

/// A length of time on the command line: `30d`, `6w`, `3m`, `1y`; a bare number counts days.
enum LengthArgument {
  /// The day that lies so far ahead.
  static func day(_ text: String, after day: DayNumber) throws(CommandFailure) -> DayNumber {
    guard let last = whole(text, after: day) else { throw .badLength(text) }
    return last
  }

  /// The last day of a length, or of a time in words: “30d”, “next week”, “Christmas”.
  static func lastDay(_ text: String, now: DocumentTime) throws(CommandFailure) -> DayNumber {
    if let day = whole(text, after: now.day) { return day }
    guard let date = try? DateArgument.read(text, now: now, toward: .future), let last = date.last else {
      throw .badLength(text)
    }
    return last
  }

  private static func whole(_ text: String, after day: DayNumber) -> DayNumber? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count <= 36_500 else { return nil }
    switch text.dropFirst(digits.count).lowercased() {
    case "", "d": return day + count
    case "w": return day + 7 * count
    case "m": return CivilDate(day).adding(months: count).number
    case "y": return CivilDate(day).adding(months: 12 * count).number
    default: return nil
    }
  }
}
