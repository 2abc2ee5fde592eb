import GRDB
import TimelineClaims
import TimelineTracking

extension WriteSession {
  /// Puts the claims of an article's newer text, or of a newer extractor, in place of the old ones.
  ///
  /// Mentions that are found again keep their rows, and so the tracked claims keep theirs.
  ///
  /// - Parameter isDated: Whether the claims that hang on events have their dates; else they keep those that they had.
  mutating func replace(
    _ article: Int64, with new: PreparedArticle, version: Int, isDated: Bool = false
  ) throws -> VersionChange {
    let prepared = isDated ? new : try new.with(keepingDatesOf: hanging(of: article))
    try stir(article)
    let stored = try MentionReader.mentions(ofArticle: article, db)
    let isSameText = try hasVersion(version, of: article)
    let diff = ClaimDiff(old: stored.map(\.claim), new: prepared.claims, isSameText: isSameText)
    let waiting = try stranded(beside: article)
    let earlier = try earlierTies(of: stored.map(\.id), in: article)
    let before = try isSameText && isOfThisExtractor(article) ? cache.traits(article, db) : nil
    try removeKeys(of: article)
    try indexWords(ofAny: stored.map(\.id))
    try run("DELETE FROM mention WHERE article = ?", [article])
    cache.remove(article)

    var traits = prepared.traits
    traits.id = article
    for index in traits.mentions.indices {
      traits.mentions[index].id = diff.origin[index].map { stored[$0].id } ?? newMention()
    }
    try keepRuled(diff.vanished.map { stored[$0] }, of: article)
    let appearing = prepared.claims.indices.filter { diff.origin[$0] == nil }
    let found = try ruledAgain(appearing.map { prepared.claims[$0] }, of: article, isSameText: isSameText)
    for (place, id) in found { traits.mentions[appearing[place]].id = id }
    let keys = ArticleKeys.of(traits)
    // What is read as it was by the same extractor stays tied as it was.
    let isKnown = before == traits
    let ties =
      try isKnown ? innerTies(of: traits) : ties(of: traits, keys: keys, and: Set(earlier.map(\.article)))
    try storeArticle(prepared, traits: traits, keys: keys, version: version)
    if !isSameText { try storeVersion(prepared, article: article, number: version) }
    try renewCopies(of: article, prepared)
    var affected = Set(stored.map(\.tracked))
    for (index, mention) in traits.mentions.enumerated() {
      if let origin = diff.origin[index] {
        let old = stored[origin]
        let days: Int? = old.claim.lastDay.flatMap { old in
          prepared.claims[index].lastDay.map { Int($0.value) - Int(old.value) }
        }
        try storeMention(
          mention, prepared, article: article, claim: old.tracked, link: nil,
          moved: old.moved + (isSameText ? 0 : days ?? 0))
      } else {
        let claim = newClaim()
        affected.insert(claim)
        try storeClaim(claim, ClaimHistory([Sighting(mention, in: traits)]), key: prepared.article.key)
        try storeMention(mention, prepared, article: article, claim: claim, link: nil)
      }
    }
    try keep(isKnown ? earlier : earlier.filter { turns.isToCome($0.article) }, of: traits)
    try store(ties)
    index.store(keys, of: article, day: Int(traits.published.day.value))
    try store(prepared, traits)
    stir(article, keys)
    cache.insert(traits)
    let kept = try strand(diff.vanished.map { stored[$0] }, of: article)
    for claim in affected { forget(claim) }
    pending.untracked.formUnion(affected)
    if !waiting.isEmpty {
      pending.waiting.append(
        Waiting(
          decisions: waiting, appeared: appearing.map { (traits.mentions[$0].id, prepared.claims[$0]) },
          isSameText: isSameText))
    }
    var change = diff.change(version: version)
    change.stranded = kept
    return change
  }

  private func isOfThisExtractor(_ article: Int64) throws -> Bool {
    try !ints(
      "SELECT 1 FROM article WHERE id = ? AND extractor = ?", [article, Int64(ExtractorVersion.current)]
    )
    .isEmpty
  }

  private func hasVersion(_ version: Int, of article: Int64) throws -> Bool {
    try !ints("SELECT number FROM article_version WHERE article = ? AND number = ?", [article, version])
      .isEmpty
  }

  /// Removes an article with all that hangs on it.
  mutating func remove(_ article: Int64) throws {
    let affected = Set(try ints("SELECT DISTINCT claim FROM mention WHERE article = ?", [article]))
    try stir(article)
    try forgetRulings(of: article)
    try removeKeys(of: article)
    try forgetCopies(of: article)
    try indexWords(ofAny: ints("SELECT id FROM mention WHERE article = ?", [article]))
    try run("DELETE FROM article WHERE id = ?", [article])
    cache.remove(article)
    try track(affected)
    try forgetDecisionsOnNothing()
  }

  /// Works out anew which mentions of some claims, and of all that these are tied to, make one claim.
  ///
  /// A claim's row goes on with the component that holds its oldest mention; a component with several
  /// keeps the oldest claim, and one with none gets a new one.
  mutating func track(_ claims: Set<Int64>) throws {
    let statement = "SELECT id, claim, article FROM mention WHERE claim = ?"
    var open = claims.sorted()
    var seen = claims
    var claimOf: [Int64: Int64] = [:]
    var articleOf: [Int64: Int64] = [:]
    while let claim = open.popLast() {
      for row in try Row.fetchAll(db.cachedStatement(sql: statement), arguments: [claim]) {
        let mention: Int64 = row[0]
        claimOf[mention] = row[1]
        articleOf[mention] = row[2]
        for other in try ints(
          """
          SELECT two FROM tie WHERE one = ?1 UNION ALL SELECT one FROM tie WHERE two = ?1
          UNION ALL SELECT b.mention FROM ruling a JOIN ruling b ON b.decision = a.decision WHERE a.mention = ?1
          """, [mention])
        {
          for claim in try ints("SELECT claim FROM mention WHERE id = ?", [other])
          where seen.insert(claim).inserted {
            open.append(claim)
          }
        }
      }
    }
    let components = try MentionGroups.components(of: claimOf.keys.sorted(), db)
    var founder: [Int64: Int64] = [:]
    for (mention, claim) in claimOf { founder[claim] = min(founder[claim] ?? mention, mention) }
    var kept: Set<Int64> = []
    for (_, members) in components.members {
      let owned = Set(members.compactMap { claimOf[$0] }).filter { members.contains(founder[$0] ?? 0) }
      var target = owned.min()
      if target == nil, let first = members.min() {
        let claim = newClaim()
        let history = try history(of: [(first, articleOf[first] ?? 0)])
        guard !history.sightings.isEmpty else { continue }
        try storeClaim(claim, history, key: "\(first)")
        target = claim
      }
      guard let target else { continue }
      kept.insert(target)
      for mention in members.sorted() where claimOf[mention] != target {
        try run("UPDATE mention SET claim = ? WHERE id = ?", [target, mention])
      }
      try merge(owned.subtracting([target]), into: target)
      touch(target)
    }
    for claim in seen.subtracting(kept).sorted() {
      forget(claim)
      try run(
        "DELETE FROM claim WHERE id = ? AND NOT EXISTS (SELECT 1 FROM mention WHERE claim = ?)",
        [claim, claim])
    }
  }
}
