import Foundation
import GRDB
package import TimelineArticles
import TimelineDates
import TimelinePages
package import TimelineTracking

enum ArticleReader {
  /// All rows, those left out whose claims a version of the extractor made.
  static func ids(_ db: Database, exceptExtractor version: Int?) throws -> [Int64] {
    try Int64.fetchAll(
      db, sql: "SELECT id FROM article WHERE extractor <> ? ORDER BY instant, id", arguments: [version ?? -1])
  }

  static func article(_ id: Int64, _ db: Database) throws -> Article? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.key, a.outlet, a.title, a.url, a.day, a.second, a.zone_offset, v.text
        FROM article a JOIN article_version v ON v.article = a.id AND v.number = a.version WHERE a.id = ?
        """)
    return try Row.fetchOne(statement, arguments: [id]).map { row in
      Article(
        key: row[0], published: DocumentTime(row, from: 4), outlet: row[1], title: row[2], url: row[3],
        text: String(decoding: row.bytes(7), as: UTF8.self))
    }
  }
}

extension TimelineStore {
  package func article(_ key: String) throws -> Article? {
    try read { db in
      guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM article WHERE key = ?", arguments: [key])
      else { return nil }
      return try ArticleReader.article(id, db)
    }
  }

  /// What is known of an article besides its text; nil where nothing is.
  package func details(ofArticle key: String) throws -> ArticleDetails? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT d.author, d.language, d.dates FROM article_details d JOIN article a ON a.id = d.article
          WHERE a.key = ?
          """, arguments: [key])
      guard let row else { return nil }
      let text: String = row[2]
      guard let dates = try? JSONDecoder().decode(DateChoice.self, from: Data(text.utf8)) else {
        throw TimelineError.damaged(path: path ?? "", detail: "the dates of the article \(key)")
      }
      return ArticleDetails(author: row[0], language: row[1], dates: dates)
    }
  }

  package func mentions(ofArticle key: String) throws -> [Mention] {
    try read { db in
      guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM article WHERE key = ?", arguments: [key])
      else { return [] }
      return try MentionReader.mentions(ofArticle: id, db).map(\.mention)
    }
  }

  package func articles(matching query: ArticleQuery) throws -> [StoredArticle] {
    try read { db in
      var conditions: [String] = []
      var arguments: StatementArguments = []
      if let from = query.from {
        conditions.append("day >= ?")
        arguments += [Int(from.value)]
      }
      if let to = query.to {
        conditions.append("day <= ?")
        arguments += [Int(to.value)]
      }
      if let outlet = query.outlet {
        let outlets = try Outlets.matching(outlet, db)
        conditions.append("outlet IN (\(outlets.map { _ in "?" }.joined(separator: ", ")))")
        arguments += StatementArguments(outlets)
      }
      let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
      return try Row.fetchAll(
        db,
        sql: """
          SELECT id, key, outlet, title, url, day, second, zone_offset, version, claims, bytes, extractor,
          \(CopyReader.original)
          FROM article a \(condition) ORDER BY instant, id LIMIT ? OFFSET ?
          """, arguments: arguments + [query.limit ?? -1, query.offset]
      ).map { row in
        StoredArticle(
          id: row[0],
          reference: ArticleReference(
            key: row[1], outlet: row[2], title: row[3], url: row[4], published: DocumentTime(row, from: 5),
            copyOf: row[12]),
          versions: row[8], claims: row[9], bytes: row[10], extractor: row[11])
      }
    }
  }
}

/// Outlets by the words of their names.
enum Outlets {
  /// The stored outlets that hold all words of a name.
  static func matching(_ name: String, _ db: Database) throws -> [String] {
    let words = Set(NameWords.of(name))
    return try String.fetchAll(db, sql: "SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL")
      .filter { words.isSubset(of: NameWords.of($0)) }
  }
}
