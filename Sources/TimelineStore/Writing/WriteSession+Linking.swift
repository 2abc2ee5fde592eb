import GRDB
import TimelineTracking

/// Two stored mentions that speak of the same event.
struct StoredTie {
  var one: Int64
  var two: Int64
  var tie: Tie
}

extension WriteSession {
  /// At most so many articles are compared with a new one: those that share the most keys, those with a day
  /// counted double.
  static let candidateLimit = 16
  /// The ties of an article's mentions with one another and with those of stored articles.
  ///
  /// - Parameter known: Articles to compare with beside those that the index finds: once tied, two articles are
  ///   always compared again, whichever of them is read anew and whatever lies between them by now.
  mutating func ties(
    of traits: ArticleTraits, keys: [Int64], and known: Set<Int64> = []
  ) throws -> [StoredTie] {
    guard !traits.mentions.isEmpty else { return [] }
    var found = innerTies(of: traits)
    let near = try index.articles(near: traits, sharing: keys, limit: WriteSession.candidateLimit)
    for candidate in near + known.subtracting(near).sorted() {
      guard let other = try cache.traits(candidate, db) else { continue }
      for tie in ArticleMatcher.ties(between: other, and: traits) {
        found.append(
          StoredTie(one: other.mentions[tie.first].id, two: traits.mentions[tie.second].id, tie: tie))
      }
    }
    return found
  }

  /// The ties of an article's mentions with one another.
  func innerTies(of traits: ArticleTraits) -> [StoredTie] {
    ArticleMatcher.ties(within: traits).map {
      StoredTie(one: traits.mentions[$0.first].id, two: traits.mentions[$0.second].id, tie: $0)
    }
  }

  func store(_ ties: [StoredTie]) throws {
    for found in ties where found.one != found.two {
      let parts = found.tie.score.parts.filter { $0.share != 0 }
        .map { "\($0.name) \((($0.share * 100).rounded()) / 100)" }.joined(separator: ", ")
      try run(
        "INSERT OR REPLACE INTO tie (one, two, ground, score, parts) VALUES (?, ?, ?, ?, ?)",
        [
          min(found.one, found.two), max(found.one, found.two), found.tie.ground.rawValue,
          found.tie.score.total, parts,
        ])
    }
  }
}
