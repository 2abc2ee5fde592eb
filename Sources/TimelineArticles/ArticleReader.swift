import TimelinePages

/// The articles of a file or of standard input, one after the other, in bounded memory.
package struct ArticleReader {
  private let file: InputFile
  package let format: ArticleFormat
  private var source: Source

  private enum Source {
    case lines(LineReader, line: Int)
    case whole(LineReader)
    case container(any ContainerReader)
    case entries(ArraySlice<Result<RawArticle, ArticleRefusal>>)
    case done
  }

  /// Opens a file, or standard input for `-`.
  ///
  /// - Parameter format: nil lets the name tell, and where that tells nothing the first bytes.
  package init(_ name: String, format: ArticleFormat? = nil) throws(InputError) {
    file = try InputFile(name)
    let piece = try file.nextPiece()
    self.format = format ?? ArticleFormat(fileName: name) ?? ArticleFormat(sniffing: piece[...])
    let lines = LineReader(file, limit: RawArticle.byteLimit, startingWith: piece)
    switch self.format {
    case .jsonl: source = .lines(lines, line: 0)
    case .mbox: source = .container(MailboxReader(file.name, lines))
    case .warc: source = .container(WARCReader(file.name, ByteStream(file, startingWith: piece)))
    case .text, .markdown, .html, .mail, .feed: source = .whole(lines)
    }
  }

  /// Bytes in all; nil where that is not known beforehand.
  package var size: Int? { file.size }

  /// Bytes read so far; of a packed file, packed ones.
  package var position: Int {
    guard !file.isPacked else { return file.position }
    return switch source {
    case .lines(let lines, _), .whole(let lines): lines.consumed
    case .container, .entries, .done: file.position
    }
  }

  /// The next article as it stands, or why there is none in its place; nil at the end.
  package mutating func next() throws(InputError) -> Result<RawArticle, ArticleRefusal>? {
    switch source {
    case .lines(var lines, let line):
      // The reader must not be held twice, else its piece is copied.
      source = .done
      return try nextLine(&lines, after: line)
    case .whole(var lines):
      source = .done
      return read(try lines.rest())
    case .container(var reader):
      source = .done
      let next = try reader.next()
      source = .container(reader)
      return next
    case .entries(var entries):
      let next = entries.popFirst()
      source = .entries(entries)
      return next
    case .done: return nil
    }
  }

  private mutating func nextLine(
    _ lines: inout LineReader, after last: Int
  ) throws(InputError) -> Result<RawArticle, ArticleRefusal>? {
    var line = last
    while let next = try lines.next() {
      line += 1
      switch next {
      case .tooLong(let length):
        source = .lines(lines, line: line)
        return refusal(.tooLong(bytes: length, limit: RawArticle.byteLimit), line: line)
      case .whole(let bytes):
        if bytes.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { continue }
        source = .lines(lines, line: line)
        return .success(RawArticle(file: file.name, line: line, format: .jsonl, bytes: bytes))
      }
    }
    source = .done
    return line == 0 ? refusal(.emptyFile) : nil
  }

  private mutating func read(_ line: LineReader.Line) -> Result<RawArticle, ArticleRefusal>? {
    guard case .whole(let bytes) = line else {
      if case .tooLong(let length) = line {
        return refusal(.tooLong(bytes: length, limit: RawArticle.byteLimit))
      }
      return nil
    }
    switch format {
    case .mail:
      guard let mail = MailMessage(bytes[...]) else { return refusal(bytes.isEmpty ? .emptyFile : .noMail) }
      return .success(mail.article(file: file.name, part: nil))
    case .feed:
      do throws(ArticleProblem) {
        let feed = try FeedReader.read(bytes)
        var entries = feed.articles(file: file.name)[...]
        let first = entries.popFirst()
        source = .entries(entries)
        return first
      } catch {
        return refusal(bytes.isEmpty ? .emptyFile : error)
      }
    default: return .success(RawArticle(file: file.name, format: format, bytes: bytes))
    }
  }

  private func refusal(_ problem: ArticleProblem, line: Int? = nil) -> Result<RawArticle, ArticleRefusal> {
    .failure(ArticleRefusal(file: file.name, line: line, problem: problem))
  }
}
