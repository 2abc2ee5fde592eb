import GRDB

extension TimelineStore {
  package func feeds() throws -> [StoredFeed] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, url, title, etag, last_modified, (SELECT count(*) FROM feed_entry e WHERE e.feed = feed.id)
          FROM feed ORDER BY id
          """
      ).map { row in
        StoredFeed(
          id: row[0], url: row[1], title: row[2], etag: row[3], lastModified: row[4], entries: row[5])
      }
    }
  }

  /// - Returns: Whether it was not kept already.
  package func addFeed(_ url: String, title: String?) throws -> Bool {
    try write { db in
      try db.execute(
        sql: "INSERT INTO feed (url, title) VALUES (?, ?) ON CONFLICT (url) DO NOTHING",
        arguments: [url, title])
      return db.changesCount > 0
    }
  }

  /// - Returns: Whether it was kept.
  package func removeFeed(_ url: String) throws -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM feed WHERE url = ?", arguments: [url])
      return db.changesCount > 0
    }
  }

  /// Stores a feed's title and what its server said.
  package func update(_ feed: StoredFeed) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE feed SET title = ?, etag = ?, last_modified = ? WHERE id = ?",
        arguments: [feed.title, feed.etag, feed.lastModified, feed.id])
    }
  }

  /// The entries that are done, with the stamp of each.
  package func entries(ofFeed id: Int64) throws -> [String: String] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT name, stamp FROM feed_entry WHERE feed = ?", arguments: [id])
      return Dictionary(rows.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
    }
  }

  package func finish(entry name: String, stamp: String, ofFeed id: Int64) throws {
    try write { db in
      try db.execute(
        sql: """
          INSERT INTO feed_entry (feed, name, stamp) VALUES (?, ?, ?)
          ON CONFLICT (feed, name) DO UPDATE SET stamp = excluded.stamp
          """, arguments: [id, name, stamp])
    }
  }
}
