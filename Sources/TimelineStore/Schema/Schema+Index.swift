import GRDB

extension Schema {
  /// The keys by which articles are found, each in two numbers, and beside every article the keys that it has:
  /// half as much to write for each, and fewer steps to compare two of them.
  static func shortenKeys(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE article ADD COLUMN keys BLOB NOT NULL DEFAULT x'';
        -- The article goes without reference: what goes with it is told by its column of keys.
        CREATE TABLE key_of_article (
          key INTEGER NOT NULL,
          entry INTEGER NOT NULL,
          PRIMARY KEY (key, entry)
        ) STRICT, WITHOUT ROWID;
        INSERT OR IGNORE INTO key_of_article
          SELECT ((span & 65535) << 48) | ((hash >> 32 & 16777215) << 24) | (hash & 16777215),
          (day << 32) | article
          FROM article_key;
        """)
    let articles = try Row.fetchCursor(
      db, sql: "SELECT article, hash FROM article_key ORDER BY article, hash")
    var article: Int64 = 0
    var keys: [Int64] = []
    func store() throws {
      guard !keys.isEmpty else { return }
      try db.cachedStatement(sql: "UPDATE article SET keys = ? WHERE id = ?")
        .execute(arguments: [Blob(KeyCoding.encode(keys)), article])
      keys = []
    }
    while let row = try articles.next() {
      if row[0] != article {
        try store()
        article = row[0]
      }
      keys.append(row[1])
    }
    try store()
    try db.execute(
      sql: """
        DROP TABLE article_key;
        ALTER TABLE key_of_article RENAME TO article_key;
        -- More parts of the index of words are merged at a time, and so each word less often.
        INSERT INTO mention_text (mention_text, rank) VALUES ('automerge', 8);
        """)
  }
}
