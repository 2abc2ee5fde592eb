import TimelineCalendar
import TimelineTracking

/// Tests that read what the writer made of claims.
protocol CalendarReading {}

extension CalendarReading {
  /// The whole calendar of a claim.
  func calendar(_ tracked: TrackedClaim..., style: CalendarStyle = CalendarStyle()) -> String {
    var writer = CalendarWriter(name: "Talks; more", style: style, zones: SystemZones.zone)
    for claim in tracked { writer.add(claim) }
    return String(decoding: writer.calendar, as: UTF8.self)
  }

  /// The unfolded lines of the calendar's only entry; none where it has none.
  func lines(_ tracked: TrackedClaim, style: CalendarStyle = CalendarStyle()) -> [String] {
    let lines = unfolded(calendar(tracked, style: style))
    let start = lines.firstIndex { ["BEGIN:VEVENT", "BEGIN:VTODO", "BEGIN:VJOURNAL"].contains($0) }
    return start.map { Array(lines[$0...].dropLast()) } ?? []
  }

  func unfolded(_ text: String) -> [String] {
    text.replacing("\r\n ", with: "").split(separator: "\r\n").map { String($0) }
  }

  func value(_ name: String, _ tracked: TrackedClaim, style: CalendarStyle = CalendarStyle())
    -> String?
  {
    lines(tracked, style: style).first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }.map {
      String($0.dropFirst(name.count + 1))
    }
  }
}
