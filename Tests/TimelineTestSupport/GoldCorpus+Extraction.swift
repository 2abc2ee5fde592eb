package import TimelineArticles
package import TimelineClaims

extension GoldCorpus {
  /// What the extractor should find in a text of the corpus; nothing in any other text.
  package var extractions: [String: Extraction] {
    Dictionary(
      documents.map { ($0.article.text, Extraction(claims: $0.claims)) },
      uniquingKeysWith: { first, _ in first })
  }

  package var articles: [Article] { documents.map(\.article) }
}
