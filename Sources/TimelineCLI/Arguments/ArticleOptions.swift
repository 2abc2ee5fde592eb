import ArgumentParser
import Timeline
import TimelineArticles

/// What is known of an article beside its file.
struct ArticleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("When it was published: 2026-05-14, 2026-05-14T17:05:00-05:00.", valueName: "date"))
  var published: String?

  @Option(help: ArgumentHelp("Who published it.", valueName: "name"))
  var outlet: String?

  @Option(help: ArgumentHelp("Its title.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Its address.", valueName: "address"))
  var url: String?

  /// A publication date that is not ISO 8601 becomes the day that it means; bare words, a past one.
  func fields(now: DocumentTime) throws(CommandFailure) -> ArticleFields {
    var date = published
    if let published, DocumentTime(iso: published) == nil {
      date = CivilDate(try DateArgument.day(published, now: now, toward: .past)).description
    }
    return ArticleFields(published: date, outlet: outlet, title: title, url: url)
  }
}
