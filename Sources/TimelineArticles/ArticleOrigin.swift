package import TimelinePages

/// What is known of an article beside its bytes: where they came from, what was said of them on the way.
package struct ArticleOrigin: Sendable, Hashable {
  /// The address that the bytes came from.
  package var address: String?
  /// The character set that a header named.
  package var charset: String?
  /// What a feed or a mail tells of the article; it fills what the article itself does not tell.
  package var fields: ArticleFields
  package var author: String?
  package var language: String?
  /// Whether the bytes only point to the article, whose page has yet to be read.
  package var needsPage = false
  /// Whether the bytes are, by what a feed says of them, the whole article, however short.
  package var isWhole = false
  /// The address that the user named and that led here.
  package var home: String?
  /// Dates that a feed, a mail or an archive tells.
  package var dates: [DateCandidate]

  package init(
    address: String? = nil, charset: String? = nil, fields: ArticleFields = ArticleFields(),
    author: String? = nil,
    language: String? = nil, dates: [DateCandidate] = []
  ) {
    self.address = address
    self.charset = charset
    self.fields = fields
    self.author = author
    self.language = language
    self.dates = dates
  }
}
