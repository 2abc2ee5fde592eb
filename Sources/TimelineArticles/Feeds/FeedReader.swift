import TimelinePages
import TimelineText

/// Reads feeds of all forms.
package enum FeedReader {
  /// - Parameters:
  ///   - charset: The character set that a header names.
  ///   - address: Where the feed came from; relative addresses are resolved against it.
  /// - Throws: ``ArticleProblem/noFeed`` where the bytes are none.
  package static func read(
    _ bytes: [UInt8], charset: String? = nil, address: String? = nil
  ) throws(ArticleProblem) -> Feed {
    var feed: Feed?
    if bytes.first(where: { $0 > 32 && $0 < 0x80 }) == UInt8(ascii: "{") {
      let text = PageCharset.utf8(bytes, header: charset)
      feed = JSONValue.read(text).flatMap(JSONFeed.read)
      if JSONValue.isCut(text) { feed?.dropCutEntry() }
    } else if let root = XMLTree.root(bytes, charset: charset) {
      feed = root.name == "feed" ? AtomFeed.read(root) : RSSFeed.read(root)
      feed?.isCut = !root.isWhole
    }
    guard var feed else { throw .noFeed }
    for index in feed.entries.indices {
      feed.entries[index].url = feed.entries[index].url.flatMap {
        PageAddress.resolve($0.trimmed, against: address ?? "")
      }
      let hasAddressAsID = feed.entries[index].url == nil && feed.entries[index].id != nil
      if hasAddressAsID, let id = feed.entries[index].id, PageAddress.host(id) != nil {
        feed.entries[index].url = PageAddress.resolve(id, against: "")
      }
    }
    return feed
  }
}

extension Feed {
  /// Of what is cut, the last entry may be.
  fileprivate mutating func dropCutEntry() {
    isCut = true
    _ = entries.popLast()
  }
}

/// RSS 2.0 with its kin, and RSS 1.0, whose items stand beside the channel.
private enum RSSFeed {
  static func read(_ root: XMLElement) -> Feed? {
    guard root.name == "rss" || root.name == "RDF", let channel = root.first("channel") else { return nil }
    let items = root.name == "RDF" ? root.all("item") : channel.all("item")
    return Feed(
      title: text(channel.first("title")), language: text(channel.first("language")),
      entries: items.filter(\.isWhole).map(entry))
  }

  private static func entry(_ item: XMLElement) -> Feed.Entry {
    let encoded = item.first("encoded", prefix: "content")
    let guide = item.first("guid")
    let isAddress = guide?.attributes["isPermaLink"] != "false"
    return Feed.Entry(
      id: text(guide) ?? item.attributes["about"],
      url: text(item.first("origLink")) ?? text(item.first("link")) ?? (isAddress ? text(guide) : nil),
      title: text(item.first("title")), author: text(item.first("creator")) ?? text(item.first("author")),
      published: text(item.first("pubDate")) ?? text(item.first("date", prefix: "dc"))
        ?? text(item.first("date")),
      modified: text(item.first("updated")) ?? text(item.first("modified")),
      content: encoded?.text ?? item.first("description")?.text ?? "", isWhole: encoded != nil)
  }

  private static func text(_ element: XMLElement?) -> String? {
    guard let text = element?.text.trimmed, !text.isEmpty else { return nil }
    return text
  }
}

/// Atom (RFC 4287).
private enum AtomFeed {
  static func read(_ root: XMLElement) -> Feed {
    Feed(
      title: plain(root.first("title")), language: root.attributes["lang"],
      entries: root.all("entry").filter(\.isWhole).map { entry($0, root) })
  }

  private static func entry(_ entry: XMLElement, _ root: XMLElement) -> Feed.Entry {
    let links = entry.all("link")
    let link = links.first { ($0.attributes["rel"] ?? "alternate") == "alternate" }
    let content = entry.first("content")
    let body = content.flatMap { $0.attributes["src"] == nil ? $0 : nil } ?? entry.first("summary")
    let author = entry.first("author") ?? root.first("author")
    return Feed.Entry(
      id: plain(entry.first("id")), url: link?.attributes["href"], title: plain(entry.first("title")),
      author: plain(author?.first("name")), published: plain(entry.first("published")),
      modified: plain(entry.first("updated")), content: body.map(html) ?? "",
      isPlain: (body?.attributes["type"] ?? "text") == "text", isWhole: content != nil && body === content)
  }

  private static func html(_ element: XMLElement) -> String {
    element.attributes["type"] == "xhtml" ? element.markup : element.text
  }

  private static func plain(_ element: XMLElement?) -> String? {
    guard let text = element?.text.trimmed, !text.isEmpty else { return nil }
    return text
  }
}

/// JSON Feed 1.1 (jsonfeed.org).
private enum JSONFeed {
  static func read(_ value: JSONValue) -> Feed? {
    guard case .array(let items)? = value["items"] else { return nil }
    return Feed(title: value["title"]?.string, language: value["language"]?.string, entries: items.map(entry))
  }

  private static func entry(_ item: JSONValue) -> Feed.Entry {
    let html = item["content_html"]?.string
    let text = item["content_text"]?.string
    return Feed.Entry(
      id: item["id"]?.string, url: item["url"]?.string, title: item["title"]?.string,
      author: item["authors"]?.elements.first?["name"]?.string ?? item["author"]?["name"]?.string,
      published: item["date_published"]?.string, modified: item["date_modified"]?.string,
      content: html ?? text ?? item["summary"]?.string ?? "", isPlain: html == nil,
      isWhole: html != nil || text != nil)
  }
}

/// The feeds that an OPML file names.
package struct OPML {
  package private(set) var feeds: [(url: String, title: String?)] = []
  /// Whether the file breaks off, so that feeds may be missing.
  package let isCut: Bool

  /// Nil where the bytes are no OPML.
  package init?(_ bytes: [UInt8]) {
    guard let root = XMLTree.root(bytes, charset: nil), root.name == "opml" else { return nil }
    isCut = !root.isWhole
    collect(root)
  }

  private mutating func collect(_ element: XMLElement) {
    if let url = element.attributes["xmlUrl"]?.trimmed, !url.isEmpty {
      feeds.append((url, element.attributes["title"] ?? element.attributes["text"]))
    }
    for child in element.children { collect(child) }
  }
}
