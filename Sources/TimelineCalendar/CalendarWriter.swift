import TimelineClaims
import TimelineDates
package import TimelineTracking

/// Writes tracked claims as iCalendar (RFC 5545).
///
/// The bytes depend on the claims alone: no clock is asked, so an unchanged timeline gives the same
/// file. Claims without a date are left out, and so are those before the year 1.
package struct CalendarWriter {
  /// What calendar programs show as the calendar's name.
  package var name: String

  package init(name: String) {
    self.name = name
  }

  /// The whole calendar.
  package func calendar(_ claims: some Sequence<TrackedClaim>) -> String {
    header() + claims.map(event).joined() + footer()
  }

  package func header() -> String {
    var lines = ""
    ContentLine.raw("BEGIN:VCALENDAR", to: &lines)
    ContentLine.raw("VERSION:2.0", to: &lines)
    ContentLine.raw("PRODID:-//timeline//timeline//EN", to: &lines)
    ContentLine.raw("CALSCALE:GREGORIAN", to: &lines)
    ContentLine.text("NAME", name, to: &lines)
    ContentLine.text("X-WR-CALNAME", name, to: &lines)
    return lines
  }

  package func footer() -> String { "END:VCALENDAR\r\n" }

  /// The claim as a `VEVENT`; empty where it has no date.
  package func event(_ tracked: TrackedClaim) -> String {
    guard let claim = tracked.current, let time = EventTime(claim), time.isWritable else { return "" }
    var lines = ""
    let changed = EventTime.basic(lastChange(tracked))
    ContentLine.raw("BEGIN:VEVENT", to: &lines)
    ContentLine.text("UID", tracked.uid, to: &lines)
    ContentLine.raw("DTSTAMP:" + changed, to: &lines)
    ContentLine.raw("LAST-MODIFIED:" + changed, to: &lines)
    ContentLine.raw("SEQUENCE:\(revisions(tracked))", to: &lines)
    for property in time.properties { ContentLine.raw(property, to: &lines) }
    ContentLine.text("SUMMARY", summary(tracked, claim), to: &lines)
    ContentLine.text("DESCRIPTION", EventDescription.text(tracked, claim), to: &lines)
    if !claim.places.isEmpty {
      let places = claim.places.joined(separator: claim.placesAreAlternatives ? " or " : ", ")
      ContentLine.text("LOCATION", places, to: &lines)
    }
    if let url = tracked.mentions.compactMap(\.mention.article.url).first(where: isWritable) {
      ContentLine.raw("URL:" + url, to: &lines)
    }
    ContentLine.raw("CATEGORIES:" + claim.modality.rawValue.uppercased(), to: &lines)
    ContentLine.raw("STATUS:" + status(tracked, claim), to: &lines)
    ContentLine.raw("TRANSP:TRANSPARENT", to: &lines)
    ContentLine.raw("END:VEVENT", to: &lines)
    return lines
  }

  /// The newest publication that tells the claim, in UTC.
  private func lastChange(_ tracked: TrackedClaim) -> LocalTime {
    LocalTime(seconds: tracked.mentions.map(\.mention.article.published.instant).max() ?? 0)
  }

  /// How often the date or the outcome changed.
  private func revisions(_ tracked: TrackedClaim) -> Int {
    tracked.mentions.count { linked in
      switch linked.link.kind {
      case .revision, .outcomeConfirmed, .outcomeMissed, .outcomeCancelled: true
      case .first, .same, .conflict, .derived: false
      }
    }
  }

  /// The title, with what a reader of the bare calendar must know before it.
  private func summary(_ tracked: TrackedClaim, _ claim: Claim) -> String {
    if isCancelled(tracked, claim) { return "[CANCELLED] " + tracked.title }
    return switch claim.relation {
    case .by, .before: "Due: " + tracked.title
    case .until: "Ends: " + tracked.title
    case .from: "From: " + tracked.title
    case .after: "After: " + tracked.title
    case .on, .throughout, .around: tracked.title
    }
  }

  private func status(_ tracked: TrackedClaim, _ claim: Claim) -> String {
    if isCancelled(tracked, claim) { return "CANCELLED" }
    if tracked.status == .happened { return "CONFIRMED" }
    return switch claim.modality {
    case .happened, .scheduled, .promised: "CONFIRMED"
    case .demanded, .expected, .possible, .cancelled: "TENTATIVE"
    }
  }

  private func isCancelled(_ tracked: TrackedClaim, _ claim: Claim) -> Bool {
    tracked.status == .cancelled || tracked.status == .superseded || claim.modality == .cancelled
  }

  /// Whether an address can stand as a URI: one of RFC 3986's characters after the other.
  private func isWritable(_ url: String) -> Bool {
    url.contains(":") && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
  }
}
