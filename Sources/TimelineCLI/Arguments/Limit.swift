import ArgumentParser

/// How many are shown at most: 0 for all.
struct Limit: ExpressibleByArgument, Hashable, Sendable {
  /// Nil for all.
  var count: Int?

  init?(argument: String) {
    guard let number = Int(argument), number >= 0 else { return nil }
    // More than there can ever be is no more than this, and one can be added to it.
    count = number > 0 ? min(number, Int(Int32.max)) : nil
  }
}
