@testable import Timeline

/// Articles and claims made for tests: a line `EVENT FIRST-DAY ACTOR` is a scheduled claim on that day.
enum MadeArticles {
  static let extractor = ArticleExtractor { text, published in extract(text, published) }

  static func article(_ key: String, _ text: String, day: Int = 0, outlet: String? = nil) -> Article {
    Article(
      key: key, published: DocumentTime(day: DayNumber(clamping: 20_000 + day)), outlet: outlet, text: text)
  }

  @Sendable static func extract(_ text: String, _ published: DocumentTime) -> Extraction {
    var claims: [Claim] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.split(separator: " ").map(String.init)
      let span = start..<start + line.unicodeScalars.count
      start = span.upperBound + 1
      guard words.count >= 2, let day = Int(words[1]) else { continue }
      let event = words[0]
      let trigger = Passage(text: event, span: span.lowerBound..<span.lowerBound + event.unicodeScalars.count)
      let time = Passage(
        text: words[1], span: trigger.span.upperBound + 1..<trigger.span.upperBound + 1 + words[1].count)
      let period = Period(day: DayNumber(clamping: 20_000 + day))
      claims.append(
        Claim(
          trigger: trigger, event: event, time: time, term: .date(PartialDate(day: 1)),
          resolution: .resolved(Reading(period: period, steps: ["as given"])), modality: .scheduled,
          actors: Array(words.dropFirst(2)), places: [], quote: Passage(text: String(line), span: span),
          title: "\(event) on \(words[1])", evidence: ["made"]))
    }
    return Extraction(claims: claims)
  }
}

extension Timeline {
  /// A timeline that reads made articles.
  static func made(at path: String? = nil) throws -> Timeline {
    let store = try path.map { try TimelineStore(path: $0, isReadOnly: false) } ?? TimelineStore.inMemory()
    return Timeline(store: store, extractor: MadeArticles.extractor)
  }

  var everything: [TrackedClaim] {
    get throws { try claims(matching: ClaimQuery(now: DayNumber(20_000), scope: .all)) }
  }
}
