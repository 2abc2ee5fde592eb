import CLibical
import TimelineDates

/// A `VEVENT` as libical reads it.
struct ICalEvent {
  private let component: OpaquePointer
  /// Keeps the component alive.
  private let file: ICalFile
  /// The calendar's own zone, by which moments of UTC fall on days.
  private let zone: OpaquePointer?

  init(_ component: OpaquePointer, file: ICalFile, zone: OpaquePointer?) {
    self.component = component
    self.file = file
    self.zone = zone
  }

  /// What keeps an entry from being read.
  struct Mistake: Error {
    var text: String
  }

  /// The days of an entry.
  struct Times {
    var days: [ClosedRange<DayNumber>] = []
    /// Whether there are more than ``CalendarReader/mostTimes``.
    var isCut = false
    /// The years of its rules that give hardly a time.
    var leanYears = 0
  }

  var summary: String { text(icalcomponent_get_summary(component)) }
  var uid: String { text(icalcomponent_get_uid(component)) }
  var isCancelled: Bool { icalcomponent_get_status(component) == ICAL_STATUS_CANCELLED }

  /// Which time of a repeated event the entry stands for; nil for a whole one.
  var recurrenceID: ICalTime? {
    icalcomponent_get_first_property(component, ICAL_RECURRENCEID_PROPERTY).flatMap { property in
      ICalTime(zoned(icalproperty_get_recurrenceid(property), property))
    }
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

  /// Every time that it takes place, bounded.
  ///
  /// - Parameters:
  ///   - replaced: Times that other entries stand for.
  ///   - year: Where there are too many times, those up to the years behind this one are kept; nil for the first.
  func times(without replaced: Set<ICalTime>, around year: Int? = nil) throws(Mistake) -> Times {
    let start = icalcomponent_get_dtstart(component)
    guard ICalTime(start) != nil else { throw Mistake(text: "the start of the event cannot be read") }
    let length = try length(from: start)
    var starts: [icaltimetype] = [start]
    var (isCut, leanYears) = (false, 0)
    for property in properties(ICAL_RRULE_PROPERTY) where leanYears <= CalendarReader.mostLeanYears {
      let found = try occurrences(icalproperty_get_rrule(property), from: start, around: year)
      starts += found.times
      isCut = isCut || found.isCut
      leanYears += found.leanYears
    }
    for property in properties(ICAL_RDATE_PROPERTY) {
      let value = icalproperty_get_rdate(property)
      let time = icaltime_is_null_time(value.time) == 0 ? value.time : value.period.start
      starts.append(zoned(time, property))
    }
    let excluded = properties(ICAL_EXDATE_PROPERTY).map { zoned(icalproperty_get_exdate($0), $0) }
    let leftOut = Set(excluded.compactMap { ICalTime($0) }).union(replaced)
    // Some programs leave out a whole day where they mean a moment of it.
    let days = Set(excluded.filter { $0.is_date != 0 }.compactMap { ICalTime.wall($0)?.day })
    var times = Times(isCut: isCut, leanYears: leanYears)
    for start in starts {
      guard let time = ICalTime(start), !leftOut.contains(time), !days.contains(time.local.day) else {
        continue
      }
      let begin = onOwnDay(start) ?? time.local
      let end = begin + max(length - 1, 0)
      times.days.append(begin.day...max(end.day, begin.day))
    }
    return times
  }

  /// Seconds from the start to the end on the start's clock; a day without an end lasts the day, a moment without
  /// one no time.
  private func length(from start: icaltimetype) throws(Mistake) -> Int {
    let usual = start.is_date != 0 ? 86_400 : 0
    if let property = icalcomponent_get_first_property(component, ICAL_DURATION_PROPERTY) {
      return max(Int(icaldurationtype_as_int(icalproperty_get_duration(property))), usual)
    }
    guard icalcomponent_get_first_property(component, ICAL_DTEND_PROPERTY) != nil else { return usual }
    var last = icalcomponent_get_dtend(component)
    if let zone = start.zone, last.zone != nil, icaltime_is_null_time(last) == 0 {
      last = icaltime_convert_to_zone(last, zone)
    }
    guard let begin = ICalTime.wall(start), let end = ICalTime.wall(last) else {
      throw Mistake(text: "the end of the event cannot be read")
    }
    return max(Int(clamping: end.seconds - begin.seconds), usual)
  }

  /// The times that a rule gives.
  private struct Occurrences {
    var times: [icaltimetype] = []
    var isCut = false
    /// The years that were gone through day by day or month by month, where they give less than a time in ten.
    var leanYears = 0
  }

  /// So many years behind the one asked for are kept of what repeats without an end.
  private static let yearsAhead = 2

  private func occurrences(
    _ rule: icalrecurrencetype, from start: icaltimetype, around year: Int?
  ) throws(Mistake) -> Occurrences {
    switch rule.freq {
    case ICAL_YEARLY_RECURRENCE, ICAL_MONTHLY_RECURRENCE, ICAL_WEEKLY_RECURRENCE, ICAL_DAILY_RECURRENCE: break
    case ICAL_HOURLY_RECURRENCE, ICAL_MINUTELY_RECURRENCE, ICAL_SECONDLY_RECURRENCE:
      throw Mistake(
        text: "the event repeats within the day; events that date articles repeat by days or more")
    default: throw Mistake(text: "the rule by which the event repeats cannot be read")
    }
    var found = Occurrences()
    guard Int(start.year) <= CalendarReader.lastYear else { return found }
    let rule = bounded(rule, from: start)
    guard let iterator = icalrecur_iterator_new(rule, start) else {
      throw Mistake(text: "the rule by which the event repeats cannot be followed")
    }
    defer { icalrecur_iterator_free(iterator) }
    while true {
      if found.times.count >= CalendarReader.mostTimes {
        found.isCut = true
        guard let year, let last = found.times.last, Int(last.year) <= year + Self.yearsAhead else { break }
        found.times.removeFirst(CalendarReader.mostTimes / 4)
      }
      let next = icalrecur_iterator_next(iterator)
      if icaltime_is_null_time(next) != 0 || Int(next.year) > CalendarReader.lastYear {
        let isCounted = rule.count > 0 && found.times.count >= Int(rule.count)
        let end = isCounted ? found.times.last?.year ?? start.year : rule.until.year
        let years = Int(end) - Int(start.year)
        if rule.freq != ICAL_YEARLY_RECURRENCE, found.times.count * 10 < years { found.leanYears = years }
        return found
      }
      found.times.append(next)
    }
    return found
  }

  /// A rule that ends with the last year that is read; libical itself goes on for thousands of years.
  private func bounded(_ rule: icalrecurrencetype, from start: icaltimetype) -> icalrecurrencetype {
    guard icaltime_is_null_time(rule.until) != 0 || Int(rule.until.year) > CalendarReader.lastYear else {
      return rule
    }
    var rule = rule
    rule.until = start
    (rule.until.year, rule.until.month, rule.until.day) = (Int32(CalendarReader.lastYear), 12, 31)
    if start.is_date == 0 { (rule.until.hour, rule.until.minute, rule.until.second) = (23, 59, 59) }
    return rule
  }

  /// The moment on the calendar's wall clock, of one that is told in UTC.
  private func onOwnDay(_ time: icaltimetype) -> LocalTime? {
    guard let zone, icaltime_is_utc(time) != 0 else { return nil }
    return ICalTime.wall(icaltime_convert_to_zone(time, zone))
  }

  /// A time with the zone that its property names.
  private func zoned(_ time: icaltimetype, _ property: OpaquePointer) -> icaltimetype {
    guard time.is_date == 0, time.zone == nil,
      let parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER),
      let name = icalparameter_get_tzid(parameter)
    else { return time }
    var zoned = time
    let parent = icalcomponent_get_parent(component)
    zoned.zone =
      parent.flatMap { icalcomponent_get_timezone($0, name) } ?? icaltimezone_get_builtin_timezone(name)
    return zoned
  }

  private func properties(_ kind: icalproperty_kind) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    var next = icalcomponent_get_first_property(component, kind)
    while let property = next {
      found.append(property)
      next = icalcomponent_get_next_property(component, kind)
    }
    return found
  }
}
