package import TimelineArticles
package import TimelineClaims
package import TimelineDates
package import TimelineTracking

/// The SQLite database behind a timeline.
package final class TimelineStore: Sendable {
  package let path: String?

  package init(path: String, isReadOnly: Bool) throws {
    self.path = path
  }

  private init() {
    path = nil
  }

  package static func inMemory() throws -> TimelineStore { TimelineStore() }
}

extension TimelineStore {
  package func add(_ article: Article, extraction: Extraction) throws -> AddOutcome { .unchanged }
  package func add(
    contentsOf articles: some Sequence<Article>,
    extractor: @escaping @Sendable (String, DocumentTime) -> Extraction, progress: (BulkReport) -> Void
  ) throws -> BulkReport { BulkReport() }
  package func forEachClaim(matching query: ClaimQuery, _ body: (TrackedClaim) throws -> Void) throws {}
  package func count(matching query: ClaimQuery) throws -> Int { 0 }
  package func claim(_ id: TrackedClaim.ID, now: DayNumber, asOf: DayNumber?) throws -> TrackedClaim? { nil }
  package func claim(uid: String, now: DayNumber, asOf: DayNumber?) throws -> TrackedClaim? { nil }
  package func mentions(ofArticle key: String) throws -> [Mention] { [] }
  package func articles(matching query: ArticleQuery) throws -> [StoredArticle] { [] }
  package func article(_ key: String) throws -> Article? { nil }
  package func statistics(now: DayNumber) throws -> TimelineStatistics { TimelineStatistics() }
  package func remove(articleKey key: String) throws {}
  package func rebuild(
    onlyOutdated: Bool, extractor: @escaping @Sendable (String, DocumentTime) -> Extraction,
    progress: (BulkReport) -> Void
  ) throws -> BulkReport { BulkReport() }
  package func settle(_ id: TrackedClaim.ID, _ verdict: Verdict?) throws {}
  package func hide(_ id: TrackedClaim.ID, _ isHidden: Bool) throws {}
}
