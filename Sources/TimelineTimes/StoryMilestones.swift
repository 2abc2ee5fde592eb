import TimelineDates

/// The times with a year that a story names, in the order of the text.
///
/// A story that is at July 1793 and names 10 October 1793 next has not gone anywhere between the two: a year out of
/// that line was named in passing, and a bare month lies before the next milestone where it can.
struct StoryMilestones: Sendable {
  private struct Milestone {
    /// The first token of its words.
    var token: Int
    var period: Period
    /// Whether it lies off the line from the milestone before it to the one behind it.
    var isInPassing = false
  }

  private var milestones: [Milestone] = []

  /// How far two milestones may lie apart for a story to go on from one to the other, in days.
  private static let longestStep = 550

  init(_ findings: [TimeRecogniser.Finding]) {
    for finding in findings {
      guard let period = finding.term.writtenPeriod else { continue }
      milestones.append(Milestone(token: finding.tokens.lowerBound, period: period))
    }
    markPassing()
  }

  /// Of three neighbours the middle one is named in passing where the outer two lie in one line without it.
  private mutating func markPassing() {
    guard milestones.count >= 3 else { return }
    var before = milestones[0].period
    for index in 1..<milestones.count - 1 {
      let (period, after) = (milestones[index].period, milestones[index + 1].period)
      let goesOn = after.end > before.start && after.firstDay - before.lastDay <= Self.longestStep
      if goesOn, period.start >= after.end || period.end <= before.start {
        milestones[index].isInPassing = true
      } else {
        before = period
      }
    }
  }

  /// Whether a time is named in passing, so that the story stays where it is.
  func isInPassing(_ finding: TimeRecogniser.Finding) -> Bool {
    guard let index = index(from: finding.tokens.lowerBound), index < milestones.count else { return false }
    return milestones[index].token == finding.tokens.lowerBound && milestones[index].isInPassing
  }

  /// The milestone that stands next behind a time.
  func next(after finding: TimeRecogniser.Finding) -> Period? {
    guard let first = index(from: finding.tokens.upperBound) else { return nil }
    return milestones[first...].first { !$0.isInPassing }?.period
  }

  /// The first milestone at a token or behind it.
  private func index(from token: Int) -> Int? {
    var (low, high) = (0, milestones.count)
    while low < high {
      let middle = (low + high) / 2
      if milestones[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return low < milestones.count ? low : nil
  }
}

extension TimeTerm {
  /// The calendar fields that stand in the words with a year, as a period; nil where there are none.
  fileprivate var writtenPeriod: Period? {
    switch self {
    case .date(let date): date.writtenPeriod
    case .part(_, let inner), .during(_, let inner), .at(_, let inner), .approximately(let inner),
      .open(_, let inner), .nth(_, _, let inner), .stretch(.part(_, let inner), _, _):
      inner.writtenPeriod
    case .between(let start, let end):
      end.writtenPeriod.map { end in
        start.writtenPeriod.map { Period(start: $0.start, end: end.end, grain: end.grain) } ?? end
      }
    default: nil
    }
  }
}

extension PartialDate {
  fileprivate var writtenPeriod: Period? {
    guard let year, season == nil, quarter == nil, half == nil, week == nil else { return nil }
    let first = CivilDate(year: year, month: month ?? 1, day: day ?? 1)
    guard let first else { return nil }
    if day != nil { return Period(day: first.number) }
    let next = first.adding(months: month == nil ? 12 : 1).number
    return Period(start: LocalTime(first.number), end: LocalTime(next), grain: month == nil ? .year : .month)
  }
}
