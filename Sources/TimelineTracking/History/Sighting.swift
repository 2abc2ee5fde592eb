package import TimelineDates

/// A mention with what its article tells about it: all that the history of a claim is made of.
package struct Sighting: Sendable {
  package var mention: MentionTraits
  package var article: ArticleTraits

  package init(_ mention: MentionTraits, in article: ArticleTraits) {
    self.mention = mention
    self.article = article
  }

  package var published: DayNumber { article.published.day }

  /// Before another in the order of publication, then of keys, then of the text.
  ///
  /// A date that an article gives up comes before those that it gives in its stead, wherever they stand
  /// (`will open in 2026 rather than this summer`).
  package static func isEarlier(_ one: Sighting, _ two: Sighting) -> Bool {
    (one.article.published.instant, one.article.key, one.mention.isGivenUp ? 0 : 1, one.mention.ordinal)
      < (two.article.published.instant, two.article.key, two.mention.isGivenUp ? 0 : 1, two.mention.ordinal)
  }
}
