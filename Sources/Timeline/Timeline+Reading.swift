public import TimelineArticles
public import TimelineDates
public import TimelineStore
public import TimelineTracking

extension Timeline {
  /// The tracked claims that match, in the order that the query names.
  public func claims(matching query: ClaimQuery) throws -> [TrackedClaim] {
    var claims: [TrackedClaim] = []
    try store.forEachClaim(matching: query) { claims.append($0) }
    return claims
  }

  /// Hands over the claims that match one by one, without holding them all; for exports of any size.
  ///
  /// Which claims match is settled when the call begins; each is read when its turn comes, so that the
  /// body may use the timeline. One that was removed meanwhile is left out.
  public func forEachClaim(matching query: ClaimQuery, _ body: (TrackedClaim) throws -> Void) throws {
    try store.forEachClaim(matching: query, body)
  }

  /// How many claims match, whatever the query's limit and offset.
  ///
  /// - Parameter limit: Where counting ends, for those who only want to know whether there are more; nil for none.
  public func count(matching query: ClaimQuery, atMost limit: Int? = nil) throws -> Int {
    try store.count(matching: query, atMost: limit)
  }

  /// One tracked claim with all of its mentions; nil where there is none (by `asOf`).
  ///
  /// - Parameters:
  ///   - now: The day that the status is told for.
  ///   - asOf: Only what was published by this day, with the status of this day.
  public func claim(_ id: TrackedClaim.ID, now: DayNumber, asOf: DayNumber? = nil) throws -> TrackedClaim? {
    try store.claim(id, now: now, asOf: asOf)
  }

  /// The same by the claim's `uid`, which a rebuild keeps.
  public func claim(uid: String, now: DayNumber, asOf: DayNumber? = nil) throws -> TrackedClaim? {
    try store.claim(uid: uid, now: now, asOf: asOf)
  }

  /// Why the mentions of a claim count as one event: for each its surest tie to another.
  public func evidence(of id: TrackedClaim.ID) throws -> [Mention.ID: TieEvidence] {
    try store.evidence(of: id)
  }

  /// Full-text search over quotes, titles and names; the best fit first. Claims without a date included.
  ///
  /// - Parameter words: All of them must occur in one mention; `"…"` for a phrase, `word*` for a beginning.
  /// - Parameter minConfidence: The least confidence of what stands, 0 through 1; nil for all.
  /// - Throws: ``TimelineError/emptySearch(_:)`` where no word is left to look for.
  public func search(
    _ words: String, now: DayNumber, limit: Int? = nil, minConfidence: Double? = nil
  ) throws -> [TrackedClaim] {
    var query = ClaimQuery(now: now, scope: .all, about: words, order: .relevance, limit: limit)
    query.minConfidence = minConfidence
    return try claims(matching: query)
  }

  /// The claims of one article as it makes them, in the order of the text; empty where the key is unknown.
  public func mentions(ofArticle key: String) throws -> [Mention] {
    try store.mentions(ofArticle: key)
  }

  /// The stored articles, oldest publication first.
  public func articles(matching query: ArticleQuery = ArticleQuery()) throws -> [StoredArticle] {
    try store.articles(matching: query)
  }

  /// An article with the text of its newest version; nil where the key is unknown.
  public func article(_ key: String) throws -> Article? {
    try store.article(key)
  }

  /// The articles whose text is nearly that of one, the original first; nil where it neither copies another nor is
  /// copied. Articles that an older version added are known as copies after ``rebuild(with:onlyOutdated:progress:)``.
  public func copies(ofArticle key: String) throws -> ArticleCopies? {
    try store.copies(ofArticle: key)
  }

  /// Author, language and the dates by which an article's publication became known; nil where nothing but its
  /// fields was read, and where the key is unknown.
  public func details(ofArticle key: String) throws -> ArticleDetails? {
    try store.details(ofArticle: key)
  }

  /// How the claims of one version of an article differ from those of another: what was edited, in claims.
  ///
  /// - Parameters:
  ///   - from: The number of the older version; nil for the one before the newer.
  ///   - to: The number of the newer version; nil for the newest.
  /// - Returns: nil where the article never changed.
  /// - Throws: ``TimelineError/noSuchArticle(key:)``, ``TimelineError/noSuchVersion(_:of:count:)``.
  public func versionChange(ofArticle key: String, from: Int? = nil, to: Int? = nil) throws -> VersionChange?
  {
    try store.versionChange(ofArticle: key, from: from, to: to, extractor: extractor())
  }

  /// Counts and sizes, with statuses as on a day.
  public func statistics(now: DayNumber) throws -> TimelineStatistics {
    try store.statistics(now: now)
  }
}
