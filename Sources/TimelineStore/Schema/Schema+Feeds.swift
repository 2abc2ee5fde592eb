extension Schema {
  /// The feeds that the user keeps, what their servers said last, and which of their entries are done.
  static let feeds = """
    CREATE TABLE feed (
      id INTEGER PRIMARY KEY,
      url TEXT NOT NULL UNIQUE CHECK (url <> ''),
      title TEXT,
      etag TEXT,
      last_modified TEXT
    ) STRICT;

    -- The stamp changes where the entry does.
    CREATE TABLE feed_entry (
      feed INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      stamp TEXT NOT NULL,
      PRIMARY KEY (feed, name)
    ) STRICT, WITHOUT ROWID;
    """
}
