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

  /// Gives a claim another name than the engine's; nil withdraws it.
  ///
  /// - Throws: ``TimelineError/noSuchClaim(id:)``.
  public func rename(_ id: TrackedClaim.ID, _ name: String?) throws {
    try store.rename(id, name)
  }

  /// Files a claim under tags, and takes it from under others. A tag holds no comma.
  ///
  /// - Throws: ``TimelineError/noSuchClaim(id:)``.
  public func tag(_ id: TrackedClaim.ID, adding: Set<String> = [], removing: Set<String> = []) throws {
    try store.tag(id, adding: adding, removing: removing)
  }

  /// Makes one claim of several that speak of the same event; the first one's number and `uid` stay.
  ///
  /// - Throws: ``TimelineError/noSuchClaim(id:)``.
  public func merge(_ ids: [TrackedClaim.ID]) throws {
    try store.merge(ids)
  }

  /// Takes mentions out of a claim, as a claim of their own, and keeps the two apart whatever is added later.
  ///
  /// - Returns: The number of the claim that they make, and that of what is left. The old number, with what was
  ///   decided about it, stays with the first mention.
  /// - Throws: ``TimelineError/noSuchMention(id:claim:)``, ``TimelineError/nothingToSplit(claim:)``.
  @discardableResult
  public func split(_ id: TrackedClaim.ID, mentions: Set<Mention.ID>) throws -> (
    taken: TrackedClaim.ID, left: TrackedClaim.ID
  ) {
    try store.split(id, mentions: mentions)
  }

  /// Takes back the newest decision (verdict, hiding, name, tags, merge, split).
  ///
  /// - Returns: What was taken back; nil where nothing is decided.
  @discardableResult
  public func undo() throws -> LoggedDecision? {
    try store.undo()
  }

  /// What the user decided, the newest first.
  public func decisions(limit: Int? = nil) throws -> [LoggedDecision] {
    try store.decisions(limit: limit)
  }
}
