public import TimelineStore
public import TimelineTimes
public import TimelineTracking

extension Timeline {
  /// Removes an article with all its versions, claims and links; what they had joined is tracked anew.
  ///
  /// - Throws: ``TimelineError/noSuchArticle(key:)``.
  public func remove(articleKey key: String) throws {
    try store.remove(articleKey: key)
  }

  /// Extracts every article again with the extractor of this build and tracks the claims anew.
  ///
  /// Claims keep their ids, `uid`s and verdicts as long as one of their mentions is found again; what was
  /// decided about others waits beside their article (``BulkReport/stranded``). Goes in batches: a rebuild that was broken off leaves a sound timeline, and the next one does the rest.
  ///
  /// - Parameters:
  ///   - settings: How times are read from now on; nil leaves it as it is.
  ///   - onlyOutdated: Leaves out articles whose claims this very extractor made.
  ///   - progress: Called on the caller's thread after each batch.
  @discardableResult
  public func rebuild(
    with settings: ResolutionSettings? = nil, onlyOutdated: Bool = false,
    progress: (BulkReport) -> Void = { _ in }
  ) throws -> BulkReport {
    if let settings { try store.adopt(settings, isRebuilt: true) }
    return try store.rebuild(onlyOutdated: onlyOutdated, extractor: extractor(), progress: progress)
  }

  /// What the user decided about claims that their articles make no longer. Each waits for a version of the
  /// article, or an extractor, that makes the claim again.
  public func strandedDecisions() throws -> [StrandedDecision] {
    try store.strandedDecisions()
  }

  /// Stores what the user decided about a claim, in place of what was decided before; nil withdraws it.
  ///
  /// - Throws: ``TimelineError/noSuchClaim(id:)``.
  public func settle(_ id: TrackedClaim.ID, _ verdict: Verdict?) throws {
    try store.settle(id, verdict)
  }

  /// Hides a claim from the usual listing, or shows it again.
  ///
  /// - Throws: ``TimelineError/noSuchClaim(id:)``.
  public func hide(_ id: TrackedClaim.ID, _ isHidden: Bool = true) throws {
    try store.hide(id, isHidden)
  }
}
