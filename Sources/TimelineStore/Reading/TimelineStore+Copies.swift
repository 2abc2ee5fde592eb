import GRDB
import TimelineDates
import TimelineTracking

enum CopyReader {
  /// The key of the article that one copies, for a query in which `a` is the article's row; null where it copies none.
  ///
  /// A version of a text counts from the moment that its article was published.
  static let original = """
    (SELECT o.key FROM article_copy mine
    JOIN article o ON o.id =
      (SELECT first.article FROM article_copy first WHERE first.circle = mine.circle
      ORDER BY first.instant, first.rank, first.article LIMIT 1)
    WHERE mine.article = a.id AND o.id <> a.id)
    """
}

extension TimelineStore {
  /// An article's original with all of its copies; nil where it neither copies another nor is copied.
  package func copies(ofArticle key: String) throws -> ArticleCopies? {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.key, a.outlet, a.title, a.url, a.day, a.second, a.zone_offset, \(CopyReader.original)
          FROM article k JOIN article_copy own ON own.article = k.id
          JOIN article_copy c ON c.circle = own.circle JOIN article a ON a.id = c.article
          WHERE k.key = ? ORDER BY c.instant, c.rank, c.article
          """, arguments: [key])
      let articles = rows.map { row in
        ArticleReference(
          key: row[0], outlet: row[1], title: row[2], url: row[3], published: DocumentTime(row, from: 4),
          copyOf: row[7])
      }
      guard let original = articles.first, articles.count > 1 else { return nil }
      return ArticleCopies(original: original, copies: Array(articles.dropFirst()))
    }
  }
}
