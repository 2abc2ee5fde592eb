import TimelineTracking

/// Under what an article is looked up when others may speak of the same events.
///
/// Each key joins a class of event with a name: with a proper name among the event's actors and places,
/// and with the names that most mark the story. Two articles that speak of one event share one at least,
/// in nearly every case.
enum ArticleKeys {
  /// At most so many keys an article, those that many of its mentions have first.
  static let limit = 32
  /// How many of the story's names are joined with every class.
  static let storyNames = 4

  static func of(_ traits: ArticleTraits) -> [Int64] {
    let story = (traits.names.filter { $0 & 1 == 0 } + traits.names.filter { $0 & 1 == 1 })
      .prefix(storyNames).map { $0 & ~1 }
    var counts: [Int64: Int] = [:]
    for mention in traits.mentions {
      let named = (mention.actors + mention.places).flatMap(\.words).filter { $0 & 1 == 1 }.map { $0 & ~1 }
      for kind in mention.classes {
        for name in Set(named.prefix(6) + story) {
          counts[Int64(bitPattern: UInt64(kind) << 32 | UInt64(name)), default: 0] += 1
        }
      }
    }
    guard counts.count > limit else { return counts.keys.sorted() }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key).sorted()
  }
}
