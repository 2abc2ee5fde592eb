/// When a document was published: the day as written there, and the clock time and offset where known.
///
/// In the field's terms this is the DCT, the document creation time, that relative expressions
/// resolve against.
public struct DocumentTime: Hashable, Sendable, Codable {
  public let day: DayNumber
  /// Seconds since the start of the day, 0 through 86,399; nil where only the day is known.
  public let second: Int?
  /// Minutes east of UTC, one of ``offsets``; nil where the text gives none.
  public let offset: Int?

  /// The offsets that ISO 8601 texts are read with, -18:59 through +18:59; real clocks stay well within.
  public static let offsets = -1139...1139

  /// A second outside of the day becomes its first or last; an offset that no clock has counts as none.
  public init(day: DayNumber, second: Int? = nil, offset: Int? = nil) {
    self.day = day
    self.second = second.map { min(max($0, 0), 86_399) }
    self.offset = offset.flatMap { DocumentTime.offsets.contains($0) ? $0 : nil }
  }

  public var localTime: LocalTime { LocalTime(day, second: second ?? 0) }
}

extension DocumentTime {
  private enum CodingKeys: String, CodingKey {
    case day, second, offset
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      day: try values.decode(DayNumber.self, forKey: .day),
      second: try values.decodeIfPresent(Int.self, forKey: .second),
      offset: try values.decodeIfPresent(Int.self, forKey: .offset))
  }
}

extension DocumentTime {
  /// The moment in seconds since 1970 UTC; a missing clock time counts as the day's start, a missing
  /// offset as UTC. Good for ordering publications.
  public var instant: Int64 {
    localTime.seconds - Int64(offset ?? 0) * 60
  }
}
