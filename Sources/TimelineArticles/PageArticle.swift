import TimelineDates
import TimelineLanguage
import TimelinePages
import TimelineText

/// A page of the web as an article.
enum PageArticle {
  static func read(
    _ bytes: [UInt8], _ origin: ArticleOrigin, isPart: Bool, given: ArticleFields, now: DocumentTime?
  ) throws(ArticleProblem) -> ArticleFields {
    guard !bytes.isEmpty else { throw isPart || origin.address != nil ? .noText : .emptyFile }
    let page = PageReader.read(bytes, charset: origin.charset, address: given.url ?? origin.address)
    guard !page.isCut else { throw .cutPage }
    let known = origin.fields
    var fields = ArticleFields(
      id: known.id, outlet: page.outlet ?? known.outlet, title: page.title ?? known.title,
      url: page.url ?? known.url, text: page.text.isEmpty ? known.text : page.text)
    fields = fields.overridden(by: given)
    let details = ArticleDetails(
      author: page.author ?? origin.author,
      language: TextLanguage.tag(ofText: fields.text, said: page.language ?? origin.language),
      dates: try dates(page.candidates + origin.dates, given: given, now: now))
    fields.published = given.published ?? details.dates.published?.description
    fields.details = details
    return fields
  }

  /// A plain text that a feed, a mail or an archive tells of.
  static func fields(
    of text: ArraySlice<UInt8>, _ origin: ArticleOrigin, given: ArticleFields, now: DocumentTime?
  ) throws(ArticleProblem) -> ArticleFields {
    var fields = origin.fields
    fields.text = NewLines.withoutTrailingSpace(NewLines.normalised(text))
    fields = fields.overridden(by: given)
    let details = ArticleDetails(
      author: origin.author, language: TextLanguage.tag(ofText: fields.text, said: origin.language),
      dates: try dates(origin.dates, given: given, now: now)
    )
    fields.published = given.published ?? details.dates.published?.description
    fields.details = details
    return fields
  }

  /// The candidates with the given date before all others.
  static func dates(
    _ found: [DateCandidate], given: ArticleFields, now: DocumentTime?
  ) throws(ArticleProblem) -> DateChoice {
    guard let written = given.published?.trimmed, !written.isEmpty else {
      let choice = DateChoice(found, now: now)
      if choice.published == nil, let now,
        let future = choice.candidates.first(where: { $0.time.isFuture(at: now) })
      {
        throw .futureDate(future.time, now: now)
      }
      return choice
    }
    guard let time = DocumentTime(iso: written) else { throw .unreadableDate(written) }
    let candidate = DateCandidate(
      source: .given, role: .published, name: "--published", text: written, time: time, rank: 100)
    return DateChoice([candidate] + found, now: now)
  }
}
