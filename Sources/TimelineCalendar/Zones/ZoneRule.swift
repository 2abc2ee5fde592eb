import TimelineDates

/// How a zone's clock goes on for ever: a rule as POSIX writes it (`EET-2EEST,M3.5.0/3,M10.5.0/4`; IEEE Std 1003.1,
/// 8.3, with the wider hours of RFC 8536, 3.3.1).
struct ZoneRule: Hashable, Sendable {
  var standard: ZoneInfo.Clock
  var summer: Summer?

  struct Summer: Hashable, Sendable {
    var clock: ZoneInfo.Clock
    var start: Day
    var end: Day
  }

  /// A day of every year and the second of its wall clock, which may lie on a day before or after.
  struct Day: Hashable, Sendable {
    enum Rule: Hashable, Sendable {
      /// The nth weekday of a month, 5 for the last; weekdays from Sunday (0).
      case weekday(Int, number: Int, month: Int)
      /// 1 through 365; 29 February is never counted.
      case dayOfCommonYear(Int)
      /// 0 through 365.
      case dayOfYear(Int)
    }

    var rule: Rule
    var second: Int

    /// When it comes in a year, on the clock that holds until then.
    func time(in year: Int) -> LocalTime? {
      guard let first = CivilDate(year: year, month: 1, day: 1)?.number else { return nil }
      switch rule {
      case .dayOfYear(let day): return LocalTime(first + day, second: second)
      case .dayOfCommonYear(let day):
        let isLate = CivilDate.daysIn(month: 2, year: year) == 29 && day >= 60
        return LocalTime(first + (day - 1 + (isLate ? 1 : 0)), second: second)
      case .weekday(let weekday, let number, let month):
        guard let first = CivilDate(year: year, month: month, day: 1)?.number else { return nil }
        let ahead = (weekday - first.weekday.number % 7 + 7) % 7
        var day = first + ahead + (number - 1) * 7
        if day - first >= CivilDate.daysIn(month: month, year: year) { day = day - 7 }
        return LocalTime(day, second: second)
      }
    }
  }

  /// A change that the rule makes in a year.
  struct Turn {
    var local: LocalTime
    var from: ZoneInfo.Clock
    var to: ZoneInfo.Clock
    var day: Day

    /// Seconds since 1970 UTC.
    var moment: Int64 { local.seconds - Int64(from.offset) }
  }

  /// The two changes of a year in order of time; none without summer time.
  func turns(in year: Int) -> [Turn] {
    guard let summer, let start = summer.start.time(in: year), let end = summer.end.time(in: year) else {
      return []
    }
    return [
      Turn(local: start, from: standard, to: summer.clock, day: summer.start),
      Turn(local: end, from: summer.clock, to: standard, day: summer.end),
    ].sorted { $0.moment < $1.moment }
  }
}

// MARK: - Reading

extension ZoneRule {
  init?(_ text: String) {
    var rest = Substring(text)
    guard let name = Self.name(&rest), let offset = Self.seconds(&rest) else { return nil }
    standard = ZoneInfo.Clock(offset: -offset, isSummer: false, name: name)
    if rest.isEmpty { return }
    guard let name = Self.name(&rest) else { return nil }
    var ahead = 3600 - offset
    if rest.first != "," {
      guard let offset = Self.seconds(&rest) else { return nil }
      ahead = -offset
    }
    let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, let start = Self.day(parts[1]), let end = Self.day(parts[2])
    else { return nil }
    // Where winter time is what the law calls saving (Ireland), the clock ahead still is the summer's.
    let clock = ZoneInfo.Clock(offset: ahead, isSummer: true, name: name)
    summer = Summer(clock: clock, start: start, end: end)
  }

  /// Letters, or anything between `<` and `>`.
  private static func name(_ rest: inout Substring) -> String? {
    let name: Substring
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return nil }
      name = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
    } else {
      name = rest.prefix { $0.isASCII && $0.isLetter }
      rest = rest.dropFirst(name.count)
    }
    return name.isEmpty ? nil : String(name)
  }

  /// `[+-]h[:m[:s]]`.
  private static func seconds(_ rest: inout Substring) -> Int? {
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let text = rest.prefix { $0.isASCII && $0.isNumber || $0 == ":" }
    rest = rest.dropFirst(text.count)
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count) else { return nil }
    var sum = 0
    for (part, size) in zip(parts, [3600, 60, 1]) {
      guard let part, part <= 167 else { return nil }
      sum += part * size
    }
    return isNegative ? -sum : sum
  }

  private static func day(_ text: Substring) -> Day? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    var second = 7200
    if parts.count == 2 {
      var rest = parts[1]
      guard let time = seconds(&rest), rest.isEmpty else { return nil }
      second = time
    }
    guard let date = parts.first else { return nil }
    if date.first == "M" {
      let numbers = date.dropFirst().split(separator: ".").compactMap { Int($0) }
      guard numbers.count == 3, (1...12).contains(numbers[0]), (1...5).contains(numbers[1]),
        (0...6).contains(numbers[2])
      else { return nil }
      return Day(rule: .weekday(numbers[2], number: numbers[1], month: numbers[0]), second: second)
    }
    if date.first == "J" {
      guard let day = Int(date.dropFirst()), (1...365).contains(day) else { return nil }
      return Day(rule: .dayOfCommonYear(day), second: second)
    }
    guard let day = Int(date), (0...365).contains(day) else { return nil }
    return Day(rule: .dayOfYear(day), second: second)
  }
}
