import Foundation
import Testing
import TimelineLanguage
import TimelineText

/// Articles as they come: what is printed of them is valid CoNLL-U.
@Suite struct NewsTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let news = folder.deletingLastPathComponent().appending(path: "shared/news/reuters.jsonl")

  private struct Article: Decodable {
    let title: String?
    let text: String
  }

  private func read(_ file: URL, _ count: Int) throws -> [Document] {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    let data = try handle.read(upToCount: 1 << 20) ?? Data()
    let lines = data.split(separator: 10).prefix(count)
    return try lines.map {
      let article = try JSONDecoder().decode(Article.self, from: $0)
      return LanguageCore.english.document((article.title ?? "") + "\n\n" + article.text)
    }
  }

  @Test func theGoldArticlesArePrintedAsValidCoNLLU() throws {
    let documents = try read(Self.folder.appending(path: "data/gold/corpus.jsonl"), 30)
    #expect(documents.count == 30)
    for document in documents { #expect(CoNLLUCheck(document).faults == []) }
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: news.path), "needs ../shared/news/reuters.jsonl"))
  func oldWireReportsArePrintedAsValidCoNLLU() throws {
    for document in try read(Self.news, 60) { #expect(CoNLLUCheck(document).faults == []) }
  }

  /// The sentences of a text as written.
  private func sentences(_ text: String) -> [String] {
    let document = LanguageCore.english.document(text)
    return document.sentences.map { document.text.string(document.byteRange($0)) }
  }

  private func root(_ text: String) throws -> String {
    let document = LanguageCore.english.document(text)
    let parsed = LanguageCore.english.parse(try #require(document.sentences.first), in: document)
    return parsed.string(try #require(parsed.root))
  }

  @Test(arguments: [
    ("MINISTERS MEET IN GENEVA TO SIGN TREATY", "MEET"),
    ("PARLIAMENT APPROVES BUDGET AFTER LONG DEBATE", "APPROVES"),
    ("Parliament Approves Budget After Long Debate", "Approves"),
    ("GENEVA, June 5 (Agency) — The ministers signed the treaty on Friday.", "signed"),
    ("Opponents will comply with the order.", "comply"),
  ]) func theRootIsTheMainVerb(text: String, verb: String) throws {
    #expect(try root(text) == verb)
  }

  @Test func aQuotationRunsOnOverSentences() {
    let text = "“We are ready. We will sign,” he said. “Nobody will stop us.” Talks resume on Monday."
    #expect(
      sentences(text) == [
        "“We are ready.", "We will sign,” he said.", "“Nobody will stop us.”", "Talks resume on Monday.",
      ])
  }

  @Test func aListIsReadItemByItem() {
    let text = "The plan has three steps:\n\n- Sign the treaty by May\n- Withdraw in June\n• Vote in July\n"
    #expect(
      sentences(text) == [
        "The plan has three steps:", "Sign the treaty by May", "Withdraw in June", "Vote in July",
      ])
  }

  @Test func namesWithinASentenceBeginNone() {
    let text = """
      President Artan Velo of the Republic of Karvelia met Chancellor Hanna Stets in Geneva on Tuesday, the \
      Meridian Post reported, and Secretary-General Laura Finch joined them at 5 p.m. GMT.
      """
    #expect(sentences(text) == [text])
  }

  @Test func textInAWrongEncodingIsReadOn() {
    for wrong in ["It\u{E2}\u{20AC}\u{2122}s signed, he said.", "Caf\u{FFFD} owners met on Monday."] {
      let document = LanguageCore.english.document(wrong)
      #expect(CoNLLUCheck(document).faults == [])
    }
    let latin = TextBuffer(bytes: Array("Caf".utf8) + [0xE9] + Array(" owners met on Monday.".utf8))
    let document = LanguageCore.english.document(latin)
    #expect(document.sentences.count == 1)
    #expect(document.tokens.last.map { document.text.string($0.range) } == ".")
  }
}
