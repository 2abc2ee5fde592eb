extension Schema {
  /// The addresses that articles were read from, with what the servers said of their answers.
  static let fetches = """
    CREATE TABLE article_fetch (
      url TEXT PRIMARY KEY CHECK (url <> ''),
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      etag TEXT,
      last_modified TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_fetch_by_article ON article_fetch (article);
    """
}
