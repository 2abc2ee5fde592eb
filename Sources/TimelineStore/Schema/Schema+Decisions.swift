extension Schema {
  /// What the user decides beside verdicts, the log of it, and when an article's versions were published.
  static let decisions = """
    ALTER TABLE claim ADD COLUMN name TEXT CHECK (name <> '');
    -- Between commas, one before the first and one behind the last; empty where there is none.
    ALTER TABLE claim ADD COLUMN tags TEXT NOT NULL DEFAULT '';

    ALTER TABLE article_version ADD COLUMN day INTEGER;
    ALTER TABLE article_version ADD COLUMN second INTEGER;
    ALTER TABLE article_version ADD COLUMN zone_offset INTEGER;
    UPDATE article_version SET (day, second, zone_offset) =
      (SELECT a.day, a.second, a.zone_offset FROM article a WHERE a.id = article_version.article);

    -- In the order in which they were made; undoing one removes it.
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('settle', 'hide', 'rename', 'tag', 'merge', 'split')),
      uid TEXT NOT NULL,
      title TEXT NOT NULL,
      before TEXT NOT NULL
    ) STRICT;

    -- Mentions that a merge joins, or that a split keeps apart where their sides differ. No reference to
    -- mention: a mention that is made no longer may be made again.
    CREATE TABLE ruling (
      decision INTEGER NOT NULL REFERENCES decision (id) ON DELETE CASCADE,
      mention INTEGER NOT NULL,
      side INTEGER NOT NULL,
      PRIMARY KEY (decision, mention)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ruling_by_mention ON ruling (mention);

    -- Ruled mentions that their article makes no longer, under the rows that they had.
    CREATE TABLE lost_mention (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      event TEXT NOT NULL,
      relation TEXT NOT NULL,
      modality TEXT NOT NULL,
      is_negated INTEGER NOT NULL CHECK (is_negated IN (0, 1)),
      source TEXT,
      title TEXT NOT NULL,
      quote TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX lost_mention_by_article ON lost_mention (article);

    CREATE TABLE waiting (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      verdict_id INTEGER,
      status TEXT,
      note TEXT,
      day INTEGER,
      is_hidden INTEGER NOT NULL CHECK (is_hidden IN (0, 1)),
      uids TEXT NOT NULL,
      event TEXT NOT NULL,
      relation TEXT NOT NULL,
      modality TEXT NOT NULL,
      is_negated INTEGER NOT NULL CHECK (is_negated IN (0, 1)),
      source TEXT,
      title TEXT NOT NULL,
      quote TEXT NOT NULL,
      body TEXT NOT NULL,
      name TEXT,
      tags TEXT NOT NULL DEFAULT '',
      CHECK ((verdict_id IS NULL) = (status IS NULL)),
      CHECK (status IS NOT NULL OR is_hidden = 1 OR name IS NOT NULL OR tags <> '')
    ) STRICT;
    INSERT INTO waiting (id, article, verdict_id, status, note, day, is_hidden, uids, event, relation,
      modality, is_negated, source, title, quote, body)
      SELECT id, article, verdict_id, status, note, day, is_hidden, uids, event, relation, modality,
      is_negated, source, title, quote, body FROM stranded;
    DROP TABLE stranded;
    ALTER TABLE waiting RENAME TO stranded;
    CREATE INDEX stranded_by_article ON stranded (article);
    """
}
