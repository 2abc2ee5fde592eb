import GRDB
import TimelineArticles
import TimelineClaims
import TimelineDates
import TimelineTimes
import TimelineTracking

/// Claims that count from events which other claims date.
///
/// Which claim dates one hangs on the mentions alone that their own texts date, and so on no order of adding.
extension WriteSession {
  /// Notes that an article came, so that what may hang on its events is looked at again.
  mutating func stir(_ article: Int64, _ keys: [Int64]) {
    pending.stirredArticles.insert(article)
    pending.stirredKeys.formUnion(keys)
  }

  /// To be called before an article's mentions go.
  mutating func stir(_ article: Int64) throws {
    pending.stirredKeys.formUnion(try keys(of: article)?.keys ?? [])
    pending.loose.formUnion(
      try ints(
        "SELECT h.id FROM mention m JOIN hanging h ON h.anchor = m.id WHERE m.article = ?", [article]))
  }

  /// The keys under which an article is found, and the day that goes with them.
  private func keys(of article: Int64) throws -> (keys: [Int64], day: Int)? {
    let statement = try db.cachedStatement(sql: "SELECT keys, day FROM article WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [article]).map { (KeyCoding.decode($0.bytes(0)), $0[1]) }
  }

  /// To be called before an article goes, or changes.
  mutating func removeKeys(of article: Int64) throws {
    guard let (keys, day) = try keys(of: article) else { return }
    try index.remove(keys, of: article, day: day)
  }

  /// The claims of an article that hang on events.
  func hanging(of article: Int64) throws -> [Hanging] {
    try hanging("article = ? ORDER BY id", [article]).map(\.1)
  }

  private func hanging(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [(id: Int64, Hanging)] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT event, relation, modality, is_negated, source, title, quote, body, anchor, mention, id
        FROM hanging WHERE \(condition)
        """)
    return try Row.fetchAll(statement, arguments: arguments).compactMap { row in
      guard let relation = Relation(rawValue: row[1]), let modality = Modality(rawValue: row[2]),
        let claim = ClaimBody.decode(
          row[7], event: row[0], relation: relation, modality: modality, isNegated: row[3], source: row[4],
          title: row[5], quote: row[6])
      else { return nil }
      var hanging = Hanging(claim: claim, anchor: row[8])
      if let mention: Int64 = row[9] { hanging.dated = try MentionReader.claim(ofMention: mention, db) }
      return (row[10], hanging)
    }
  }

  /// Stores what hangs in an article whose mentions are stored.
  func store(_ prepared: PreparedArticle, _ traits: ArticleTraits) throws {
    try run("DELETE FROM hanging WHERE article = ?", [traits.id])
    for (hanging, place) in zip(prepared.hanging, prepared.places) {
      let claim = hanging.claim
      try run(
        """
        INSERT INTO hanging (article, event, relation, modality, is_negated, source, title, quote, body, anchor,
        mention) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          traits.id, claim.event, claim.relation.rawValue, claim.modality.rawValue, claim.isNegated,
          claim.source, claim.title, claim.quote.text, ClaimBody.encode(claim),
          place == nil ? nil : hanging.anchor, place.map { traits.mentions[$0].id },
        ])
      let id = db.lastInsertedRowID
      let classes = TraitsReader.english.event(named: hanging.name).classes
      for key in Set(ArticleKeys.of(event: classes, in: traits)) {
        try run("INSERT INTO hanging_key (hash, hanging) VALUES (?, ?)", [key, id])
      }
    }
  }

  /// The articles whose claims hang on other dates, now that some mentions came or went.
  mutating func anchorings(_ known: Pending) throws -> [PreparedArticle] {
    guard try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM hanging)")) == true else {
      return []
    }
    var ids = known.loose
    for article in known.stirredArticles {
      ids.formUnion(try ints("SELECT id FROM hanging WHERE article = ?", [article]))
    }
    for key in known.stirredKeys {
      ids.formUnion(try ints("SELECT hanging FROM hanging_key WHERE hash = ?", [key]))
    }
    for claim in known.touched {
      let sql = "SELECT h.id FROM mention m JOIN hanging h ON h.anchor = m.id WHERE m.claim = ?"
      ids.formUnion(try ints(sql, [claim]))
    }
    var articles: Set<Int64> = []
    for id in ids { articles.formUnion(try ints("SELECT article FROM hanging WHERE id = ?", [id])) }
    return try articles.sorted().compactMap { try anchored($0) }
  }

  /// An article with the dates that its hanging claims have by now; nil where they have them already.
  private mutating func anchored(_ article: Int64) throws -> PreparedArticle? {
    guard let traits = try cache.traits(article, db) else { return nil }
    let known = try hanging(of: article)
    var new = known
    for index in new.indices {
      let found = try Anchoring(db: db, index: self.index).date(new[index].claim, in: traits, &cache)
      new[index].anchor = found?.mention
      new[index].dated = found?.claim
    }
    let isChanged = zip(known, new).contains {
      $0.dated?.resolution != $1.dated?.resolution || $0.anchor != $1.anchor
    }
    guard isChanged, let text = try ArticleReader.article(article, db) else { return nil }
    let anchored = Set(
      try ints("SELECT mention FROM hanging WHERE article = ? AND mention IS NOT NULL", [article]))
    let own = try MentionReader.mentions(ofArticle: article, db).filter { !anchored.contains($0.id) }
    let hash = ContentHash.of(text)
    return PreparedArticle(text, hash: hash, claims: own.map(\.claim), hanging: new)
  }
}

extension PreparedArticle {
  /// The same with the dates that its hanging claims had, as far as these are made again.
  func with(keepingDatesOf old: [Hanging]) -> PreparedArticle {
    guard hanging.contains(where: { $0.dated == nil }), !old.isEmpty else { return self }
    var kept = hanging
    for index in kept.indices where kept[index].dated == nil {
      guard let known = old.first(where: { $0.says(kept[index]) }) else { continue }
      kept[index].anchor = known.anchor
      kept[index].dated = known.dated
    }
    return with(kept)
  }
}
