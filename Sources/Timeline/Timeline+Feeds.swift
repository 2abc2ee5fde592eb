public import TimelineStore

extension Timeline {
  /// The feeds that the user keeps, in the order in which they were added.
  public func feeds() throws -> [StoredFeed] { try store.feeds() }

  /// Keeps a feed, by its address.
  ///
  /// - Returns: Whether it was not kept already.
  @discardableResult
  public func addFeed(_ url: String, title: String? = nil) throws -> Bool {
    try store.addFeed(url, title: title)
  }

  /// Keeps a feed no longer; its articles stay.
  ///
  /// - Returns: Whether it was kept.
  @discardableResult
  public func removeFeed(_ url: String) throws -> Bool { try store.removeFeed(url) }

  /// Stores a feed's title and what its server said last.
  public func update(_ feed: StoredFeed) throws { try store.update(feed) }

  /// The entries of a feed that are done, with what told their state then.
  public func entries(ofFeed id: StoredFeed.ID) throws -> [String: String] { try store.entries(ofFeed: id) }

  /// Notes that an entry of a feed is done.
  public func finish(entry name: String, stamp: String, ofFeed id: StoredFeed.ID) throws {
    try store.finish(entry: name, stamp: stamp, ofFeed: id)
  }
}
