import GRDB
import TimelineClaims
import TimelineDates
import TimelineTracking

/// Reads tracked claims with all of their mentions.
enum ClaimReader {
  /// A claim as everything known makes it; nil where there is none.
  ///
  /// - Parameter asOf: Leaves out a verdict that speaks of a later day.
  static func claim(
    _ id: Int64, on day: DayNumber, asOf: DayNumber? = nil, _ db: Database
  ) throws -> TrackedClaim? {
    guard var head = try head(id, db) else { return nil }
    let mentions = try MentionReader.mentions(ofClaim: id, db)
    guard !mentions.isEmpty else { return nil }
    if let asOf, let given = head.verdict?.day, given > asOf { head.verdict = nil }
    let standing = mentions.firstIndex { $0.id == head.standing } ?? 0
    let status =
      head.verdict?.status
      ?? StatusRule.status(outcome: head.outcome, lastDay: head.lastDay, due: head.due, on: day)
    return TrackedClaim(
      id: id, uid: head.uid, mentions: mentions.map { LinkedMention(mention: $0.mention, link: $0.link) },
      standing: standing, status: status, verdict: head.verdict, name: head.name, tags: head.tags,
      isHidden: head.isHidden, decisions: head.decisions)
  }

  /// A claim as the mentions published by a day make it.
  ///
  /// Where later mentions joined what was two claims on that day, each is given; all but the first
  /// carry the claim's `uid` with a suffix.
  static func claims(_ id: Int64, asOf day: DayNumber, _ db: Database) throws -> [TrackedClaim] {
    guard let head = try head(id, db) else { return [] }
    let published = try MentionReader.mentions(ofClaim: id, db).filter { $0.article.published.day <= day }
    let known = try AsOf.dated(published, on: day, db)
    guard !known.isEmpty else { return [] }
    let verdict = head.verdict.flatMap { verdict in verdict.day.map { $0 <= day } ?? true ? verdict : nil }
    let histories = try AsOf.histories(of: known, db)
    return histories.enumerated().map { index, history in
      let byID = Dictionary(known.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      let mentions = zip(history.sightings, history.links).compactMap { sighting, link in
        byID[sighting.mention.id].map { LinkedMention(mention: $0.mention, link: link) }
      }
      let mine = index == 0 ? verdict : nil
      return TrackedClaim(
        id: id, uid: index == 0 ? head.uid : "\(head.uid)-\(history.sightings[0].mention.id)",
        mentions: mentions,
        standing: min(history.standing, max(0, mentions.count - 1)),
        status: mine?.status ?? history.status(on: day),
        verdict: mine, name: index == 0 ? head.name : nil, tags: index == 0 ? head.tags : [],
        isHidden: head.isHidden, decisions: head.decisions)
    }
  }

  struct Head {
    var uid: String
    var standing: Int64
    var outcome: ClaimHistory.Outcome?
    var lastDay: DayNumber?
    var due: DayNumber?
    var verdict: Verdict?
    var name: String?
    var tags: [String]
    var isHidden: Bool
    var decisions: Int
  }

  static func head(_ id: Int64, _ db: Database) throws -> Head? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT c.uid, c.standing, c.outcome, c.last_day, c.due_day, v.status, v.note, v.day, c.name, c.tags,
        c.is_hidden, c.decisions
        FROM claim c LEFT JOIN verdict v ON v.claim = c.id WHERE c.id = ?
        """)
    return try Row.fetchOne(statement, arguments: [id]).map { row in
      let status: String? = row[5]
      return Head(
        uid: row[0], standing: row[1],
        outcome: (row[2] as String?).flatMap { ClaimHistory.Outcome(rawValue: $0) },
        lastDay: (row[3] as Int?).map { DayNumber(clamping: $0) },
        due: (row[4] as Int?).map { DayNumber(clamping: $0) },
        verdict: status.flatMap { Status(rawValue: $0) }.map {
          Verdict(status: $0, note: row[6], day: (row[7] as Int?).map { DayNumber(clamping: $0) })
        }, name: row[8], tags: Tags.read(row[9]), isHidden: row[10],
        decisions: row[11])
    }
  }
}

/// What was known by a day.
enum AsOf {
  /// The histories that some mentions of one claim make by themselves, the one with the oldest first.
  static func histories(of mentions: [StoredMention], _ db: Database) throws -> [ClaimHistory] {
    var components = try MentionGroups.components(of: mentions.map(\.id), db)
    var cache = TraitsCache()
    var sightings: [Int64: [Sighting]] = [:]
    for mention in mentions {
      guard let article = try cache.traits(articleID(of: mention.id, db), db),
        var traits = article.mentions.first(where: { $0.id == mention.id })
      else { continue }
      if traits.isAnchored { traits.period = mention.claim.period }
      sightings[components.root(mention.id), default: []].append(Sighting(traits, in: article))
    }
    return sightings.values.map { ClaimHistory($0) }.sorted {
      Sighting.isEarlier($0.sightings[0], $1.sightings[0])
    }
  }

  /// Mentions with the dates that they had on a day: those that count from another claim's event go by what was
  /// known of it; without a date there was no such claim.
  static func dated(_ mentions: [StoredMention], on day: DayNumber, _ db: Database) throws -> [StoredMention]
  {
    var cache = TraitsCache()
    return try mentions.compactMap { mention in
      guard mention.claim.term?.countedFrom != nil,
        let article = try cache.traits(articleID(of: mention.id, db), db),
        article.mentions.contains(where: { $0.id == mention.id && $0.isAnchored })
      else { return mention }
      let anchoring = Anchoring(db: db, index: try ArticleIndex(db), asOf: day)
      guard let found = try anchoring.date(mention.claim, in: article, &cache) else { return nil }
      var dated = mention
      dated.claim = found.claim
      return dated
    }
  }

  private static func articleID(of mention: Int64, _ db: Database) throws -> Int64 {
    let statement = try db.cachedStatement(sql: "SELECT article FROM mention WHERE id = ?")
    return try Int64.fetchOne(statement, arguments: [mention]) ?? 0
  }
}
