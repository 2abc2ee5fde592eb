import GRDB
import TimelineClaims
import TimelineTracking

/// The tables of a timeline and the steps that lead to them.
///
/// Steps are named and only ever appended; each runs in its own transaction. A database with a step
/// that this build does not know was written by a newer one and is refused.
enum Schema {
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 articles, mentions, claims") { db in
      try db.execute(sql: tables)
      try db.execute(sql: search)
    }
    migrator.registerMigration("2 settings of times") { db in try db.execute(sql: settings) }
    migrator.registerMigration("3 decisions, versions' dates") { db in try db.execute(sql: decisions) }
    migrator.registerMigration("4 confidence of claims") { db in try db.execute(sql: confidence) }
    migrator.registerMigration("5 details of articles") { db in try db.execute(sql: details) }
    migrator.registerMigration("6 feeds") { db in try db.execute(sql: feeds) }
    migrator.registerMigration("7 events of calendars") { db in try db.execute(sql: events) }
    migrator.registerMigration("8 orders of claims") { db in try db.execute(sql: orders) }
    migrator.registerMigration("9 claims that hang on events") { db in try db.execute(sql: hanging) }
    migrator.registerMigration("10 copies of articles") { db in try db.execute(sql: copies) }
    migrator.registerMigration("11 fetched addresses") { db in try db.execute(sql: fetches) }
    migrator.registerMigration("12 shorter keys of articles", migrate: shortenKeys)
    migrator.registerMigration("13 counts of changes") { db in try db.execute(sql: counts) }
    migrator.registerMigration("14 words of mentions at once") { db in try db.execute(sql: words) }
    return migrator
  }()

  /// Marks the file as a timeline for `file` and SQLite's own tools: `TmLn`.
  static let applicationID = 0x546D_4C6E

  private static func list<Values: Collection>(_ values: Values) -> String
  where Values.Element: RawRepresentable, Values.Element.RawValue == String {
    values.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  /// Days are counted from 1970-01-01; texts of articles are kept as bytes, so that no character cuts them.
  private static let tables = """
    PRAGMA application_id = \(applicationID);

    CREATE TABLE article (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE CHECK (key <> ''),
      day INTEGER NOT NULL,
      second INTEGER CHECK (second BETWEEN 0 AND 86399),
      zone_offset INTEGER,
      instant INTEGER NOT NULL,
      outlet TEXT,
      title TEXT,
      url TEXT,
      version INTEGER NOT NULL CHECK (version >= 1),
      bytes INTEGER NOT NULL CHECK (bytes >= 0),
      claims INTEGER NOT NULL CHECK (claims >= 0),
      extractor INTEGER NOT NULL CHECK (extractor >= 1),
      hash BLOB NOT NULL CHECK (length(hash) = 16),
      traits BLOB NOT NULL
    ) STRICT;
    CREATE INDEX article_by_instant ON article (instant, id);
    CREATE INDEX article_by_outlet ON article (outlet, day) WHERE outlet IS NOT NULL;

    CREATE TABLE article_version (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 1),
      hash BLOB NOT NULL CHECK (length(hash) = 16),
      text BLOB NOT NULL,
      UNIQUE (article, number)
    ) STRICT;

    CREATE TABLE claim (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      uid TEXT NOT NULL UNIQUE CHECK (uid <> ''),
      standing INTEGER NOT NULL REFERENCES mention (id) DEFERRABLE INITIALLY DEFERRED,
      mentions INTEGER NOT NULL CHECK (mentions >= 1),
      first_day INTEGER,
      last_day INTEGER CHECK (last_day >= first_day),
      due_day INTEGER,
      outcome TEXT CHECK (outcome IN ('happened', 'missed', 'cancelled')),
      first_published INTEGER NOT NULL,
      last_published INTEGER NOT NULL CHECK (last_published >= first_published),
      is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)),
      CHECK ((first_day IS NULL) = (last_day IS NULL)),
      CHECK (due_day IS NULL OR first_day IS NOT NULL)
    ) STRICT;
    CREATE INDEX claim_by_day ON claim (first_day, last_day, id);
    CREATE INDEX claim_by_due ON claim (due_day, id) WHERE outcome IS NULL;
    CREATE INDEX claim_by_standing ON claim (standing);
    CREATE INDEX claim_by_publication ON claim (last_published, id);

    CREATE TABLE mention (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      claim INTEGER NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
      ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
      event TEXT NOT NULL,
      first_day INTEGER,
      last_day INTEGER CHECK (last_day >= first_day),
      relation TEXT NOT NULL CHECK (relation IN (\(list(Relation.allCases)))),
      modality TEXT NOT NULL CHECK (modality IN (\(list(Modality.allCases)))),
      is_negated INTEGER NOT NULL CHECK (is_negated IN (0, 1)),
      source TEXT,
      title TEXT NOT NULL,
      quote TEXT NOT NULL,
      actors TEXT NOT NULL,
      places TEXT NOT NULL,
      body TEXT NOT NULL,
      link_kind TEXT NOT NULL CHECK (link_kind IN (\(list(Link.Kind.allCases)))),
      link_to INTEGER REFERENCES mention (id) DEFERRABLE INITIALLY DEFERRED,
      link_reason TEXT NOT NULL,
      UNIQUE (article, ordinal),
      CHECK ((link_kind = 'first') = (link_to IS NULL)),
      CHECK ((first_day IS NULL) = (last_day IS NULL))
    ) STRICT;
    CREATE INDEX mention_by_claim ON mention (claim);
    CREATE INDEX mention_by_link ON mention (link_to) WHERE link_to IS NOT NULL;

    -- Pairs of mentions that speak of the same event; claims are the connected components.
    CREATE TABLE tie (
      one INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
      two INTEGER NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
      ground TEXT NOT NULL CHECK (ground IN ('same', 'moved', 'disputed')),
      score REAL NOT NULL,
      parts TEXT NOT NULL,
      PRIMARY KEY (one, two),
      CHECK (one < two)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tie_by_two ON tie (two);

    -- Where candidates for the same event are looked up: hashes of an event class with a name.
    CREATE TABLE article_key (
      hash INTEGER NOT NULL,
      day INTEGER NOT NULL,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      PRIMARY KEY (hash, day, article)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_key_by_article ON article_key (article);

    -- A verdict given later has a greater id.
    CREATE TABLE verdict (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      claim INTEGER NOT NULL UNIQUE REFERENCES claim (id) ON DELETE CASCADE,
      status TEXT NOT NULL CHECK (status IN (\(list(Status.allCases)))),
      note TEXT,
      day INTEGER
    ) STRICT;

    -- Names of claims that were joined with others.
    CREATE TABLE former_uid (
      uid TEXT PRIMARY KEY,
      claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX former_uid_by_claim ON former_uid (claim);

    -- What the user decided about claims that their article makes no longer, with the last mention of each.
    CREATE TABLE stranded (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      verdict_id INTEGER,
      status TEXT CHECK (status IN (\(list(Status.allCases)))),
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
      CHECK ((verdict_id IS NULL) = (status IS NULL)),
      CHECK (status IS NOT NULL OR is_hidden = 1)
    ) STRICT;
    CREATE INDEX stranded_by_article ON stranded (article);
    """

  /// How times are read, as far as it is not the default: names and values of ``ResolutionSettings``.
  private static let settings = """
    CREATE TABLE setting (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// What is awaited in the order of its days, what came of the rest, and the links that few claims have.
  private static let orders = """
    DROP INDEX claim_by_due;
    CREATE INDEX claim_awaited ON claim (coalesce(due_day, last_day), id)
      WHERE outcome IS NULL AND first_day IS NOT NULL;
    CREATE INDEX claim_by_outcome ON claim (outcome, first_day, last_day, id) WHERE outcome IS NOT NULL;
    -- With the first publication, to tell from the index alone which claims a day lies within.
    DROP INDEX claim_by_publication;
    CREATE INDEX claim_by_publication ON claim (last_published, id, first_published);
    -- With a stretch of days before the hash, so that what is added in order of time stays together.
    CREATE TABLE key_of_article (
      span INTEGER NOT NULL,
      hash INTEGER NOT NULL,
      day INTEGER NOT NULL,
      article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
      PRIMARY KEY (span, hash, day, article)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO key_of_article SELECT day >> 9, hash, day, article FROM article_key;
    DROP TABLE article_key;
    ALTER TABLE key_of_article RENAME TO article_key;
    CREATE INDEX article_key_by_article ON article_key (article);
    CREATE INDEX mention_by_rare_link ON mention (link_kind, claim)
      WHERE link_kind IN ('conflict', 'revision');
    """

  /// How likely a mention is right, 0 through 1; null for one that was stored before there was a confidence.
  private static let confidence = """
    ALTER TABLE mention ADD COLUMN confidence REAL CHECK (confidence BETWEEN 0 AND 1);
    """

  /// The full-text index over mentions, kept in step by triggers; of new mentions by the session that writes them.
  private static let search = """
    CREATE VIRTUAL TABLE mention_text USING fts5 (
      quote, title, actors, places, source,
      content = 'mention', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TRIGGER mention_text_insert AFTER INSERT ON mention BEGIN
      INSERT INTO mention_text (rowid, quote, title, actors, places, source)
      VALUES (new.id, new.quote, new.title, new.actors, new.places, new.source);
    END;
    CREATE TRIGGER mention_text_delete AFTER DELETE ON mention BEGIN
      INSERT INTO mention_text (mention_text, rowid, quote, title, actors, places, source)
      VALUES ('delete', old.id, old.quote, old.title, old.actors, old.places, old.source);
    END;
    CREATE TRIGGER mention_text_update AFTER UPDATE OF id, quote, title, actors, places, source ON mention BEGIN
      INSERT INTO mention_text (mention_text, rowid, quote, title, actors, places, source)
      VALUES ('delete', old.id, old.quote, old.title, old.actors, old.places, old.source);
      INSERT INTO mention_text (rowid, quote, title, actors, places, source)
      VALUES (new.id, new.quote, new.title, new.actors, new.places, new.source);
    END;
    """
}
