import Foundation
import Testing
import TimelineClaims
import TimelineDates
import TimelineTestSupport
import TimelineTimes
import TimelineTracking
import TimelineViews

@Suite("Claims for people and programs")
struct ClaimViewTests {
  private static let nextWeek = Fixtures.days("2026-05-18", "2026-05-24", .week)
  private let claim = Fixtures.claim(
    resolution: .ambiguous([
      Reading(period: nextWeek, steps: ["published on Thu 2026-05-14", "“next week” is 2026-W21"]),
      Reading(period: Fixtures.days("2026-05-21", "2026-05-21"), steps: ["seven days on"]),
    ]),
    source: "two people", stated: Fixtures.days("2026-05-04", "2026-05-10"), places: ["Geneva", "Doha"],
    alternatives: true, actors: ["Karvelia"])

  private var tracked: TrackedClaim {
    Fixtures.tracked([
      Fixtures.mention(claim, url: "https://x.org/a"),
      Fixtures.mention(
        claim, id: 2, key: "dip-2", outlet: "Harbor Wire", published: "2026-05-15",
        link: Link(kind: .derived, to: 1, reason: "cites The Meridian Post")),
    ])
  }

  @Test func everyShapeOfATrackedClaimFitsItsSchema() throws {
    let schema = try JSONSchema("timeline.schema.json#/$defs/tracked")
    var settled = tracked
    settled.verdict = Verdict(status: .happened, note: "n", day: Fixtures.day("2026-05-20"))
    let clock = Fixtures.tracked(
      Fixtures.claim(
        period: Period(minute: LocalTime(Fixtures.day("2026-05-18"), second: 60_300)), zone: "CDT"))
    for value in [tracked, settled, clock, Fixtures.tracked(Fixtures.claim(time: nil), status: .undated)] {
      for detail in [TrackedClaimJSON.Detail.plain, .full, .upcoming(on: Fixtures.day("2026-05-14"))] {
        #expect(schema.faults(in: Data(TrackedClaimJSON.object(value, detail))) == [])
      }
    }
  }

  @Test func theSchemaNoticesWhatIsMissingAndWhatIsTooMuch() throws {
    let schema = try JSONSchema("timeline.schema.json#/$defs/tracked")
    let json = String(decoding: TrackedClaimJSON.object(tracked), as: UTF8.self)
    func faults(_ from: String, _ to: String) -> [String] {
      #expect(json.contains(from))
      return schema.faults(in: Data(json.replacing(from, with: to).utf8))
    }
    #expect(!faults("\"modality\":\"scheduled\"", "\"modality\":\"planned\"").isEmpty)
    #expect(!faults("\"negated\":false", "\"negated\":0").isEmpty)
    #expect(!faults("\"due\":null,", "").isEmpty)
    #expect(!faults("\"due\":null,", "\"due\":null,\"more\":1,").isEmpty)
    #expect(!faults("\"start\":\"2026-05-18\"", "\"start\":\"18 May\"").isEmpty)
  }

  @Test func anExtractionHasThePublishedShape() throws {
    let time = TimeExpression(
      span: 74..<83, text: "next week", term: .next(.unit(.week), after: .anchor(.publication)),
      resolution: .resolved(Reading(period: Self.nextWeek)), timex: TIMEX3(type: .date, value: "2026-W21"))
    let set = TimeExpression(
      span: 90..<99, text: "every day", term: .vague(.present), resolution: .unanchored(.nothingToDate),
      timex: TIMEX3(type: .set, value: "P1D", quant: "EVERY", freq: "2X"))
    let line = ExtractionJSON.line(id: "dip-1", Extraction(times: [time, set], claims: [claim]))
    #expect(try JSONSchema("extraction.schema.json").faults(in: Data(line)) == [])
    let text = String(decoding: line, as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"id":"dip-1","times":[{"text":"next week","span":[74,83],"type":"DATE","value":"2026-W21","mod":null,"#
          + #""period":{"start":"2026-05-18","end":"2026-05-24"},"alternatives":[]}"#))
    #expect(
      text.contains(
        #""claims":[{"trigger":{"text":"meet","span":[113,117]},"time":{"text":"next week","span":[118,127]},"#
          + #""period":{"start":"2026-05-18","end":"2026-05-24","zone":null,"offset":null},"due":null,"relation":"on","#
          + #""modality":"scheduled","negated":false,"conditional":false,"source":{"name":"two people"},"#
          + #""stated":{"start":"2026-05-04","end":"2026-05-10"},"actors":["Karvelia"],"places":["Geneva","Doha"],"#
          + #""alternatives":true,"place_details":[],"quote":{"#))
    #expect(
      !String(decoding: ExtractionJSON.line(id: "a", Extraction(), parts: [.times]), as: UTF8.self).contains(
        "claims"))
  }

  @Test func anythingAtAllSurvivesJSON() throws {
    let text = (0..<0x300).compactMap { Unicode.Scalar($0) }.map(String.init).joined() + "😀\u{2028}\u{FFFF}"
    var json = JSONWriter()
    json.string(text)
    let value = try JSONSerialization.jsonObject(with: Data(json.bytes), options: .fragmentsAllowed)
    #expect(value as? String == text)
  }

  @Test func theListTellsAReporterWhatMatters() {
    let table = ClaimGrid.short([tracked]).table(on: Canvas())
    let rows = table.split(separator: "\n").map { $0.split(separator: "  ").map { $0.drop { $0 == " " } } }
    #expect(
      rows == [
        ["ID", "WHEN", "STATUS", "TOLD AS", "CLAIM", "WHERE", "SAID BY", "OUTLETS"],
        [
          "7", "18–24 May 2026", "upcoming", "scheduled", "Three governments meet", "Geneva or Doha",
          "two people, 4–10 May 2026", "The Meridian Post +1",
        ],
      ])
  }

  @Test func everyFullRowHasACellForEachColumn() {
    #expect(ClaimGrid.fullRow(tracked).count == ClaimGrid.fullColumns.count)
    #expect(
      ClaimGrid.fullRow(Fixtures.tracked(Fixtures.claim(time: nil))).count == ClaimGrid.fullColumns.count)
  }

  @Test func upcomingIsGroupedWithTheOverdueFirstAndMarked() {
    func on(_ first: String, _ last: String, _ id: Int64, _ status: Status = .upcoming) -> TrackedClaim {
      Fixtures.tracked(
        Fixtures.claim(title: "T\(id)", period: Fixtures.days(first, last)), id: id, status: status)
    }
    let view = UpcomingView(
      [
        on("2026-07-01", "2026-07-01", 1), on("2026-05-18", "2026-05-24", 2),
        on("2026-05-01", "2026-05-01", 3, .overdue),
        on("2026-05-14", "2026-05-14", 4),
      ], on: Fixtures.day("2026-05-14"))
    #expect(view.claims.map(\.id) == [3, 4, 2, 1])
    let lines = view.table(on: Canvas()).split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.prefix(14)
    }
    #expect(
      lines.map { String($0).trimmedEnd } == [
        "Overdue", "! 13 days late", "", "Today", "today", "", "Next week", "in 4 days", "", "Later",
        "in 48 days", "",
      ])
    #expect(view.markdown().contains("## Overdue\n\n| left | id |"))
  }

  @Test func aSheetIsNoWiderThanTheTerminal() {
    let long = Fixtures.claim(
      title: "Three governments and a number of observers meet again in the course of the week",
      quote: String(repeating: "After long talks they agreed to go on, ", count: 6)
        + "and they meet next week.",
      trigger: "meet", period: Self.nextWeek)
    for hasColour in [false, true] {
      for width in [40, 60, 80] {
        let canvas = Canvas(width: width, hasColour: hasColour)
        let sheet = ClaimSheet(Fixtures.tracked(long), on: Fixtures.day("2026-05-14"), canvas: canvas).text()
        let lines = sheet.split(separator: "\n")
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "\(sheet)")
        #expect(lines.count > 12)
        #expect(sheet.contains("\u{1B}") == hasColour)
      }
    }
  }

  @Test func aNarrowListKeepsTheStatus() {
    let table = ClaimGrid.short([tracked]).table(on: Canvas(width: 60))
    #expect(table.contains("upcoming") && table.contains("18–24 May 2026"))
    #expect(table.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= 60 })
  }

  @Test func theSheetShowsQuoteWorkingOtherReadingsAndHistory() {
    let sheet = ClaimSheet(tracked, on: Fixtures.day("2026-05-14"), canvas: Canvas()).text()
    for part in [
      "#7 Three governments meet\nupcoming · scheduled · 18–24 May 2026 · in 4 days\n",
      "They plan to <meet> [next week] in Geneva or Doha.",
      "places    Geneva or Doha\n", "said by   two people\n",
      "How the date was worked out\n  1.  published on Thu 2026-05-14\n  2.  “next week” is 2026-W21\n",
      "Other readings\n  Thu 21 May 2026  seven days on\n",
      "14 May 2026  The Meridian Post, “Three governments plan a meeting”, https://x.org/a, [dip-1]\n",
      "15 May 2026  repeated: 18–24 May 2026, scheduled — Harbor Wire. cites The Meridian Post\n",
      "Evidence\n  scheduled  “plan to”\n",
    ] {
      #expect(sheet.contains(part), "\(part) in\n\(sheet)")
    }
    let coloured = ClaimSheet(tracked, on: Fixtures.day("2026-05-14"), canvas: Canvas(hasColour: true)).text()
    #expect(coloured.contains("to \u{1B}[1mmeet\u{1B}[0m \u{1B}[4mnext\u{1B}[0m \u{1B}[4mweek\u{1B}[0m in"))
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
