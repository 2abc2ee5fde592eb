package import TimelineDates

/// What a term is resolved against, beside its own words.
package struct ResolutionContext: Sendable {
  /// The publication, or another day that relative words in a story or a quotation count from.
  package var reference: DocumentTime
  /// From the tense and mood of the clause; nil where it gives no cue.
  package var direction: Direction?
  /// Whether the direction comes from a parse of the clause, which outranks what is usual.
  package var isDirectionParsed = false
  /// Whether the direction was only guessed from the words around, without a parse.
  package var directionIsGuessed = false
  /// Whether the word that it was guessed from stands close before the time.
  package var isCueClose = false
  /// What gave the direction, for the explanation.
  package var directionCue: String?
  /// The time that was mentioned before, for `two days later` and `that month`.
  package var previous: Period?
  /// The time that a story of another time is at, which bare months and days belong to; nil outside of one.
  package var story: Period?
  /// The far time that the paragraph tells of, which bare months, days and holidays of the past go on from; nil
  /// where it tells of none.
  package var passage: Period?
  /// The last month, or shorter time, that the story was at.
  package var storyDay: Period?
  /// The time with a year that the story names next, where it goes on to it.
  package var storyAhead: Period?
  /// The quarter or half that a report of figures is about, which `a year earlier` compares with.
  package var report: Period?
  /// Whether it is an amount behind `in`, which in a past clause is how long something took.
  package var mayHaveElapsed = false
  /// Whether the words before it ask for an edge of the period (`by`, `until`; `since`, `from`).
  package var edge: Edge?

  /// The dates of events that no list knows, by their names, and who gives them.
  package var events: [String: KnownEvent] = [:]

  /// When an event takes place, as another claim tells it.
  package struct KnownEvent: Sendable {
    package var period: Period
    /// For the explanation.
    package var origin: String

    package init(period: Period, origin: String) {
      self.period = period
      self.origin = origin
    }
  }

  package enum Edge: Sendable {
    case closing, opening

    /// The edge of a period that an open stretch begins or ends at.
    init(_ bound: TimeTerm.Bound) {
      switch bound {
      case .before, .onOrBefore: self = .closing
      case .onOrAfter, .after: self = .opening
      }
    }
  }

  package init(reference: DocumentTime) {
    self.reference = reference
  }
}
