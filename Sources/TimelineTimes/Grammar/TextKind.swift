/// What a text is to the rules: some hold in one kind alone.
package enum TextKind: String, Sendable, CaseIterable {
  case article
  /// A note or a message of a few lines, whose bare `day` and `night` are its writer's own.
  case post
  /// A phrase by itself, typed to be read as a time: `the World Cup`, `the 12th`.
  case phrase
}
