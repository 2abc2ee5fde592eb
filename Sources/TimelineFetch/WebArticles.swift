package import TimelineArticles
import TimelinePages

/// The articles that addresses of the web lead to: pages, texts, and feeds with their entries.
package final class WebArticles {
  private let fetcher: Fetcher

  package init(_ fetcher: Fetcher = Fetcher()) {
    self.fetcher = fetcher
  }

  /// What an address leads to.
  package struct Answer {
    /// Not yet read: one page or text, or the entries of a feed.
    package var articles: [Result<RawArticle, ArticleRefusal>] = []
    /// By which the server of a page tells whether it changed; nil for a feed.
    package var condition: FetchCondition?
    /// Whether it is as it was; there are no articles then.
    package var isUnchanged = false
  }

  /// - Parameter condition: What the server said of the last answer.
  package func articles(at address: String, condition: FetchCondition? = nil) -> Answer {
    do throws(FetchProblem) {
      let answer = try fetcher.get(address, condition: condition)
      if answer.isUnchanged { return Answer(isUnchanged: true) }
      if Self.isFeed(answer) {
        do throws(ArticleProblem) {
          let feed = try FeedReader.read(answer.body, charset: answer.charset, address: answer.address)
          return Answer(articles: feed.articles(file: address, home: address))
        } catch {
          return Answer(articles: [.failure(ArticleRefusal(file: address, problem: error))])
        }
      }
      let page = try Self.page(answer, file: address, part: nil, origin: ArticleOrigin())
      return Answer(articles: [.success(page)], condition: answer.condition)
    } catch {
      return Answer(articles: [.failure(ArticleRefusal(file: address, problem: .unreachable("\(error)")))])
    }
  }

  /// A feed, or nil where it did not change.
  package func feed(
    at address: String, condition: FetchCondition?
  ) throws -> (feed: Feed, condition: FetchCondition)? {
    let answer = try fetcher.get(address, condition: condition)
    if answer.isUnchanged { return nil }
    let feed = try FeedReader.read(answer.body, charset: answer.charset, address: answer.address)
    return (feed, answer.condition)
  }

  /// An article with the text of its page, where what is there of it only points to that page; with the feed's own
  /// where the page cannot be read and the feed says that it is the whole article.
  package func completed(_ raw: RawArticle) -> Result<RawArticle, ArticleRefusal> {
    guard raw.origin.needsPage, let address = raw.origin.address else { return .success(raw) }
    do throws(FetchProblem) {
      let answer = try fetcher.get(address, home: raw.origin.home ?? "")
      return .success(try Self.page(answer, file: raw.file, part: raw.part, origin: raw.origin))
    } catch {
      if raw.origin.isWhole {
        var short = raw
        short.origin.needsPage = false
        return .success(short)
      }
      return .failure(ArticleRefusal(file: raw.file, part: raw.part, problem: .unreachable("\(error)")))
    }
  }

  private static func page(
    _ answer: Fetched, file: String, part: String?, origin: ArticleOrigin
  ) throws(FetchProblem) -> RawArticle {
    let format: ArticleFormat
    switch answer.type {
    case "text/html", "application/xhtml+xml", "application/xml", "text/xml": format = .html
    case "text/markdown": format = .markdown
    case "text/plain", "": format = ArticleFormat(sniffing: answer.body[...]) == .html ? .html : .text
    default: throw .wrongType(answer.type)
    }
    var origin = origin
    origin.address = answer.address
    origin.charset = answer.charset
    origin.needsPage = false
    if format == .text, origin.fields.url == nil { origin.fields.url = answer.address }
    return RawArticle(file: file, part: part, format: format, bytes: answer.body, origin: origin)
  }

  private static func isFeed(_ answer: Fetched) -> Bool {
    switch answer.type {
    case "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json": true
    case "application/xml", "text/xml", "application/json", "text/plain", "":
      ArticleFormat(sniffing: answer.body[...]) == .feed
    default: false
    }
  }
}
