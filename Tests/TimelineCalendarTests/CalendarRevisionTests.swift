import Testing
import TimelineClaims
import TimelineDates
import TimelineTestSupport
import TimelineTracking

/// Names, sequence numbers and stamps of entries whose claims have changed.
@Suite("Revisions of entries")
struct CalendarRevisionTests: CalendarReading {
  @Test func aMovedClaimKeepsItsNameAndSaysHowFarItMoved() {
    let claims = [("2026-05-18", "2026-05-20"), ("2026-06-01", "2026-06-03"), ("2026-05-25", "2026-05-27")]
      .map { Fixtures.claim(title: "T", period: Fixtures.days($0.0, $0.1)) }
    let mentions = [
      Fixtures.mention(claims[0], key: "a", published: "2026-05-01"),
      Fixtures.mention(
        claims[0], id: 2, key: "b", published: "2026-05-02",
        link: Link(kind: .same, to: 1, reason: "the same")),
      Fixtures.mention(
        claims[1], id: 3, key: "c", published: "2026-05-10",
        link: Link(kind: .revision, to: 1, reason: "moved")),
      Fixtures.mention(
        claims[2], id: 4, key: "d", published: "2026-05-12",
        link: Link(kind: .revision, to: 3, reason: "moved")),
    ]
    let states = [1, 2, 3, 4].map {
      Fixtures.tracked(Array(mentions.prefix($0)), standing: [0, 0, 2, 3][$0 - 1])
    }
    #expect(Set(states.map { value("UID", $0) }).count == 1)
    #expect(states.map { value("SEQUENCE", $0) } == ["0", "0", "1", "2"])
    #expect(
      states.map { value("LAST-MODIFIED", $0) } == [
        "20260501T000000Z", "20260502T000000Z", "20260510T000000Z", "20260512T000000Z",
      ])
    #expect(states.map { value("SUMMARY", $0) } == ["T", "T", "[MOVED +14d] T", "[MOVED +7d] T"])
    #expect(
      states.map { value("DTSTART", $0) } == [
        "VALUE=DATE:20260518", "VALUE=DATE:20260518", "VALUE=DATE:20260601", "VALUE=DATE:20260525",
      ])
    let description = value("DESCRIPTION", states[3]) ?? ""
    #expect(
      description.contains("History:\\n- 2026-05-01\\, The Meridian Post: the first report (on 2026-05-18"))
    #expect(description.contains("moved (on 2026-06-01 to 2026-06-03)"))
  }

  @Test func aCloserDateAnOutcomeAndADecisionAreRevisions() {
    let week = Fixtures.claim(period: Fixtures.days("2026-05-18", "2026-05-24"))
    let day = Fixtures.claim(period: Fixtures.days("2026-05-20", "2026-05-20"))
    var mentions = [Fixtures.mention(week, key: "a")]
    mentions.append(
      Fixtures.mention(day, id: 2, key: "b", link: Link(kind: .same, to: 1, reason: "the same")))
    #expect(value("SEQUENCE", Fixtures.tracked(mentions, standing: 1)) == "1")
    mentions.append(
      Fixtures.mention(
        day, id: 3, key: "c", link: Link(kind: .outcomeCancelled, to: 2, reason: "called off")))
    let cancelled = Fixtures.tracked(mentions, standing: 1, status: .cancelled)
    #expect(value("SEQUENCE", cancelled) == "2")
    var decided = cancelled
    decided.verdict = Verdict(status: .happened, note: "I was there", day: Fixtures.day("2026-05-21"))
    decided.name = "The meeting"
    #expect(value("SEQUENCE", decided) == "4")
    #expect(value("LAST-MODIFIED", decided) == "20260521T000000Z")
    #expect(value("DESCRIPTION", decided)?.contains("Settled: happened on 2026-05-21\\, I was there") == true)
  }

  @Test func laterVersionsOfAnArticleAreRevisions() {
    func tracked(_ versions: [Int], day: String, revised: String?) -> TrackedClaim {
      let claim = Fixtures.claim(title: "T", period: Fixtures.days(day, day))
      return Fixtures.tracked(
        versions.enumerated().map { index, version in
          var linked = Fixtures.mention(
            claim, id: Int64(index + 1), key: index == 0 ? "a" : "b",
            link: index == 0
              ? Link(kind: .first, reason: "the first report") : Link(kind: .same, to: 1, reason: "the same"))
          linked.mention.article.version = version
          linked.mention.article.revised = version == 1 ? nil : revised.map(Fixtures.day)
          return linked
        })
    }
    let states = [
      tracked([1], day: "2026-06-12", revised: nil),
      tracked([2], day: "2026-06-19", revised: "2026-05-20"),
      // Published again under its first day.
      tracked([3], day: "2026-06-19", revised: "2026-05-01"),
      tracked([3, 2], day: "2026-06-19", revised: "2026-05-21"),
    ]
    #expect(Set(states.map { value("UID", $0) }).count == 1)
    #expect(states.map { value("SEQUENCE", $0) } == ["0", "1", "2", "3"])
    #expect(
      states.map { value("LAST-MODIFIED", $0) } == [
        "20260514T000000Z", "20260520T000000Z", "20260514T000000Z", "20260521T000000Z",
      ])
    #expect(states.map { value("CREATED", $0) } == Array(repeating: "20260514T000000Z", count: 4))
  }
}
