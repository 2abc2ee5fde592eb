public import TimelineDates

/// What the words of a time expression say, before any calendar is consulted.
///
/// A term knows no publication day and never picks a year: `next week` is `next(.unit(.week), …)` whenever
/// it was written. ``Resolution`` says what a term means on one day. The operators follow the
/// semantically compositional annotation scheme of Bethard and Parker (SCATE, LREC 2016).
public indirect enum TimeTerm: Hashable, Sendable, Codable {
  /// The time that something else refers to.
  case anchor(Anchor)
  /// Calendar fields as written, any of them missing: `12 June`, `2026`, `the 1990s`.
  case date(PartialDate)
  /// The occurrence that the clause points at, back or ahead: `Friday`, `in November`.
  case nearest(Recurrence)
  /// The occurrence in the unit that holds the reference: `this week`, `this Friday`.
  case this(Recurrence, of: TimeTerm)
  /// The first occurrence after the one that holds the reference: `next week`, `next summer`.
  case next(Recurrence, after: TimeTerm)
  /// The last occurrence before the one that holds the reference: `last month`.
  case last(Recurrence, before: TimeTerm)
  /// The nth occurrence within a period, from its end for negative `n`: `the second Tuesday of May`.
  case nth(Int, Recurrence, in: TimeTerm)
  /// The reference moved by an amount, later for `sign` 1, earlier for -1: `three weeks ago`.
  case shift(TimeTerm, by: Amount, sign: Int)
  /// The stretch of that length that begins (sign 1) or ends (sign -1) at the reference: `the next few days`.
  case stretch(TimeTerm, Amount, sign: Int)
  /// So many working days after a time, before it for a negative number: `five business days after 3 March`.
  case workdays(Int, from: TimeTerm)
  /// So long up to the end of a time, which belongs to it: `the three months to June`, `the year ended 31 March`.
  case ending(Amount, TimeTerm)
  /// From the start of the first to the end of the second: `June 4-6`.
  case between(TimeTerm, TimeTerm)
  /// A part of a period: `early summer`, `the end of May`.
  case part(Part, of: TimeTerm)
  /// What of a period lies before or after the reference day: `earlier this year`, `later this week`.
  case rest(Side, of: TimeTerm)
  /// A part of the day, which does not narrow the day: `Thursday night`.
  case during(DayPart, of: TimeTerm)
  /// A clock time on a day.
  case at(ClockTime, on: TimeTerm)
  /// About then: `around 10 May`.
  case approximately(TimeTerm)
  /// An open stretch that ends or begins at a time: `until May`, `since 2014`.
  case open(Bound, TimeTerm)
  /// A length of time that is placed nowhere: `three weeks`.
  case duration(Amount)
  /// Repeated times: `every other Tuesday`.
  case set(Repetition)
  /// `now`, `recently`, `soon`: past, present or future without a date.
  case vague(Tense)
}

extension TimeTerm {
  /// The event that it counts from, where it counts from one: `two days before the summit`.
  package var countedFrom: String? {
    if case .shift(.anchor(.event(let name)), _, _) = self { return name }
    return nil
  }
}

extension TimeTerm {
  /// The length by which it is counted from another time.
  var amountCounted: Amount? {
    switch self {
    case .shift(_, let amount, _): amount
    case .workdays(let count, _): Amount(Double(count.magnitude), .day)
    default: nil
    }
  }
}

extension TimeTerm {
  /// What a term may refer to.
  public enum Anchor: Hashable, Sendable, Codable {
    /// The publication of the document.
    case publication
    /// The time mentioned before it in the text.
    case previous
    /// The day that the text speaks of: that of the time mentioned before, else the publication day.
    case spokenDay
    /// The time that the text speaks of: in a story the time mentioned before, in reports of quarters the
    /// quarter mentioned before, else the publication.
    case spoken
    /// The fiscal year that holds the reference; when it starts is a setting.
    case fiscalYear
    /// The fiscal year of that number.
    case fiscalYearNamed(Int)
    /// A named event or holiday, by its key in the event list.
    case event(String)
  }

  /// The pieces that words cut from a period.
  public enum Part: String, Hashable, Sendable, Codable {
    /// First, middle and last third.
    case early, mid, late
    /// As the thirds, but the period's edge under `by`, `until`, `since`.
    case start, end
    case firstHalf, secondHalf
  }

  public enum Side: String, Hashable, Sendable, Codable { case earlier, later }

  public enum Bound: String, Hashable, Sendable, Codable { case before, onOrBefore, onOrAfter, after }

  public enum Tense: String, Hashable, Sendable, Codable { case past, present, future }
}

/// A part of the day, with its TIMEX3 code.
public enum DayPart: String, Hashable, Sendable, Codable, CaseIterable {
  case morning = "MO"
  case midday = "MI"
  case afternoon = "AF"
  case evening = "EV"
  case night = "NI"
  case daytime = "DT"
  /// The eve of the reference day and that day.
  case overnight = "ON"
}

/// A wall-clock time, with the zone as the text names it.
public struct ClockTime: Hashable, Sendable, Codable {
  /// 0 through 24; 24:00 is the end of the day.
  public var hour: Int
  /// 0 through 59.
  public var minute: Int
  /// 0 through 59; nil where the text gives none.
  public var second: Int?
  /// `CDT`, `GMT`, `+02:00`; nil where the text names none.
  public var zone: String?
  /// Whether morning or afternoon is left open (`at five`).
  public var isHalfDay: Bool

  public init(hour: Int, minute: Int = 0, second: Int? = nil, zone: String? = nil, isHalfDay: Bool = false) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.zone = zone
    self.isHalfDay = isHalfDay
  }
}

extension ClockTime {
  /// Both halves of the day where the words leave it open, the likelier first: seven to eleven in the
  /// morning, else after noon.
  var readings: [ClockTime] {
    guard isHalfDay, (1...12).contains(hour) else { return [self] }
    var morning = self
    morning.hour = hour % 12
    var afternoon = self
    afternoon.hour = hour % 12 + 12
    return (7...11).contains(hour) ? [morning, afternoon] : [afternoon, morning]
  }
}

/// Repeated times.
public struct Repetition: Hashable, Sendable, Codable {
  /// What recurs.
  public var recurrence: Recurrence
  /// Every how many of them; 2 for `every other`.
  public var interval: Int
  /// How often within one of them: `twice a week`; nil for once.
  public var count: Int?
  /// TIMEX3's quantifier as written: `EVERY`, `EACH`.
  public var quantifier: String?

  public init(_ recurrence: Recurrence, interval: Int = 1, count: Int? = nil, quantifier: String? = nil) {
    self.recurrence = recurrence
    self.interval = interval
    self.count = count
    self.quantifier = quantifier
  }
}
