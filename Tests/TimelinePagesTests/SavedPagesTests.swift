import Foundation
import Testing
import TimelineDates
import TimelinePages
import TimelineTestSupport

/// The saved pages beside the project with their publication days; `scripts/pages-score` tells the misses.
@Suite struct SavedPagesTests {
  private struct SavedPage: Decodable {
    var file: String
    var url: String
    var published: String
  }

  private static let folder = ProjectFolder.shared("pages")

  @Test(.enabled(if: folder != nil, "no ../shared/pages beside the project"))
  func publicationDaysAreRight() throws {
    let folder = try #require(Self.folder)
    let lines = try String(contentsOf: folder.appending(path: "pages.jsonl"), encoding: .utf8).split(
      separator: "\n")
    var right = 0
    var texts = 0
    for line in lines {
      let saved = try JSONDecoder().decode(SavedPage.self, from: Data(line.utf8))
      let bytes = try Data(contentsOf: folder.appending(path: "html").appending(path: saved.file))
      let page = PageReader.read(Array(bytes), address: saved.url)
      let published = DateChoice(page.candidates).published
      if published.map({ CivilDate($0.day).description }) == saved.published { right += 1 }
      if page.text.utf8.count >= 200 { texts += 1 }
    }
    #expect(Double(right) >= 0.93 * Double(lines.count), "\(right) of \(lines.count)")
    #expect(Double(texts) >= 0.95 * Double(lines.count), "\(texts) of \(lines.count)")
  }
}
