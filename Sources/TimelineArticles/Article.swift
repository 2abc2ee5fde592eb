public import TimelineDates
public import TimelinePages

/// An article as it enters the timeline.
public struct Article: Hashable, Sendable {
  /// The article's own key: its `id`, else its address, else the hash of its text and outlet.
  public var key: String
  public var published: DocumentTime
  public var outlet: String?
  public var title: String?
  public var url: String?
  /// Plain text; all spans are offsets into it.
  public var text: String
  /// What is known besides; nil where nothing is, and where the timeline does not hand it out.
  public var details: ArticleDetails?

  public init(
    key: String, published: DocumentTime, outlet: String? = nil, title: String? = nil, url: String? = nil,
    text: String, details: ArticleDetails? = nil
  ) {
    self.key = key
    self.published = published
    self.outlet = outlet
    self.title = title
    self.url = url
    self.text = text
    self.details = details
  }
}

/// What an article's page, feed or mail tells of it besides its text, and how its publication became known.
public struct ArticleDetails: Hashable, Sendable, Codable {
  public var author: String?
  /// A tag of BCP 47, as `de-AT`.
  public var language: String?
  /// Every date that may be that of the publication, and which one was taken.
  public var dates: DateChoice

  public init(author: String? = nil, language: String? = nil, dates: DateChoice) {
    self.author = author
    self.language = language
    self.dates = dates
  }
}
