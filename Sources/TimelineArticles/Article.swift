public import TimelineDates

/// An article as it enters the timeline.
public struct Article: Hashable, Sendable {
  /// The article's own key: its `id`, else its address, else the hash of its text.
  public var key: String
  public var published: DocumentTime
  public var outlet: String?
  public var title: String?
  public var url: String?
  /// Plain text; all spans are offsets into it.
  public var text: String

  public init(
    key: String, published: DocumentTime, outlet: String? = nil, title: String? = nil, url: String? = nil,
    text: String
  ) {
    self.key = key
    self.published = published
    self.outlet = outlet
    self.title = title
    self.url = url
    self.text = text
  }
}
