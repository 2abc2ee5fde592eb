import TimelineArticles
package import TimelineClaims
package import TimelineDates
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
  let claims: [Claim]
  /// ``ClaimBody`` of each claim.
  let bodies: [String]
  let traits: ArticleTraits

  init(_ article: Article, hash: [UInt8]? = nil, extractor: ArticleExtractor) {
    self.article = article
    self.hash = hash ?? ContentHash.of(article)
    claims = extractor.extract(article.text, article.published).claims
    bodies = claims.map(ClaimBody.encode)
    traits = TraitsReader.english.traits(
      ofArticle: article.key, published: article.published, outlet: article.outlet, text: article.text,
      claims: claims)
  }
}
