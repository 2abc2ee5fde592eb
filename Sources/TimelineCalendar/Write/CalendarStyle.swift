/// What a user may decide about a calendar.
package struct CalendarStyle: Hashable, Sendable {
  /// As what a claim with a due day is written.
  package enum Deadlines: Hashable, Sendable {
    /// A `VEVENT` on the due day: many programs show nothing else.
    case event
    /// A `VTODO` that is due then.
    case todo
    /// A `VJOURNAL` on that day.
    case journal
  }

  /// How an event that takes place some time within a week, a month or a longer stretch is shown.
  package enum VaguePeriods: String, Hashable, Sendable, CaseIterable {
    /// As a banner over all of its days.
    case span
    /// On its last day.
    case end
    /// Not at all.
    case skip
  }

  package var deadlines: Deadlines
  package var vague: VaguePeriods
  /// How long before its begin, or its due time, a reader is reminded; nil for never.
  package var alarm: AlarmLead?

  package init(
    deadlines: Deadlines = .event, vague: VaguePeriods = .span, alarm: AlarmLead? = nil
  ) {
    self.deadlines = deadlines
    self.vague = vague
    self.alarm = alarm
  }
}

/// How long before something an alarm goes off.
package struct AlarmLead: Hashable, Sendable {
  /// A duration of RFC 5545 (3.3.6): `P2D`.
  let duration: String

  /// Reads `2d`, `1w`, `12h`, `90min`; nil for anything else, and beyond a year.
  package init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count > 0 else { return nil }
    let unit = text.dropFirst(digits.count).lowercased()
    guard let (days, form) = Self.units[unit], Double(count) * days <= 366 else { return nil }
    duration = form.prefix + "\(count)" + form.suffix
  }

  private static let units: [String: (days: Double, form: (prefix: String, suffix: String))] = [
    "w": (7, ("P", "W")), "d": (1, ("P", "D")), "h": (1.0 / 24, ("PT", "H")),
    "min": (1.0 / 1440, ("PT", "M")),
  ]
}
