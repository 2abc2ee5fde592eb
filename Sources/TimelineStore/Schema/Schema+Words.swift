extension Schema {
  /// The words of new mentions go into the full-text index all at once, at the end of a transaction: with a trigger
  /// for each mention SQLite wrote out what the index holds back before every statement that may fail half done.
  static let words = "DROP TRIGGER mention_text_insert;"
}
