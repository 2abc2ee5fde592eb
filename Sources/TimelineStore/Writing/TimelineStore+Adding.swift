import Foundation
import GRDB
import TimelineClaims
import TimelineLanguage
package import TimelineArticles

extension TimelineStore {
  /// Adds one article, whole or not at all.
  package func add(_ article: Article, extractor: ArticleExtractor) throws -> AddOutcome {
    let hash = ContentHash.of(article)
    if try areStored([(article, hash)]) == [true] { return .unchanged }
    let prepared = PreparedArticle(article, hash: hash, extractor: extractor)
    return try write { db in
      var session = try WriteSession(db, cache: TraitsCache())
      let outcome = try session.add(prepared)
      try session.finish()
      return outcome
    }
  }

  /// Adds many; see the facade.
  package func add(
    contentsOf articles: some Sequence<Article>, extractor: ArticleExtractor,
    progress: (BulkReport) -> Void
  ) throws -> BulkReport {
    var source = articles.makeIterator()
    var report = BulkReport()
    let pipeline = BulkPipeline(extractor: extractor) { try self.areStored($0) }
    try pipeline.run(next: { source.next() }) { batch in
      try self.write(batch, to: &report) { session, prepared in
        switch try session.add(prepared) {
        case .added(let claims): Effect(added: 1, claims: claims)
        case .unchanged: Effect(unchanged: 1)
        case .newVersion(let change):
          Effect(newVersions: 1, claims: prepared.claims.count, stranded: change.stranded)
        }
      }
      progress(report)
    }
    return report
  }

  /// Extracts stored articles again.
  package func rebuild(
    onlyOutdated: Bool, extractor: ArticleExtractor, progress: (BulkReport) -> Void
  ) throws -> BulkReport {
    var ids = try read { db in
      try ArticleReader.ids(db, exceptExtractor: onlyOutdated ? ExtractorVersion.current : nil)
    }[...]
    let turns = RebuildTurns(ids)
    var report = BulkReport()
    var failure: (any Error)?
    let pipeline = BulkPipeline(extractor: extractor) { $0.map { _ in false } }
    func next() -> Article? {
      while let id = ids.popFirst() {
        do {
          if let article = try read({ db in try ArticleReader.article(id, db) }) { return article }
        } catch let error {
          failure = error
          return nil
        }
      }
      return nil
    }
    try pipeline.run(next: next) { batch in
      try self.write(batch, to: &report) { session, prepared in
        guard let (id, version) = try session.stored(prepared.article.key) else { return Effect() }
        session.turns = turns.at(id)
        let change = try session.replace(id, with: prepared, version: version)
        return Effect(claims: prepared.claims.count, stranded: change.stranded)
      }
      progress(report)
    }
    mergeLog()
    if let failure { throw failure }
    return report
  }

  package func remove(articleKey key: String) throws {
    try write { db in
      var session = try WriteSession(db, cache: TraitsCache())
      guard let (id, _) = try session.stored(key) else { throw TimelineError.noSuchArticle(key: key) }
      try session.remove(id)
      try session.finish()
    }
  }

  /// What writing one article did to the report.
  private struct Effect {
    var added = 0
    var unchanged = 0
    var newVersions = 0
    var claims = 0
    var stranded: [StrandedDecision] = []
  }

  /// Writes a batch, in as many transactions as the time allows that the lock may be held.
  private func write(
    _ batch: BulkPipeline.Batch, to report: inout BulkReport,
    _ body: (inout WriteSession, PreparedArticle) throws -> Effect
  ) throws {
    var next = report
    next.articles += batch.known
    next.unchanged += batch.known
    next.bytes += batch.knownBytes
    guard !batch.prepared.isEmpty else {
      report = next
      return
    }
    var rest = batch.prepared[...]
    while !rest.isEmpty {
      // The report counts only what was committed.
      do {
        (report, rest) = try write(rest, batch, after: next, sifting: false, body)
      } catch is RefusedArticle {
        (report, rest) = try write(rest, batch, after: next, sifting: true, body)
      }
      next = report
      // Leaves others who wait for the lock a moment to take it.
      if !rest.isEmpty { Thread.sleep(forTimeInterval: 0.02) }
    }
  }

  /// That an article was refused, for which a transaction went with all that it held.
  private struct RefusedArticle: Error {}

  /// Writes as many articles as fit into the time that the lock may be held, in one transaction.
  ///
  /// - Parameter isSifting: Each article stands in a savepoint of its own, so that one may be refused alone. A
  ///   savepoint copies every page that its article touches: it is made only where an article was refused.
  /// - Returns: The report with them, and the articles that are left.
  private func write(
    _ articles: ArraySlice<PreparedArticle>, _ batch: BulkPipeline.Batch, after report: BulkReport,
    sifting isSifting: Bool, _ body: (inout WriteSession, PreparedArticle) throws -> Effect
  ) throws -> (BulkReport, ArraySlice<PreparedArticle>) {
    var next = report
    var rest = articles
    return try write { db in
      let start = ContinuousClock.now
      var session = try WriteSession(db, cache: batch.cache.take())
      while let prepared = rest.popFirst() {
        next.articles += 1
        next.bytes += prepared.article.text.utf8.count
        do {
          let effect =
            isSifting ? try session.attempt { try body(&$0, prepared) } : try body(&session, prepared)
          next.added += effect.added
          next.unchanged += effect.unchanged
          next.newVersions += effect.newVersions
          next.claims += effect.claims
          next.stranded += effect.stranded
          if effect.unchanged == 0, let language = prepared.language {
            next.foreign.append(.init(key: prepared.article.key, language: language.name))
          }
        } catch  where StoreFailure.isOfOneArticle(error) {
          guard isSifting else { throw RefusedArticle() }
          let reason = self.failure(error) as? TimelineError
          next.refused.append(
            .init(
              key: prepared.article.key, reason: reason ?? .database(path: path ?? "", detail: "\(error)")))
        }
        if ContinuousClock.now - start > TimelineStore.lockTime { break }
      }
      try session.finish()
      batch.cache.put(session.cache)
      return (next, rest)
    }
  }

  /// Which articles stand in the timeline just so, by their hashes.
  private func areStored(_ articles: [(Article, [UInt8])]) throws -> [Bool] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT hash FROM article WHERE key = ?")
      return try articles.map { article, hash in
        try Row.fetchOne(statement, arguments: [article.key])?.bytes(0) == hash
      }
    }
  }
}

extension WriteSession {
  /// The row and the version of the article under a key.
  func stored(_ key: String) throws -> (id: Int64, version: Int)? {
    let statement = try db.cachedStatement(sql: "SELECT id, version FROM article WHERE key = ?")
    guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
    return (row[0], row[1])
  }
}
