/// How an event stands to the period that its time expression names.
public enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
  /// Within it.
  case on
  /// No later than its last day.
  case by
  case before
  case after
  /// Starts then and goes on.
  case from
  /// Lasts to it.
  case until
  /// Fills it.
  case throughout
  case around
}
