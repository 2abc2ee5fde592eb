import TimelineDates
import TimelineText

/// What is known of an article before it is checked, each field as written.
package struct ArticleFields: Hashable, Sendable {
  /// The article's own key.
  package var id: String?
  /// ISO 8601.
  package var published: String?
  package var outlet: String?
  package var title: String?
  package var url: String?
  package var text: String
  /// As far as they are no fields of their own.
  package var details: ArticleDetails?

  package init(
    id: String? = nil, published: String? = nil, outlet: String? = nil, title: String? = nil,
    url: String? = nil, text: String = "", details: ArticleDetails? = nil
  ) {
    self.id = id
    self.published = published
    self.outlet = outlet
    self.title = title
    self.url = url
    self.text = text
    self.details = details
  }

  /// These fields with those of `other` in their place wherever it has them.
  func overridden(by other: ArticleFields) -> ArticleFields {
    ArticleFields(
      id: other.id ?? id, published: other.published ?? published, outlet: other.outlet ?? outlet,
      title: other.title ?? title, url: other.url ?? url, text: other.text.isEmpty ? text : other.text,
      details: other.details ?? details)
  }

  /// The article, keyed by its `id`, else its address, else the hash of its text and outlet: what another outlet prints
  /// word for word is another article.
  func article(
    form: ArticleFormat, now: DocumentTime?, needsText: Bool = true
  ) throws(ArticleProblem) -> Article {
    guard let written = published?.trimmed, !written.isEmpty else {
      throw .noPublicationDate(form)
    }
    guard let published = DocumentTime(iso: written) else { throw .unreadableDate(written) }
    if let now, published.isFuture(at: now) { throw .futureDate(published, now: now) }
    if let offset = text.utf8.firstIndex(of: 0) {
      throw .nulByte(offset: text.utf8.distance(from: text.startIndex, to: offset))
    }
    if let name = fieldWithNUL { throw .nulInField(name) }
    if needsText && !text.utf8.contains(where: { $0 > UInt8(ascii: " ") }) { throw .noText }
    let words = outlet?.trimmed.nonEmpty.map { text + "\u{1F}" + $0 } ?? text
    let key = id?.trimmed.nonEmpty ?? url?.trimmed.nonEmpty ?? ContentHash.key(of: words)
    return Article(
      key: key, published: published, outlet: outlet?.trimmed.nonEmpty, title: title?.trimmed.nonEmpty,
      url: url?.trimmed.nonEmpty, text: text, details: details)
  }
}

extension ArticleFields {
  /// The first of the short fields that holds U+0000: SQLite reads a text only up to there, so that the
  /// keys of different articles could become one.
  private var fieldWithNUL: String? {
    let fields = [("id", id), ("url", url), ("title", title), ("outlet", outlet)]
    return fields.first { $0.1?.utf8.contains(0) == true }?.0
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
