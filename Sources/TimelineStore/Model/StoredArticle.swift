public import TimelineDates
public import TimelineTracking

/// An article of the timeline, without its text.
public struct StoredArticle: Hashable, Sendable, Codable, Identifiable {
  public var id: Int64
  public var reference: ArticleReference
  /// How many versions of its text are kept; 1 where it never changed.
  public var versions: Int
  /// Claims of the newest version.
  public var claims: Int
  /// Bytes of the newest version's text.
  public var bytes: Int
  /// The version of the extractor that made its claims.
  public var extractor: Int

  public init(
    id: Int64, reference: ArticleReference, versions: Int, claims: Int, bytes: Int, extractor: Int
  ) {
    self.id = id
    self.reference = reference
    self.versions = versions
    self.claims = claims
    self.bytes = bytes
    self.extractor = extractor
  }
}

/// Which articles to list, oldest publication first.
public struct ArticleQuery: Hashable, Sendable {
  /// The first and the last day of publication.
  public var from: DayNumber?
  public var to: DayNumber?
  public var outlet: String?
  public var limit: Int?
  public var offset: Int

  public init(
    from: DayNumber? = nil, to: DayNumber? = nil, outlet: String? = nil, limit: Int? = nil, offset: Int = 0
  ) {
    self.from = from
    self.to = to
    self.outlet = outlet
    self.limit = limit
    self.offset = offset
  }
}
