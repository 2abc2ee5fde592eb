import GRDB
import TimelineClaims
import TimelineDates
import TimelineTimes
import TimelineTracking

/// Finds the claim that dates an event which an article names without its date.
struct Anchoring {
  let db: Database
  let index: ArticleIndex
  /// Only what was published by this day counts; nil for all.
  var asOf: DayNumber?

  /// How much of their story two articles share at least for an event of one to be that of the other.
  private static let leastStory = 0.6
  /// How much less likely the next claim must be where it gives another date.
  private static let margin = 0.1
  /// Days that an event lasts at most for others to be counted from it.
  private static let longest = 10
  /// At most so many articles are looked through.
  private static let candidateLimit = 48

  private struct Candidate {
    var claim: Int64
    var score: Double
  }

  /// A hanging claim with its date, and the mention that gives it; nil where none, or more than one, may be meant.
  func date(
    _ claim: Claim, in article: ArticleTraits, _ cache: inout TraitsCache
  ) throws -> (mention: Int64, claim: Claim)? {
    guard let name = claim.term?.countedFrom, let term = claim.term else { return nil }
    let event = TraitsReader.english.event(named: name)
    var best: [Int64: Double] = [:]
    for candidate in try candidates(ArticleKeys.of(event: event.classes, in: article), for: article) {
      guard let other = candidate == article.id ? article : try cache.traits(candidate, db) else {
        continue
      }
      let story = other.id == article.id ? 1 : PairScore.story(article, other)
      guard story >= Self.leastStory else { continue }
      for mention in other.mentions where dates(mention, event) {
        guard
          let claim = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT claim FROM mention WHERE id = ?"), arguments: [mention.id])
        else { continue }
        let score = story + (mention.event == event.word ? 0.3 : 0)
        best[claim] = max(best[claim] ?? 0, score)
      }
    }
    let sorted = best.map { Candidate(claim: $0.key, score: $0.value) }
      .sorted { ($1.score, $0.claim) < ($0.score, $1.claim) }
    guard let first = sorted.first, let anchor = try standing(of: first.claim, &cache) else { return nil }
    for rival in sorted.dropFirst() where rival.score >= first.score - Self.margin {
      guard let other = try standing(of: rival.claim, &cache), other.period == anchor.period else {
        return nil
      }
    }
    var context = ResolutionContext(reference: article.published)
    context.events[name] = ResolutionContext.KnownEvent(
      period: anchor.period, origin: "the date of “\(name)”, told by #\(first.claim) (\(anchor.teller))")
    let resolution = Resolver().resolve(term, in: context)
    guard resolution.chosen != nil else { return nil }
    var dated = claim
    dated.resolution = resolution
    return (anchor.mention, dated)
  }

  private func dates(_ mention: MentionTraits, _ event: (word: UInt32, classes: [UInt32])) -> Bool {
    guard !mention.isAnchored, mention.stance != .off, let period = mention.period,
      period.dayCount <= Self.longest
    else { return false }
    return mention.event == event.word || mention.classes.contains(where: event.classes.contains)
  }

  private func candidates(_ keys: [Int64], for article: ArticleTraits) throws -> [Int64] {
    let last = asOf.map { Int($0.value) }
    let near = try index.articles(near: article, sharing: keys, limit: Self.candidateLimit, upTo: last)
    return [article.id] + near
  }

  /// What stands of a claim by those of its mentions that their own texts date.
  private func standing(
    of claim: Int64, _ cache: inout TraitsCache
  ) throws -> (mention: Int64, period: Period, teller: String)? {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, article FROM mention WHERE claim = ?"), arguments: [claim])
    var sightings: [Sighting] = []
    for row in rows {
      let id: Int64 = row[0]
      guard let article = try cache.traits(row[1], db), asOf.map({ article.published.day <= $0 }) ?? true,
        let mention = article.mentions.first(where: { $0.id == id }), !mention.isAnchored
      else { continue }
      sightings.append(Sighting(mention, in: article))
    }
    let history = ClaimHistory(sightings)
    guard history.sightings.indices.contains(history.standing) else { return nil }
    let standing = history.sightings[history.standing]
    guard let period = standing.mention.period else { return nil }
    let statement = try db.cachedStatement(
      sql: "SELECT coalesce(outlet, key) FROM article WHERE id = ?")
    let outlet = try String.fetchOne(statement, arguments: [standing.article.id]) ?? ""
    return (standing.mention.id, period, "\(outlet), \(CivilDate(standing.published))")
  }
}
