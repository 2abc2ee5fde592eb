import TimelineArticles
package import TimelineClaims
package import TimelineDates
import TimelineLanguage
import TimelineText
import TimelineTracking

/// How claims are got from an article's text and publication time; called from several threads at once.
package struct ArticleExtractor: Sendable {
  let extract: @Sendable (String, DocumentTime) -> Extraction

  package init(_ extract: @escaping @Sendable (String, DocumentTime) -> Extraction) {
    self.extract = extract
  }
}

/// An article with all that can be worked out without the database: made on any thread.
struct PreparedArticle: Sendable {
  let article: Article
  let hash: [UInt8]
  /// Those that the text dates, and those that other claims date.
  let claims: [Claim]
  /// Claims that hang on an event of unknown date, dated or not.
  let hanging: [Hanging]
  /// For each of ``hanging`` its place in ``claims``; nil without a date.
  let places: [Int?]
  /// ``ClaimBody`` of each claim.
  let bodies: [String]
  let traits: ArticleTraits
  /// By which copies of its text are known.
  let shingles: Shingles
  /// Of a text that is clearly not English.
  let language: TextLanguage?

  init(_ article: Article, hash: [UInt8]? = nil, extractor: ArticleExtractor) {
    let extraction = extractor.extract(article.text, article.published)
    self.init(
      article, hash: hash ?? ContentHash.of(article), claims: extraction.claims,
      hanging: extraction.hanging.map { Hanging(claim: $0) })
  }

  /// - Parameter claims: Those that the text dates by itself.
  init(_ article: Article, hash: [UInt8], claims own: [Claim], hanging: [Hanging]) {
    self.init(
      article, hash: hash, claims: own, hanging: hanging,
      shingles: Shingles(article.text), language: TextLanguage.foreign(article.text))
  }

  private init(
    _ article: Article, hash: [UInt8], claims own: [Claim], hanging: [Hanging], shingles: Shingles,
    language: TextLanguage?
  ) {
    self.article = article
    self.language = language
    self.shingles = shingles
    self.hash = hash
    self.hanging = hanging
    let anchored = hanging.indices.compactMap { index in hanging[index].dated.map { (index, $0) } }
    let all =
      (own.map { (nil as Int?, $0) } + anchored.map { ($0.0 as Int?, $0.1) })
      .enumerated().sorted { one, two in
        let (first, second) = (one.element.1, two.element.1)
        return ((first.time ?? first.trigger).span.lowerBound, one.offset)
          < ((second.time ?? second.trigger).span.lowerBound, two.offset)
      }.map(\.element)
    claims = all.map(\.1)
    var places = [Int?](repeating: nil, count: hanging.count)
    for (place, entry) in all.enumerated() { if let index = entry.0 { places[index] = place } }
    self.places = places
    bodies = claims.map(ClaimBody.encode)
    var traits = TraitsReader.english.traits(
      ofArticle: article.key, published: article.published, outlet: article.outlet, text: article.text,
      claims: claims)
    for (claim, place) in zip(hanging, places) {
      guard let place else { continue }
      traits.mentions[place].countedFrom = TraitsReader.english.event(named: claim.name).word
    }
    self.traits = traits
  }

  /// The same with other dates of what hangs.
  func with(_ hanging: [Hanging]) -> PreparedArticle {
    let anchored = Set(places.compactMap { $0 })
    let own = claims.indices.filter { !anchored.contains($0) }.map { claims[$0] }
    return PreparedArticle(
      article, hash: hash, claims: own, hanging: hanging, shingles: shingles, language: language)
  }
}
