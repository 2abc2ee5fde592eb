import Timeline
import TimelineArticles
import TimelineViews

/// An article as `extract --only article` and `show-article` write it.
struct ArticleRecord {
  var published: String?
  var title: String?
  var outlet: String?
  var url: String?
  var text: String
  var details: ArticleDetails?
  /// nil where no timeline was asked.
  var copies: Copies?

  /// Keys of articles.
  struct Copies {
    /// The article that this one copies.
    var original: String?
    /// Others that copy the same.
    var others: [String]
  }

  init(_ fields: ArticleFields) {
    published = fields.published
    title = fields.title
    outlet = fields.outlet
    url = fields.url
    text = fields.text
    details = fields.details
  }

  init(_ reference: ArticleReference, details: ArticleDetails?, text: String, copies: ArticleCopies?) {
    published = reference.published.description
    title = reference.title
    outlet = reference.outlet
    url = reference.url
    self.text = text
    self.details = details
    let original = copies.map(\.original.key).flatMap { $0 == reference.key ? nil : $0 }
    self.copies = Copies(
      original: original, others: (copies?.copies ?? []).map(\.key).filter { $0 != reference.key })
  }
}

/// The schema is `data/schema/article.schema.json`.
enum ArticleJSON {
  static func line(_ article: ArticleRecord) -> [UInt8] {
    let dates = article.details?.dates
    var json = JSONWriter()
    json.object {
      $0.member("published", article.published)
      $0.member("modified", dates?.modified?.description)
      $0.member("title", article.title)
      $0.member("outlet", article.outlet)
      $0.member("author", article.details?.author)
      $0.member("url", article.url)
      $0.member("language", article.details?.language)
      $0.member("text", article.text)
      $0.key("candidates")
      $0.array((dates?.candidates ?? []).enumerated()) { json, element in
        let (index, candidate) = element
        json.object {
          $0.member("date", candidate.time.description)
          $0.member("role", candidate.role.rawValue)
          $0.member("source", candidate.source.rawValue)
          $0.member("name", candidate.name)
          $0.member("text", candidate.text)
          $0.member("trust", candidate.rank)
          $0.member("chosen", index == dates?.chosen)
        }
      }
      if let copies = article.copies {
        $0.member("copyOf", copies.original)
        $0.member("copies", copies.others)
      }
      $0.member("warnings", (dates?.warnings ?? []).map(\.description))
    }
    return json.bytes
  }
}
