import Foundation
import Testing
import TimelineTestSupport

/// Two real reports of the same affair, one a day after the other; they are no part of the project, so that
/// only what is found in them is written here.
@Suite(
  "Two reports of one affair",
  .enabled(if: ProjectFolder.shared("seeds") != nil, "no articles in ../shared/seeds"))
struct TwoReportsTests {
  private let claims: [Row]

  init() throws {
    let seeds = try #require(ProjectFolder.shared("seeds"))
    func article(_ prefix: String) throws -> String {
      let names = try FileManager.default.contentsOfDirectory(atPath: seeds.path)
      return seeds.appending(path: try #require(names.first { $0.hasPrefix(prefix) })).path
    }
    let folder = try TemporaryFolder()
    let timeline = try BuiltCommand(in: folder)
    for arguments in [
      ["--published", "2026-02-12", "--outlet", "POLITICO", try article("004_")],
      ["--published", "2026-02-13", try article("000_")],
    ] {
      #expect(try timeline.run(["add"] + arguments).status == 0)
    }
    let listed = try timeline.run("--now", "2026-02-13", "list", "--all", "--format", "json")
    claims = try JSONDecoder().decode([Row].self, from: listed.output)
  }

  @Test func aGatheringBeginsOnTheDayAfterTheFirstReport() throws {
    let row = try one { $0.relation == "from" && $0.period?.start == "2026-02-13" }
    #expect(row.modality == "scheduled")
  }

  @Test func theMeetingIsOneClaimOfBothReports() throws {
    let row = try one { $0.places == ["Miami", "Abu Dhabi"] }
    #expect(row.period == Row.Period(start: "2026-02-16", end: "2026-02-22"))
    #expect(row.modality == "scheduled")
    #expect(row.alternatives)
    #expect(Set(row.mentions.map(\.article.published)) == ["2026-02-12", "2026-02-13"])
    #expect(row.mentions.contains { $0.article.outlet == "POLITICO" })
  }

  @Test func theEndOfTheWarIsDemandedByADay() throws {
    let row = try one { $0.relation == "by" && $0.trigger.text == "end" }
    #expect(row.due == "2026-06-30")
    #expect(row.period?.end == "2026-06-30")
    #expect(row.modality == "demanded")
    #expect(row.source?.name == "Zelenskyy")
    #expect(row.stated == Row.Period(start: "2026-02-02", end: "2026-02-08"))
  }

  @Test func theElectionsAreInNovember() throws {
    let row = try one { $0.trigger.text == "elections" }
    #expect(row.period == Row.Period(start: "2026-11-01", end: "2026-11-30"))
    #expect(!row.negated)
  }

  @Test func theTalksTookPlaceAndBrokeNothing() throws {
    let week = claims.filter { $0.period == Row.Period(start: "2026-02-02", end: "2026-02-08") }
    let talks = try #require(week.first { $0.places == ["Abu Dhabi"] && !$0.negated })
    #expect(talks.modality == "happened")
    let outcome = try #require(week.first { $0.negated })
    #expect(outcome.trigger.text == "break")
    #expect(week.count == 2)
  }

  /// The only claim of its kind.
  private func one(where fits: (Row) -> Bool) throws -> Row {
    let found = claims.filter(fits)
    #expect(found.count == 1)
    return try #require(found.first)
  }

  /// A row of `list --format json`, as far as it is looked at here.
  private struct Row: Decodable {
    struct Period: Decodable, Equatable { var start, end: String? }
    struct Words: Decodable { var text: String }
    struct Source: Decodable { var name: String? }
    struct Mention: Decodable { var article: Article }
    struct Article: Decodable {
      var outlet: String?
      var published: String
    }

    var period: Period?
    var due: String?
    var relation, modality: String
    var negated, alternatives: Bool
    var places: [String]
    var source: Source?
    var stated: Period?
    var trigger: Words
    var mentions: [Mention]
  }
}
