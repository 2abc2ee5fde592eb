import ArgumentParser
import Timeline
import TimelineArticles

/// What is known of an article beside its file.
struct ArticleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("When it was published: 2026-02-12, 2026-02-12T17:05:00-05:00.", valueName: "date"))
  var published: String?

  @Option(help: ArgumentHelp("Who published it.", valueName: "name"))
  var outlet: String?

  @Option(help: ArgumentHelp("Its title.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Its address.", valueName: "address"))
  var url: String?

  /// A publication date in words becomes the day that it means.
  func fields(now: DocumentTime) throws(CommandFailure) -> ArticleFields {
    var date = published
    if let published, DocumentTime(iso: published) == nil, published.contains(where: \.isLetter),
      !published.contains("T")
    {
      date = CivilDate(try DateArgument.day(published, now: now)).description
    }
    return ArticleFields(published: date, outlet: outlet, title: title, url: url)
  }
}
