import TimelineDates

extension Resolver {
  /// `Friday`, `in November`: back for a past clause, ahead for a future one, else the nearest; the
  /// reference day's own counts both ways. The other direction stays as an alternative.
  func nearest(_ recurrence: Recurrence, _ context: ResolutionContext) throws(Obstacle) -> [Reading] {
    let readings = try occurrencesNear(recurrence, context)
    guard case .event(let key) = recurrence, events.isApproximate(key) else { return readings }
    return readings.map { reading in
      var reading = reading
      reading.exactness = .approximate
      return reading
    }
  }

  private func occurrencesNear(
    _ recurrence: Recurrence, _ context: ResolutionContext
  ) throws(Obstacle) -> [Reading] {
    let occurrences = occurrences(recurrence)
    if let story = context.story, recurrence.grain >= .month || recurrence.isOfYear || story.grain <= .month,
      let inStory = following(context.storyDay, in: story, occurrences)
        ?? nearest(to: story, before: context.storyAhead, occurrences)
    {
      return [inStory]
    }
    if let next = goingOn(recurrence, occurrences, context) { return [next] }
    let day = context.reference.localTime
    let ahead = occurrences.first(from: day)
    let behind = occurrences.last(upTo: day)
    guard let any = ahead ?? behind else { throw noOccurrence(of: recurrence) }
    if let ahead, let behind, ahead == behind { return [Reading(ahead, "the one that holds the day")] }
    let isGiven = context.direction != nil && (context.isDirectionParsed || !isFigured(recurrence))
    let direction = isGiven ? context.direction : settings.direction
    let cue = context.directionCue.map { " (\($0))" } ?? ""
    let past = behind.map { Reading($0, "the last one up to the day" + (direction == .past ? cue : "")) }
    let future = ahead.map { Reading($0, "the first one from the day" + (direction == .future ? cue : "")) }
    let chosen =
      overwhelming(behind, ahead, recurrence, day, context) ?? direction
      ?? nearer(behind, ahead, recurrence, day)
    let ordered = chosen == .past ? [past, future] : [future, past]
    let readings = ordered.compactMap { $0 }
    return readings.isEmpty ? [Reading(any, "the only one known")] : readings
  }

  /// Where the text goes on from the time mentioned before: in a passage of long ago (`In October 2009 … before
  /// Christmas`), and a day of the month behind another (`on 18 September … on the 25th`).
  private func goingOn(
    _ recurrence: Recurrence, _ occurrences: Occurrences, _ context: ResolutionContext
  ) -> Reading? {
    if let passage = context.passage, context.direction != .future,
      [.month, .season].contains(recurrence.grain) || recurrence.isOfYear,
      let next = occurrences.first(from: passage.start)
    {
      return Reading(next, "goes on from \(passage.spanText)")
    }
    if case .dayOfMonth = recurrence, let previous = context.previous,
      previous.grain <= .month, let next = occurrences.first(from: previous.start),
      context.direction != .past || next.lastDay <= context.reference.day
    {
      return Reading(next, "goes on from \(previous.spanText)")
    }
    return nil
  }

  /// Inside a story that has named a year in passing: a time that goes on from the last day before it.
  private func following(_ day: Period?, in story: Period, _ occurrences: Occurrences) -> Reading? {
    guard let day, story.grain >= .year, let next = occurrences.first(from: day.start),
      next.start.seconds - day.end.seconds <= Self.nextStep
    else { return nil }
    return Reading(next, "goes on from \(day.spanText), which the story was at")
  }

  /// How far a story goes on in one step, in seconds: 31 days.
  private static let nextStep: Int64 = 31 * 86_400

  /// Inside a story: within the period that it is at, else the first one from there on, or the one before
  /// where that is much nearer, or where the first one lies too far beyond the time that the story names next.
  private func nearest(to story: Period, before next: Period?, _ occurrences: Occurrences) -> Reading? {
    guard let ahead = occurrences.first(from: story.start), let behind = occurrences.last(upTo: story.start)
    else { return nil }
    let forward = ahead.start.seconds - story.end.seconds
    let backward = story.start.seconds - behind.end.seconds
    if let next, next.end > story.start, behind.end <= next.end, ahead.start >= next.end,
      (ahead.start.seconds - next.end.seconds) * Self.backwardReluctance > backward
    {
      return Reading(behind, "before \(next.spanText), which the story goes on to")
    }
    // A part of a year names the year.
    let isPartOfYear = story.grain > .month && story.dayCount < 366
    let isBehind =
      isPartOfYear && CivilDate(behind.firstDay).year == CivilDate(story.firstDay).year
      ? forward * 2 > backward : forward > backward * Self.backwardReluctance
    let chosen = isBehind ? behind : ahead
    return Reading(chosen, "nearest to \(story.spanText), which the story is at")
  }

  /// A story goes forward: a time before the last one must be so many times nearer to be meant.
  private static let backwardReluctance: Int64 = 3

  /// Where one month or day of the year is this many times nearer than the other it is meant, whatever the
  /// verb of the clause: `declared a dividend, payable 15 December`.
  /// A guess at the clause counts for less than a clause that was parsed.
  private static func overwhelmingRatio(_ context: ResolutionContext) -> Int64 {
    context.directionIsGuessed ? 4 : 8
  }

  private func overwhelming(
    _ behind: Period?, _ ahead: Period?, _ recurrence: Recurrence, _ time: LocalTime,
    _ context: ResolutionContext
  ) -> Direction? {
    let ratio = Self.overwhelmingRatio(context)
    guard let behind, let ahead, recurrence.isOfYear || [.month, .quarter].contains(recurrence.grain) else {
      return nil
    }
    let back = max(time.seconds - behind.end.seconds, 0)
    let forth = max(ahead.start.seconds - time.seconds, 0)
    if back * ratio < forth { return .past }
    return forth * ratio < back ? .future : nil
  }

  /// Reports speak of the quarter that ended last or is under way, whatever they expect of it.
  private func isFigured(_ recurrence: Recurrence) -> Bool {
    if case .quarter = recurrence { return true }
    return false
  }

  /// Without a cue a weekday is the last one (news tells what was), all else the nearest.
  private func nearer(
    _ behind: Period?, _ ahead: Period?, _ recurrence: Recurrence, _ time: LocalTime
  ) -> Direction {
    guard let behind else { return .future }
    guard let ahead else { return .past }
    if case .weekday = recurrence { return .past }
    return time.seconds - behind.end.seconds <= ahead.start.seconds - time.seconds ? .past : .future
  }

  /// The occurrence in the unit that holds the reference: the ISO week for days of the week, else the
  /// year.
  func this(_ recurrence: Recurrence, _ base: Reading) throws(Obstacle) -> [Reading] {
    let occurrences = occurrences(recurrence)
    let start = base.period.start
    switch recurrence {
    case .weekday(let weekday):
      let day = settings.day(weekday, ofWeekOf: base.period.firstDay)
      let chosen = base.step("the one in that week", period: Period(day: day))
      guard day < base.period.firstDay, let coming = occurrences.first(from: start) else { return [chosen] }
      return [chosen, base.step("the coming one", period: coming)]
    case .weekend:
      let saturday = base.period.firstDay.monday + 5
      return [
        base.step(
          "the one in that week", period: Period(days: saturday, through: saturday + 1, grain: .weekend))
      ]
    case .month, .season, .quarter, .half, .monthDay, .event:
      if let holding = occurrences.holding(start) {
        return [base.step("the one that holds the day", period: holding)]
      }
      guard let period = occurrences.ofYear(CivilDate(base.period.firstDay).year) else {
        throw noOccurrence(of: recurrence)
      }
      return [base.step("the one in that year", period: period)]
    case .unit, .dayOfMonth, .weekdayOnDay, .weekdayOfMonth, .workday:
      guard let period = occurrences.holding(start) ?? occurrences.first(from: start) else {
        throw noOccurrence(of: recurrence)
      }
      return [base.step("the one that holds the day", period: period)]
    }
  }

  /// `next`: of days of the week the one of next week, of seasons the one after this year's, of all
  /// else the first after the one that holds the reference.
  func next(_ recurrence: Recurrence, _ base: Reading) throws(Obstacle) -> [Reading] {
    let occurrences = occurrences(recurrence)
    let start = base.period.start
    guard let coming = occurrences.first(after: start) else { throw noOccurrence(of: recurrence) }
    let comingReading = base.step("the first one after it", period: coming)
    switch recurrence {
    case .weekday(let weekday):
      let day = settings.day(weekday, ofWeekOf: base.period.firstDay) + 7
      let ofNextWeek = base.step("the one in the next week", period: Period(day: day))
      let readings = [ofNextWeek, comingReading]
      return settings.nextWeekday == .ofNextWeek ? readings : readings.reversed()
    case .weekend:
      let saturday = base.period.firstDay.monday + 12
      return [
        base.step(
          "the one in the next week", period: Period(days: saturday, through: saturday + 1, grain: .weekend)),
        comingReading,
      ]
    case .season:
      let current = occurrences.holding(start)?.firstDay ?? base.period.firstDay
      let year = CivilDate(current).year
      guard let after = occurrences.period(year + 1) else { throw noOccurrence(of: recurrence) }
      return [base.step("the one after that year's", period: after), comingReading]
    default: return [comingReading]
    }
  }

  /// `last`: the last one that ended before the reference; of days of the week the last before the day.
  func last(_ recurrence: Recurrence, _ base: Reading) throws(Obstacle) -> [Reading] {
    let occurrences = occurrences(recurrence)
    let start = base.period.start
    switch recurrence {
    case .unit:
      let index = occurrences.index(at: start) - 1
      guard let period = occurrences.period(index) else { throw noOccurrence(of: recurrence) }
      return [base.step("the one before it", period: period)]
    case .weekday(let weekday):
      guard let before = occurrences.last(endingBy: start) else { throw noOccurrence(of: recurrence) }
      let ofLastWeek = settings.day(weekday, ofWeekOf: base.period.firstDay) - 7
      return [
        base.step("the last one before the day", period: before),
        base.step("the one in the last week", period: Period(day: ofLastWeek)),
      ]
    case .weekend:
      let saturday = base.period.firstDay.monday - 2
      return [
        base.step(
          "the one in the last week", period: Period(days: saturday, through: saturday + 1, grain: .weekend))
      ]
    default:
      guard let period = occurrences.last(endingBy: start) else { throw noOccurrence(of: recurrence) }
      return [base.step("the last one before it", period: period)]
    }
  }

  private func noOccurrence(of recurrence: Recurrence) -> Obstacle {
    if case .event(let key) = recurrence { return .missing(.event(key)) }
    return .impossible("the calendar has no such day")
  }
}
