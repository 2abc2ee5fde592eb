import Foundation
import Testing
import TimelineTestSupport

@Suite("timeline article-diff")
struct ArticleDiffTests {
  private let folder: TemporaryFolder
  private let timeline: BuiltCommand

  init() throws {
    folder = try TemporaryFolder()
    timeline = try BuiltCommand(in: folder, environment: ["TIMELINE_DB": folder.path("t.db")])
  }

  private func add(_ text: String) throws {
    let path = try folder.write(
      "Published: 2026-05-14\nURL: https://example.org/a\n\n\(text)\n", to: "a.txt")
    let outcome = try timeline.run("--now", "2026-06-01", "add", path)
    #expect(outcome.status == 0, "\(outcome.messages)")
  }

  @Test func aSilentEditShowsInClaims() throws {
    try add("The council will meet on 12 June. The mayor will resign on 20 June.")
    let once = try timeline.run("article-diff", "https://example.org/a")
    #expect(once.status == 1)
    #expect(once.messages.contains("only one version"))
    try add("The council will meet on 19 June. The court will rule on 3 July.")
    let outcome = try timeline.run("article-diff", "https://example.org/a", "--format", "json")
    #expect(outcome.status == 0, "\(outcome.messages)")
    let rows = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
    let kinds = rows.map { ($0["change"] as? String ?? "") + " " + ($0["claim"] as? String ?? "") }
    #expect(rows.count == 3, "\(kinds)")
    let changed = try #require(rows.first { $0["change"] as? String == "changed" })
    #expect((changed["before"] as? String)?.contains("12") == true)
    #expect((changed["after"] as? String)?.contains("19") == true)
    #expect(kinds.contains { $0.hasPrefix("vanished") })
    #expect(kinds.contains { $0.hasPrefix("appeared") })
    let none = try timeline.run("article-diff", "1", "--from", "7")
    #expect(none.status == 2)
    #expect(none.messages.contains("its versions are 1 through 2"))
  }
}
