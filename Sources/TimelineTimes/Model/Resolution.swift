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
public struct Reading: Sendable {
  public var period: Period
  public var exactness: Exactness
  /// The zone of a clock time as the text names it; nil where it names none.
  public var zone: String?
  /// The steps, not yet put in words.
  var trace: [Step]

  public init(period: Period, exactness: Exactness = .exact, zone: String? = nil, steps: [String] = []) {
    self.period = period
    self.exactness = exactness
    self.zone = zone
    trace = steps.map { Step($0) }
  }

  /// How the period was worked out, a step a line, in reading order. Worded when asked for.
  public var steps: [String] {
    get { trace.map(\.description) }
    set { trace = newValue.map { Step($0) } }
  }

  public enum Exactness: String, Hashable, Sendable, Codable { case exact, approximate, vague }

  /// One step: what was done, and the period that it led to.
  struct Step: Sendable, CustomStringConvertible {
    var text: String
    var period: Period?

    init(_ text: String, _ period: Period? = nil) {
      self.text = text
      self.period = period
    }

    var description: String {
      guard let period else { return text }
      return "\(text): \(period.spanText)"
    }
  }
}

extension Reading: Hashable {
  public static func == (left: Reading, right: Reading) -> Bool {
    left.period == right.period && left.exactness == right.exactness && left.zone == right.zone
      && left.steps == right.steps
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(period)
    hasher.combine(exactness)
    hasher.combine(zone)
  }
}

extension Reading: Codable {
  private enum CodingKeys: String, CodingKey { case period, exactness, zone, steps }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      period: try container.decode(Period.self, forKey: .period),
      exactness: try container.decode(Exactness.self, forKey: .exactness),
      zone: try container.decodeIfPresent(String.self, forKey: .zone),
      steps: try container.decode([String].self, forKey: .steps))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(period, forKey: .period)
    try container.encode(exactness, forKey: .exactness)
    try container.encodeIfPresent(zone, forKey: .zone)
    try container.encode(steps, forKey: .steps)
  }
}
