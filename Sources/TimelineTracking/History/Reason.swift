import TimelineDates

/// The wording of why a mention is linked as it is.
enum Reason {
  static let first = "the first mention"
  static let derived = "repeats what the earlier article, or whom it quotes, said"
  static let undated = "the same event, without a date"
  static let dated = "gives the event its first date"
  static let formerDate = "recalls a date that no longer holds"
  static let calledOff = "called off, or taken back from this date"
  static let doubted = "held to be unlikely"
  static let missed = "reported as not done"
  static let affirmed = "said to take place where another said that it will not"
  static let ruledOut = "rules out a date that nobody is known to have given"
  static let denied = "another source denies it within two days"

  static func same(_ known: Period?, _ told: Period?) -> String {
    guard let known, let told else { return "the same event" }
    let (first, last) = (told.firstDay - known.firstDay, told.lastDay - known.lastDay)
    return switch (first, last) {
    case (0, 0): "gives the same date"
    case (0..., ...0): "gives the date more closely"
    case (...0, 0...): "gives the date less closely"
    default: "the same event, and both dates can be true"
    }
  }

  static func moved(days: Int?) -> String {
    guard let days, days != 0 else { return "another date for the same event" }
    return "moved \(days > 0 ? "later" : "earlier") by \(count(days))"
  }

  static func otherDate(days: Int?) -> String {
    guard let days, days != 0 else { return "the same event on another date" }
    return "the same event, \(count(days)) \(days > 0 ? "later" : "earlier")"
  }

  static func disputed(days: Int?) -> String {
    guard let days, days != 0 else { return "another source gives another date within two days" }
    return "another source gives a date \(count(days)) \(days > 0 ? "later" : "earlier") within two days"
  }

  static func confirmed(days: Int?) -> String {
    days.map { "reported as done, \(count($0)) \($0 > 0 ? "late" : "early")" } ?? "reported as done in time"
  }

  private static func count(_ days: Int) -> String {
    abs(days) == 1 ? "1 day" : "\(abs(days)) days"
  }
}
