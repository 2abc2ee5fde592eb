/// The articles of a file or of standard input, one after the other, in bounded memory.
package struct ArticleReader {
  private let file: InputFile
  package let format: ArticleFormat
  private var lines: LineReader
  private var line = 0
  private var isDone = false

  /// Opens a file, or standard input for `-`.
  ///
  /// - Parameter format: nil lets the name tell, and where that tells nothing the first bytes.
  package init(_ name: String, format: ArticleFormat? = nil) throws(InputError) {
    file = try InputFile(name)
    let piece = try file.nextPiece()
    self.format = format ?? ArticleFormat(fileName: name) ?? ArticleFormat(sniffing: piece[...])
    lines = LineReader(file, limit: RawArticle.byteLimit, startingWith: piece)
  }

  /// Bytes in all; nil where that is not known beforehand.
  package var size: Int? { file.size }

  /// Bytes read so far.
  package var position: Int { lines.consumed }

  /// The next article as it stands, or why there is none in its place; nil at the end.
  package mutating func next() throws(InputError) -> Result<RawArticle, ArticleRefusal>? {
    format == .jsonl ? try nextLine() : try wholeFile()
  }

  private mutating func nextLine() throws(InputError) -> Result<RawArticle, ArticleRefusal>? {
    while let next = try lines.next() {
      line += 1
      switch next {
      case .tooLong(let length):
        return refusal(.tooLong(bytes: length, limit: RawArticle.byteLimit), line: line)
      case .whole(let bytes):
        if bytes.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { continue }
        return .success(RawArticle(file: file.name, line: line, format: .jsonl, bytes: bytes))
      }
    }
    defer { isDone = true }
    return line == 0 && !isDone ? refusal(.emptyFile) : nil
  }

  private mutating func wholeFile() throws(InputError) -> Result<RawArticle, ArticleRefusal>? {
    guard !isDone else { return nil }
    isDone = true
    switch try lines.rest() {
    case .tooLong(let length): return refusal(.tooLong(bytes: length, limit: RawArticle.byteLimit))
    case .whole(let bytes): return .success(RawArticle(file: file.name, format: format, bytes: bytes))
    }
  }

  private func refusal(_ problem: ArticleProblem, line: Int? = nil) -> Result<RawArticle, ArticleRefusal> {
    .failure(ArticleRefusal(file: file.name, line: line, problem: problem))
  }
}
