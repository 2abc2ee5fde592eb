import Testing
import TimelineDates
import TimelineTimes
import TimelineTestSupport

@testable import TimelineCLI

@Suite("Dates on the command line")
struct DateArgumentTests {
  /// A Thursday.
  private let now = Fixtures.time("2026-05-14T12:00:00Z")

  private func read(_ text: String) -> String? {
    (try? DateArgument(text, now: now) { phrase, day, _ in
      phrase == "early next month" ? Fixtures.days("2026-06-01", "2026-06-10") : nil
    })?.description
  }

  @Test func everyFormNamesItsDays() {
    for (text, days) in [
      ("2026-05-14", "2026-05-14"), ("2026-W20", "2026-05-11 to 2026-05-17"),
      ("2026-Q3", "2026-07-01 to 2026-09-30"), ("q1", "2026-01-01 to 2026-03-31"),
      ("2026-06", "2026-06-01 to 2026-06-30"),
      ("2024-02", "2024-02-01 to 2024-02-29"), ("2026", "2026-01-01 to 2026-12-31"), ("today", "2026-05-14"),
      ("Tomorrow", "2026-05-15"), ("yesterday", "2026-05-13"), ("eow", "2026-05-17"), ("eom", "2026-05-31"),
      ("2026-06..", "2026-06-01.."), ("..2026-06", "..2026-06-30"),
      ("2026-W20..2026-06", "2026-05-11 to 2026-06-30"),
      ("today..eom", "2026-05-14 to 2026-05-31"), ("early next month", "2026-06-01 to 2026-06-10"),
      ("..early next month", "..2026-06-10"),
    ] {
      #expect(read(text) == days, "\(text)")
    }
  }

  @Test func bareWordsLieWhereTheOptionLooks() throws {
    func read(_ text: String, _ direction: Direction?) throws -> String {
      try DateArgument(text, now: now, toward: direction).description
    }
    for (text, past, future) in [
      ("Friday", "2026-05-08", "2026-05-15"), ("friday", "2026-05-08", "2026-05-15"),
      ("Christmas", "2025-12-25", "2026-12-25"),
      ("in March", "2026-03-01 to 2026-03-31", "2027-03-01 to 2027-03-31"),
      ("Q1", "2026-01-01 to 2026-03-31", "2027-01-01 to 2027-03-31"),
      ("next week", "2026-05-18 to 2026-05-24", "2026-05-18 to 2026-05-24"),
    ] {
      #expect(try read(text, .past) == past, "\(text)")
      #expect(try read(text, .future) == future, "\(text)")
    }
    #expect(try read("Friday..Monday", .future) == "2026-05-15 to 2026-05-18")
    var options = try FilterOptions.parse(["--to", "Friday", "--as-of", "Monday"])
    let query = try options.query(now: now)
    #expect(query.to == Fixtures.day("2026-05-15"))
    #expect(query.asOf == Fixtures.day("2026-05-11"))
    options = try FilterOptions.parse(["--on", "Wednesday"])
    #expect(try options.query(now: now, toward: .future).from == Fixtures.day("2026-05-20"))
  }

  @Test func todayAndPublicationsTakeEveryDate() throws {
    let today = SystemClock.now().day
    for (text, day) in [
      ("today", today), ("Yesterday", today - 1), ("2026-05-14", Fixtures.day("2026-05-14")),
    ] {
      #expect(try Session(db: nil, now: text, environment: ["HOME": "/h"]).now.day == day)
    }
    #expect(throws: CommandFailure.dateIsNoDay("2026-05")) {
      try Session(db: nil, now: "2026-05", environment: ["HOME": "/h"])
    }
    for (text, day) in [
      ("Tomorrow", "2026-05-15"), ("Monday", "2026-05-11"), ("12 May 2026", "2026-05-12"),
      ("2026-05-14T17:05:00-05:00", "2026-05-14T17:05:00-05:00"),
    ] {
      #expect(try ArticleOptions.parse(["--published", text]).fields(now: now).published == day)
    }
    #expect(throws: CommandFailure.badDate("2026-02-30")) {
      try ArticleOptions.parse(["--published", "2026-02-30"]).fields(now: now)
    }
  }

  @Test func whatIsNoDateIsRefused() {
    for text in [
      "", "..", "2026-13", "2026-02-30", "2026-W54", "2026-Q5", "Q0", "26", "2026-6", "nonsense",
      "2026-07..2026-06",
      "2026-05-14x",
    ] {
      #expect(read(text) == nil, "\(text)")
    }
  }

  @Test func aDayMustBeOne() throws {
    #expect(try DateArgument.day("eow", now: now) == Fixtures.day("2026-05-17"))
    #expect(throws: CommandFailure.dateIsNoDay("2026-06")) { try DateArgument.day("2026-06", now: now) }
    #expect(throws: CommandFailure.dateIsNoDay("2026-06-01..")) {
      try DateArgument.day("2026-06-01..", now: now)
    }
  }

  @Test func lengthsCountFromToday() throws {
    for (text, day) in [
      ("30d", "2026-06-13"), ("30", "2026-06-13"), ("2w", "2026-05-28"), ("1m", "2026-06-14"),
      ("1y", "2027-05-14"),
    ] {
      #expect(try LengthArgument.day(text, after: now.day) == Fixtures.day(day))
    }
    #expect(try LengthArgument.lastDay("2w", now: now) == Fixtures.day("2026-05-28"))
    #expect(try LengthArgument.lastDay("next week", now: now) == Fixtures.day("2026-05-24"))
    #expect(throws: CommandFailure.badLength("soon")) { try LengthArgument.lastDay("soon", now: now) }
    for text in ["d", "", "-3d", "3x", "99999999999999999999d"] {
      #expect(throws: CommandFailure.badLength(text)) { try LengthArgument.day(text, after: now.day) }
    }
  }

  @Test func filtersNarrowEachOther() throws {
    var options = try FilterOptions.parse([
      "--from", "2026-05-10..2026-07", "--on", "2026-06", "--modality", "demanded,promised",
    ])
    let query = try options.query(now: now)
    #expect(query.from == Fixtures.day("2026-06-01"))
    #expect(query.to == Fixtures.day("2026-06-30"))
    #expect(query.modalities == [.demanded, .promised])
    options.to = "2026-05-20"
    #expect(throws: CommandFailure.self) { try options.query(now: now) }
    options.modality = ["planned"]
    #expect(throws: CommandFailure.self) { try options.query(now: now) }
  }

  @Test func theTimelinesFileIsFoundInTheOrderOfTheManual() throws {
    func path(_ db: String?, _ environment: [String: String]) throws -> String {
      try Session(db: db, now: "2026-05-14", environment: environment).database
    }
    #expect(try path("a.db", ["TIMELINE_DB": "b.db"]) == "a.db")
    #expect(try path(nil, ["TIMELINE_DB": "b.db", "XDG_DATA_HOME": "/x"]) == "b.db")
    #expect(try path(nil, ["XDG_DATA_HOME": "/x", "HOME": "/h"]) == "/x/timeline/timeline.db")
    #expect(try path(nil, ["HOME": "/h"]) == "/h/.local/share/timeline/timeline.db")
    #expect(throws: CommandFailure.badNow("soon")) { try Session(db: nil, now: "soon", environment: [:]) }
  }
}

@Suite("Work in order")
struct OrderedWorkTests {
  @Test func resultsComeInTheOrderOfTheItemsHoweverLongEachTakes() throws {
    var next = 0
    var delivered: [Int] = []
    try OrderedWork.run(
      batchWeight: 50, batchCount: 16, weight: { (_: Int) in 1 },
      next: {
        next += 1
        return next <= 1000 ? next : nil
      },
      work: { item in (0..<(item % 7) * 100).reduce(item) { $0 &+ $1 &- $1 } },
      deliver: { delivered.append($0) })
    #expect(delivered == Array(1...1000))
  }
}
