/// The forms in which articles come.
package enum ArticleFormat: String, Sendable, CaseIterable {
  /// One article: plain text, with or without a header block.
  case text
  /// One article: Markdown, with or without YAML front matter.
  case markdown
  /// One article: a page of the web.
  case html
  /// One article: a mail.
  case mail
  /// Many articles: a feed in RSS, Atom or JSON Feed.
  case feed
  /// Many articles: the mails of an mbox file.
  case mbox
  /// Many articles: the pages of a crawl's archive, gzip-compressed or not.
  case warc
  /// Many articles: a JSON object a line.
  case jsonl

  /// The format that a file's name tells; nil where it tells none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown", "mdown": self = .markdown
    case "jsonl", "ndjson", "jsonlines": self = .jsonl
    case "html", "htm", "xhtml", "shtml": self = .html
    case "eml": self = .mail
    case "mbox", "mbx": self = .mbox
    case "rss", "atom", "rdf", "xml": self = .feed
    case "warc": self = .warc
    // What is gzip is unpacked.
    case "gz": self.init(fileName: String(fileName[..<dot]))
    default: return nil
    }
  }

  /// The format that the first bytes of a file look like.
  package init(sniffing bytes: ArraySlice<UInt8>) {
    var rest = bytes
    if rest.starts(with: ByteOrderMark.utf8) { rest = rest.dropFirst(ByteOrderMark.utf8.count) }
    if rest.starts(with: "---\n".utf8) || rest.starts(with: "---\r\n".utf8) {
      self = .markdown
    } else if rest.starts(with: "WARC/".utf8) {
      self = .warc
    } else if rest.starts(with: "From ".utf8) {
      self = .mbox
    } else if Self.beginsAsFeed(rest) {
      self = .feed
    } else if rest.first(where: { $0 > UInt8(ascii: " ") }) == UInt8(ascii: "{") {
      self = .jsonl
    } else if Self.beginsAsPage(rest) {
      self = .html
    } else {
      self = .text
    }
  }
}

extension ArticleFormat {
  /// Whether bytes begin with a document type or an element that only pages have first; comments before it are
  /// passed over.
  private static func beginsAsPage(_ bytes: ArraySlice<UInt8>) -> Bool {
    begins(bytes, with: ["<!doctype html", "<html", "<head", "<body"])
  }

  private static func beginsAsFeed(_ bytes: ArraySlice<UInt8>) -> Bool {
    if begins(bytes, with: ["<rss", "<feed", "<rdf:rdf"]) { return true }
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self)
    return head.hasPrefix("{") && head.contains("jsonfeed.org/version")
  }

  private static func begins(_ bytes: ArraySlice<UInt8>, with starts: [String]) -> Bool {
    guard bytes.first(where: { $0 > 32 }) == UInt8(ascii: "<") else { return false }
    let text = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    var rest = Substring(text).drop(while: \.isWhitespace)
    while rest.hasPrefix("<!--") || rest.hasPrefix("<?") {
      guard let end = rest.firstRange(of: rest.hasPrefix("<?") ? "?>" : "-->") else { return false }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    }
    return starts.contains { rest.hasPrefix($0) }
  }
}

/// The marks that some programs put before a text.
enum ByteOrderMark {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let utf16: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
}
