import Foundation
import Testing
import TimelineTestSupport

@testable import Timeline

@Suite struct CopiesTests {
  private static func text(_ theme: String) -> String {
    """
    Two diplomats spoke of \(theme) late in the evening and asked not to be named in print.
    The talks about \(theme) had stalled in spring when the dam was closed without any notice at all.
    Engineers from both sides are to inspect every gate of \(theme) and write down what they have found there.
    """
  }

  private static let gate = """
    The ferry across the northern sound will not sail before the ice has gone, its owner told passengers at the pier.
    A second boat is being painted in the yard behind the old market and may be ready when the herring come in.
    """

  /// Twenty words that no other number has.
  private static func lone(_ number: Int) -> String {
    (0..<20).map { "word\(number)x\($0)" }.joined(separator: " ")
  }

  private static func article(_ key: String, _ text: String, day: Int, outlet: String? = nil) -> Article {
    MadeArticles.article(key, text, day: day, outlet: outlet)
  }

  private static func circles(_ timeline: Timeline) throws -> [String: String?] {
    Dictionary(uniqueKeysWithValues: try timeline.articles().map { ($0.reference.key, $0.reference.copyOf) })
  }

  @Test func theLaterOneIsTheCopy() throws {
    let timeline = try Timeline.made()
    try timeline.add(Self.article("late", "AGENCY – " + Self.text("the river"), day: 3))
    try timeline.add(Self.article("other", Self.text("a harbour that nobody had asked for"), day: 1))
    try timeline.add(Self.article("early", Self.text("the river"), day: 2))
    #expect(try Self.circles(timeline) == ["late": "early", "early": nil, "other": nil])
    let copies = try #require(try timeline.copies(ofArticle: "late"))
    #expect(copies.original.key == "early")
    #expect(copies.copies.map(\.key) == ["late"])
    #expect(try timeline.copies(ofArticle: "early") == copies)
    #expect(try timeline.copies(ofArticle: "other") == nil)
    #expect(try timeline.copies(ofArticle: "nothing") == nil)
  }

  @Test(arguments: 0..<12) func theOrderOfAddingDoesNotCount(seed: Int) throws {
    var articles = (0..<30).map {
      Self.article("river-\($0)", "N\($0) – " + Self.text("the river"), day: $0 % 5)
    }
    articles += (0..<6).map {
      Self.article("gate-\($0)", Self.gate, day: 40 - $0)
    }
    articles += (0..<6).map { Self.article("lone-\($0)", Self.lone($0), day: 2) }
    let expected = try Timeline.made()
    try expected.add(contentsOf: articles)
    var generator = SeededGenerator(seed: UInt64(seed))
    articles.shuffle(using: &generator)
    let timeline = try Timeline.made()
    for article in articles { try timeline.add(article) }
    let circles = try Self.circles(timeline)
    #expect(circles == (try Self.circles(expected)))
    #expect(circles.values.compactMap { $0 }.count == 29 + 5)
    #expect(circles["gate-0"] == .some("gate-5"))
  }

  @Test func aRemovedOriginalLeavesTheNext() throws {
    let timeline = try Timeline.made()
    for day in 0..<4 { try timeline.add(Self.article("a\(day)", Self.text("the river"), day: day)) }
    try timeline.remove(articleKey: "a0")
    #expect(try Self.circles(timeline) == ["a1": nil, "a2": "a1", "a3": "a1"])
    try timeline.remove(articleKey: "a2")
    try timeline.remove(articleKey: "a1")
    #expect(try Self.circles(timeline) == ["a3": nil])
    try timeline.remove(articleKey: "a3")
    #expect(try timeline.store.rowsLeft() == [:])
  }

  @Test func aNewTextEndsTheLikeness() throws {
    let timeline = try Timeline.made()
    try timeline.add(Self.article("a", Self.text("the river"), day: 0))
    try timeline.add(Self.article("b", Self.text("the river"), day: 1))
    try timeline.rebuild()
    #expect(try Self.circles(timeline) == ["a": nil, "b": "a"])
    try timeline.add(Self.article("b", Self.text("a harbour that nobody had asked for"), day: 1))
    #expect(try Self.circles(timeline) == ["a": nil, "b": nil])
    try timeline.add(Self.article("b", Self.text("the river"), day: 1))
    try timeline.add(Self.article("a", Self.text("the river"), day: 2))
    #expect(try Self.circles(timeline) == ["a": "b", "b": nil])
  }

  @Test func rebuildingKeepsManyCopiesTogether() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("copies.db")
    let timeline = try Timeline.made(at: path)
    for outlet in 0..<20 {
      try timeline.add(
        Self.article("a\(outlet)", "meet 5 Karvelia Sorenia", day: 0, outlet: "Post \(outlet)"))
    }
    #expect(try timeline.everything.count == 1)
    try timeline.rebuild()
    #expect(try timeline.everything.map(\.mentions.count) == [20])
    // Nothing is left beside the file, so that a copy of it is whole.
    let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
    #expect((log ?? 0) == 0)
  }

  /// The long articles have more in common with one another than with the short ones, and more of them stand close by
  /// than are compared: once tied, two articles are compared again all the same.
  @Test func rebuildingPartsNoneThatAreFarApart() throws {
    let timeline = try Timeline.made()
    let common = (0..<10).map { "meet \(90 + 3 * $0) Karvelia Sorenia" }
    func own(_ number: Int) -> String {
      "sign \(200 + 3 * number) \(["Orvane", "Halcyon", "Brenna", "Tessel"][number % 4])\(["wick", "moor", "mund", "gard", "ford"][number / 4])"
    }
    for number in 0..<20 {
      let text = (common + [own(number)]).joined(separator: "\n")
      try timeline.add(Self.article("long\(number)", text, day: 1, outlet: "Post"))
    }
    for number in 0..<20 {
      try timeline.add(Self.article("short\(number)", own(number), day: 0, outlet: "Echo"))
    }
    func members() throws -> [TrackedClaim.ID: [String]] {
      Dictionary(
        uniqueKeysWithValues: try timeline.everything.map {
          ($0.id, $0.mentions.map(\.mention.article.key).sorted())
        })
    }
    let before = try members()
    #expect(before.values.filter { $0.count == 2 }.count == 20)
    try timeline.rebuild()
    #expect(try members() == before)
  }

  @Test func copiesAreOneOrigin() throws {
    let timeline = try Timeline.made()
    // The claims stand in sentences that differ; the texts around them are the same.
    try timeline.add(
      Self.article("a", "meet 5 Karvelia Sorenia\n" + Self.text("the river"), day: 0, outlet: "Post"))
    try timeline.add(
      Self.article("b", "meet 5 Karvelia Sorenia talks\n" + Self.text("the river"), day: 1, outlet: "Herald"))
    let claim = try #require(try timeline.everything.first { $0.mentions.count == 2 })
    #expect(claim.origins == 1)
    #expect(claim.mentions.map(\.mention.article.copyOf) == [nil, "a"])
  }
}
