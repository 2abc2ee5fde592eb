import ArgumentParser
import Timeline

/// The article that a verb is about.
struct NamedArticle: ParsableArguments {
  @Argument(
    help: ArgumentHelp("An article: its key or the key's beginning, or its number.", valueName: "article"))
  var key: String

  /// - Throws: ``TimelineError/noSuchArticle(key:)``.
  func stored(in timeline: Timeline) throws -> StoredArticle {
    try ArticleArgument.stored(key, in: timeline)
  }
}

/// An article as people name it.
enum ArticleArgument {
  /// The key itself, else the only one that begins so; nobody types the hash of a text.
  static func wholeKey(_ text: String, in timeline: Timeline) throws -> String {
    guard text.utf8.count >= leastPrefix, try timeline.article(text) == nil else { return text }
    let keys = try timeline.articles().map(\.reference.key).filter { $0.hasPrefix(text) }
    guard keys.count <= 1 else { throw CommandFailure.ambiguousKey(text, count: keys.count) }
    return keys.first ?? text
  }

  /// The stored article of a key, its beginning, or a number.
  ///
  /// - Throws: ``TimelineError/noSuchArticle(key:)``.
  static func stored(_ text: String, in timeline: Timeline) throws -> StoredArticle {
    let articles = try timeline.articles()
    let key = try wholeKey(text, in: timeline)
    if let found = articles.first(where: { $0.reference.key == key }) { return found }
    if let id = Int64(text), let found = articles.first(where: { $0.id == id }) { return found }
    throw TimelineError.noSuchArticle(key: text)
  }

  private static let leastPrefix = 6
}
