import Foundation
import Testing
import TimelineCalendar
import TimelineClaims
import TimelineDates
import TimelineTestSupport
import TimelineTracking

/// What is written, read back by libraries of others.
@Suite("Calendars read by others")
struct ReadBackTests {
  private static let libraries = ["libical", "icalendar", "vobject"]

  private func read(_ calendar: [UInt8], with library: String) throws -> ReadEntries {
    library == "libical"
      ? try ReadBack.entriesByLibical(of: calendar)
      : try ReadBack.entries(of: calendar, with: library).entries
  }

  private func calendar(_ claims: [TrackedClaim], _ style: CalendarStyle = CalendarStyle()) -> [UInt8] {
    var writer = CalendarWriter(name: "Talks \"more\" 漢字", style: style, zones: SystemZones.zone)
    for claim in claims { writer.add(claim) }
    return writer.calendar
  }

  @Test(arguments: libraries, [1, 2, 3, 4])
  func randomClaimsAreFoundBackUnchanged(_ library: String, seed: UInt64) throws {
    guard library == "libical" || ReadBack.hasPython else {
      print("skipped: no \(ReadBack.python.path); scripts/test makes it")
      return
    }
    var random = RandomClaims(seed: seed)
    let cases = (0..<120).map { random.next($0) }
    let calendar = calendar(cases.map(\.tracked))
    #expect(CalendarCheck(calendar).faults == [])
    #expect(calendar.split(separator: 0x0A).allSatisfy { $0.count <= 76 && $0.last == 0x0D })
    let read = try read(calendar, with: library)
    #expect(read.count == cases.count)
    for wanted in cases {
      let uid = wanted.properties["UID"]?.first ?? ""
      guard var found = read[uid] else {
        Issue.record("\(library) does not find \(uid)")
        continue
      }
      let description = found.removeValue(forKey: "DESCRIPTION")?.first ?? ""
      let quote = RandomClaims.kept(Self.oneLine(wanted.quote))
      let hasQuote = description.unicodeScalars.starts(
        with: "\u{201C}\(quote)\u{201D}\n\nTold as: ".unicodeScalars)
      #expect(hasQuote, "\(library): \(description.debugDescription) for \(quote.debugDescription)")
      for name in ["DTSTART@", "DTEND@"] { found[name] = nil }
      for (name, values) in wanted.properties {
        let told = found[name]?.map { Array($0.unicodeScalars) } ?? []
        // The order of categories means nothing.
        let isSame =
          name == "CATEGORIES"
          ? Set(told) == Set(values.map { Array($0.unicodeScalars) }) && told.count == values.count
          : told == values.map { Array($0.unicodeScalars) }
        #expect(isSame, "\(library), \(name): \(found[name]?.debugDescription ?? "none") for \(values)")
      }
      #expect(Set(found.keys) == Set(wanted.properties.keys), "\(library), \(uid)")
    }
  }

  /// As descriptions tell quotes: each stretch of white space and controls is a blank.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.value > 0x20 {
        line.append(scalar)
      } else if line.last != " " {
        line.append(" ")
      }
    }
    return String(line)
  }

  /// Every field of one claim, each way to write it.
  @Test(arguments: libraries)
  func everyFieldIsReadBack(_ library: String) throws {
    guard library == "libical" || ReadBack.hasPython else { return }
    let claim = Fixtures.claim(
      title: "Ministers; meet", period: Fixtures.days("2026-06-01", "2026-06-30", .month), relation: .by,
      modality: .promised, source: "Ada", places: ["Miami", "Abu Dhabi"], alternatives: true)
    var moved = claim
    moved.resolution = Fixtures.claim(period: Fixtures.days("2026-07-01", "2026-07-14")).resolution
    var tracked = Fixtures.tracked(
      [
        Fixtures.mention(claim, key: "a", url: "https://example.org/a", published: "2026-05-14"),
        Fixtures.mention(
          moved, id: 2, key: "b", outlet: "Dispatch", url: "https://example.org/b", published: "2026-05-20",
          link: Link(kind: .revision, to: 1, reason: "moved")),
      ], standing: 1)
    tracked.tags = ["budget", "law"]
    let alarm = CalendarStyle(alarm: AlarmLead("2d"))
    let common = [
      "UID": [tracked.uid], "DTSTAMP": ["20260520T000000Z"], "CREATED": ["20260514T000000Z"],
      "LAST-MODIFIED": ["20260520T000000Z"], "SEQUENCE": ["1"],
      "SUMMARY": ["[MOVED +14d] Due: Ministers; meet"],
      "LOCATION": ["Miami or Abu Dhabi"], "URL": ["https://example.org/b"],
      "CATEGORIES": ["PROMISED", "DEADLINE", "budget", "law"],
    ]
    func check(_ style: CalendarStyle, _ own: [String: [String]], without: Set<String> = []) throws {
      let entry = try #require(try read(calendar([tracked], style), with: library)[tracked.uid])
      let wanted = common.filter { !without.contains($0.key) }.merging(own) { $1 }
      #expect(entry.filter { $0.key != "DESCRIPTION" } == wanted)
      let description = entry["DESCRIPTION"]?.first ?? ""
      for part in [
        "“They plan to meet next week in Geneva or Doha.”\n\nTold as: promised\nSaid by: Ada\nTime: “next week”: by 2026-07-01 to 2026-07-14\n  the week that holds the publication is 2026-W20\n  the week after it",
        "\n\nSources:\n- 2026-05-14, The Meridian Post, “Three governments plan a meeting”, https://example.org/a\n- 2026-05-20, Dispatch, ",
        "\n\nHistory:\n- 2026-05-14, The Meridian Post: the first report (by 2026-06-01 to 2026-06-30)\n- 2026-05-20, Dispatch: moved (by 2026-07-01 to 2026-07-14)",
      ] { #expect(description.contains(part), "\(library): \(description)") }
    }
    try check(
      alarm,
      [
        "BEGIN": ["VEVENT"], "DTSTART": ["20260714"], "DTEND": ["20260715"], "STATUS": ["CONFIRMED"],
        "TRANSP": ["TRANSPARENT"], "X-MICROSOFT-CDO-BUSYSTATUS": ["FREE"], "VALARM.ACTION": ["DISPLAY"],
        "VALARM.DESCRIPTION": ["[MOVED +14d] Due: Ministers; meet"], "VALARM.TRIGGER": ["-172800"],
      ])
    try check(
      CalendarStyle(deadlines: .todo), ["BEGIN": ["VTODO"], "DUE": ["20260714"], "STATUS": ["NEEDS-ACTION"]])
    try check(
      CalendarStyle(deadlines: .journal),
      ["BEGIN": ["VJOURNAL"], "DTSTART": ["20260714"], "STATUS": ["FINAL"]], without: ["LOCATION"])
  }

  @Test(arguments: ["icalendar", "vobject"])
  func theCalendarsOwnPropertiesAreReadBack(_ library: String) throws {
    guard ReadBack.hasPython else { return }
    let head = try ReadBack.entries(of: calendar([]), with: library).head
    #expect(head["NAME"] == "Talks \"more\" 漢字")
    #expect(head["VERSION"] == "2.0")
    #expect(head["CALSCALE"] == "GREGORIAN")
    #expect(head["X-PUBLISHED-TTL"] == "PT12H")
    #expect(head["METHOD"] == nil)
  }

  /// The zones that are written mean what the system's database says, as others work them out.
  @Test(arguments: libraries)
  func zonesMeanTheSameToOthers(_ library: String) throws {
    guard library == "libical" || ReadBack.hasPython else { return }
    let zones = [
      "Europe/Berlin", "Europe/Kyiv", "America/New_York", "America/Sao_Paulo", "Australia/Sydney",
      "Australia/Lord_Howe", "Asia/Kathmandu", "Asia/Tokyo", "America/Nuuk", "Asia/Gaza", "Africa/Casablanca",
      "Europe/Dublin", "Africa/Cairo", "Asia/Tehran", "Pacific/Apia", "America/St_Johns", "Asia/Jerusalem",
    ]
    let days = [
      "1975-07-01", "1999-01-15", "2010-06-30", "2026-01-15", "2026-07-15", "2027-04-02", "2035-08-08",
    ]
    let claims = days.map { day in
      zones.map { zone in
        let minute = Period(minute: LocalTime(Fixtures.day(day), second: 12 * 3600))
        var tracked = Fixtures.tracked(Fixtures.claim(period: minute, zone: zone))
        tracked.uid = day + " " + zone
        return tracked
      }
    }
    // Each day by itself, so that what is written of a zone begins there; and all together.
    for group in claims + [Array(claims.joined())] {
      let read = try read(calendar(group), with: library)
      for tracked in group {
        let zone = tracked.current?.zone ?? ""
        let found = read[tracked.uid]?["DTSTART@"]?.first
        #expect(found == Self.utc(tracked.uid.prefix(10) + "T12:00:00", zone), "\(library), \(tracked.uid)")
      }
    }
  }

  /// The moment in UTC as Foundation has it.
  private static func utc(_ local: String, _ zone: String) -> String? {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.calendar = Calendar(identifier: .gregorian)
    formatter.timeZone = TimeZone(identifier: zone)
    formatter.dateFormat = "yyyy-MM-dd'T'HH:mm:ss"
    guard let date = formatter.date(from: local) else { return nil }
    formatter.timeZone = TimeZone(identifier: "UTC")
    formatter.dateFormat = "yyyyMMdd'T'HHmmss'Z'"
    return formatter.string(from: date)
  }
}
