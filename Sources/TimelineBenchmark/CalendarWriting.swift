import Timeline
import TimelineCalendar

/// Claims of articles, repeated until there are as many as a large calendar holds, and written as one.
struct CalendarWriting {
  static let count = 100_000

  private let claims: [TrackedClaim]

  init(_ articles: [Article], _ extractor: ClaimExtractor) {
    var found: [TrackedClaim] = []
    for article in articles where found.count < 2000 {
      let reference = ArticleReference(
        key: article.key, outlet: article.outlet, title: article.title, url: article.url,
        published: article.published)
      for claim in extractor.extract(article.text, published: article.published).claims
      where claim.period != nil {
        let mention = Mention(id: 1, article: reference, claim: claim)
        let linked = LinkedMention(mention: mention, link: Link(kind: .first, reason: "the first report"))
        found.append(
          TrackedClaim(
            id: Int64(found.count), uid: "\(found.count)@timeline", mentions: [linked], standing: 0,
            status: .upcoming))
      }
    }
    claims = found
  }

  /// - Returns: How many bytes were written.
  func run() -> Int {
    guard !claims.isEmpty else { return 0 }
    var writer = CalendarWriter(name: "Timeline")
    var index = 0
    while writer.count < Self.count, index < 2 * Self.count {
      writer.add(claims[index % claims.count])
      index += 1
    }
    return writer.calendar.count
  }
}
