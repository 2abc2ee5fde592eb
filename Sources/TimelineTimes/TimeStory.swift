package import TimelineDates

/// What a text has said of times so far, from its beginning on: the time mentioned last, and whether the
/// text tells a story of another time than its publication.
///
/// In such a story (an anniversary, a history) bare months and days belong to the time that was mentioned
/// last and not to the publication day.
package struct TimeStory: Sendable {
  private let published: DocumentTime
  private let isOfAnotherTime: Bool
  /// The time mentioned last that later words may refer to.
  package private(set) var previous: Period?
  /// The time that a story is at: the one mentioned last, where it was not named in passing.
  private var place: Period?
  /// The month, or shorter time, that a story was at last.
  private var lastDay: Period?
  /// The times with a year that the story names, in order.
  private var milestones = StoryMilestones([])
  /// When the last statement was made, where no other time was mentioned since.
  private var statement: Period?
  /// The far time that the paragraph tells of: `In October 2009 she … before Christmas`.
  private var passage: Period?
  /// Whether a paragraph began since then.
  private var isNewParagraph = false
  /// The quarter or half that was mentioned last.
  private var report: Period?

  /// A date with a year at least this far before the publication tells of another time.
  private static let farYears = 2
  /// So many such dates, more than this many for each word like `yesterday` and more than dates of the years
  /// since, make a story.
  private static let leastFar = 3
  private static let farPerDeictic = 2

  package init(_ findings: [TimeRecogniser.Finding], published: DocumentTime) {
    self.published = published
    let year = CivilDate(published.day).year
    var far = 0
    var nearYears = 0
    var deictic = 0
    var first: TimeRecogniser.Finding?
    for finding in findings {
      first = first ?? finding
      if let written = finding.term.writtenYear {
        if year - written >= Self.farYears { far += 1 } else { nearYears += 1 }
      } else if finding.term.countsFromPublication || finding.term.isWeekday {
        deictic += 1
      }
    }
    isOfAnotherTime =
      far >= Self.leastFar && far > deictic * Self.farPerDeictic && far > nearYears
      || first.map(Self.isAnniversary) ?? false
    if isOfAnotherTime { milestones = StoryMilestones(findings) }
  }

  /// `Seventy-five years ago tomorrow the boiler exploded`: what an article begins with tells of that time.
  private static func isAnniversary(_ first: TimeRecogniser.Finding) -> Bool {
    first.isFronted && first.term.yearsBack >= Self.fewestYearsBack
  }

  private static let fewestYearsBack = 5.0

  /// What the next expression is resolved against, its clause left out.
  package func context(_ finding: TimeRecogniser.Finding) -> ResolutionContext {
    var context = ResolutionContext(reference: published)
    // `On Friday they said that it had cracked the day before`: words that count from a time count from that of the
    // statement too, `that day` is one of those spoken of.
    context.previous = finding.term.pointsBack ? previous ?? statement : statement ?? previous
    context.passage = passage
    context.edge = finding.edge
    context.report = report
    // `Tuesday's ruling` is one that was made.
    if finding.isPossessive || finding.looksBackOn { context.direction = .past }
    context.mayHaveElapsed = finding.mayHaveElapsed
    if isOfAnotherTime {
      context.story = place
      context.storyDay = lastDay
      context.storyAhead = milestones.next(after: finding)
    }
    return context
  }

  /// Takes note that a paragraph begins: a year that is named in it is not named in passing.
  package mutating func beginParagraph() {
    isNewParagraph = true
    passage = nil
  }

  /// Takes note of the time of a statement; one that closes what it reports of an earlier day is not what the text
  /// goes on to count from: `It closed on 20 February, she said on 2 March. Two days later it reopened.`
  package mutating func noteStatement(
    _ finding: TimeRecogniser.Finding, _ resolution: Resolution, closes isClosing: Bool = false
  ) {
    guard let period = resolution.chosen?.period, finding.term.isDated else { return }
    if !isClosing || previous.map({ $0.firstDay > period.firstDay }) ?? true { statement = period }
    noteReport(finding, of: period)
  }

  /// Takes note of an expression that was resolved.
  package mutating func note(_ finding: TimeRecogniser.Finding, _ resolution: Resolution) {
    if finding.term.isSpanOfMonths { report = nil }
    guard let period = resolution.chosen?.period, finding.term.isDated, !finding.term.isComparison,
      finding.term != .anchor(.previous)
    else { return }
    noteReport(finding, of: period)
    notePassage(finding, at: period)
    if isOfAnotherTime, !moves(finding, to: period) { return }
    previous = period
    statement = nil
    if finding.isInPassing || milestones.isInPassing(finding) { return }
    place = period
    if period.grain <= .month {
      lastDay = period
      isNewParagraph = false
    } else if period.grain >= .year, isNewParagraph, let day = lastDay, isNear(day, period) {
      lastDay = nil
    }
  }

  /// A quarter or half that is over is what figures are reported of.
  private mutating func noteReport(_ finding: TimeRecogniser.Finding, of period: Period) {
    if period.grain == .quarter || period.grain == .half, !finding.term.isShift, !finding.term.isOtherYear,
      period.lastDay < published.day
    {
      report = period
    }
  }

  /// A month or day of a year long past at the head of a sentence begins a passage; times that hang on it go on
  /// with it, those of other years and those that count from the publication end it.
  private mutating func notePassage(_ finding: TimeRecogniser.Finding, at period: Period) {
    if finding.term.isOfSpoken { return }
    guard yearsAgo(period) >= Self.farYears, period.grain <= .season else {
      passage = nil
      return
    }
    let begins = finding.isFronted && (finding.term.writtenYear != nil || finding.term.countsFromPublication)
    if begins || passage != nil { passage = period }
  }

  /// Whether two times lie so near that a story may go from one to the other.
  private func isNear(_ day: Period, _ other: Period) -> Bool {
    abs(CivilDate(day.firstDay).year - CivilDate(other.firstDay).year) <= Self.nearYears
  }

  private static let nearYears = 5

  /// Whether an expression moves a story on: not one that looks back or tells how long something lasted, nor
  /// one that names again what holds the time that the story is at.
  private func moves(_ finding: TimeRecogniser.Finding, to period: Period) -> Bool {
    if finding.isLasting || finding.term.looksBack || finding.term.isPartOfStory { return false }
    if finding.term.countsFromPublication, finding.term.isShift { return false }
    guard let place else { return true }
    if finding.term.writtenYear == nil, !finding.term.countsFromPublication, yearsAgo(place) >= Self.farYears,
      yearsAgo(period) < Self.farYears
    {
      // Bare words lead out of a story of long ago by mistake only.
      return false
    }
    return !(period.start <= place.start && place.end <= period.end && period != place)
  }

  /// How many years before the publication's a time lies.
  private func yearsAgo(_ period: Period) -> Int {
    CivilDate(published.day).year - CivilDate(period.firstDay).year
  }
}

extension TimeRecogniser.Finding {
  /// Whether the word before it says that something has lasted from then on: `since January`.
  package var looksBackOn: Bool { isLasting && edge == .opening }

  /// Whether it is an amount behind a preposition that its tag leaves out: `in three weeks`.
  var mayHaveElapsed: Bool {
    guard tags.count == 1, tags[0].lowerBound > tokens.lowerBound else { return false }
    switch term {
    case .shift(.anchor(.publication), _, 1), .workdays(1..., from: .anchor(.publication)): return true
    default: return false
    }
  }
}

extension TimeTerm {
  /// Whether the words only compare with an earlier time: `a year earlier`.
  fileprivate var isComparison: Bool {
    if case .shift(.anchor(.spoken), _, _) = self { return true }
    return false
  }

  /// Whether the words are a bare day of the week, or a part of one, as only reports of the last days name them.
  package var isWeekday: Bool {
    switch self {
    case .nearest(.weekday): true
    case .during(_, let inner), .at(_, let inner), .approximately(let inner): inner.isWeekday
    default: false
    }
  }

  /// Whether the words are a day of a month without a year, which the clause places behind or ahead: `22 March`.
  package var isBareDay: Bool {
    switch self {
    case .nearest(.monthDay): true
    case .during(_, let inner), .at(_, let inner), .approximately(let inner): inner.isBareDay
    default: false
    }
  }

  /// How many years before the publication a time lies that counts from it: `sixty years ago this month`.
  fileprivate var yearsBack: Double {
    switch self {
    case .shift(.anchor(.publication), let amount, -1), .stretch(_, let amount, -1):
      amount.magnitude * Double(amount.grain.months ?? 0) / 12
    case .this(_, let inner), .nth(_, _, let inner), .during(_, let inner), .at(_, let inner): inner.yearsBack
    default: 0
    }
  }

  /// Whether the words point at the time spoken of, as `that day` and `the same month` do.
  fileprivate var pointsBack: Bool {
    switch self {
    case .this(_, .anchor(.previous)), .anchor(.spokenDay), .anchor(.previous): true
    case .during(_, let inner), .part(_, let inner), .at(_, let inner): inner.pointsBack
    default: false
    }
  }

  /// Whether the words only name the day or month that the text speaks of: `the mayor of the day`.
  fileprivate var isOfSpoken: Bool {
    switch self {
    case .this(_, .anchor(.spoken)), .this(_, .anchor(.spokenDay)), .at(_, .anchor(.spokenDay)): true
    default: false
    }
  }

  /// Whether the words look back from the time spoken of: `the previous year`, `two days earlier`.
  fileprivate var looksBack: Bool {
    switch self {
    case .last(_, .anchor(.previous)), .shift(.anchor(.previous), _, -1): true
    case .during(_, let inner), .part(_, let inner): inner.looksBack
    default: false
    }
  }

  /// Whether the words name a part of the time that the story is at, or a season of it.
  fileprivate var isPartOfStory: Bool {
    switch self {
    case .nearest(.season), .nearest(.event), .this(_, .anchor(.spoken)): true
    case .part(_, let inner), .rest(_, let inner), .during(_, let inner): inner.isPartOfStory
    default: false
    }
  }

  /// Whether the words are a length of some months, as reports sum up: `the first nine months`.
  fileprivate var isSpanOfMonths: Bool {
    switch self {
    case .duration(let amount), .stretch(.part, let amount, _):
      amount.grain == .month && amount.count.map { $0 > 3 } ?? false
    default: false
    }
  }

  /// Whether the words name the quarter of another year that a report compares its own with: `the 1988 quarter`.
  fileprivate var isOtherYear: Bool {
    if case .this(.unit(.quarter), .date) = self { return true }
    return false
  }

  fileprivate var isShift: Bool {
    switch self {
    case .shift, .anchor(.publication): true
    case .during(_, let inner), .at(_, let inner): inner.isShift
    default: false
    }
  }

  /// The year that stands in the words; nil where none does.
  var writtenYear: Int? {
    switch self {
    case .date(let date): date.year ?? date.decade.map { $0 * 10 } ?? date.century.map { $0 * 100 }
    case .part(_, let inner), .during(_, let inner), .at(_, let inner), .approximately(let inner),
      .nth(_, _, let inner), .open(_, let inner):
      inner.writtenYear
    case .between(let start, let end): end.writtenYear ?? start.writtenYear
    default: nil
    }
  }

  /// Whether the words count from the publication: `yesterday`, `next week`, `three weeks ago`.
  package var countsFromPublication: Bool {
    switch self {
    case .anchor(.publication): true
    case .this(_, let inner), .next(_, let inner), .last(_, let inner), .shift(let inner, _, _),
      .stretch(let inner, _, _), .part(_, let inner), .rest(_, let inner), .during(_, let inner),
      .at(_, let inner), .approximately(let inner), .nth(_, _, let inner), .open(_, let inner),
      .workdays(_, let inner), .ending(_, let inner):
      inner.countsFromPublication
    default: false
    }
  }

  /// Whether its value is worked out from another time, as TIMEX3's `temporalFunction` has it.
  package var isFunction: Bool {
    switch self {
    case .date(let date): date.year == nil && date.decade == nil && date.century == nil
    case .duration, .set, .vague: false
    case .part(_, let inner), .during(_, let inner), .at(_, let inner), .approximately(let inner),
      .nth(_, _, let inner), .open(_, let inner), .stretch(let inner, _, _):
      inner.isFunction
    case .between(let start, let end): start.isFunction || end.isFunction
    case .anchor, .nearest, .this, .next, .last, .shift, .workdays, .ending, .rest: true
    }
  }

  /// Whether the words refer to a time that was mentioned before.
  package var refersToPrevious: Bool {
    switch self {
    case .anchor(.previous), .anchor(.spokenDay): true
    case .anchor, .date, .nearest, .duration, .set, .vague: false
    case .between(let start, let end): start.refersToPrevious || end.refersToPrevious
    case .this(_, let inner), .next(_, let inner), .last(_, let inner), .shift(let inner, _, _),
      .stretch(let inner, _, _), .part(_, let inner), .rest(_, let inner), .during(_, let inner),
      .at(_, let inner), .approximately(let inner), .nth(_, _, let inner), .open(_, let inner),
      .workdays(_, let inner), .ending(_, let inner):
      inner.refersToPrevious
    }
  }

  /// Whether the direction of the clause can tell between readings of the words.
  package var asksDirection: Bool {
    switch self {
    case .nearest, .set, .anchor(.event): true
    case .anchor, .date, .duration, .vague: false
    case .between(let start, let end): start.asksDirection || end.asksDirection
    case .this(_, let inner), .next(_, let inner), .last(_, let inner), .shift(let inner, _, _),
      .stretch(let inner, _, _), .part(_, let inner), .rest(_, let inner), .during(_, let inner),
      .at(_, let inner), .approximately(let inner), .nth(_, _, let inner), .open(_, let inner),
      .workdays(_, let inner), .ending(_, let inner):
      inner.asksDirection
    }
  }

  /// Whether the words say past, present or future and no date.
  package var isVague: Bool {
    if case .vague = self { return true }
    return false
  }

  /// Whether the words name a season or a holiday and nothing beside it.
  package var isSeasonOrEvent: Bool {
    switch self {
    case .nearest(.season), .nearest(.event): true
    default: false
    }
  }

  /// Whether the term names a time that later words may refer to; a length of time does not.
  package var isDated: Bool {
    switch self {
    case .duration, .set, .vague, .stretch: false
    default: true
    }
  }
}
