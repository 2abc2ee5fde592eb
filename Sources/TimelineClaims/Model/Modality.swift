/// As what a text presents an event.
public enum Modality: String, Hashable, Sendable, Codable, CaseIterable {
  /// Fact, past or under way.
  case happened
  /// Arranged by those who hold it.
  case scheduled
  /// An undertaking by the one who must do it.
  case promised
  /// Imposed on or asked of someone else.
  case demanded
  /// Forecast or hoped for by someone.
  case expected
  case possible
  /// Called off, or moved away from this time.
  case cancelled
}
