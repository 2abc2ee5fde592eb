public import TimelineDates

/// A moment that a page names as that of its publication or of its last change, with where it stands.
public struct DateCandidate: Hashable, Sendable, Codable {
  /// Where a date stands.
  public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
    /// Given by the user beside the article.
    case given
    /// Schema.org data as JSON.
    case linkedData = "json-ld"
    /// Other data within the page's scripts.
    case script
    /// A `meta` element: Open Graph, Dublin Core and their kin.
    case meta
    /// Schema.org data as attributes of elements.
    case microdata
    /// A `time` element.
    case time
    /// An `abbr` element of a microformat.
    case abbr
    /// The entry of a feed, the header of a mail, the record of an archive.
    case feed
    /// The page's address.
    case address
    /// Text that readers see.
    case dateline
  }

  /// What a date is said to be.
  public enum Role: String, Hashable, Sendable, Codable {
    case published, modified
    /// Nothing says what it is.
    case unknown
  }

  public var source: Source
  public var role: Role
  /// The name that the source gives it: `article:published_time`, `NewsArticle datePublished`, `class date`.
  public var name: String
  /// The date as it is written.
  public var text: String
  /// What it means; the offset is nil where the text gives none.
  public var time: DocumentTime
  /// Whether the figures leave open which one is the day and which the month.
  public var isAmbiguous: Bool
  /// How much it is to be trusted, 0 through 100.
  public var rank: Int

  public init(
    source: Source, role: Role, name: String, text: String, time: DocumentTime,
    isAmbiguous: Bool = false, rank: Int
  ) {
    self.source = source
    self.role = role
    self.name = name
    self.text = text
    self.time = time
    self.isAmbiguous = isAmbiguous
    self.rank = rank
  }
}
