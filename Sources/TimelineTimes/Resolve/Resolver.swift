import TimelineDates

/// Works out what a ``TimeTerm`` means on one day: the second of the two steps.
///
/// Every operator is total: it gives readings, the chosen one first, or says what stands in the way.
package struct Resolver: Sendable {
  let settings: ResolutionSettings
  let events: EventCalendar

  package init(settings: ResolutionSettings = ResolutionSettings(), events: EventCalendar = .english) {
    self.settings = settings
    self.events = events.adding(settings.namedEvents)
  }

  /// The zone of clock times where a text names none; nil where they stay without one.
  package var assumedZone: String? { settings.zone }

  /// Why a term has no date.
  enum Obstacle: Error {
    case missing(Resolution.Missing)
    case impossible(String)
  }

  package func resolve(_ term: TimeTerm, in context: ResolutionContext) -> Resolution {
    do throws(Obstacle) {
      let readings = distinct(try self.readings(term, context))
      if let first = readings.first, first.period.firstDay > Self.lastDay {
        return .impossible("out of range")
      }
      guard let first = readings.first else { return .unanchored(.nothingToDate) }
      return readings.count == 1 ? .resolved(first) : .ambiguous(readings)
    } catch {
      switch error {
      case .missing(let missing): return .unanchored(missing)
      case .impossible(let reason): return .impossible(reason)
      }
    }
  }

  /// The last day of the calendar.
  private static let lastDay = CivilDate(DayNumber(.max)).number

  private func distinct(_ readings: [Reading]) -> [Reading] {
    var kept: [Reading] = []
    for reading in readings where !kept.contains(where: { $0.period == reading.period }) {
      kept.append(reading)
    }
    return kept
  }

  func readings(_ term: TimeTerm, _ context: ResolutionContext) throws(Obstacle) -> [Reading] {
    switch term {
    case .anchor(let anchor): return [try self.anchor(anchor, context)]
    case .date(let date): return try dates(date, context)
    case .nearest(let recurrence): return try nearest(recurrence, context)
    case .this(.unit(.quarter), .anchor(.spoken))
    where context.report == nil && context.story == nil:
      // `The quarter` is the last one that has ended.
      return try last(.unit(.quarter), try first(.anchor(.publication), context))
    case .this(.unit(.quarter), .date(let date)):
      return [try comparedQuarter(of: try self.date(date), context)]
    case .this(let recurrence, let base): return try this(recurrence, try start(base, context))
    // `Last Tuesday` is a day of the writer's own weeks, whatever story he tells.
    case .next(.weekday(let day), let base): return try next(.weekday(day), try first(base, context))
    case .last(.weekday(let day), let base): return try last(.weekday(day), try first(base, context))
    case .next(let recurrence, let base): return try next(recurrence, try start(base, context))
    case .last(let recurrence, let base): return try last(recurrence, try start(base, context))
    case .nth(let number, let recurrence, let base):
      return [try nth(number, recurrence, try first(base, context))]
    case .shift(let base, let amount, let sign):
      if context.mayHaveElapsed, context.direction == .past || context.story != nil {
        // What took three weeks was done `in three weeks`, which is no day.
        throw .missing(.nothingToDate)
      }
      return [try shift(try first(base, context), amount, sign, context)]
    case .stretch(.part(let part, let base), let amount, let sign) where part == .start || part == .end:
      return [run(try first(base, context), amount, sign)]
    case .stretch(let base, let amount, let sign):
      return [try stretch(try first(base, context), amount, sign)]
    case .workdays(let count, let base):
      if context.mayHaveElapsed, context.direction == .past || context.story != nil {
        throw .missing(.nothingToDate)
      }
      return [try workdays(count, from: try first(base, context))]
    case .ending(let amount, let base): return try readings(base, context).map { ending(amount, $0) }
    case .between(let start, let end): return [try between(start, end, context)]
    case .part(.end, .this(.unit(.quarter), .anchor(.spoken))) where context.direction == .future:
      // What is to come `before the end of the quarter` comes in the one under way.
      return try readings(.part(.end, of: .this(.unit(.quarter), of: .anchor(.publication))), context)
    case .part(let part, let base):
      return try each(base, context) { cut(part, $0, context.edge) }
    case .rest(let side, let base): return [try rest(side, try first(base, context), context)]
    case .during(let part, let base):
      return try each(base, notOver(part, of: base, context)) { during(part, $0) }
    case .at(let clock, let base):
      return try readings(base, context).flatMap { base in clock.readings.map { at($0, base) } }
    case .approximately(let base):
      return try each(base, context) { $0.step("about then", exactness: .approximate) }
    case .open(let bound, let base): return try each(base, context) { open(bound, $0) }
    case .duration, .vague: throw .missing(.nothingToDate)
    case .set(let repetition): return try occurrence(of: repetition, context)
    }
  }

  /// Looking ahead, a day whose part is over by now is not this day: `Sunday morning`, said on a Sunday evening.
  private func notOver(
    _ part: DayPart, of base: TimeTerm, _ context: ResolutionContext
  ) -> ResolutionContext {
    guard case .nearest = base, context.direction ?? settings.direction == .future,
      let second = context.reference.second,
      let end = part.endHour, second >= end * 3600
    else { return context }
    var later = context
    later.reference = DocumentTime(day: context.reference.day + 1, offset: context.reference.offset)
    return later
  }

  /// The chosen reading of a term that others build on.
  private func first(_ term: TimeTerm, _ context: ResolutionContext) throws(Obstacle) -> Reading {
    var context = context
    context.edge = nil
    guard let reading = try readings(term, context).first else { throw .missing(.nothingToDate) }
    return reading
  }

  /// The reading that `this`, `next` and `last` count from: in a story of another time, that time.
  private func start(_ term: TimeTerm, _ context: ResolutionContext) throws(Obstacle) -> Reading {
    guard let story = context.story, term == .anchor(.publication) else { return try first(term, context) }
    return Reading(story, "the time that the story is at")
  }

  private func each(
    _ base: TimeTerm, _ context: ResolutionContext, _ change: (Reading) -> Reading
  ) throws(Obstacle) -> [Reading] {
    try readings(base, context).map(change)
  }

  func occurrences(_ recurrence: Recurrence) -> Occurrences {
    Occurrences(recurrence: recurrence, settings: settings, events: events)
  }
}

extension Reading {
  /// This reading with one more step of its explanation.
  func step(_ text: String, period: Period? = nil, exactness: Exactness? = nil) -> Reading {
    var reading = self
    reading.period = period ?? self.period
    reading.exactness = exactness ?? self.exactness
    reading.trace.append(Step(text, reading.period))
    return reading
  }

  /// A reading that begins an explanation.
  init(_ period: Period, _ text: String, exactness: Exactness = .exact) {
    self.init(period: period, exactness: exactness)
    trace.append(Step(text, period))
  }
}

extension Period {
  /// `2026-05-18..2026-05-24`, or one date; `0044-03-15 BC`.
  var spanText: String {
    var (first, last) = inclusiveText
    if CivilDate(firstDay).year < 1 { first = Self.withEra(first, CivilDate(firstDay).year) }
    if CivilDate(lastDay).year < 1 { last = Self.withEra(last, CivilDate(lastDay).year) }
    return first == last ? first : "\(first)..\(last)"
  }

  /// A date's text with the year counted before Christ.
  private static func withEra(_ text: String, _ year: Int) -> String {
    let digits = String(1 - year)
    let sign = year < 0 ? 1 : 0
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + text.dropFirst(4 + sign) + " BC"
  }
}

extension DayPart {
  /// The hour by which it is over; nil where it reaches into the next day.
  fileprivate var endHour: Int? {
    switch self {
    case .morning: 12
    case .midday: 14
    case .afternoon, .daytime: 18
    case .evening, .night, .overnight: nil
    }
  }
}
