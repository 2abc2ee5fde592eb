package import TimelineDates

/// What tracking compares of an article and of its mentions.
package struct ArticleTraits: Hashable, Sendable {
  /// The row of the article in its timeline; 0 before it is stored.
  package var id: Int64 = 0
  /// The hash of the article's key: an order that does not hang on when it was added.
  package var key: UInt64 = 0
  package var published: DocumentTime
  package var outlet: NameKey?
  /// Proper words of the text, the most frequent first, at most ``nameLimit``; the lowest bit is set
  /// for those that many stories share.
  package var names: [UInt32] = []
  package var mentions: [MentionTraits] = []
  /// Hashes of what it quotes word by word, sorted; see ``QuotationReader``.
  package var quotations: [UInt32] = []

  package static let nameLimit = 40

  package init(published: DocumentTime) {
    self.published = published
  }

  /// The words that tell this story from others, the most frequent first.
  package var story: [UInt32] { names.filter { $0 & 1 == 0 } }

  /// Whether both quote the same words.
  func sharesQuotation(with other: ArticleTraits) -> Bool {
    quotations.contains(where: other.quotations.contains)
  }

  /// Whether the text names another article's outlet.
  func cites(_ other: ArticleTraits) -> Bool {
    guard id != other.id || key != other.key, let outlet = other.outlet, !outlet.isEmpty,
      outlet != self.outlet
    else { return false }
    return outlet.words.allSatisfy { word in names.contains { $0 & ~1 == word & ~1 } }
  }
}
