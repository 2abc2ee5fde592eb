import Testing
import TimelineArticles
import TimelineTestSupport

@Suite("Articles of a file")
struct ArticleReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func all(_ path: String, _ format: ArticleFormat? = nil) throws -> [Result<
    RawArticle, ArticleRefusal
  >] {
    var reader = try ArticleReader(path, format: format)
    var found: [Result<RawArticle, ArticleRefusal>] = []
    while let next = try reader.next() { found.append(next) }
    #expect(reader.position == reader.size)
    return found
  }

  @Test func linesKeepTheirNumbersPastEmptyOnes() throws {
    let path = try folder.write("{\"a\":1}\n\n  \n{\"b\":2}\r\n{\"c\":3}", to: "a.jsonl")
    let raws = try all(path).map { try $0.get() }
    #expect(raws.map(\.line) == [1, 4, 5])
    #expect(
      raws.map { String(decoding: $0.bytes, as: UTF8.self) } == ["{\"a\":1}", "{\"b\":2}", "{\"c\":3}"])
  }

  @Test(arguments: [ArticleFormat.jsonl, .text]) func whatHasNoEndIsGivenUp(_ format: ArticleFormat) throws {
    var reader = try ArticleReader("/dev/zero", format: format)
    let found = try #require(try reader.next())
    #expect(throws: ArticleRefusal.self) { try found.get() }
    #expect(try reader.next() == nil)
  }

  @Test func aLineTooLongIsTellingAndTheNextOneIsRead() throws {
    var bytes = Array("{\"a\":1}\n".utf8)
    bytes += Array(repeating: UInt8(ascii: "x"), count: RawArticle.byteLimit + 1)
    bytes += Array("\n{\"b\":2}\n".utf8)
    let found = try all(try folder.write(bytes, to: "long.jsonl"))
    #expect(found.count == 3)
    #expect(
      throws: ArticleRefusal(
        file: folder.path("long.jsonl"), line: 2,
        problem: .tooLong(bytes: RawArticle.byteLimit + 1, limit: RawArticle.byteLimit))
    ) { try found[1].get() }
    #expect(try found[2].get().line == 3)
  }

  @Test func aTextThatIsTooLongIsRefused() throws {
    let bytes = Array(repeating: UInt8(ascii: "x"), count: RawArticle.byteLimit + 1)
    let found = try all(try folder.write(bytes, to: "long.txt"))
    #expect(throws: ArticleRefusal.self) { try found.first?.get() }
  }

  @Test func theNameTellsTheFormatAndElseTheFirstBytes() throws {
    let json = "{\"text\":\"a\"}\n"
    #expect(try ArticleReader(folder.write(json, to: "a.txt")).format == .text)
    #expect(try ArticleReader(folder.write(json, to: "a.MD")).format == .markdown)
    #expect(try ArticleReader(folder.write(" \n" + json, to: "a")).format == .jsonl)
    #expect(try ArticleReader(folder.write("---\ntitle: a\n---\n", to: "b")).format == .markdown)
    #expect(try ArticleReader(folder.write("Text", to: "c")).format == .text)
    #expect(try ArticleReader(folder.write("Text", to: "d"), format: .jsonl).format == .jsonl)
  }

  @Test func emptyFilesAreRefusedOnce() throws {
    let found = try all(try folder.write("", to: "a.jsonl"))
    #expect(found.count == 1)
    #expect(throws: ArticleRefusal(file: folder.path("a.jsonl"), problem: .emptyFile)) {
      try found.first?.get()
    }
  }

  @Test func filesThatCannotBeReadSayWhy() throws {
    #expect { try ArticleReader(folder.path("absent")) } throws: { "\($0)".hasSuffix("absent: no such file") }
    #expect { try ArticleReader(folder.url.path) } throws: { "\($0)".contains("is a folder") }
  }
}
