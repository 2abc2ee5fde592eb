extension Schema {
  /// What calendars tell of changes, and what no later change may take back: how often the user decided, and by how
  /// much later versions of an article moved the date that they repeat.
  static let counts = """
    ALTER TABLE claim ADD COLUMN decisions INTEGER NOT NULL DEFAULT 0 CHECK (decisions >= 0);
    UPDATE claim SET decisions =
      (name IS NOT NULL) + EXISTS (SELECT 1 FROM verdict v WHERE v.claim = claim.id);
    ALTER TABLE mention ADD COLUMN moved INTEGER NOT NULL DEFAULT 0;
    """
}
