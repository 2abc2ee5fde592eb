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
  package static func isEarlier(_ one: Sighting, _ two: Sighting) -> Bool {
    (one.article.published.instant, one.article.key, one.mention.ordinal)
      < (two.article.published.instant, two.article.key, two.mention.ordinal)
  }
}
