extension Schema {
  /// What an article's page tells besides its text, and how its publication became known.
  static let details = """
    CREATE TABLE article_details (
      article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
      author TEXT,
      language TEXT,
      -- JSON of DateChoice.
      dates TEXT NOT NULL
    ) STRICT;
    """
}
