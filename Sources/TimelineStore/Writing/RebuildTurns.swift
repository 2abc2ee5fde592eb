/// The order in which a rebuild reads articles anew, and how far it is.
///
/// What ties an article to another whose turn is still to come stands until then: only two articles that were
/// read alike tell whether they speak of the same, and what is parted in between would get new claims.
struct RebuildTurns {
  private var turns: [Int64: Int] = [:]
  private var now = Int.max

  init() {}

  init(_ articles: some Sequence<Int64>) {
    for (turn, article) in articles.enumerated() { turns[article] = turn }
  }

  /// The same at an article's turn.
  func at(_ article: Int64) -> RebuildTurns {
    var turns = self
    turns.now = self.turns[article] ?? Int.max
    return turns
  }

  func isToCome(_ article: Int64) -> Bool {
    (turns[article] ?? -1) > now
  }
}
