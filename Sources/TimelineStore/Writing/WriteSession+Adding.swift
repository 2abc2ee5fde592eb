import Foundation
import GRDB
import TimelineArticles
import TimelineClaims
import TimelinePages
import TimelineTracking

extension WriteSession {
  /// Adds an article, or its new version; nothing where it is stored as it is.
  mutating func add(_ prepared: PreparedArticle) throws -> AddOutcome {
    let statement = try db.cachedStatement(sql: "SELECT id, hash, version FROM article WHERE key = ?")
    guard let row = try Row.fetchOne(statement, arguments: [prepared.article.key]) else {
      try insert(prepared)
      return .added(claims: prepared.claims.count)
    }
    guard row.bytes(1) != prepared.hash else { return .unchanged }
    let version: Int = row[2]
    return .newVersion(try replace(row[0], with: prepared, version: version + 1))
  }

  private mutating func insert(_ prepared: PreparedArticle) throws {
    var traits = prepared.traits
    traits.id = newArticle()
    for index in traits.mentions.indices { traits.mentions[index].id = newMention() }
    let keys = ArticleKeys.of(traits)
    let ties = try ties(of: traits, keys: keys)
    try storeArticle(prepared, traits: traits, keys: keys, version: 1)
    try storeVersion(prepared, article: traits.id, number: 1)
    try storeCopies(of: traits.id, prepared)
    let open = try join(traits, prepared, ties: ties)
    try store(ties)
    index.store(keys, of: traits.id, day: Int(traits.published.day.value))
    try store(prepared, traits)
    stir(traits.id, keys)
    cache.insert(traits)
    if !open.isEmpty { try track(open) }
  }

  /// Stores the mentions of a new article under new claims or those that they are tied to.
  ///
  /// - Returns: New claims that must be tracked once the ties are stored, because the user has split claims.
  private mutating func join(
    _ traits: ArticleTraits, _ prepared: PreparedArticle, ties: [StoredTie]
  ) throws -> Set<Int64> {
    var open: Set<Int64> = []
    let isRuled = try hasSplits()
    var groups = Components(traits.mentions.map(\.id))
    for tie in ties { groups.join(tie.one, tie.two) }
    let own = Set(traits.mentions.map(\.id))
    for (_, members) in groups.members {
      var claims: Set<Int64> = []
      for mention in members where !own.contains(mention) {
        claims.formUnion(try ints("SELECT claim FROM mention WHERE id = ?", [mention]))
      }
      let mine = traits.mentions.filter { members.contains($0.id) }
      if isRuled, !claims.isEmpty {
        for mention in mine {
          let claim = newClaim()
          try storeClaim(claim, ClaimHistory([Sighting(mention, in: traits)]), key: prepared.article.key)
          try storeMention(mention, prepared, article: traits.id, claim: claim, link: nil)
          open.insert(claim)
        }
      } else if let claim = claims.min() {
        try merge(claims.subtracting([claim]), into: claim)
        for mention in mine {
          try storeMention(mention, prepared, article: traits.id, claim: claim, link: nil)
          touch(claim, adding: Sighting(mention, in: traits))
        }
      } else {
        let history = ClaimHistory(mine.map { Sighting($0, in: traits) })
        let claim = newClaim()
        try storeClaim(claim, history, key: prepared.article.key)
        for (sighting, link) in zip(history.sightings, history.links) {
          try storeMention(sighting.mention, prepared, article: traits.id, claim: claim, link: link)
        }
      }
    }
    return open
  }

  /// Moves the mentions of claims, and what the user decided about them, to another that they turned out
  /// to be one with.
  mutating func merge(_ claims: Set<Int64>, into claim: Int64) throws {
    for other in claims.sorted() {
      try run("UPDATE mention SET claim = ? WHERE claim = ?", [claim, other])
      try run(
        "UPDATE claim SET decisions = decisions + (SELECT decisions FROM claim WHERE id = ?) WHERE id = ?",
        [other, claim])
      let decision = try decision(on: other)
      try run("DELETE FROM verdict WHERE claim = ?", [other])
      try give(decision, to: claim)
      try run("UPDATE former_uid SET claim = ? WHERE claim = ?", [claim, other])
      try run("INSERT INTO former_uid (uid, claim) SELECT uid, ? FROM claim WHERE id = ?", [claim, other])
      try run("DELETE FROM claim WHERE id = ?", [other])
      forget(other)
      if pending.untracked.remove(other) != nil { pending.untracked.insert(claim) }
      touch(claim)
    }
  }
}

// MARK: - Rows

extension WriteSession {
  func storeArticle(
    _ prepared: PreparedArticle, traits: ArticleTraits, keys: [Int64], version: Int
  ) throws {
    let article = prepared.article
    try run(
      """
      INSERT INTO article (key, day, second, zone_offset, instant, outlet, title, url, version, bytes, claims,
      extractor, hash, keys, traits, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET day = excluded.day, second = excluded.second,
      zone_offset = excluded.zone_offset, instant = excluded.instant, outlet = excluded.outlet,
      title = excluded.title, url = excluded.url, version = excluded.version, bytes = excluded.bytes,
      claims = excluded.claims, extractor = excluded.extractor, hash = excluded.hash, keys = excluded.keys,
      traits = excluded.traits
      """,
      [
        article.key, Int(article.published.day.value), article.published.second, article.published.offset,
        article.published.instant, article.outlet, article.title, article.url, version,
        article.text.utf8.count,
        prepared.claims.count, ExtractorVersion.current, Blob(prepared.hash),
        Blob(KeyCoding.encode(keys)), Blob(TraitsCoding.encode(traits)),
        traits.id,
      ])
    try storeDetails(article.details, language: prepared.language?.tag, of: traits.id)
  }

  /// Keeps what is stored where the article comes without details: it was read from here. A language other than
  /// English that the text shows is stored beside what is known.
  private func storeDetails(_ details: ArticleDetails?, language: String?, of article: Int64) throws {
    if let details {
      let dates = String(decoding: try JSONEncoder().encode(details.dates), as: UTF8.self)
      try run(
        "INSERT OR REPLACE INTO article_details (article, author, language, dates) VALUES (?, ?, ?, ?)",
        [article, details.author, details.language ?? language, dates])
    } else if let language {
      let dates = String(decoding: try JSONEncoder().encode(DateChoice([])), as: UTF8.self)
      try run(
        """
        INSERT INTO article_details (article, author, language, dates) VALUES (?, NULL, ?, ?)
        ON CONFLICT (article) DO UPDATE SET language = excluded.language
        WHERE language IS NULL OR language = 'en' OR language LIKE 'en-%'
        """, [article, language, dates])
    }
  }

  func storeVersion(_ prepared: PreparedArticle, article: Int64, number: Int) throws {
    try run(
      """
      INSERT INTO article_version (article, number, hash, text, day, second, zone_offset)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        article, number, Blob(prepared.hash), Blob(Array(prepared.article.text.utf8)),
        Int(prepared.article.published.day.value), prepared.article.published.second,
        prepared.article.published.offset,
      ])
  }

  func storeClaim(_ id: Int64, _ history: ClaimHistory, key: String) throws {
    let first = history.sightings[0].mention
    try run(
      """
      INSERT INTO claim (standing, mentions, first_day, last_day, due_day, outcome, first_published,
      last_published, id, uid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, ClaimColumns(history).arguments + [id, ClaimUID.make(article: key, event: first.event, claim: id)])
  }

  /// - Parameters:
  ///   - link: nil where the claim is folded later.
  ///   - moved: Days by which versions of the article moved its date.
  mutating func storeMention(
    _ mention: MentionTraits, _ prepared: PreparedArticle, article: Int64, claim: Int64, link: Link?,
    moved: Int = 0
  ) throws {
    let content = prepared.claims[mention.ordinal]
    try run(
      """
      INSERT INTO mention (id, article, claim, ordinal, event, first_day, last_day, relation, modality, is_negated,
      source, title, quote, actors, places, body, link_kind, link_to, link_reason,
      confidence, moved)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        mention.id, article, claim, mention.ordinal, content.event,
        mention.period.map { Int($0.firstDay.value) }, mention.period.map { Int($0.lastDay.value) },
        content.relation.rawValue, content.modality.rawValue, content.isNegated, content.source,
        content.title,
        content.quote.text, content.actors.joined(separator: "; "), content.places.joined(separator: "; "),
        prepared.bodies[mention.ordinal], (link?.kind ?? .first).rawValue, link?.to, link?.reason ?? "",
        content.confidence, moved,
      ])
    wordless.insert(mention.id)
  }
}

/// The lasting name of a claim, for calendars: made once, from what founded it.
enum ClaimUID {
  /// The claim's number comes first, so that new names lie together in their index.
  static func make(article key: String, event: UInt32, claim: Int64) -> String {
    padded(UInt64(truncatingIfNeeded: claim), to: 8)
      + padded(ArticleOrder.hash("\(key)\u{1F}\(event)\u{1F}\(claim)"), to: 16)
  }

  private static func padded(_ number: UInt64, to width: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
