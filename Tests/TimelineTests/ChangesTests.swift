import Testing

@testable import Timeline
@testable import TimelineStore

/// What changed between two days, and what is read off a claim's history.
@Suite struct ChangesTests {
  private let corpus: GoldTimelineTests
  private let timeline: Timeline

  init() throws {
    corpus = try GoldTimelineTests()
    timeline = Timeline(store: try TimelineStore.inMemory(), extractor: corpus.extractor)
    for article in corpus.corpus.articles { try timeline.add(article) }
  }

  private func day(_ iso: String) -> DayNumber { CivilDate(iso: iso)?.number ?? DayNumber(0) }

  private func kinds(_ first: String, _ last: String, about: String) throws -> Set<ClaimChange.Kind> {
    let query = ClaimQuery(now: day(last), about: about)
    return Set(try timeline.changes(from: day(first), to: day(last), matching: query).map(\.kind))
  }

  @Test func aMeetingIsNewContradictedMovedAndHeld() throws {
    #expect(try kinds("2026-05-13", "2026-05-14", about: "\"preparations\"").contains(.new))
    let changes = try timeline.changes(
      from: day("2026-05-14"), to: day("2026-05-15"), matching: ClaimQuery(now: day("2026-05-15")))
    #expect(changes.contains { $0.kind == .contradicted })
    let moved = try timeline.changes(
      from: day("2026-05-15"), to: day("2026-05-22"), matching: ClaimQuery(now: day("2026-05-22")))
    #expect(moved.contains { $0.kind == .moved && $0.after.moves.contains { $0.days == 11 } })
    let held = try timeline.changes(
      from: day("2026-05-22"), to: day("2026-06-05"), matching: ClaimQuery(now: day("2026-06-05")))
    #expect(held.contains { $0.kind == .happened && $0.after.moves.contains { $0.days == 11 } })
  }

  @Test func aDayThatPassesInSilenceMakesItOverdue() throws {
    let quiet = try timeline.changes(
      from: day("2026-05-15"), to: day("2026-05-20"), matching: ClaimQuery(now: day("2026-05-20")))
    #expect(!quiet.isEmpty)
    #expect(quiet.allSatisfy { $0.kind == .overdue })
    #expect(
      try timeline.changes(
        from: day("2026-05-20"), to: day("2026-05-21"), matching: ClaimQuery(now: day("2026-05-21"))
      ).isEmpty)
  }

  @Test func copiesAreNoIndependentOrigin() throws {
    let claims = try timeline.claims(matching: ClaimQuery(now: day("2026-06-05"), links: [.derived]))
    #expect(!claims.isEmpty)
    #expect(claims.allSatisfy { $0.origins <= $0.articles })
    #expect(claims.contains { $0.origins < $0.articles })
  }

  @Test func aTrackRecordAddsUp() throws {
    var records = TrackRecords(by: .outlet)
    for claim in try timeline.claims(matching: ClaimQuery(now: day("2026-06-05"))) { records.add(claim) }
    let all = records.all
    #expect(all.count > 5)
    for record in all {
      let parts =
        record.kept + record.late + record.moved + record.missed + record.cancelled + record.overdue
        + record.open
      #expect(parts == record.made, "\(record.name)")
    }
    #expect(
      all.contains { $0.kept > 0 } && all.contains { $0.moved > 0 } && all.contains { $0.cancelled > 0 })
  }
}

extension ClaimQuery {
  fileprivate init(now: DayNumber, links: Set<Link.Kind>) {
    self.init(now: now)
    self.links = links
  }
}
