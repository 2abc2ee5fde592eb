import TimelineClaims
package import TimelineDates
package import TimelineTracking

/// How near a claim's time is on a day: what `upcoming` groups and counts by.
package struct Nearness: Hashable, Sendable {
  /// The groups in the order in which they are shown.
  package enum Group: String, Hashable, Sendable, CaseIterable {
    case today
    case thisWeek = "this week"
    case nextWeek = "next week"
    case thisMonth = "this month"
    case later, overdue
  }

  /// How the day lies to the claim's time.
  package enum Course: Hashable, Sendable {
    case ahead
    /// The period has begun and is not over; never for deadlines.
    case underWay
    /// The time is past, and the claim waits for its outcome.
    case late
    /// The time is past and sets no end: what was to come *after* a day that is over.
    case open
  }

  package var group: Group
  package var course: Course
  /// Days from the day asked about to the due day or, for an event without one, to its first day: 0 while it
  /// is under way or open, negative once it is late.
  package var daysLeft: Int

  /// Nil for a claim without a date.
  package init?(of tracked: TrackedClaim, on day: DayNumber) {
    guard let claim = tracked.current, let period = claim.period else { return nil }
    let due = claim.due
    let first = claim.relation == .after ? period.lastDay + 1 : period.firstDay
    let last = due ?? max(first, period.lastDay)
    if tracked.status == .overdue {
      (course, daysLeft, group) = (.late, min(last - day, 0), .overdue)
    } else if last < day {
      (course, daysLeft, group) = (.open, 0, .later)
    } else {
      course = due == nil && first < day ? .underWay : .ahead
      daysLeft = max((due ?? first) - day, 0)
      group = Nearness.group(of: day + daysLeft, on: day)
    }
  }

  private static func group(of target: DayNumber, on day: DayNumber) -> Group {
    if target == day { return .today }
    if target.monday == day.monday { return .thisWeek }
    if target.monday == day.monday + 7 { return .nextWeek }
    let (then, now) = (CivilDate(target), CivilDate(day))
    return then.year == now.year && then.month == now.month ? .thisMonth : .later
  }

  /// `in 4 days`, `under way`, `3 days late`, `any time`.
  package var text: String {
    switch course {
    case .ahead: DateText.distance(daysLeft)
    case .underWay: "under way"
    case .late: daysLeft == 0 ? "late" : daysLeft == -1 ? "1 day late" : "\(-daysLeft) days late"
    case .open: "any time"
    }
  }
}
