package import TimelineClaims
package import TimelineDates
package import TimelineTimes
package import TimelineTracking

/// Values for tests, each with what the test does not care about filled in.
package enum Fixtures {
  /// The day that an ISO date names; 1970-01-01 for anything else, which then shows in the test.
  package static func day(_ iso: String) -> DayNumber { CivilDate(iso: iso)?.number ?? DayNumber(0) }

  package static func time(_ iso: String) -> DocumentTime {
    DocumentTime(iso: iso) ?? DocumentTime(day: DayNumber(0))
  }

  package static func days(_ first: String, _ last: String, _ grain: Grain = .day) -> Period {
    Period(days: day(first), through: day(last), grain: grain)
  }

  /// A claim whose quote begins at offset 100 and holds `trigger` and `time`.
  package static func claim(
    title: String = "Three governments meet",
    quote: String = "They plan to meet next week in Geneva or Doha.",
    trigger: String = "meet", time: String? = "next week", resolution: Resolution? = nil,
    period: Period? = nil,
    zone: String? = nil, relation: Relation = .on, modality: Modality = .scheduled, isNegated: Bool = false,
    source: String? = nil, stated: Period? = nil, places: [String] = [], alternatives: Bool = false,
    actors: [String] = []
  ) -> Claim {
    let reading = period.map {
      Reading(
        period: $0, zone: zone,
        steps: ["the week that holds the publication is 2026-W20", "the week after it"])
    }
    return Claim(
      trigger: passage(trigger, in: quote), event: trigger, time: time.map { passage($0, in: quote) },
      term: nil, resolution: resolution ?? reading.map { .resolved($0) }, relation: relation,
      modality: modality,
      isNegated: isNegated, source: source, stated: stated, actors: actors, places: places,
      placesAreAlternatives: alternatives,
      quote: Passage(text: quote, span: 100..<(100 + quote.unicodeScalars.count)),
      title: title, evidence: ["scheduled: “plan to”"])
  }

  /// Where the words first stand in the quote.
  package static func passage(_ words: String, in quote: String) -> Passage {
    let scalars = Array(quote.unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    let start = scalars.indices.first { scalars[$0...].starts(with: wanted) } ?? 0
    return Passage(text: words, span: (100 + start)..<(100 + start + wanted.count))
  }

  package static func mention(
    _ claim: Claim, id: Int64 = 1, key: String = "dip-1", outlet: String? = "The Meridian Post",
    title: String? = "Three governments plan a meeting", url: String? = nil, published: String = "2026-05-14",
    link: Link = Link(kind: .first, reason: "the first report")
  ) -> LinkedMention {
    LinkedMention(
      mention: Mention(
        id: id,
        article: ArticleReference(
          key: key, outlet: outlet, title: title, url: url, published: time(published)),
        claim: claim),
      link: link)
  }

  package static func tracked(
    _ mentions: [LinkedMention], id: Int64 = 7, standing: Int = 0, status: Status = .upcoming,
    verdict: Verdict? = nil
  ) -> TrackedClaim {
    TrackedClaim(
      id: id, uid: "0f0e0d0c-0000-4000-8000-00000000000\(id)@timeline", mentions: mentions,
      standing: standing,
      status: status, verdict: verdict)
  }

  /// One claim told once.
  package static func tracked(_ claim: Claim, id: Int64 = 7, status: Status = .upcoming) -> TrackedClaim {
    tracked([mention(claim)], id: id, status: status)
  }
}
