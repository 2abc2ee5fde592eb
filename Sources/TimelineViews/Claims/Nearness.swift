import TimelineClaims
package import TimelineDates
package import TimelineTracking

/// How near a claim's time is on a day: what `upcoming` groups and counts by.
package struct Nearness: Hashable, Sendable {
  /// The groups in the order in which they are shown.
  package enum Group: String, Hashable, Sendable, CaseIterable {
    case overdue, today
    case thisWeek = "this week"
    case nextWeek = "next week"
    case thisMonth = "this month"
    case later
  }

  package var group: Group
  /// Days from the day asked about to the due day or, for an event without one, to its first day (0 while
  /// it is under way, negative once its last day is past).
  package var daysLeft: Int
  /// Whether the period has begun and is not over; never for deadlines.
  package var isUnderWay: Bool

  /// Nil for a claim without a date.
  package init?(of tracked: TrackedClaim, on day: DayNumber) {
    guard let claim = tracked.current, let period = claim.period else { return nil }
    let due = claim.due
    let last = due ?? period.lastDay
    isUnderWay = due == nil && period.firstDay < day && last >= day
    daysLeft = last < day ? last - day : max((due ?? period.firstDay) - day, 0)
    let target = day + daysLeft
    if tracked.status == .overdue || last < day {
      group = .overdue
    } else if daysLeft == 0 {
      group = .today
    } else if target.monday == day.monday {
      group = .thisWeek
    } else if target.monday == day.monday + 7 {
      group = .nextWeek
    } else {
      let (then, now) = (CivilDate(target), CivilDate(day))
      group = then.year == now.year && then.month == now.month ? .thisMonth : .later
    }
  }

  /// `in 4 days`, `under way`, `3 days late`.
  package var text: String {
    if daysLeft < 0 { return daysLeft == -1 ? "1 day late" : "\(-daysLeft) days late" }
    return isUnderWay ? "under way" : DateText.distance(daysLeft)
  }
}
