extension Schema {
  /// Articles that copy one another.
  static let copies = """
    -- The sketch of an article's text: the smallest hashes of its runs of words.
    CREATE TABLE article_shingle (
      hash INTEGER NOT NULL,
      instant INTEGER NOT NULL,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      PRIMARY KEY (hash, instant, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_shingle_by_article ON article_shingle (article);

    -- Articles of one circle are near-identical, each to another of it; the first in this order is the original.
    CREATE TABLE article_copy (
      article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
      circle INTEGER NOT NULL,
      instant INTEGER NOT NULL,
      -- Settles the order of articles of one moment, whatever the order in which they were added.
      rank INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX article_copy_by_circle ON article_copy (circle, instant, rank, article);
    """
}
