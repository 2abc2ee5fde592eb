import Timeline
import TimelineLanguage

/// What is told of articles that are not in English.
enum ForeignTexts {
  private static let told = 20

  static func tell(_ articles: [BulkReport.Foreign]) {
    for article in articles.prefix(told) { Output.message(message(article.key, article.language)) }
    if articles.count > told {
      Output.message(
        "\(articles.count - told) more articles are not in English; no claims are looked for in them")
    }
  }

  /// Nil for English.
  static func message(_ name: String, of text: String) -> String? {
    TextLanguage.foreign(text).map { message(name, $0.name) }
  }

  private static func message(_ name: String, _ language: String) -> String {
    "\(name): is in \(language); no claims are looked for in it, since only English is read"
  }
}
