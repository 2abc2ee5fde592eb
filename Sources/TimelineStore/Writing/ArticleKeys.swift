import TimelineTracking

/// Under what an article is looked up when others may speak of the same events.
///
/// A key joins a class of event with a name: with a proper name among the event's actors and places,
/// and with the names that most mark the story. The names by themselves are keys, too: short articles of one story
/// may share a few only, and no event that either names them with. Where the event has a day, keys of class, name and day come
/// beside them: of an event that thousands of articles surround they find those that speak of that day. Two articles that speak of one event share one at least,
/// in nearly every case.
enum ArticleKeys {
  /// At most so many keys an article, those that many of its mentions have first.
  static let limit = 32
  /// Keys are kept by stretches of two to this power days, and looked up in so many stretches around a day.
  static let spanBits = 9
  static let reach = 2

  /// The stretch that a day lies in.
  static func span(_ day: Int) -> Int { day >> spanBits }

  /// At most so many keys with a day.
  static let datedLimit = 16
  /// Times of more days than this have no key of their own.
  private static let longestDated = 3
  /// How many of the story's names are joined with every class, and how many stand by themselves.
  static let storyNames = 4
  static let plainNames = 8

  /// The lowest bit tells the keys with a day.
  static func isDated(_ key: Int64) -> Bool { key & 1 == 1 }

  static func of(_ traits: ArticleTraits) -> [Int64] {
    let story = story(of: traits)
    var counts: [Int64: Int] = [:]
    var dated: [Int64: Int] = [:]
    for mention in traits.mentions {
      let named = (mention.actors + mention.places).flatMap(\.words).filter { $0 & 1 == 1 }.map { $0 & ~1 }
      for kind in mention.classes {
        for name in Set(named.prefix(6) + story) {
          counts[Int64(bitPattern: UInt64(kind) << 32 | UInt64(name)), default: 0] += 1
        }
        guard let period = mention.period, period.dayCount <= longestDated else { continue }
        for name in Set(named) {
          let day = UInt64(UInt32(bitPattern: Int32(truncatingIfNeeded: period.firstDay.value)))
          let key = (UInt64(kind) << 32 | UInt64(name)) &* 0x9E37_79B9_7F4A_7C15 ^ day
          dated[Int64(bitPattern: key | 1), default: 0] += 1
        }
      }
    }
    return (most(limit, of: counts) + most(datedLimit, of: dated) + plain(traits)).sorted()
  }

  /// Under what an event is looked up that an article names without its date: by the kind of event and the
  /// names that most mark the story.
  static func of(event classes: [UInt32], in traits: ArticleTraits) -> [Int64] {
    let story = story(of: traits)
    return classes.flatMap { kind in story.map { Int64(bitPattern: UInt64(kind) << 32 | UInt64($0)) } }
  }

  /// The names that most mark the story; those that many stories share mark none.
  private static func plain(_ traits: ArticleTraits) -> [Int64] {
    traits.story.prefix(plainNames).map { Int64(bitPattern: UInt64($0) &* 0x9E37_79B9_7F4A_7C15 & ~1) }
  }

  private static func story(of traits: ArticleTraits) -> [UInt32] {
    (traits.names.filter { $0 & 1 == 0 } + traits.names.filter { $0 & 1 == 1 })
      .prefix(storyNames).map { $0 & ~1 }
  }

  private static func most(_ limit: Int, of counts: [Int64: Int]) -> [Int64] {
    guard counts.count > limit else { return Array(counts.keys) }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
  }
}
