extension Schema {
  /// Claims that count from events which their texts do not date, and under what such an event is looked up.
  static let hanging = """
    CREATE TABLE hanging (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      event TEXT NOT NULL,
      relation TEXT NOT NULL,
      modality TEXT NOT NULL,
      is_negated INTEGER NOT NULL CHECK (is_negated IN (0, 1)),
      source TEXT,
      title TEXT NOT NULL,
      quote TEXT NOT NULL,
      body TEXT NOT NULL,
      -- The mention that gives the date, and the one that this claim is with it.
      anchor INTEGER,
      mention INTEGER,
      CHECK ((anchor IS NULL) = (mention IS NULL))
    ) STRICT;
    CREATE INDEX hanging_by_article ON hanging (article);
    CREATE INDEX hanging_by_anchor ON hanging (anchor) WHERE anchor IS NOT NULL;

    CREATE TABLE hanging_key (
      hash INTEGER NOT NULL,
      hanging INTEGER NOT NULL REFERENCES hanging (id) ON DELETE CASCADE,
      PRIMARY KEY (hash, hanging)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX hanging_key_by_hanging ON hanging_key (hanging);
    """
}
