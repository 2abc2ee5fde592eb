import TimelineDates

/// Whether the periods of two mentions can both be true of one event.
enum PeriodFit: Hashable {
  /// They overlap, or one holds the other; days is the length of the longer one.
  case together(days: Int)
  /// They cannot both be true.
  case apart
  /// At least one gives no date.
  case open

  var isTogether: Bool {
    if case .together = self { return true }
    return false
  }

  /// The fit of two mentions, in the order of their publication.
  ///
  /// Deadlines are compared by the days that they name, not by their whole reach; a deadline and a
  /// time fit where the time lies before the deadline and near it: no farther off than a quarter of the
  /// way from the deadline's publication (at least three days). A report that something is done fits a
  /// deadline at any time from two days before that publication. Clock times of different or unknown zones may differ by fourteen hours.
  init(
    _ first: MentionTraits, published firstDay: DayNumber, _ second: MentionTraits,
    published secondDay: DayNumber
  ) {
    guard let one = first.period, let two = second.period else {
      self = .open
      return
    }
    let days = max(one.dayCount, two.dayCount)
    if first.isEarliest != second.isEarliest {
      let (earliest, made, time) = first.isEarliest ? (one, firstDay, two) : (two, secondDay, one)
      let slack = max(3, (earliest.firstDay - made) / 4)
      let isNear = (0...slack).contains(time.firstDay - earliest.firstDay)
      self = isNear ? .together(days: days) : .apart
      return
    }
    if first.isDeadline != second.isDeadline {
      let (deadline, made, time) = first.isDeadline ? (first, firstDay, second) : (second, secondDay, first)
      let isSameDue = time.due == deadline.due
      self =
        PeriodFit.within(deadline, made, time)
        ? .together(days: isSameDue ? min(one.dayCount, two.dayCount) : days) : .apart
      return
    }
    self = PeriodFit.overlap(first, one, second, two) ? .together(days: days) : .apart
  }

  private static func within(_ deadline: MentionTraits, _ made: DayNumber, _ time: MentionTraits) -> Bool {
    guard let due = deadline.due, let named = deadline.period, let period = time.period else { return false }
    if period.overlaps(named), deadline.relation == .by { return true }
    guard period.firstDay <= due else { return false }
    if time.stance == .done { return period.lastDay >= made - 2 }
    let slack = max(3, (due - made) / 4)
    return due - period.lastDay <= slack
  }

  private static func overlap(
    _ first: MentionTraits, _ one: Period, _ second: MentionTraits, _ two: Period
  ) -> Bool {
    if one.overlaps(two) { return true }
    guard first.zone != second.zone || one.grain.isClock != two.grain.isClock,
      one.grain.isClock || two.grain.isClock
    else { return false }
    let slack = 14 * 3600
    let wide = Period(start: one.start + -slack, end: one.end + slack, grain: one.grain)
    return wide.overlaps(two)
  }
}
