import GRDB
import TimelineClaims
import TimelineDates
import TimelineTracking

/// A mention as it is stored, with its place in the tracking.
struct StoredMention {
  var id: Int64
  var tracked: Int64
  var claim: Claim
  var link: Link
  var article: ArticleReference
  var instant: Int64
  var moved: Int

  var mention: Mention { Mention(id: id, article: article, claim: claim, moved: moved) }
}

enum MentionReader {
  private static let columns = """
    SELECT m.id, m.claim, m.event, m.relation, m.modality, m.is_negated, m.source, m.title, m.quote, m.body,
    m.link_kind, m.link_to, m.link_reason, a.key, a.outlet, a.title, a.url, a.day, a.second, a.zone_offset, a.instant,
    m.ordinal, a.version,
    CASE WHEN a.version > 1
      THEN (SELECT v.day FROM article_version v WHERE v.article = a.id AND v.number = a.version) END,
    \(CopyReader.original), m.moved
    FROM mention m JOIN article a ON a.id = m.article
    """

  /// In the order of the text.
  static func mentions(ofArticle id: Int64, _ db: Database) throws -> [StoredMention] {
    try fetch("WHERE m.article = ? ORDER BY m.ordinal", id, db).map(\.0)
  }

  /// In the order of publication, as a claim's history reads them.
  static func mentions(ofClaim id: Int64, _ db: Database) throws -> [StoredMention] {
    try fetch("WHERE m.claim = ?", id, db).sorted { one, two in
      (one.0.instant, ArticleOrder.hash(one.0.article.key), one.0.claim.isGivenUp ? 0 : 1, one.1)
        < (two.0.instant, ArticleOrder.hash(two.0.article.key), two.0.claim.isGivenUp ? 0 : 1, two.1)
    }.map(\.0)
  }

  static func claim(ofMention id: Int64, _ db: Database) throws -> Claim? {
    try fetch("WHERE m.id = ?", id, db).first?.0.claim
  }

  private static func fetch(_ condition: String, _ id: Int64, _ db: Database) throws -> [(StoredMention, Int)]
  {
    let statement = try db.cachedStatement(sql: columns + " " + condition)
    let rows = try Row.fetchCursor(statement, arguments: [id])
    var found: [(StoredMention, Int)] = []
    while let row = try rows.next() { found.append((read(row), row[21])) }
    return found
  }

  private static func read(_ row: Row) -> StoredMention {
    let quote: String = row[8]
    let (event, title): (String, String) = (row[2], row[7])
    let relation = Relation(rawValue: row[3]) ?? .on
    let modality = Modality(rawValue: row[4]) ?? .happened
    let claim =
      ClaimBody.decode(
        row[9], event: event, relation: relation, modality: modality, isNegated: row[5], source: row[6],
        title: title, quote: quote)
      // A damaged body leaves what the columns tell.
      ?? Claim(
        trigger: Passage(text: event, span: 0..<0), event: event, relation: relation, modality: modality,
        quote: Passage(text: quote, span: 0..<0), title: title)
    return StoredMention(
      id: row[0], tracked: row[1], claim: claim,
      link: Link(kind: Link.Kind(rawValue: row[10]) ?? .same, to: row[11], reason: row[12]),
      article: ArticleReference(
        key: row[13], outlet: row[14], title: row[15], url: row[16], published: DocumentTime(row, from: 17),
        version: row[22], revised: (row[23] as Int32?).map(DayNumber.init), copyOf: row[24]),
      instant: row[20], moved: row[25])
  }
}
