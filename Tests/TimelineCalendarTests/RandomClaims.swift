import TimelineCalendar
import TimelineClaims
import TimelineDates
import TimelineTestSupport
import TimelineTracking

/// Claims of any kind, with what a calendar must tell of them.
struct RandomClaims {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A claim, and its properties as a reader should find them; the description is told by its beginning.
  struct Case {
    var tracked: TrackedClaim
    var properties: [String: [String]]
    var quote: String
  }

  private static let pieces = [
    "a", " ", "  ", "é", "漢字", "👩‍👩‍👧‍👦", "e\u{301}", "🇺🇦🇩🇪", ",", ";", ":", "\\", "\\n", "\"", "'", "“q”",
    "\n", "\r\n", "\r", "\t", "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{9F}", "\u{A0}",
    "\u{2028}",
    "\u{2029}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "\u{10FFFF}", "\u{200B}", "\u{202E}", "שלום", "مرحبا",
    "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n", "\nATTENDEE:mailto:x@example.org", "BEGIN:VALARM", "\\;", "\\\\,",
    "=0D=0A",
    "^n", "%0A", "&amp;", "<b>", String(repeating: "long ", count: 16), String(repeating: "x", count: 74),
    "👍🏽", "नमस्ते", "각각",
  ]

  mutating func text() -> String {
    // Without white space at its ends, so that words of the calendar may stand beside it.
    var text = "<"
    for _ in 0..<Int.random(in: 0...14, using: &generator) {
      if Int.random(in: 0..<4, using: &generator) == 0 {
        let value = UInt32.random(in: 0...0x10FFFF, using: &generator)
        text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{1F600}")
      } else {
        text += Self.pieces.randomElement(using: &generator) ?? ""
      }
    }
    return text + ">"
  }

  /// What stays of a text: line ends as LF, no other controls.
  static func kept(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: if previous != "\r" { kept.append("\n") }
      case 0x0D: kept.append("\n")
      case 0x09: kept.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: break
      default: kept.append(scalar)
      }
      previous = scalar
    }
    return String(kept)
  }

  private static let years = [1, 2, 1582, 1900, 1969, 1970, 1999, 2000, 2024, 2026, 2038, 2100, 9998, 9999]
  private static let zones = [
    "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Nuuk", "Asia/Gaza",
    "Africa/Casablanca", "Europe/Dublin", "Africa/Cairo", "Asia/Tehran",
  ]

  mutating func next(_ number: Int) -> Case {
    var properties: [String: [String]] = ["BEGIN": ["VEVENT"], "SEQUENCE": ["0"]]
    let (title, quote, source) = (text(), text(), text())
    let places = (0..<Int.random(in: 0...3, using: &generator)).map { _ in text() }
    let tags = (0..<Int.random(in: 0...2, using: &generator)).map { _ in text() }
    let modality = Modality.allCases.randomElement(using: &generator) ?? .scheduled
    let (period, zone) = time(&properties)
    let claim = Fixtures.claim(
      title: title, quote: quote, trigger: "", time: "", period: period, zone: zone, modality: modality,
      source: source, places: places)
    let url = "https://example.org/\(number)?a=b;c,d"
    var tracked = Fixtures.tracked([
      Fixtures.mention(
        claim, key: text(), outlet: text(), title: text(), url: url, published: "2026-05-14T17:05:00-04:00")
    ])
    tracked.uid = "\(number)-\(text())"
    tracked.tags = tags
    let isOff = modality == .cancelled
    properties["UID"] = [Self.kept(tracked.uid)]
    properties["SUMMARY"] = [(isOff ? "[CANCELLED] " : "") + Self.kept(title)]
    for name in ["DTSTAMP", "CREATED", "LAST-MODIFIED"] { properties[name] = ["20260514T210500Z"] }
    properties["URL"] = [url]
    properties["CATEGORIES"] = [modality.rawValue.uppercased()] + tags.map(Self.kept)
    if !places.isEmpty { properties["LOCATION"] = [Self.kept(places.joined(separator: ", "))] }
    let isCertain = [.happened, .scheduled, .promised].contains(modality)
    properties["STATUS"] = [isOff ? "CANCELLED" : isCertain ? "CONFIRMED" : "TENTATIVE"]
    properties["TRANSP"] = ["TRANSPARENT"]
    properties["X-MICROSOFT-CDO-BUSYSTATUS"] = ["FREE"]
    return Case(tracked: tracked, properties: properties, quote: quote)
  }

  /// A time, and how `DTSTART` and `DTEND` tell it.
  private mutating func time(_ properties: inout [String: [String]]) -> (Period, String?) {
    let year = Self.years.randomElement(using: &generator) ?? 2026
    let month = Int.random(in: 1...12, using: &generator)
    let date = CivilDate(
      year: year, month: month,
      day: Int.random(in: 1...CivilDate.daysIn(month: month, year: year), using: &generator))
    let last = (Fixtures.day("9999-12-30"))
    let first = min(max(date?.number ?? last, Fixtures.day("0001-01-02")), last)
    func day(_ day: DayNumber) -> String { "\(CivilDate(day))".replacing("-", with: "") }
    func moment(_ time: LocalTime) -> String {
      let second = time.secondOfDay
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return day(time.day) + "T" + two(second / 3600) + two(second / 60 % 60) + two(second % 60)
    }
    let start = LocalTime(first, second: Int.random(in: 0..<1440, using: &generator) * 60)
    switch Int.random(in: 0...3, using: &generator) {
    case 0:
      let length = Int.random(in: 0...min(40, last - first), using: &generator)
      properties["DTSTART"] = [day(first)]
      properties["DTEND"] = [day(first + length + 1)]
      return (Period(days: first, through: first + length), nil)
    case 1:
      let hours = Int.random(in: -14...14, using: &generator)
      properties["DTSTART"] = [moment(start + -hours * 3600) + "Z"]
      return (
        Period(minute: start), (hours < 0 ? "-" : "+") + (abs(hours) < 10 ? "0" : "") + "\(abs(hours)):00"
      )
    case 2:
      let zone = Self.zones.randomElement(using: &generator) ?? "Europe/Berlin"
      properties["DTSTART"] = [zone + " " + moment(start)]
      return (Period(minute: start), zone)
    default:
      // In the hour that the clocks leave out.
      let gaps = [
        ("Europe/Berlin", "2026-03-29"), ("America/New_York", "2026-03-08"), ("Europe/Berlin", "2038-03-28"),
      ]
      let (zone, day) = gaps.randomElement(using: &generator) ?? gaps[0]
      let gap = LocalTime(
        Fixtures.day(day), second: 2 * 3600 + Int.random(in: 0..<60, using: &generator) * 60)
      properties["DTSTART"] = [zone + " " + moment(gap)]
      return (Period(minute: gap), zone)
    }
  }
}
