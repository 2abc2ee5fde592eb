/// The forms in which articles come.
package enum ArticleFormat: String, Sendable, CaseIterable {
  /// One article: plain text, with or without a header block.
  case text
  /// One article: Markdown, with or without YAML front matter.
  case markdown
  /// Many articles: a JSON object a line.
  case jsonl

  /// The format that a file's name tells; nil where it tells none.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown", "mdown": self = .markdown
    case "jsonl", "ndjson", "jsonlines": self = .jsonl
    default: return nil
    }
  }

  /// The format that the first bytes of a file look like.
  init(sniffing bytes: ArraySlice<UInt8>) {
    var rest = bytes
    if rest.starts(with: ByteOrderMark.utf8) { rest = rest.dropFirst(ByteOrderMark.utf8.count) }
    if rest.starts(with: "---\n".utf8) || rest.starts(with: "---\r\n".utf8) {
      self = .markdown
    } else if rest.first(where: { $0 > UInt8(ascii: " ") }) == UInt8(ascii: "{") {
      self = .jsonl
    } else {
      self = .text
    }
  }
}

/// The marks that some programs put before a text.
enum ByteOrderMark {
  static let utf8: [UInt8] = [0xEF, 0xBB, 0xBF]
  static let utf16: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
}
