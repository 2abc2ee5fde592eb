import TimelineDates

extension Resolver {
  /// How many days from the publication a day spoken of may lie for a bare clock time to be on it.
  private static let spokenReach = 60

  /// The publication day, the time mentioned before, or the date of a named event.
  func anchor(_ anchor: TimeTerm.Anchor, _ context: ResolutionContext) throws(Obstacle) -> Reading {
    switch anchor {
    case .publication: return Reading(Period(day: context.reference.day), "the publication day")
    case .previous:
      guard let previous = context.previous else { throw .missing(.previousTime) }
      return Reading(previous, "the time mentioned before")
    case .spoken:
      if let story = context.story { return Reading(story, "the time that the story is at") }
      if let report = context.report { return Reading(report, "the time that the report is about") }
      return Reading(Period(day: context.reference.day), "the publication day")
    case .spokenDay:
      if let story = context.story {
        // A day that was named in passing has a time of day behind it, too.
        let day = context.previous.flatMap { $0.dayCount == 1 ? $0 : nil } ?? story
        return Reading(Period(day: day.firstDay), "the day that the story is at")
      }
      let today = context.reference.day
      guard let previous = context.previous, previous.dayCount == 1,
        abs(previous.firstDay - today) <= Self.spokenReach,
        context.direction != .past || previous.firstDay <= today,
        context.direction != .future || previous.firstDay >= today
      else { return Reading(Period(day: context.reference.day), "the publication day") }
      return Reading(Period(day: previous.firstDay), "the day spoken of before")
    case .fiscalYear:
      let date = CivilDate(context.reference.day)
      let first = try fiscalStart()
      let begin = date.month >= first ? date.year : date.year - 1
      return try fiscalYear(beginning: begin)
    case .fiscalYearNamed(let year):
      return try fiscalYear(beginning: try fiscalStart() >= Self.namedByItsEnd ? year - 1 : year)
    case .event(let key):
      if let known = context.events[key] { return Reading(known.period, known.origin) }
      let occurrences = occurrences(.event(key))
      let day = context.reference.localTime
      let ahead = occurrences.first(from: day)
      let behind = occurrences.last(upTo: day)
      let chosen = context.direction == .past ? behind ?? ahead : ahead ?? behind
      guard let chosen else { throw .missing(.event(key)) }
      return Reading(chosen, "the event list's date")
    }
  }

  /// `The 1988 quarter`: the one of that year that a report's own quarter compares with; the year where no report is
  /// under way.
  func comparedQuarter(of year: Reading, _ context: ResolutionContext) throws(Obstacle) -> Reading {
    guard let report = context.report, let size = report.grain.months, year.period.grain == .year else {
      return year
    }
    let first = CivilDate(report.firstDay)
    let start = CivilDate(year: CivilDate(year.period.firstDay).year, month: first.month, day: 1)
    guard let start else { return year }
    let end = start.adding(months: size)
    return year.step(
      "its part that the report's compares with",
      period: Period(start: LocalTime(start.number), end: LocalTime(end.number), grain: report.grain))
  }

  /// Fiscal years that begin in this month or later are named by the year in which they end.
  private static let namedByItsEnd = 7

  private func fiscalStart() throws(Obstacle) -> Int {
    guard let month = settings.fiscalYearStart else { throw .missing(.fiscalYear) }
    return month
  }

  private func fiscalYear(beginning year: Int) throws(Obstacle) -> Reading {
    guard let first = CivilDate(year: year, month: try fiscalStart(), day: 1) else {
      throw .impossible("the year \(year) is out of range")
    }
    let next = first.adding(months: 12).number
    let period = Period(start: LocalTime(first.number), end: LocalTime(next), grain: .year)
    return Reading(period, "the fiscal year, which begins in month \(first.month)")
  }

  /// The readings of calendar fields: two where month and day stand in digits and may have changed places.
  func dates(_ date: PartialDate, _ context: ResolutionContext) throws(Obstacle) -> [Reading] {
    guard date.isSlashed, let month = date.month, let day = date.day, (1...12).contains(day) else {
      return [try self.date(date)]
    }
    var swapped = date
    (swapped.month, swapped.day) = (day, month)
    let readings = [try self.date(date), try self.date(swapped)].map { reading in
      CivilDate(reading.period.firstDay).month == month
        ? reading.step("read with the month first") : reading.step("read with the day first")
    }
    return settings.dateOrder == .monthFirst ? readings : readings.reversed()
  }

  /// Calendar fields as written; a date that does not exist stays impossible.
  func date(_ date: PartialDate) throws(Obstacle) -> Reading {
    // The fifth century BC, as -5, are the years 500 through 401 BC, which count as -499 through -400.
    if let century = date.century {
      return try years(century * 100 + (century < 0 ? 1 : 0), count: 100, .century)
    }
    // The 460s BC are the years 469 through 460 BC, which count as -468 through -459.
    if let decade = date.decade { return try years(decade * 10 - (decade < 0 ? 8 : 0), count: 10, .decade) }
    guard let year = date.year else { throw .missing(.nothingToDate) }
    if let week = date.week {
      guard let week = ISOWeek(year: year, number: week) else {
        throw .impossible("\(year) has no week \(week)")
      }
      return Reading(Period(days: week.monday, through: week.monday + 6, grain: .week), "as written")
    }
    let part: Recurrence? =
      date.season.map { .season($0) } ?? date.quarter.map { .quarter($0) } ?? date.half.map { .half($0) }
    if let part {
      guard let period = occurrences(part).period(year) else { throw .impossible("no such part of \(year)") }
      return Reading(period, "as written")
    }
    guard CivilDate.years.contains(year) else { throw .impossible("the year \(year) is out of range") }
    guard let month = date.month else { return try years(year, count: 1, .year) }
    guard let day = date.day else {
      guard let period = occurrences(.month(month)).period(year), (1...12).contains(month) else {
        throw .impossible("\(year) has no month \(month)")
      }
      return Reading(period, "as written")
    }
    guard let civil = CivilDate(year: year, month: month, day: day) else {
      throw .impossible("\(year) has no day \(day) in month \(month)")
    }
    var reading = Reading(Period(day: civil.number), "as written")
    if let weekday = date.weekday, civil.number.weekday != weekday {
      reading.trace.append(
        Reading.Step("the text calls it a \(weekday), the calendar a \(civil.number.weekday)"))
      reading.exactness = .approximate
    }
    return reading
  }

  private func years(_ first: Int, count: Int, _ grain: Grain) throws(Obstacle) -> Reading {
    guard let start = CivilDate(year: first, month: 1, day: 1),
      let end = CivilDate(year: first + count - 1, month: 12, day: 31)
    else { throw .impossible("the year \(first) is out of range") }
    return Reading(Period(days: start.number, through: end.number, grain: grain), "as written")
  }
}
