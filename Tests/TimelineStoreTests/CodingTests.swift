import TimelineTestSupport
import Testing
import TimelineArticles
import TimelineClaims
import TimelineDates
import TimelineTimes
import TimelineTracking

@testable import TimelineStore

@Suite struct CodingTests {
  static let terms: [TimeTerm] = [
    .anchor(.publication), .anchor(.previous), .anchor(.event("easter")),
    .date(PartialDate(year: 2026, month: 6, day: 30, weekday: .tuesday)),
    .nearest(.weekday(.friday)), .this(.unit(.week), of: .anchor(.publication)),
    .next(.season(.summer), after: .anchor(.publication)), .last(.quarter(3), before: .anchor(.publication)),
    .nth(-1, .weekend, in: .nearest(.month(5))), .nth(2, .half(1), in: .nearest(.dayOfMonth(15))),
    .shift(.anchor(.publication), by: Amount(1.5, .year), sign: -1),
    .stretch(.anchor(.publication), Amount(nil, .day, assumed: 3), sign: 1),
    .between(.nearest(.monthDay(month: 6, day: 4)), .nearest(.event("labor day"))),
    .part(.early, of: .nearest(.season(.winter))), .rest(.later, of: .nearest(.month(2))),
    .during(.night, of: .nearest(.weekday(.monday))),
    .at(ClockTime(hour: 9, minute: 30, second: 1, zone: "CDT", isHalfDay: true), on: .anchor(.publication)),
    .approximately(.duration(Amount(3, .week))), .open(.onOrAfter, .vague(.past)),
    .set(Repetition(.weekday(.tuesday), interval: 2, count: 1, quantifier: "EVERY")),
  ]

  @Test(arguments: terms)
  func termsComeBack(term: TimeTerm) throws {
    let atom = try #require(Atom(json: term.atom.json))
    #expect(TimeTerm(atom) == term)
  }

  @Test func resolutionsComeBack() throws {
    let reading = Reading(
      period: Period(days: DayNumber(-3), through: DayNumber(4), grain: .week), exactness: .vague,
      zone: "GMT",
      steps: ["a \"step\"", "two\nlines\t\u{1}", "Wójcik — 東京 👋"])
    for resolution in [
      Resolution.resolved(reading), .ambiguous([reading, reading]), .unanchored(.event("x")),
      .unanchored(.fiscalYear),
      .unanchored(.nothingToDate), .unanchored(.previousTime), .impossible("31 November"),
    ] {
      let atom = try #require(Atom(json: resolution.atom.json))
      #expect(Resolution(atom) == resolution)
    }
  }

  @Test(arguments: [
    "", "[", "[1", "[1,]", "\"x", "{}", "[1]x", "\"\\u12\"", "nul", "-", "1.5",
    String(repeating: "[", count: 999),
  ])
  func brokenTextIsNoValue(json: String) {
    #expect(Atom(json: json) == nil)
  }

  @Test(arguments: [
    "[9223372036854775807,9223372036854775807,3]", "[-9223372036854775808,0,3]", "[0,1e9,3]", "[0,86400,-7]",
  ])
  func periodsBeyondAllDaysAreNone(json: String) {
    #expect(Atom(json: json).flatMap { Period($0) } == nil)
  }

  @Test func amountsThatNoWordsMakeAreOpen() throws {
    for count in ["nan", "inf", "-1", "1e300"] {
      let atom = Atom.list([.text(count), .int(Grain.year.rawValue), .text(count)])
      let amount = try #require(Amount(atom))
      #expect(amount == Amount(nil, .year) && amount.description == "some years (3)")
    }
  }

  @Test func damagedOffsetsLeaveNoClaimBody() throws {
    func decode(_ trigger: String, _ quote: String) -> Claim? {
      ClaimBody.decode(
        "[[\"meet\",\(trigger)],null,null,null,false,null,[],[],false,\(quote),[]]", event: "meet",
        relation: .on,
        modality: .scheduled, isNegated: false, source: nil, title: "meet", quote: "They meet.")
    }
    #expect(try #require(decode("5,9", "0,10")).quote.span == 0..<10)
    #expect(decode("-9223372036854775808,9223372036854775807", "0,10") == nil)
    #expect(try #require(decode("5,9", "-9223372036854775808,9223372036854775807")).quote.span == 0..<0)
  }

  @Test func claimsComeBack() throws {
    for document in try GoldCorpus().documents {
      for claim in document.claims {
        let back = ClaimBody.decode(
          ClaimBody.encode(claim), event: claim.event, relation: claim.relation, modality: claim.modality,
          isNegated: claim.isNegated, source: claim.source, title: claim.title, quote: claim.quote.text)
        #expect(back == claim)
      }
    }
  }

  @Test func traitsComeBack() throws {
    for document in try GoldCorpus().documents {
      let article = document.article
      let traits = TraitsReader.english.traits(
        ofArticle: article.key, published: article.published, outlet: article.outlet, text: article.text,
        claims: document.claims)
      let bytes = TraitsCoding.encode(traits)
      #expect(TraitsCoding.decode(bytes, id: 0, published: traits.published) == traits)
      for cut in stride(from: 0, to: bytes.count - 1, by: 97) {
        #expect(TraitsCoding.decode(Array(bytes[..<cut]), id: 0, published: traits.published) == nil)
      }
    }
  }
}
