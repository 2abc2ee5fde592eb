/// When a document was published: the day as written there, and the clock time and offset where known.
///
/// In the field's terms this is the DCT, the document creation time, that relative expressions
/// resolve against.
public struct DocumentTime: Hashable, Sendable, Codable {
  public let day: DayNumber
  /// Seconds since the start of the day, 0 through 86,399; nil where only the day is known.
  public let second: Int?
  /// Minutes east of UTC; nil where the text gives none.
  public let offset: Int?

  public init(day: DayNumber, second: Int? = nil, offset: Int? = nil) {
    self.day = day
    self.second = second.map { min(max($0, 0), 86_399) }
    self.offset = offset
  }

  public var localTime: LocalTime { LocalTime(day, second: second ?? 0) }
}

extension DocumentTime {
  /// The moment in seconds since 1970 UTC; a missing clock time counts as the day's start, a missing
  /// offset as UTC. Good for ordering publications.
  public var instant: Int64 {
    localTime.seconds - Int64(offset ?? 0) * 60
  }
}
