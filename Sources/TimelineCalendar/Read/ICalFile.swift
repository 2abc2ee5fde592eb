import CLibical
import TimelineDates

/// A file as libical reads it. The parsed tree lives as long as the object.
final class ICalFile {
  private let root: OpaquePointer?
  private(set) var events: [ICalEvent] = []

  init(_ file: [UInt8]) {
    // A mistake in somebody's file must not end the program.
    icalerror_set_errors_are_fatal(0)
    let bytes = file.starts(with: [0xEF, 0xBB, 0xBF]) ? file.dropFirst(3) : file[...]
    root = (Array(bytes) + [0]).withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { icalparser_parse_string($0.baseAddress) }
    }
    guard let root else { return }
    let calendars =
      icalcomponent_isa(root) == ICAL_VCALENDAR_COMPONENT
      ? [root] : Self.components(of: root, ICAL_VCALENDAR_COMPONENT)
    for calendar in calendars {
      let zone = Self.ownZone(of: calendar)
      events += Self.components(of: calendar, ICAL_VEVENT_COMPONENT).map { component in
        ICalEvent(component, file: self, zone: zone)
      }
    }
  }

  deinit {
    if let root { icalcomponent_free(root) }
  }

  private static func components(of parent: OpaquePointer, _ kind: icalcomponent_kind) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    var next = icalcomponent_get_first_component(parent, kind)
    while let component = next {
      found.append(component)
      next = icalcomponent_get_next_component(parent, kind)
    }
    return found
  }

  /// The zone that a calendar names as its own, by which moments of UTC fall on days.
  private static func ownZone(of calendar: OpaquePointer) -> OpaquePointer? {
    var next = icalcomponent_get_first_property(calendar, ICAL_X_PROPERTY)
    while let property = next {
      if let name = icalproperty_get_x_name(property), String(cString: name) == "X-WR-TIMEZONE",
        let value = icalproperty_get_x(property)
      {
        return icalcomponent_get_timezone(calendar, value) ?? icaltimezone_get_builtin_timezone(value)
      }
      next = icalcomponent_get_next_property(calendar, ICAL_X_PROPERTY)
    }
    return nil
  }
}

/// A day or a moment of an entry: on its own wall clock, and in UTC to be compared.
struct ICalTime: Hashable {
  let local: LocalTime
  let isDay: Bool
  /// Seconds since 1970 UTC; of a day, and of a time without a zone, as if it were UTC.
  private let moment: Int64

  init?(_ time: icaltimetype) {
    guard icaltime_is_null_time(time) == 0, let local = Self.wall(time) else { return nil }
    self.local = local
    isDay = time.is_date != 0
    guard !isDay, time.zone != nil,
      let utc = Self.wall(icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone()))
    else {
      moment = local.seconds
      return
    }
    moment = utc.seconds
  }

  static func == (one: ICalTime, two: ICalTime) -> Bool { one.moment == two.moment && one.isDay == two.isDay }
  func hash(into hasher: inout Hasher) { hasher.combine(moment) }

  static func wall(_ time: icaltimetype) -> LocalTime? {
    guard let date = CivilDate(year: Int(time.year), month: Int(time.month), day: Int(time.day)) else {
      return nil
    }
    return time.is_date != 0
      ? LocalTime(date.number)
      : LocalTime(date.number, second: Int(time.hour) * 3600 + Int(time.minute) * 60 + Int(time.second))
  }
}
