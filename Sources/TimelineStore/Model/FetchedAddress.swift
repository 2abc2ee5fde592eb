/// An address of the web that an article was read from, and what its server said of the answer.
public struct FetchedAddress: Hashable, Sendable {
  /// As the user named it.
  public var url: String
  public var articleKey: String
  /// The fields `ETag` and `Last-Modified`, by which the server tells whether the page changed.
  public var etag: String?
  public var lastModified: String?

  public init(url: String, articleKey: String, etag: String? = nil, lastModified: String? = nil) {
    self.url = url
    self.articleKey = articleKey
    self.etag = etag
    self.lastModified = lastModified
  }
}
