import TimelineDates

/// Checks a file of iCalendar for what programs choke on, line by line (RFC 5545).
///
/// It reads the bytes as they are: libraries mend much of what it looks for before they hand it over.
package struct CalendarCheck {
  /// In order of lines.
  package private(set) var faults: [CalendarFault]
  /// How many events, things to do and journal entries it holds.
  package private(set) var entries = 0

  package init(_ file: [UInt8]) {
    let raw = RawCalendar(file)
    faults = raw.faults
    for calendar in raw.calendars { check(calendar: calendar) }
    faults.sort { ($0.line, $0.kind.rawValue) < ($1.line, $1.kind.rawValue) }
  }

  private mutating func report(_ kind: CalendarFault.Kind, _ line: Int, _ message: String) {
    faults.append(CalendarFault(kind, line: line, message))
  }
}

// MARK: - The calendar

extension CalendarCheck {
  private static let entryNames: Set<String> = ["VEVENT", "VTODO", "VJOURNAL"]

  private mutating func check(calendar: RawComponent) {
    if calendar.first("VERSION") == nil {
      report(
        .missingVersion, calendar.line,
        "the calendar has no VERSION; write VERSION:2.0 behind BEGIN:VCALENDAR")
    }
    if calendar.first("PRODID") == nil {
      report(
        .missingProductID, calendar.line, "the calendar has no PRODID, which names the program that wrote it")
    }
    var zones: Set<String> = []
    for zone in calendar.components where zone.name == "VTIMEZONE" {
      if let name = zone.first("TZID")?.text { zones.insert(name) }
      check(zone: zone)
    }
    let entries = calendar.components.filter { Self.entryNames.contains($0.name) }
    self.entries += entries.count
    for entry in entries { check(entry: entry, hasMethod: calendar.first("METHOD") != nil) }
    checkIdentities(entries)
    checkMethod(calendar, entries)
    var all: [RawComponent] = []
    calendar.forEach { all.append($0) }
    for component in all {
      for property in component.properties { check(property, in: component, zones: zones) }
      checkTexts(component)
    }
  }

  private mutating func checkIdentities(_ entries: [RawComponent]) {
    var seen: [String: Int] = [:]
    for entry in entries {
      guard let uid = entry.first("UID") else { continue }
      // One occurrence of a repeated entry may be told apart under the same name.
      let key = entry.name + "\n" + uid.text + "\n" + (entry.first("RECURRENCE-ID")?.text ?? "")
      if let line = seen[key] {
        report(
          .duplicateUID, uid.line,
          "the UID of line \(line) again: programs keep one of the two; give each its own")
      } else {
        seen[key] = uid.line
      }
    }
  }

  private mutating func checkMethod(_ calendar: RawComponent, _ entries: [RawComponent]) {
    guard let method = calendar.first("METHOD"),
      let entry = entries.first(where: { $0.first("ORGANIZER") == nil })
    else { return }
    report(
      .methodWithoutOrganizer, method.line,
      "METHOD makes this a message about meetings, but the entry of line \(entry.line) has no ORGANIZER; leave METHOD out"
    )
  }

  private mutating func check(zone: RawComponent) {
    if zone.first("TZID") == nil { report(.badZone, zone.line, "the VTIMEZONE has no TZID") }
    let parts = zone.components.filter { $0.name == "STANDARD" || $0.name == "DAYLIGHT" }
    if parts.isEmpty { report(.badZone, zone.line, "the VTIMEZONE has neither STANDARD nor DAYLIGHT") }
    for part in parts {
      for name in ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"] where part.first(name) == nil {
        report(.badZone, part.line, "the \(part.name) has no \(name)")
      }
    }
  }
}

// MARK: - An entry

extension CalendarCheck {
  private static let once: Set<String> = [
    "UID", "DTSTAMP", "DTSTART", "DTEND", "DUE", "DURATION", "SUMMARY", "LOCATION", "STATUS", "SEQUENCE",
    "CLASS",
    "CREATED", "LAST-MODIFIED", "GEO", "ORGANIZER", "PRIORITY", "TRANSP", "URL", "RECURRENCE-ID", "COMPLETED",
    "PERCENT-COMPLETE",
  ]

  private static let statuses: [String: [String]] = [
    "VEVENT": ["TENTATIVE", "CONFIRMED", "CANCELLED"],
    "VTODO": ["NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"],
    "VJOURNAL": ["DRAFT", "FINAL", "CANCELLED"],
  ]

  private mutating func check(entry: RawComponent, hasMethod: Bool) {
    if entry.first("UID") == nil {
      report(
        .missingUID, entry.line, "the \(entry.name) has no UID; without one it is doubled with every fetch")
    }
    if entry.first("DTSTAMP") == nil { report(.missingStamp, entry.line, "the \(entry.name) has no DTSTAMP") }
    if entry.name == "VEVENT", !hasMethod, entry.first("DTSTART") == nil {
      report(.missingStart, entry.line, "the VEVENT has no DTSTART")
    }
    var seen: [String: Int] = [:]
    for property in entry.properties where Self.once.contains(property.name) {
      if let line = seen[property.name] {
        report(
          .repeatedProperty, property.line,
          "\(property.name) stands in line \(line) already; an entry has one")
      }
      seen[property.name] = property.line
    }
    if let status = entry.first("STATUS"), let known = Self.statuses[entry.name],
      !known.contains(status.text.uppercased())
    {
      report(
        .badStatus, status.line, "the STATUS of a \(entry.name) is one of \(known.joined(separator: ", "))")
    }
    checkEnd(of: entry)
    for alarm in entry.components where alarm.name == "VALARM" { check(alarm: alarm) }
  }

  private mutating func check(alarm: RawComponent) {
    for name in ["ACTION", "TRIGGER"] where alarm.first(name) == nil {
      report(.alarmIncomplete, alarm.line, "the VALARM has no \(name)")
    }
    if alarm.first("ACTION")?.text.uppercased() != "AUDIO", alarm.first("DESCRIPTION") == nil {
      report(
        .alarmWithoutDescription, alarm.line, "the VALARM has no DESCRIPTION, which is what it shows")
    }
  }

  private mutating func checkEnd(of entry: RawComponent) {
    let end = entry.first("DTEND") ?? (entry.name == "VTODO" ? entry.first("DUE") : nil)
    if let end, let duration = entry.first("DURATION") {
      report(.endAndDuration, duration.line, "DURATION beside \(end.name) of line \(end.line); leave one out")
    }
    guard let start = entry.first("DTSTART") else { return }
    let from = try? RawTime(start.value)
    for name in ["DTEND", "DUE", "RECURRENCE-ID"] {
      guard let other = entry.first(name), let from, let to = try? RawTime(other.value) else { continue }
      if (from.form == .date) != (to.form == .date) {
        report(
          .mixedTypes, other.line,
          "\(name) is a \(Self.word(to)) and DTSTART in line \(start.line) a \(Self.word(from)); both must be the same"
        )
      } else if name != "RECURRENCE-ID",
        Self.isNotAfter(to, end?.parameter("TZID"), from, start.parameter("TZID"))
      {
        report(
          .endNotAfterStart, other.line,
          "\(name) is not after DTSTART in line \(start.line)"
            + (to.form == .date ? "; a day's end is the day behind it" : ""))
      }
    }
  }

  private static func word(_ time: RawTime) -> String { time.form == .date ? "DATE" : "DATE-TIME" }

  /// Whether an end lies at or before a start. In different zones only what holds for any two of them counts.
  private static func isNotAfter(_ end: RawTime, _ endZone: String?, _ start: RawTime, _ startZone: String?)
    -> Bool
  {
    let isOneClock = end.form == start.form && (end.form != .local || endZone == startZone)
    return isOneClock ? end.time <= start.time : end.time + 26 * 3600 <= start.time
  }
}

// MARK: - A property

extension CalendarCheck {
  /// Properties that hold dates or times, each or a list of them.
  private static let times: Set<String> = ["DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "EXDATE", "RDATE"]
  private static let stamps: Set<String> = ["DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED"]

  private mutating func check(_ property: RawProperty, in component: RawComponent, zones: Set<String>) {
    switch property.name {
    case _ where Self.times.contains(property.name): check(times: property, zones)
    case _ where Self.stamps.contains(property.name): check(stamp: property)
    case "TRIGGER" where property.parameter("VALUE")?.uppercased() == "DATE-TIME": check(stamp: property)
    case "DURATION", "TRIGGER", "REFRESH-INTERVAL":
      if !Self.isDuration(property.text) {
        report(
          .badDuration, property.line, "“\(property.text)” is no duration; write it as P2D, PT12H or -PT15M")
      }
    case "RRULE": check(rule: property)
    default: break
    }
  }

  private mutating func check(times property: RawProperty, _ zones: Set<String>) {
    let declared = property.parameter("VALUE")?.uppercased()
    if let zone = property.parameter("TZID"), !zones.contains(zone), !zone.hasPrefix("/") {
      report(
        .unknownZone, property.line,
        "the zone \(zone) has no VTIMEZONE in this calendar; programs guess it or take UTC")
    }
    for value in property.value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let text = declared == "PERIOD" ? value.prefix { $0 != UInt8(ascii: "/") } : value
      guard let time = read(text, of: property) else { continue }
      if time.form == .date, declared != "DATE" {
        report(
          .missingValueDate, property.line,
          "\(property.name) is a day but does not say so; write \(property.name);VALUE=DATE:…")
      } else if time.form != .date, declared == "DATE" {
        report(
          .mixedTypes, property.line, "\(property.name) says VALUE=DATE and gives a clock time; leave one out"
        )
      } else if time.form == .utc, property.parameter("TZID") != nil {
        report(.mixedTypes, property.line, "\(property.name) has a TZID and a time of UTC (Z); leave one out")
      }
    }
  }

  private mutating func check(stamp property: RawProperty) {
    guard let time = read(property.value[...], of: property), time.form != .utc else { return }
    report(.notUTC, property.line, "\(property.name) must be a time of UTC, as 20260514T170500Z")
  }

  private mutating func read(_ text: ArraySlice<UInt8>, of property: RawProperty) -> RawTime? {
    do throws(RawTime.Mistake) {
      return try RawTime(text)
    } catch {
      let word = String(decoding: text, as: UTF8.self)
      switch error {
      case .form:
        report(
          .badDate, property.line, "“\(word)” is no date; write 20260514, 20260514T170500 or 20260514T170500Z"
        )
      case .impossible: report(.impossibleDate, property.line, "“\(word)” does not exist")
      }
      return nil
    }
  }

  private mutating func check(rule property: RawProperty) {
    var parts: [String: String] = [:]
    for part in property.text.uppercased().split(separator: ";", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[1].isEmpty,
        parts.updateValue(String(sides[1]), forKey: String(sides[0])) == nil
      else {
        report(
          .badRule, property.line,
          "“\(part)” is no part of a rule, or stands there twice; write NAME=VALUE once")
        return
      }
    }
    let frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]
    if parts["FREQ"].map(frequencies.contains) != true {
      report(.badRule, property.line, "the rule needs a FREQ: \(frequencies.joined(separator: ", "))")
    }
    if parts["COUNT"] != nil, parts["UNTIL"] != nil {
      report(.badRule, property.line, "the rule has COUNT and UNTIL; leave one out")
    }
    for name in ["COUNT", "INTERVAL"] {
      if let text = parts[name], Int(text).map({ $0 > 0 }) != true {
        report(.badRule, property.line, "\(name) is a whole number from 1 on")
      }
    }
    if let until = parts["UNTIL"] { _ = read(Array(until.utf8)[...], of: property) }
  }

  /// RFC 5545, 3.3.6.
  private static func isDuration(_ text: String) -> Bool {
    var rest = Substring(text.uppercased())
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    guard rest.popFirst() == "P" else { return false }
    var units = Substring("WDTHMS")
    var isAny = false
    while let character = rest.first {
      if character == "T" {
        guard let index = units.firstIndex(of: "T") else { return false }
        units = units[units.index(after: index)...]
        rest.removeFirst()
        isAny = false
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty, let unit = rest.popFirst(), let index = units.firstIndex(of: unit),
        unit == "W" || unit == "D" || !units.contains("T")
      else { return false }
      units = units[units.index(after: index)...]
      isAny = true
    }
    return isAny
  }
}

// MARK: - Texts

extension CalendarCheck {
  private static let texts: Set<String> = [
    "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME", "X-WR-CALNAME", "X-WR-CALDESC",
    "TZNAME",
  ]
  /// Texts that commas part.
  private static let lists: Set<String> = ["CATEGORIES", "RESOURCES"]

  private mutating func checkTexts(_ component: RawComponent) {
    for property in component.properties {
      let isList = Self.lists.contains(property.name)
      guard isList || Self.texts.contains(property.name) else { continue }
      var isEscaped = false
      for (offset, octet) in property.value.enumerated() {
        let character = Character(UnicodeScalar(octet))
        if isEscaped {
          isEscaped = false
          if !"\\;,nN".contains(character) {
            unescaped("\\", property, offset)
            break
          }
        } else if octet == UInt8(ascii: "\\") {
          isEscaped = true
        } else if octet == UInt8(ascii: ";") || octet == UInt8(ascii: ",") && !isList {
          unescaped(character, property, offset)
          break
        }
      }
      if isEscaped { unescaped("\\", property, property.value.count - 1) }
    }
  }

  private mutating func unescaped(_ mark: Character, _ property: RawProperty, _ offset: Int) {
    report(
      .unescapedText, property.line(at: offset),
      "“\(mark)” in \(property.name) has no backslash before it; programs cut the text there")
  }
}
