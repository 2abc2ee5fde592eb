import Timeline

/// How many claims match beyond those that are shown, counted only so far that the answer comes at once.
struct Remainder {
  /// Beyond this many it is only said that there are more.
  private static let limit = 10_000

  private let count: Int

  init(_ query: ClaimQuery, shown: Int, in timeline: Timeline) throws {
    count = try timeline.count(matching: query, atMost: shown + Self.limit + 1) - shown
  }

  static let none = Remainder(count: 0)

  private init(count: Int) {
    self.count = count
  }

  /// `12 more`, `more than 10000 more`; nil where nothing is left.
  var words: String? {
    count > Self.limit ? "more than \(Self.limit) more" : count > 0 ? "\(count) more" : nil
  }
}
