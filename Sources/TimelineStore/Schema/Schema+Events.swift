extension Schema {
  /// Events of imported calendars; days are counted from 1970-01-01. A number is never given twice, for stored
  /// times refer to it.
  static let events = """
    CREATE TABLE calendar_event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      calendar TEXT NOT NULL CHECK (calendar <> ''),
      name TEXT NOT NULL CHECK (name <> ''),
      UNIQUE (calendar, name)
    ) STRICT;

    CREATE TABLE calendar_event_day (
      event INTEGER NOT NULL REFERENCES calendar_event (id) ON DELETE CASCADE,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL CHECK (last_day >= first_day),
      PRIMARY KEY (event, first_day, last_day)
    ) STRICT, WITHOUT ROWID;
    """
}
