import TimelineDates

extension TIMEX3Writer {
  /// `P3D`, `PT2H`, `PXW` for an open count, `P18M` for a year and a half.
  static func duration(_ amount: Amount) -> String {
    guard let count = amount.count else { return prefix(amount.grain) + "X" + letter(amount.grain) }
    if count == count.rounded(), abs(count) < 1e9 {
      switch amount.grain {
      case .quarter, .season: return "P\(Int(count) * 3)M"
      case .half: return "P\(Int(count) * 6)M"
      case .decade, .century, .millennium: return "P\(Int(count) * (amount.grain.months ?? 12) / 12)Y"
      default: break
      }
      return prefix(amount.grain) + "\(Int(count))" + letter(amount.grain)
    }
    if let months = amount.grain.months, months >= 120 {
      // A decade and a half in years.
      return duration(Amount(count * Double(months / 12), .year))
    }
    return prefix(amount.grain) + trimmed(count) + letter(amount.grain)
  }

  private static func trimmed(_ count: Double) -> String {
    let hundredths = Int((min(abs(count), 1e9) * 100).rounded())
    let fraction = hundredths % 100
    if fraction % 10 == 0 { return "\(hundredths / 100).\(fraction / 10)" }
    return "\(hundredths / 100)." + (fraction < 10 ? "0\(fraction)" : "\(fraction)")
  }

  static func set(_ repetition: Repetition) -> TIMEX3 {
    let value: String
    switch repetition.recurrence {
    case .unit(let grain): value = duration(Amount(Double(repetition.interval), grain))
    case .weekday(let weekday): value = "XXXX-WXX-\(weekday.number)"
    case .weekend: value = "XXXX-WXX-WE"
    case .month(let month): value = "XXXX-" + (month < 10 ? "0\(month)" : "\(month)")
    case .monthDay(let month, let day):
      value = "XXXX-" + (month < 10 ? "0\(month)" : "\(month)") + "-" + (day < 10 ? "0\(day)" : "\(day)")
    case .dayOfMonth(let day): value = "XXXX-XX-" + (day < 10 ? "0\(day)" : "\(day)")
    case .weekdayOnDay(_, let day): value = "XXXX-XX-" + (day < 10 ? "0\(day)" : "\(day)")
    case .weekdayOfMonth: value = "P1M"
    case .workday: value = "P1D"
    case .season(let season): value = "XXXX-" + season.rawValue
    case .quarter(let quarter): value = "XXXX-Q\(quarter)"
    case .half(let half): value = "XXXX-H\(half)"
    case .event: value = "P1Y"
    }
    return TIMEX3(
      type: .set, value: value, quant: repetition.quantifier,
      freq: repetition.count.map { "\($0)X" })
  }

  private static func prefix(_ grain: Grain) -> String { grain.isClock ? "PT" : "P" }

  private static func letter(_ grain: Grain) -> String {
    switch grain {
    case .second: "S"
    case .minute: "M"
    case .hour: "H"
    case .day, .dayPart: "D"
    case .weekend: "WE"
    case .week: "W"
    case .month: "M"
    case .season: "SE"
    case .quarter: "Q"
    case .half: "H"
    case .year: "Y"
    case .decade: "DE"
    case .century: "CE"
    case .millennium: "ML"
    }
  }
}

extension TimeTerm {
  /// The unit that a term names, where it names one unit of the calendar.
  var grain: Grain? {
    switch self {
    case .date(let date):
      if date.day != nil { return .day }
      if date.month != nil { return .month }
      if date.week != nil { return .week }
      if date.season != nil { return .season }
      if date.quarter != nil { return .quarter }
      if date.half != nil { return .half }
      if date.year != nil { return .year }
      if date.decade != nil { return .decade }
      return date.century != nil ? .century : nil
    case .nearest(let recurrence), .this(let recurrence, _), .next(let recurrence, _),
      .last(let recurrence, _),
      .nth(_, let recurrence, _):
      return recurrence.grain
    case .shift(_, let amount, _): return amount.grain
    case .anchor(.publication): return .day
    default: return nil
    }
  }
}

extension Recurrence {
  /// Whether it is a day that comes once a year.
  var isOfYear: Bool {
    switch self {
    case .monthDay, .event: true
    default: false
    }
  }

  var grain: Grain {
    switch self {
    case .unit(let grain): grain
    case .weekday, .monthDay, .dayOfMonth, .weekdayOnDay, .weekdayOfMonth, .workday, .event: .day
    case .weekend: .weekend
    case .month: .month
    case .season: .season
    case .quarter: .quarter
    case .half: .half
    }
  }
}
