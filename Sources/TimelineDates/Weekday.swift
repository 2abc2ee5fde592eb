/// A day of the week, numbered as ISO 8601 does: Monday is 1, Sunday is 7.
public enum Weekday: Int, Hashable, Sendable, Codable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The ISO number, 1 through 7.
  public var number: Int { rawValue }

  /// The weekday at a distance of 0 (Monday) through 6 from Monday; other numbers wrap around.
  init(index: Int) {
    let wrapped = ((index % 7) + 7) % 7
    self = Weekday.allCases[wrapped]
  }
}
