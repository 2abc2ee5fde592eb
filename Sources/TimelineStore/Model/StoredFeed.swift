/// A feed that the user keeps.
public struct StoredFeed: Hashable, Sendable, Codable, Identifiable {
  public var id: Int64
  public var url: String
  /// As the user or the feed names it.
  public var title: String?
  /// What its server said last, to be asked only for something newer.
  public var etag: String?
  public var lastModified: String?
  /// How many of its entries have been read.
  public var entries: Int

  public init(
    id: Int64, url: String, title: String? = nil, etag: String? = nil, lastModified: String? = nil,
    entries: Int = 0
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.etag = etag
    self.lastModified = lastModified
    self.entries = entries
  }
}
