public import TimelineDates

/// What a ``TimeTerm`` means on one publication day.
public enum Resolution: Hashable, Sendable, Codable {
  /// One reading.
  case resolved(Reading)
  /// Several readings, the chosen one first; never fewer than two.
  case ambiguous([Reading])
  /// No date, because something is missing: a year, an event's date, the start of a fiscal year.
  case unanchored(Missing)
  /// The words name a date that does not exist; it is never rolled over to another.
  case impossible(String)

  /// The chosen reading; nil where there is no date.
  public var chosen: Reading? {
    switch self {
    case .resolved(let reading): reading
    case .ambiguous(let readings): readings.first
    case .unanchored, .impossible: nil
    }
  }

  /// The readings that were not chosen.
  public var others: [Reading] {
    if case .ambiguous(let readings) = self { return Array(readings.dropFirst()) }
    return []
  }

  /// What keeps a term from being dated.
  public enum Missing: Hashable, Sendable, Codable {
    /// A length of time or a vague word that points at no date by itself.
    case nothingToDate
    /// No time stands before it that it could refer to.
    case previousTime
    /// The event list has no date for this event.
    case event(String)
    /// The text does not say when its fiscal year starts.
    case fiscalYear
  }
}

/// One way to read a term: the period and how it was arrived at.
public struct Reading: Hashable, Sendable, Codable {
  public var period: Period
  public var exactness: Exactness
  /// The zone of a clock time as the text names it; nil where it names none.
  public var zone: String?
  /// How the period was worked out, a step a line, in reading order.
  public var steps: [String]

  public init(period: Period, exactness: Exactness = .exact, zone: String? = nil, steps: [String] = []) {
    self.period = period
    self.exactness = exactness
    self.zone = zone
    self.steps = steps
  }

  public enum Exactness: String, Hashable, Sendable, Codable { case exact, approximate, vague }
}
