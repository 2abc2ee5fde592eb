import TimelinePages

/// A feed of articles: RSS 2.0, RSS 1.0, Atom or JSON Feed.
package struct Feed: Sendable {
  package var title: String?
  package var language: String?
  package var entries: [Entry]
  /// Whether it breaks off: an entry that is not whole is left out, and what came behind it is not known.
  package var isCut = false

  package struct Entry: Sendable {
    /// What names the entry in its feed.
    package var id: String?
    /// The article's page, absolute where the feed's address is known.
    package var url: String?
    package var title: String?
    package var author: String?
    /// Dates as they are written.
    package var published: String?
    package var modified: String?
    /// HTML, or plain text where `isPlain`.
    package var content: String
    package var isPlain = false
    /// Whether the content is, by the element it stands in, the whole article.
    package var isWhole: Bool
  }
}

extension Feed {
  /// The entries as articles, and behind them what is wrong with the feed.
  package func articles(file: String, home: String? = nil) -> [Result<RawArticle, ArticleRefusal>] {
    let articles = entries.map {
      Result<_, ArticleRefusal>.success($0.article(of: self, file: file, home: home))
    }
    guard isCut else { return articles }
    return articles + [.failure(ArticleRefusal(file: file, problem: .cutFeed(entries: entries.count)))]
  }
}

extension Feed.Entry {
  /// Shorter content, in bytes without markup, is a pointer to the article, not the article.
  private static let wholeLength = 600

  /// Whether the article's text stands in the feed.
  package var hasText: Bool {
    var length = 0
    var isMarkup = false
    for byte in content.utf8 {
      if byte == UInt8(ascii: "<"), !isPlain { isMarkup = true }
      if !isMarkup { length += 1 }
      if byte == UInt8(ascii: ">") { isMarkup = false }
    }
    return length >= (isWhole ? Self.wholeLength / 2 : Self.wholeLength * 2)
  }

  /// The entry as an article.
  ///
  /// - Parameters:
  ///   - file: Names the feed in messages.
  ///   - home: The feed's own address.
  package func article(of feed: Feed, file: String, home: String? = nil) -> RawArticle {
    var dates: [DateCandidate] = []
    for (text, role, name) in [
      (published, DateCandidate.Role.published, "entry published"), (modified, .modified, "entry updated"),
    ] {
      guard let text, let time = PageReader.time(text) else { continue }
      dates.append(
        DateCandidate(
          source: .feed, role: role, name: name, text: text, time: time, rank: role == .published ? 84 : 50))
    }
    var origin = ArticleOrigin(
      address: url, charset: "utf-8",
      fields: ArticleFields(id: url == nil ? id : nil, outlet: feed.title, title: title, url: url),
      author: author, language: feed.language, dates: dates)
    origin.needsPage = url != nil && !hasText
    origin.isWhole = isWhole && !content.isEmpty
    origin.home = home
    return RawArticle(
      file: file, part: url ?? id ?? title, format: isPlain ? .text : .html, bytes: Array(content.utf8),
      origin: origin)
  }
}
