import TimelineClaims
import TimelineDates
import TimelineTracking

/// How often a claim was revised, and when last; from its mentions alone, never from a clock.
struct ClaimRevisions: Hashable {
  /// How many articles, later versions of them and decisions of the user changed what stands since it was first
  /// told.
  private(set) var count = 0
  /// The newest publication that tells it, or the day that the user decided about, in seconds since 1970 UTC.
  private(set) var last: Int64
  /// The first publication.
  private(set) var first: Int64
  /// Days by which the date that stands was moved in all; 0 where it was not.
  private(set) var moved = 0

  init(_ tracked: TrackedClaim) {
    let instants = tracked.mentions.map(\.mention.article.published.instant)
    first = instants.min() ?? 0
    last = instants.max() ?? 0
    if let day = tracked.verdict?.day { last = max(last, LocalTime(day).seconds) }
    if tracked.mentions.count > 1 {
      count = Self.revisions(tracked)
    }
    moved = Self.moved(tracked)
    var versions: [String: Int] = [:]
    for linked in tracked.mentions where linked.mention.article.version > 1 {
      let article = linked.mention.article
      versions[article.key] = min(article.version, Self.most) - 1
      if let day = article.revised { last = max(last, LocalTime(day).seconds) }
    }
    count += versions.values.reduce(0, +)
    // Taking a decision back is one more change.
    count += max(tracked.decisions, (tracked.verdict == nil ? 0 : 1) + (tracked.name == nil ? 0 : 1))
  }

  /// The articles that gave another date, a closer one, an outcome, or a contradiction.
  private static func revisions(_ tracked: TrackedClaim) -> Int {
    guard let first = tracked.mentions.first?.mention else { return 0 }
    var changing: Set<String> = []
    var stands = first.claim.period
    for linked in tracked.mentions.dropFirst() {
      let period = linked.mention.claim.period
      switch linked.link.kind {
      case .first: break
      case .same, .derived:
        guard let period, stands.map({ period.dayCount < $0.dayCount }) ?? true else { continue }
        stands = period
        changing.insert(linked.mention.article.key)
      case .revision, .conflict, .outcomeConfirmed, .outcomeMissed, .outcomeCancelled:
        stands = period ?? stands
        changing.insert(linked.mention.article.key)
      }
    }
    changing.remove(first.article.key)
    return changing.count
  }

  /// What a sound database never holds, a damaged one may.
  private static let most = 1_000_000

  /// Adds up the moves on the way from the first date to the one that stands, those by later versions of the first
  /// article with them; what versions of the others moved lies between their dates already.
  private static func moved(_ tracked: TrackedClaim) -> Int {
    guard tracked.mentions.indices.contains(tracked.standing) else { return 0 }
    var places: [Int64: LinkedMention] = [:]
    for linked in tracked.mentions { places[linked.mention.id] = linked }
    var linked = tracked.mentions[tracked.standing]
    var sum = 0
    // No chain is longer than the mentions.
    for _ in tracked.mentions {
      guard let earlier = linked.link.to.flatMap({ places[$0] }) else { break }
      if linked.link.kind == .revision, let day = linked.mention.claim.lastDay,
        let old = earlier.mention.claim.lastDay
      {
        sum += day - old
      }
      linked = earlier
    }
    return sum + min(max(linked.mention.moved, -most), most)
  }
}
