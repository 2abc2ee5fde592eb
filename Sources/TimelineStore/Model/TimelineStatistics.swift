public import TimelineDates
public import TimelineTracking

/// Counts and sizes of a timeline.
public struct TimelineStatistics: Hashable, Sendable, Codable {
  public var articles = 0
  /// Versions of articles, the newest included.
  public var versions = 0
  public var outlets = 0
  public var mentions = 0
  public var claims = 0
  public var undated = 0
  /// Claims by how they stand on the day that was asked about; undated ones included.
  public var statuses: [Status: Int] = [:]
  public var links: [Link.Kind: Int] = [:]
  public var verdicts = 0
  /// Articles by the version of the extractor that made their claims.
  public var extractors: [Int: Int] = [:]
  public var firstPublished: DayNumber?
  public var lastPublished: DayNumber?
  /// Bytes of article text, all versions.
  public var textBytes = 0
  /// Bytes of the database file; 0 in memory.
  public var fileBytes = 0

  public init() {}
}
