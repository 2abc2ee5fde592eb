import GRDB

extension TimelineStore {
  package func fetched(from url: String) throws -> FetchedAddress? {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT f.url, a.key, f.etag, f.last_modified FROM article_fetch f JOIN article a ON a.id = f.article
          WHERE f.url = ?
          """, arguments: [url]
      ).map { FetchedAddress(url: $0[0], articleKey: $0[1], etag: $0[2], lastModified: $0[3]) }
    }
  }

  /// Those of articles that are not stored are passed over.
  package func remember(_ addresses: [FetchedAddress]) throws {
    guard !addresses.isEmpty else { return }
    try write { db in
      let statement = try db.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO article_fetch (url, article, etag, last_modified)
          SELECT ?, id, ?, ? FROM article WHERE key = ?
          """)
      for address in addresses {
        try statement.execute(arguments: [
          address.url, address.etag, address.lastModified, address.articleKey,
        ])
      }
    }
  }
}
