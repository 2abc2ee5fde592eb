import Foundation
import TimelineTestSupport
import Testing

@testable import Timeline

/// Runs the examples of the chapter on times.
@Suite struct TimesChapterTests {
  private let lines: [String]

  init() throws {
    let file = ProjectFolder.file("Sources/Timeline/Timeline.docc/Times.md")
    lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { String($0) }
  }

  private func cells(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func everyExampleHolds() throws {
    var examples = 0
    for (number, line) in lines.enumerated() {
      let cells = cells(line)
      guard cells.count == 5, let day = DocumentTime(iso: cells[1]) else { continue }
      examples += 1
      var settings = ResolutionSettings()
      let words = cells[2].split(separator: " ", maxSplits: 1).map { String($0) }
      if words.count == 2 {
        let name = try #require(ResolutionSettings.Name(rawValue: words[0]), "line \(number + 1)")
        let isTaken = settings.set(name, to: words[1])
        #expect(isTaken, "line \(number + 1)")
      }
      let found = Timeline.explain(cells[0], on: day, settings: settings)
      let resolution = try #require(found.first, "line \(number + 1): \(cells[0])").expression.resolution
      let place: Comment = "line \(number + 1): \(cells[0])"
      switch (cells[3], resolution) {
      case ("impossible", .impossible), ("no date", .unanchored): continue
      default:
        let text = try #require(resolution.chosen, place).period.inclusiveText
        #expect(text.start == cells[3] && text.end == cells[4], place)
      }
    }
    #expect(examples > 50)
  }

  @Test func everySettingIsNamedWithItsDefault() {
    for name in ResolutionSettings.Name.allCases {
      let row = lines.map(cells).first { $0.count == 3 && $0[0] == name.rawValue }
      #expect(row?[2] == ResolutionSettings().text(of: name), "\(name.rawValue)")
    }
  }
}
