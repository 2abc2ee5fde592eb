import Foundation
import TimelineTestSupport
import Testing

@testable import Timeline

/// Cases that users of other taggers reported as bugs: the period is the right one, or one that the case lists beside
/// it; what is no time stays silent; dates that do not exist are flagged.
@Suite struct UserCaseTests {
  struct Case: Decodable {
    var id: String
    var text: String
    var reference: String
    var polarity: String
    var start: String?
    var end: String?
    var alternatives: [[String]]?
    var config: [String: String]?

    enum CodingKeys: CodingKey { case id, text, reference, polarity, start, end, alternatives, config }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      id = try values.decode(String.self, forKey: .id)
      text = try values.decode(String.self, forKey: .text)
      reference = try values.decode(String.self, forKey: .reference)
      polarity = try values.decode(String.self, forKey: .polarity)
      start = try values.decodeIfPresent(String.self, forKey: .start)
      end = try values.decodeIfPresent(String.self, forKey: .end)
      alternatives = try values.decodeIfPresent([[String]].self, forKey: .alternatives)
      config = try? values.decodeIfPresent([String: String].self, forKey: .config)
    }

    var settings: ResolutionSettings {
      ResolutionSettings(
        hemisphere: config?["hemisphere"] == "south" ? .southern : .northern,
        direction: config?["direction"].flatMap { Direction(rawValue: $0) })
    }

    var periods: [(start: String, end: String)] {
      let listed = (alternatives ?? []).filter { $0.count == 2 }.map { ($0[0], $0[1]) }
      guard let start, let end else { return listed }
      return [(start, end)] + listed
    }
  }

  /// Cases that ask for another period than the guidelines name: the end of a year is its last third there, and the
  /// last quarter or month here.
  private static let againstGuidelines: Set = ["u061"]

  @Test(.enabled(if: ProjectFolder.shared("temporal/user-cases-dev.jsonl") != nil, "no ../shared/temporal"))
  func everyCaseHolds() throws {
    let file = try #require(ProjectFolder.shared("temporal/user-cases-dev.jsonl"))
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 100)
    for line in lines {
      let item = try JSONDecoder().decode(Case.self, from: Data(line.utf8))
      guard !Self.againstGuidelines.contains(item.id) else { continue }
      let day = try #require(DocumentTime(iso: item.reference), "\(item.id)")
      let found = Timeline.explain(item.text, on: day, settings: item.settings)
      let told = found.map { "\($0.expression.text) \($0.expression.timex.value)" }
      #expect(holds(item, found), "\(item.id): “\(item.text)” on \(item.reference): \(told)")
    }
  }

  private func holds(_ item: Case, _ found: [TimeExplanation]) -> Bool {
    switch item.polarity {
    case "none":
      // “soon” is a time without a date.
      return found.allSatisfy { if case .vague = $0.expression.term { true } else { false } }
    case "invalid":
      return !found.isEmpty
        && found.allSatisfy { if case .impossible = $0.expression.resolution { true } else { false } }
    default:
      return found.contains { explanation in item.periods.contains { fits(explanation, $0.start, $0.end) } }
    }
  }

  /// Whether a chosen period is the one wanted, an open side being told by the word before the expression.
  private func fits(_ explanation: TimeExplanation, _ start: String, _ end: String) -> Bool {
    let expression = explanation.expression
    guard let period = expression.resolution.chosen?.period else {
      return expression.timex.value == "FUTURE_REF"
    }
    let edge = explanation.edge?.lowercased()
    if end == "..", edge == "after" { return start == CivilDate(period.lastDay + 1).description }
    if start == "..", edge == "before", case .date = expression.term {
      return end == CivilDate(period.firstDay + -1).description
    }
    let text = period.inclusiveText
    return (start == ".." || same(start, text.start)) && (end == ".." || same(end, text.end))
  }

  /// Compares to the minute, without zones.
  private func same(_ wanted: String, _ found: String) -> Bool {
    wanted.prefix(16) == found.prefix(16) || wanted.prefix(10) == found && wanted.count == 10
  }
}
