package import TimelineDates
package import TimelineTimes

/// Words for what keeps a time from being dated, and for settings.
package enum TimeWording {
  package static func missing(_ missing: Resolution.Missing) -> String {
    switch missing {
    case .nothingToDate: "the words point at no date"
    case .previousTime: "the words refer to another time, and none stands before them"
    case .event(let key): "the date of \u{201C}\(key)\u{201D} is not known"
    case .fiscalYear: "nothing says when the fiscal year starts; --fiscal-year-start tells it"
    }
  }

  /// `UTC`, `UTC+5:30`, `UTC−4`.
  package static func offset(_ minutes: Int) -> String {
    guard minutes != 0 else { return "UTC" }
    let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    return "UTC" + (minutes < 0 ? "\u{2212}" : "+") + "\(hours)"
      + (rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + "\(rest)")
  }

  /// A clock time in UTC: `2026-05-14 21:45 UTC`.
  package static func universal(_ time: LocalTime, offset minutes: Int) -> String {
    let text = (time + -minutes * 60).minuteText
    return text.split(separator: "T").joined(separator: " ") + " UTC"
  }
}
