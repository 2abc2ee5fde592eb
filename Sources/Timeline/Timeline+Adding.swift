public import TimelineArticles
public import TimelineStore

extension Timeline {
  /// Adds an article, its claims and their links, whole or not at all.
  ///
  /// The same text, publication time, outlet, title and address under the same key change nothing. Another
  /// of these under a known key becomes a new version, whose claims take the place of the old ones.
  @discardableResult
  public func add(_ article: Article) throws -> AddOutcome {
    try store.add(article, extractor: extractor())
  }

  /// What the server of an address said of the answer that an article was read from; nil where none was.
  public func fetched(from url: String) throws -> FetchedAddress? {
    try store.fetched(from: url)
  }

  /// Keeps what servers said of the pages that articles were read from, to ask them next time for newer ones only.
  public func remember(_ addresses: [FetchedAddress]) throws {
    try store.remember(addresses)
  }

  /// Adds many articles, extracting on all cores and writing in batches.
  ///
  /// The sequence is read as it goes, on the caller's thread, a few hundred articles ahead at most, so
  /// that memory does not grow with its length. Each article goes in whole or not at all; one that
  /// cannot be stored is named in the report, and the others stand. A failure that concerns the whole
  /// timeline (a full disk, a lock) is thrown; what was added by then stays.
  ///
  /// - Parameter progress: Called on the caller's thread after each batch.
  @discardableResult
  public func add(
    contentsOf articles: some Sequence<Article>, progress: (BulkReport) -> Void = { _ in }
  ) throws -> BulkReport {
    try store.add(contentsOf: articles, extractor: extractor(), progress: progress)
  }
}
