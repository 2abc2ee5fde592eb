import Testing
import Timeline
import TimelineTestSupport
import TimelineTimes

@Suite("Imported events")
struct ImportedEventTests {
  private func event(_ name: String, _ days: (String, String)...) -> NamedEvent {
    NamedEvent(name: name, days: days.map { Fixtures.day($0.0)...Fixtures.day($0.1) })
  }

  private let sessions = [
    NamedEvent(
      name: "Spring session 2026", days: [Fixtures.day("2026-03-02")...Fixtures.day("2026-04-30")]),
    NamedEvent(
      name: "Spring session 2027", days: [Fixtures.day("2027-03-01")...Fixtures.day("2027-04-30")]),
  ]

  /// The due days and the first days of what an article says on a day.
  private func days(_ text: String, on day: String, _ settings: ResolutionSettings) -> [String] {
    Timeline.extract(text, published: Fixtures.time(day), settings: settings).claims.map { claim in
      CivilDate(claim.due ?? claim.period?.firstDay ?? DayNumber(0)).description
    }
  }

  @Test func theyDateWhatArticlesSay() throws {
    let timeline = try Timeline.inMemory()
    let text = "The committee must finish its report ahead of the spring session."
    #expect(try timeline.settings.imported == nil)
    let changes = try timeline.importEvents(sessions, calendar: "House")
    #expect(changes.added == 2)
    let settings = try timeline.settings
    #expect(days(text, on: "2026-02-05", settings) == ["2026-03-01"])
    #expect(days(text, on: "2026-11-05", settings) == ["2027-02-28"])
    #expect(
      days("The house will vote before the spring session of 2027.", on: "2026-02-05", settings) == [
        "2027-02-28"
      ])
    _ = try timeline.add(Article(key: "a", published: Fixtures.time("2026-02-05"), text: text))
    let claims = try timeline.claims(matching: ClaimQuery(now: Fixtures.day("2026-02-05")))
    #expect(claims.compactMap(\.current?.due) == [Fixtures.day("2026-03-01")])
  }

  @Test func severalTimesAYearAreEachFound() throws {
    let timeline = try Timeline.inMemory()
    let hours = event(
      "Question Hour", ("2026-01-07", "2026-01-07"), ("2026-01-21", "2026-01-21"),
      ("2026-03-04", "2026-03-04"))
    try timeline.importEvents([hours], calendar: "House")
    let settings = try timeline.settings
    for (day, found) in [
      ("2026-01-05", "2026-01-07"), ("2026-01-10", "2026-01-21"), ("2026-02-01", "2026-03-04"),
    ] {
      #expect(days("Ministers will speak on Question Hour.", on: day, settings) == [found])
    }
    #expect(days("Ministers spoke on Question Hour.", on: "2026-02-01", settings) == ["2026-01-21"])
    #expect(
      days("Ministers will speak at the next Question Hour.", on: "2026-01-10", settings) == ["2026-01-21"])
  }

  @Test func theSameCalendarAgainTakesThePlaceOfTheOldOne() throws {
    let timeline = try Timeline.inMemory()
    try timeline.importEvents(sessions, calendar: "House")
    let before = try timeline.events()
    let same = try timeline.importEvents(sessions, calendar: "House")
    #expect(same.unchanged == 2)
    #expect(same.added + same.changed + same.removed == 0)
    #expect(try timeline.events() == before)
    let moved = event("Spring session 2026", ("2026-03-09", "2026-04-30"))
    let changes = try timeline.importEvents(
      [moved, event("Recess", ("2026-07-01", "2026-07-31"))], calendar: "House")
    #expect([changes.added, changes.changed, changes.removed] == [1, 1, 1])
    let after = try timeline.events()
    #expect(after.map(\.event.name) == ["Recess", "Spring session 2026"])
    #expect(after.last?.id == before.first?.id)
    #expect(after.last?.event == moved)
    try timeline.importEvents(sessions, calendar: "Senate")
    #expect(try timeline.events().count == 4)
    let removed = try timeline.removeEvents(
      Set(timeline.events().filter { $0.calendar == "House" }.map(\.id)))
    #expect(removed.removed == 2)
    #expect(try timeline.events().map(\.calendar) == ["Senate", "Senate"])
  }

  @Test func articlesReadBeforeCountAsOutdated() throws {
    let timeline = try Timeline.inMemory()
    _ = try timeline.add(
      Article(
        key: "a", published: Fixtures.time("2026-02-05"),
        text: "The committee must finish its report ahead of the spring session."))
    #expect(try timeline.importEvents(sessions, calendar: "House").outdatedArticles == 1)
    #expect(try timeline.importEvents(sessions, calendar: "House").outdatedArticles == 0)
    try timeline.rebuild(onlyOutdated: true)
    let claims = try timeline.claims(matching: ClaimQuery(now: Fixtures.day("2026-02-05")))
    #expect(claims.compactMap(\.current?.due) == [Fixtures.day("2026-03-01")])
    // They are no setting of the user's that another run would have to repeat.
    try timeline.adopt(ResolutionSettings())
    #expect(try timeline.settings.imported != nil)
  }

  @Test func namesNeedNotBeWrittenAsInTheCalendar() throws {
    for (name, phrase) in [
      ("Founders' Day (public holiday)", "on Founders' Day"),
      ("2026 Harbor Summit", "before the Harbor Summit"),
      ("The Winter Recess", "before the winter recess"), ("Plenary: budget", "before the plenary"),
      ("a; b\tc Summit", "before the a b c summit"),
    ] {
      let made = EventList("x", importing: [(id: 1, event: event(name, ("2026-08-28", "2026-08-28")))])
      let list: EventList = try #require(made)
      let found = Timeline.explain(
        phrase, on: Fixtures.time("2026-08-01"), settings: ResolutionSettings(imported: list))
      #expect(
        found.first?.expression.resolution.chosen?.period.firstDay == Fixtures.day("2026-08-28"), "\(name)")
    }
    #expect(EventList("x", importing: [(id: 1, event: event("2026", ("2026-08-28", "2026-08-28")))]) == nil)
    // A word that texts use for anything is no time by itself.
    let list = EventList("x", importing: [(id: 1, event: event("Meeting", ("2026-08-28", "2026-08-28")))])
    let settings = ResolutionSettings(imported: list)
    #expect(
      Timeline.explain("the meeting was long", on: Fixtures.time("2026-08-01"), settings: settings).isEmpty)
    // Whatever a calendar calls its events, the list is one that can be read again.
    for name in ["a\tb", "a\nb", "a;b", "#a", "\"a\"", "a\u{0}b", "日本の祝日", "🎉 Party", "list 2026-01-01"] {
      let list = EventList("x", importing: [(id: 1, event: event(name, ("2026-08-28", "2026-08-28")))])
      if let list { #expect(throws: Never.self) { try EventList(name: "y", text: list.text) } }
    }
  }
}
