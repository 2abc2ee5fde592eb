/// The mentions of an article by what they must share to be compared: a class, the event's word, the trigger.
struct ClassIndex {
  private enum Key: Hashable {
    case kind(UInt32)
    case event(UInt32)
    case trigger(Range<Int>)
  }

  private var places: [Key: [Int]] = [:]
  /// How many of each class are kept.
  private let limit: Int

  init(limit: Int = .max) {
    self.limit = limit
  }

  private static func keys(_ mention: MentionTraits) -> [Key] {
    mention.classes.map(Key.kind) + [.event(mention.event)]
  }

  /// Adds a mention by its place; false where all of its classes are full.
  @discardableResult
  mutating func add(_ place: Int, _ mention: MentionTraits) -> Bool {
    var isNew = false
    for key in ClassIndex.keys(mention) where places[key, default: []].count < limit {
      places[key, default: []].append(place)
      isNew = true
    }
    places[.trigger(mention.trigger), default: []].append(place)
    return isNew
  }

  /// The last mentions that share a class or the trigger with another, in order; of each at most so many.
  func nearest(_ count: Int, to mention: MentionTraits) -> [Int] {
    var found: Set<Int> = []
    for key in ClassIndex.keys(mention) + [.trigger(mention.trigger)] {
      found.formUnion(places[key, default: []].suffix(count))
    }
    return found.sorted().suffix(count)
  }

  /// The mentions that share a class with another, in order.
  func all(sharingClassWith mention: MentionTraits) -> [Int] {
    var found: Set<Int> = []
    for key in ClassIndex.keys(mention) { found.formUnion(places[key, default: []]) }
    return found.sorted()
  }
}
