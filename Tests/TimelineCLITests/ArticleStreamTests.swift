import Testing
import TimelineTestSupport

@testable import TimelineCLI

@Suite("Articles of several files")
struct ArticleStreamTests {
  @Test func articlesComeInOrderAndEveryByteIsCounted() throws {
    let folder = try TemporaryFolder()
    let lines = (1...600).map { number in
      number == 300 ? "{" : #"{"id":"\#(number)","published":"2026-05-14","text":"Text \#(number)."}"#
    }
    let first = try folder.write(lines.joined(separator: "\n"), to: "a.jsonl")
    let last = try folder.write("Published: 2026-05-14\n\nThe end.", to: "b.txt")
    let stream = ArticleStream(
      files: [first, folder.path("absent.txt"), last], format: nil, given: .init(),
      now: Fixtures.time("2026-05-15"))
    let articles = Array(stream)
    #expect(articles.map(\.key).dropLast() == (1...600).filter { $0 != 300 }.map { "\($0)" }[...])
    #expect(articles.last?.text == "The end.")
    #expect(stream.refusals == 2)
    let bytes = lines.joined(separator: "\n").utf8.count + 31
    #expect(stream.position.read == bytes)
    #expect(stream.position.total == bytes)
  }
}
