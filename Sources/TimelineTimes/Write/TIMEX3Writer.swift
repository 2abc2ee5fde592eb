import TimelineDates

/// Writes a term and its resolution as the attributes of a TIMEX3 tag (TimeML 1.2.1).
enum TIMEX3Writer {
  static func timex(_ term: TimeTerm, _ resolution: Resolution) -> TIMEX3 {
    switch term {
    case .vague(let tense): return TIMEX3(type: .date, value: reference(tense))
    case .duration(let amount): return TIMEX3(type: .duration, value: duration(amount))
    case .set(let repetition): return set(repetition)
    case .stretch(_, let amount, _): return TIMEX3(type: .duration, value: duration(amount))
    case .approximately(let inner):
      var timex = timex(inner, resolution)
      timex.mod = timex.mod ?? "APPROX"
      return timex
    case .part(let part, let inner): return self.part(part, of: inner, resolution)
    case .rest(_, let inner): return whole(inner, resolution) ?? unresolved(term)
    case .open(let bound, let inner):
      var timex = whole(inner, resolution) ?? timex(inner, resolution)
      timex.mod = mod(bound)
      return timex
    case .during(let part, _):
      guard let day = resolution.chosen?.period.lastDay else {
        return TIMEX3(type: .time, value: "XXXX-XX-XXT" + code(part))
      }
      let date = CivilDate(day)
      return TIMEX3(type: .time, value: withEra(date.description, date.year) + "T" + code(part))
    case .anchor, .date, .nearest, .this, .next, .last, .nth, .shift, .workdays, .ending, .between, .at:
      guard let period = resolution.chosen?.period else { return unresolved(term) }
      guard term.isWinter, unitPeriod(period), CivilDate(period.firstDay).year >= 0 else {
        return plain(period)
      }
      // A winter that the words give no year is named by the year of its January, which most of it lies in.
      return TIMEX3(
        type: .date,
        value: String(CivilDate(period.lastDay).description.prefix(4)) + "-" + Season.winter.rawValue)
    }
  }

  /// The tag of a resolved period by its grain.
  static func plain(_ period: Period) -> TIMEX3 {
    TIMEX3(type: period.grain.isClock ? .time : .date, value: value(period))
  }

  static func value(_ period: Period) -> String {
    let date = CivilDate(period.firstDay)
    if period.grain == .day || period.grain == .dayPart, period.firstDay == period.lastDay {
      return withEra(date.description, date.year)
    }
    let first = withEra(period.inclusiveText.start, date.year)
    let last = withEra(period.inclusiveText.end, CivilDate(period.lastDay).year)
    let yearText = String(first.prefix(yearLength(date.year)))
    let unit = unitPeriod(period)
    switch period.grain {
    case .second, .minute, .hour: return first == last ? first : "\(first)/\(last)"
    case .day, .dayPart: return first == last ? first : "\(first)/\(last)"
    case .week where period.dayCount == 7 && period.firstDay.weekday == .monday:
      return week(period)
    case .weekend where period.dayCount == 2: return week(period) + "-WE"
    case .month where unit: return String(first.dropLast(3))
    case .season where unit:
      guard let season = Season.allCases.first(where: { $0.firstMonth == date.month }) else { break }
      return yearText + "-" + season.rawValue
    case .quarter where unit: return yearText + "-Q\((date.month - 1) / 3 + 1)"
    case .half where unit: return yearText + (date.month == 1 ? "-H1" : "-H2")
    case .year where unit: return yearText
    // Before Christ the last year of a decade or century has the digits that name it.
    case .decade where unit: return String(lastYear(date, last, yearText).dropLast(1))
    case .century where unit: return String(lastYear(date, last, yearText).dropLast(2))
    case .millennium where unit: return String(yearText.dropLast(3))
    default: break
    }
    if let size = period.grain.months, date.day == 1, size >= 1 {
      let end = CivilDate(period.lastDay + 1)
      if end.day == 1 {
        return size >= 12 ? "\(yearText)/\(last.dropLast(6))" : "\(first.dropLast(3))/\(last.dropLast(3))"
      }
    }
    return "\(first)/\(last)"
  }

  /// The year that names a decade or century.
  private static func lastYear(_ first: CivilDate, _ last: String, _ yearText: String) -> Substring {
    first.year < 1 ? last.prefix(6) : yearText.prefix(4)
  }

  /// How many characters a year takes: `1984`, `BC0493`, `BC10000`.
  private static func yearLength(_ year: Int) -> Int {
    year < 1 ? max(4, String(1 - year).count) + 2 : 4
  }

  private static func week(_ period: Period) -> String {
    let week = ISOWeek(holding: period.firstDay)
    return withEra(week.description, week.year)
  }

  /// A date's text with years before Christ as TIMEX3 writes them: `BC0493`.
  private static func withEra(_ text: String, _ year: Int) -> String {
    guard year < 1 else { return text }
    let digits = String(1 - year)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    return "BC" + padding + digits + text.dropFirst(year < 0 ? 5 : 4)
  }

  /// Whether the period is one unit of its grain.
  private static func unitPeriod(_ period: Period) -> Bool {
    guard let months = period.grain.months else { return false }
    let start = CivilDate(period.firstDay)
    return start.day == 1 && start.adding(months: months).number == period.lastDay + 1
  }

  private static func part(_ part: TimeTerm.Part, of inner: TimeTerm, _ resolution: Resolution) -> TIMEX3 {
    if part == .firstHalf || part == .secondHalf, let period = resolution.chosen?.period {
      return plain(period)
    }
    var timex = whole(inner, resolution) ?? timex(inner, resolution)
    switch part {
    case .early, .start, .firstHalf: timex.mod = "START"
    case .mid: timex.mod = "MID"
    case .late, .end, .secondHalf: timex.mod = "END"
    }
    return timex
  }

  /// The tag of the period that a part was cut from: the unit that holds the part.
  private static func whole(_ inner: TimeTerm, _ resolution: Resolution) -> TIMEX3? {
    guard let piece = resolution.chosen?.period, let grain = inner.grain else { return nil }
    let occurrences = Occurrences(recurrence: .unit(grain), events: .none)
    return occurrences.holding(piece.start).map { period in
      guard inner.isWinter else { return plain(period) }
      return timex(inner, .resolved(Reading(period: period)))
    }
  }

  /// The tag of fiscal time, whose period nothing tells: the year of the document, by its number alone.
  static func fiscal(_ term: TimeTerm, in year: Int) -> TIMEX3? {
    switch term {
    case .anchor(.fiscalYear): TIMEX3(type: .date, value: "\(year)")
    case .nth(let number, .unit(.quarter), .anchor(.fiscalYear)):
      TIMEX3(type: .date, value: "\(year)-Q\(number)")
    case .nth(let number, .unit(.half), .anchor(.fiscalYear)):
      TIMEX3(type: .date, value: "\(year)-H\(number)")
    case .shift(.anchor(.fiscalYear), let amount, let sign) where amount.grain == .year && amount.count == 1:
      TIMEX3(type: .date, value: "\(year + sign)")
    default: nil
    }
  }

  private static func unresolved(_ term: TimeTerm) -> TIMEX3 {
    switch term {
    case .shift(.anchor(.publication), let amount, 1):
      TIMEX3(type: .duration, value: duration(amount))
    case .shift(.anchor(.event), let amount, _):
      // Counted from an event whose date is not known: the tag holds the amount alone.
      TIMEX3(type: .duration, value: duration(amount))
    case .anchor(.fiscalYearNamed(let year)):
      TIMEX3(type: .date, value: "\(year)")
    case .nth(let number, .unit(.quarter), .anchor(.fiscalYearNamed(let year))):
      TIMEX3(type: .date, value: "\(year)-Q\(number)")
    case .nearest(.month(let month)), .this(.month(let month), _), .next(.month(let month), _):
      TIMEX3(type: .date, value: "XXXX-" + (month < 10 ? "0\(month)" : "\(month)"))
    default: TIMEX3(type: .date, value: "XXXX-XX-XX")
    }
  }

  private static func mod(_ bound: TimeTerm.Bound) -> String {
    switch bound {
    case .before: "BEFORE"
    case .onOrBefore: "ON_OR_BEFORE"
    case .onOrAfter: "ON_OR_AFTER"
    case .after: "AFTER"
    }
  }

  private static func code(_ part: DayPart) -> String { part == .overnight ? "NI" : part.rawValue }

  private static func reference(_ tense: TimeTerm.Tense) -> String {
    switch tense {
    case .past: "PAST_REF"
    case .present: "PRESENT_REF"
    case .future: "FUTURE_REF"
    }
  }
}

extension TimeTerm {
  /// Whether the words are a winter without a year.
  fileprivate var isWinter: Bool {
    switch self {
    case .nearest(.season(.winter)), .this(.season(.winter), _), .next(.season(.winter), _),
      .last(.season(.winter), _):
      true
    default: false
    }
  }
}
