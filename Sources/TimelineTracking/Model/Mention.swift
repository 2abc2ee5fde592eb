public import TimelineClaims
public import TimelineDates

/// A claim as one article makes it.
public struct Mention: Hashable, Sendable, Codable, Identifiable {
  /// The row of the mention in its timeline; 0 before it is stored.
  public var id: Int64
  public var article: ArticleReference
  public var claim: Claim
  /// Days by which later versions of its article moved the last day that it names; negative where forward.
  public var moved: Int

  public init(id: Int64 = 0, article: ArticleReference, claim: Claim, moved: Int = 0) {
    self.moved = moved
    self.id = id
    self.article = article
    self.claim = claim
  }
}

/// Where a mention stands: what is told of an article beside every claim from it.
public struct ArticleReference: Hashable, Sendable, Codable {
  /// The article's own key: its `id`, else its address, else the hash of its text.
  public var key: String
  public var outlet: String?
  public var title: String?
  public var url: String?
  public var published: DocumentTime
  /// Which version of the article it is, from 1 on.
  public var version: Int
  /// The day of that version; nil for the first.
  public var revised: DayNumber?
  /// The key of the article that its text is nearly that of, and that was published first; nil where it copies none.
  public var copyOf: String?

  public init(
    key: String, outlet: String? = nil, title: String? = nil, url: String? = nil, published: DocumentTime,
    version: Int = 1, revised: DayNumber? = nil, copyOf: String? = nil
  ) {
    self.version = version
    self.revised = revised
    self.copyOf = copyOf
    self.key = key
    self.outlet = outlet
    self.title = title
    self.url = url
    self.published = published
  }
}
