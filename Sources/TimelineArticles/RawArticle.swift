package import TimelineDates

/// One article as it stands in a file: its bytes, not yet looked into, and where they come from.
///
/// Reading a file is a matter of one thread; making articles of the raw ones can be shared by many.
package struct RawArticle: Sendable {
  /// The file, `-` for standard input.
  package var file: String
  /// The line of a JSONL file, from 1; nil where the file is one article.
  package var line: Int?
  /// Which article of the file it is, where lines do not tell.
  package var part: String?
  package var format: ArticleFormat
  package var bytes: [UInt8]
  /// What is known of it beside its bytes.
  package var origin: ArticleOrigin

  package init(
    file: String, line: Int? = nil, part: String? = nil, format: ArticleFormat, bytes: [UInt8],
    origin: ArticleOrigin = ArticleOrigin()
  ) {
    self.file = file
    self.line = line
    self.part = part
    self.format = format
    self.bytes = bytes
    self.origin = origin
  }

  /// The longest article that is read, in bytes.
  package static let byteLimit = 16 << 20

  /// The article.
  ///
  /// - Parameters:
  ///   - given: what was said beside the file; it outranks a file's own fields, and fills those that a line
  ///     of JSONL lacks.
  ///   - now: publications after it are refused; nil takes any.
  ///   - needsText: whether an article without text is refused.
  package func article(
    given: ArticleFields = ArticleFields(), now: DocumentTime?, needsText: Bool = true
  ) throws(ArticleRefusal) -> Article {
    let fields = try fields(given: given, now: now)
    do throws(ArticleProblem) {
      return try fields.article(form: format, now: now, needsText: needsText)
    } catch {
      throw ArticleRefusal(file: file, line: line, part: part, problem: error)
    }
  }

  /// What is found of the article, not yet checked.
  package func fields(
    given: ArticleFields = ArticleFields(), now: DocumentTime?
  ) throws(ArticleRefusal) -> ArticleFields {
    do throws(ArticleProblem) {
      return switch format {
      case .text where !origin.dates.isEmpty:
        try PageArticle.fields(of: try checked(), origin, given: given, now: now)
      case .text, .mail, .mbox:
        origin.fields.overridden(by: HeaderBlock.read(try checked())).overridden(by: given)
      case .markdown: try MarkdownArticle.read(try checked()).overridden(by: given)
      case .jsonl: given.overridden(by: try JSONArticle.read(try checked()))
      case .html, .feed, .warc:
        try PageArticle.read(bytes, origin, isPart: part != nil, given: given, now: now)
      }
    } catch {
      throw ArticleRefusal(file: file, line: line, part: part, problem: error)
    }
  }

  /// The bytes without a byte order mark, known to be UTF-8 and a text.
  private func checked() throws(ArticleProblem) -> ArraySlice<UInt8> {
    if ByteOrderMark.utf16.contains(where: bytes.starts(with:)) { throw .utf16 }
    let mark = bytes.starts(with: ByteOrderMark.utf8) ? ByteOrderMark.utf8.count : 0
    guard bytes.count > mark else { throw line == nil && part == nil ? .emptyFile : .noText }
    if let offset = bytes.firstIndex(of: 0) { throw .nulByte(offset: offset) }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw .invalidUTF8(offset: error.byteOffsets.lowerBound)
    }
    return bytes[mark...]
  }
}
