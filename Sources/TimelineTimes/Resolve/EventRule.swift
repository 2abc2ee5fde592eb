import TimelineDates

/// How the days of a yearly event are found.
enum EventRule: Sendable {
  /// `on 12-25`
  case fixed(month: Int, day: Int)
  /// `nth 4 4 11`: the fourth Thursday of November; negative from the month's end. A fourth number moves it by
  /// days.
  case nth(number: Int, weekday: Weekday, month: Int, offset: Int)
  /// `from 1 5 18`: the first Monday on or after 18 May.
  case from(weekday: Weekday, month: Int, day: Int)
  /// `easter -2`: days from Western Easter Sunday; `orthodox` the same of the Eastern one.
  case easter(offset: Int)
  case orthodox(offset: Int)
  /// `hebrew 7 15`: a day of the Hebrew calendar, months counted from Nisan; a third number moves it by days.
  case hebrew(month: Int, day: Int, offset: Int)
  /// `islamic 10 1`: a day of the tabular Islamic calendar; may be a day or two off what is observed.
  case islamic(month: Int, day: Int)
  /// `list 2026-02-13..2026-02-15 2025-02-14..2025-02-16`: by the year of the first day, in order of time.
  case list([Int: [Period]])
  /// `every 4 2 …`: only in years with that remainder; the first number 1 through 9999.
  indirect case every(Int, remainder: Int, EventRule)
  /// `span 8 …`: as many days, the first by the rule.
  indirect case span(Int, EventRule)
  /// `both … and …`: twice a year, in order of time.
  indirect case both(EventRule, EventRule)

  /// Why a text is no rule.
  enum Mistake: Error {
    case unknown
    /// A number of days beyond ``EventRule/offsets``.
    case offset
    /// More rules within one another than ``EventRule/deepest``.
    case depth
  }

  /// How many days a rule may be moved by.
  static let offsets = -366...366
  /// How many rules may stand within one another.
  static let deepest = 4

  init(_ text: some StringProtocol) throws(Mistake) {
    try self.init(text.split(separator: " ").map { String($0) }[...], depth: 1)
  }

  private init(_ words: ArraySlice<String>, depth: Int) throws(Mistake) {
    guard depth <= Self.deepest else { throw .depth }
    guard let name = words.first else { throw .unknown }
    if name == "every" || name == "span" {
      self = try Self.outer(name, words, depth)
      return
    }
    if name == "both" {
      guard let and = words.firstIndex(of: "and") else { throw .unknown }
      self = .both(
        try EventRule(words[..<and].dropFirst(), depth: depth + 1),
        try EventRule(words[(and + 1)...], depth: depth + 1))
      return
    }
    let numbers = words.dropFirst().compactMap { Int($0) }
    let isAllNumbers = numbers.count == words.count - 1
    func offset(_ index: Int) throws(Mistake) -> Int {
      guard numbers.indices.contains(index) else { return 0 }
      guard Self.offsets.contains(numbers[index]) else { throw .offset }
      return numbers[index]
    }
    switch name {
    case "on":
      let parts =
        words.count == 2 ? words[words.startIndex + 1].split(separator: "-").compactMap { Int($0) } : []
      guard parts.count == 2, (1...12).contains(parts[0]), (1...31).contains(parts[1]) else { throw .unknown }
      self = .fixed(month: parts[0], day: parts[1])
    case "nth":
      guard isAllNumbers, numbers.count == 3 || numbers.count == 4, numbers[0] != 0,
        (-5...5).contains(numbers[0]),
        let weekday = Weekday(rawValue: numbers[1]), (1...12).contains(numbers[2])
      else { throw .unknown }
      self = .nth(number: numbers[0], weekday: weekday, month: numbers[2], offset: try offset(3))
    case "from":
      guard isAllNumbers, numbers.count == 3, let weekday = Weekday(rawValue: numbers[0]),
        CivilDate(year: 2000, month: numbers[1], day: numbers[2]) != nil
      else { throw .unknown }
      self = .from(weekday: weekday, month: numbers[1], day: numbers[2])
    case "easter", "orthodox":
      guard isAllNumbers, numbers.count == 1 else { throw .unknown }
      self = name == "easter" ? .easter(offset: try offset(0)) : .orthodox(offset: try offset(0))
    case "hebrew":
      guard isAllNumbers, numbers.count == 2 || numbers.count == 3, (1...13).contains(numbers[0]),
        (1...30).contains(numbers[1])
      else { throw .unknown }
      self = .hebrew(month: numbers[0], day: numbers[1], offset: try offset(2))
    case "islamic":
      guard isAllNumbers, numbers.count == 2, (1...12).contains(numbers[0]), (1...30).contains(numbers[1])
      else { throw .unknown }
      self = .islamic(month: numbers[0], day: numbers[1])
    case "list":
      let periods = words.dropFirst().compactMap { EventRule.period($0) }
      guard !periods.isEmpty, periods.count == words.count - 1 else { throw .unknown }
      let years = Dictionary(grouping: periods) { CivilDate($0.firstDay).year }
      self = .list(years.mapValues { $0.sorted { $0.start < $1.start } })
    default: throw .unknown
    }
  }

  /// A rule that holds another one.
  private static func outer(
    _ name: String, _ words: ArraySlice<String>, _ depth: Int
  ) throws(Mistake) -> EventRule {
    let first = words.startIndex + 1
    guard words.count > 2, let number = Int(words[first]) else { throw .unknown }
    if name == "span" {
      guard (2...366).contains(number) else { throw .unknown }
      return .span(number, try EventRule(words.dropFirst(2), depth: depth + 1))
    }
    guard (1...9999).contains(number), let remainder = Int(words[first + 1]), (0..<number).contains(remainder)
    else { throw .unknown }
    return .every(number, remainder: remainder, try EventRule(words.dropFirst(3), depth: depth + 1))
  }

  private static func period(_ text: some StringProtocol) -> Period? {
    let ends = text.split(separator: ".", omittingEmptySubsequences: true).map { CivilDate(iso: String($0)) }
    guard (1...2).contains(ends.count), let first = ends.first ?? nil, let last = ends.last ?? nil,
      first <= last
    else { return nil }
    return Period(days: first.number, through: last.number)
  }

  /// Whether the days that the rule gives may be off by a day or two.
  var isApproximate: Bool {
    switch self {
    case .islamic: true
    case .every(_, _, let rule), .span(_, let rule): rule.isApproximate
    case .both(let first, let second): first.isApproximate || second.isApproximate
    default: false
    }
  }

  /// How often it takes place in a year at most.
  var mostPerYear: Int {
    switch self {
    case .list(let years): years.values.map(\.count).max() ?? 1
    case .every(_, _, let rule), .span(_, let rule): rule.mostPerYear
    case .both: 2
    default: 1
    }
  }

  /// When it takes place in a year for the nth time, counted from 0 in order of time.
  func period(year: Int, number: Int) -> Period? {
    switch self {
    case .list(let years):
      guard let days = years[year], days.indices.contains(number) else { return nil }
      return days[number]
    case .every(let modulus, let remainder, let rule):
      return ((year % modulus) + modulus) % modulus == remainder
        ? rule.period(year: year, number: number) : nil
    case .span(let count, let rule):
      return rule.period(year: year, number: number).map {
        Period(days: $0.firstDay, through: $0.firstDay + (count - 1))
      }
    case .both(let first, let second):
      return number == 0 ? first.period(year: year) : number == 1 ? second.period(year: year) : nil
    default: return number == 0 ? period(year: year) : nil
    }
  }

  /// When it takes place in a year; the first time where a year of another calendar falls into it twice.
  func period(year: Int) -> Period? {
    switch self {
    case .fixed(let month, let day):
      return CivilDate(year: year, month: month, day: day).map { Period(day: $0.number) }
    case .nth(let number, let weekday, let month, let offset):
      guard let first = CivilDate(year: year, month: month, day: 1)?.number else { return nil }
      let length = CivilDate.daysIn(month: month, year: year)
      let day: DayNumber
      if number > 0 {
        let ahead = (weekday.number - first.weekday.number + 7) % 7
        day = first + ahead + (number - 1) * 7
      } else {
        let last = first + (length - 1)
        day = last - (last.weekday.number - weekday.number + 7) % 7 + (number + 1) * 7
      }
      return Period(day: day + offset)
    case .from(let weekday, let month, let day):
      guard let first = CivilDate(year: year, month: month, day: day)?.number else { return nil }
      return Period(day: first + (weekday.number - first.weekday.number + 7) % 7)
    case .easter(let offset): return Easter.sunday(year: year).map { Period(day: $0 + offset) }
    case .orthodox(let offset): return Easter.orthodoxSunday(year: year).map { Period(day: $0 + offset) }
    case .hebrew(let month, let day, let offset):
      return HebrewCalendar.day(month: month, day: day, inGregorian: year).map { Period(day: $0 + offset) }
    case .islamic(let month, let day):
      return IslamicCalendar.day(month: month, day: day, inGregorian: year).map { Period(day: $0) }
    case .every(let modulus, let remainder, let rule):
      return ((year % modulus) + modulus) % modulus == remainder ? rule.period(year: year) : nil
    case .span(let count, let rule):
      return rule.period(year: year).map { Period(days: $0.firstDay, through: $0.firstDay + (count - 1)) }
    case .list(let years): return years[year]?.first
    case .both(let first, _): return first.period(year: year)
    }
  }
}
