package import TimelineClaims
import TimelineDates
import TimelineTimes
package import TimelineTracking

/// Writes tracked claims as iCalendar (RFC 5545 with the properties of RFC 7986).
///
/// The bytes depend on the claims alone: no clock is asked, so an unchanged timeline gives the same file. Claims
/// without a date are left out, and so are those before the year 1.
package struct CalendarWriter {
  /// What calendar programs show as the calendar's name.
  package var name: String
  private let style: CalendarStyle
  private let split: String?
  private let zones: (String) -> ZoneInfo?
  private let position: (Claim) -> GeoPosition?
  private var entries = ContentLines()
  private var known: [String: ZoneInfo?] = [:]
  /// The zones that entries name, each with the first and the last moment of its wall clock that it is asked for.
  private var used: [String: ClosedRange<LocalTime>] = [:]
  private var scratch: [UInt8] = []
  /// How many claims were written.
  package private(set) var count = 0

  /// How often programs are asked to fetch a feed anew.
  private static let refresh = "PT12H"

  /// - Parameters:
  ///   - split: By what claims are parted, where this calendar is one of several; it is told in the file, so that
  ///     ``emptied(_:split:)`` knows the file again.
  ///   - zones: What is known of a zone of the IANA database; clock times of others are told in UTC.
  ///   - position: Where on the map a claim takes place; nil where that is not known.
  package init(
    name: String, style: CalendarStyle = CalendarStyle(), split: String? = nil,
    zones: @escaping (String) -> ZoneInfo? = { _ in nil },
    position: @escaping (Claim) -> GeoPosition? = { GeoPosition(of: $0) }
  ) {
    self.position = position
    self.name = name
    self.style = style
    self.split = split
    self.zones = zones
  }

  /// The whole calendar with what was added.
  package var calendar: [UInt8] {
    var lines = Self.opening
    lines.text("NAME", name)
    lines.text("X-WR-CALNAME", name)
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", Self.refresh)
    lines.raw("X-PUBLISHED-TTL", Self.refresh)
    if let split { lines.text(Self.splitMark, split) }
    for (name, moments) in used.sorted(by: { $0.key < $1.key }) {
      if let zone = known[name] ?? nil {
        TimeZoneWriter(name: name, zone: zone).write(
          from: moments.lowerBound, through: moments.upperBound, to: &lines)
      }
    }
    lines.add(entries)
    lines.raw("END:VCALENDAR")
    return lines.bytes
  }

  /// Adds a claim, where it has a date that is wanted and can be written.
  ///
  /// - Returns: Whether it was added.
  @discardableResult
  package mutating func add(_ tracked: TrackedClaim) -> Bool {
    guard let claim = tracked.current,
      let time = EntryTime(claim, vague: style.vague, hasZone: { isKnown($0) }), time.isWritable
    else { return false }
    if case .local(let start, let end, let zone) = time {
      let range = used[zone] ?? start...end
      used[zone] = min(range.lowerBound, start)...max(range.upperBound, end)
    }
    write(tracked, claim, time)
    count += 1
    return true
  }

  private mutating func isKnown(_ zone: String) -> Bool {
    if let found = known[zone] { return found != nil }
    let found = ZoneInfo.isName(zone) ? zones(zone) : nil
    known[zone] = .some(found)
    return found != nil
  }
}

extension CalendarWriter {
  /// The property that says by what the claims of several calendars are parted.
  private static let splitMark = "X-TIMELINE-SPLIT"

  /// A calendar of this program that is one of a split, without its entries; nil for one of another split or of
  /// none, for one of another program, and for what is none.
  package static func emptied(_ calendar: [UInt8], split: String) -> [UInt8]? {
    guard calendar.starts(with: opening.bytes) else { return nil }
    let marks = ["\r\nBEGIN:", "\r\nEND:"].map { Array($0.utf8) }
    // The calendar's own properties stand before the first component, behind the line that begins it.
    var end = opening.bytes.count - 2
    while end < calendar.count, !marks.contains(where: { calendar[end...].starts(with: $0) }) { end += 1 }
    var mark = ContentLines()
    mark.text(splitMark, split)
    // Whole lines: folded ones go on with a blank.
    guard (calendar[..<end] + [0x0D, 0x0A]).contains([0x0D, 0x0A] + mark.bytes) else { return nil }
    return calendar[..<end] + Array("\r\nEND:VCALENDAR\r\n".utf8)
  }

  /// The lines that begin every calendar of this program.
  private static let opening = {
    var lines = ContentLines()
    lines.raw("BEGIN:VCALENDAR")
    lines.raw("VERSION:2.0")
    lines.raw("PRODID:-//timeline//timeline//EN")
    lines.raw("CALSCALE:GREGORIAN")
    return lines
  }()
}

// MARK: - An entry

extension CalendarWriter {
  private enum Component: String {
    case event = "VEVENT"
    case todo = "VTODO"
    case journal = "VJOURNAL"
  }

  private mutating func write(_ tracked: TrackedClaim, _ claim: Claim, _ time: EntryTime) {
    let component: Component =
      switch style.deadlines {
      case .todo where claim.due != nil: .todo
      case .journal where claim.due != nil: .journal
      default: .event
      }
    let revisions = ClaimRevisions(tracked)
    let words = EntryText(tracked: tracked, claim: claim, revisions: revisions)
    let changed = BasicText.utc(LocalTime(seconds: revisions.last))
    entries.raw("BEGIN", component.rawValue)
    entries.text("UID", tracked.uid)
    entries.raw("DTSTAMP", changed)
    entries.raw("CREATED", BasicText.utc(LocalTime(seconds: revisions.first)))
    entries.raw("LAST-MODIFIED", changed)
    entries.raw("SEQUENCE", "\(revisions.count)")
    time.writeStart(as: component == .todo ? "DUE" : "DTSTART", to: &entries)
    if component == .event { time.writeEnd(to: &entries) }
    // A rule needs a start to count from, which a thing to do does not have here.
    if component != .todo, let rule = time.recurrenceRule(of: claim.term) { entries.raw("RRULE", rule) }
    let summary = words.summary(
      isTimeHidden: time.isDays && claim.period?.grain.isClock == true
        || claim.isVaguelyDated && style.vague == .end)
    entries.text("SUMMARY", summary)
    scratch.removeAll(keepingCapacity: true)
    words.writeDescription(to: &scratch)
    entries.text("DESCRIPTION", scratch)
    if component != .journal, !claim.places.isEmpty {
      entries.text("LOCATION", claim.places.joined(separator: claim.placesAreAlternatives ? " or " : ", "))
    }
    if component != .journal, let position = position(claim) { entries.raw("GEO", position.text) }
    if let url = Self.address(tracked) { entries.raw("URL", url) }
    entries.texts("CATEGORIES", categories(tracked, claim))
    entries.raw("STATUS", status(tracked, claim, component))
    if component == .todo, tracked.status == .happened { entries.raw("COMPLETED", changed) }
    if component == .event {
      entries.raw("TRANSP:TRANSPARENT")
      entries.raw("X-MICROSOFT-CDO-BUSYSTATUS:FREE")
    }
    if component != .journal, let alarm = style.alarm, tracked.isAwaited {
      write(alarm, summary: summary, isDue: component == .todo)
    }
    entries.raw("END", component.rawValue)
  }

  private mutating func write(_ alarm: AlarmLead, summary: String, isDue: Bool) {
    entries.raw("BEGIN:VALARM")
    entries.raw("ACTION:DISPLAY")
    entries.text("DESCRIPTION", summary)
    entries.raw(isDue ? "TRIGGER;RELATED=END" : "TRIGGER", "-" + alarm.duration)
    entries.raw("END:VALARM")
  }

  private func categories(_ tracked: TrackedClaim, _ claim: Claim) -> [String] {
    [claim.modality.rawValue.uppercased()] + (claim.due == nil ? [] : ["DEADLINE"]) + tracked.tags
  }

  /// How sure it is, in the words that the standard has for each kind of entry.
  private func status(_ tracked: TrackedClaim, _ claim: Claim, _ component: Component) -> String {
    if tracked.isCalledOff { return "CANCELLED" }
    if component == .todo { return tracked.status == .happened ? "COMPLETED" : "NEEDS-ACTION" }
    let isCertain =
      switch (tracked.status, claim.modality) {
      case (.happened, _), (.missed, _): true
      case (_, .happened), (_, .scheduled), (_, .promised): !claim.isConditional
      case (_, .demanded), (_, .expected), (_, .possible), (_, .cancelled): false
      }
    if component == .journal { return isCertain ? "FINAL" : "DRAFT" }
    return isCertain ? "CONFIRMED" : "TENTATIVE"
  }

  /// The address of the article that stands, else of the first that has one.
  private static func address(_ tracked: TrackedClaim) -> String? {
    let mentions = tracked.mentions
    if mentions.indices.contains(tracked.standing),
      let url = mentions[tracked.standing].mention.article.url, isWritable(url)
    {
      return url
    }
    for linked in mentions {
      if let url = linked.mention.article.url, isWritable(url) { return url }
    }
    return nil
  }

  /// Whether an address can stand as a URI: a scheme, and RFC 3986's characters one after the other.
  private static func isWritable(_ url: String) -> Bool {
    url.utf8.contains(UInt8(ascii: ":"))
      && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
  }
}

extension TrackedClaim {
  /// Whether its outcome is not known yet. Nothing of today is asked, so that the bytes stay the same.
  fileprivate var isAwaited: Bool {
    switch status {
    case .upcoming, .overdue, .undated: !isCalledOff
    case .happened, .missed, .cancelled, .superseded: false
    }
  }
}
