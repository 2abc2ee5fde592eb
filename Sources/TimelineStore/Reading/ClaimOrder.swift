import TimelineDates

/// What a claim is sorted by; claims without a date come last.
struct ClaimOrder {
  var first: Int?
  var last: Int?
  var due: Int?
  var published = 0
  var mentions = 0
  var title = ""
  var rank = 0.0
  var id: Int64 = 0

  /// The same order in SQL, over `claim c`, its standing mention `s` and, for relevance, `r.rank`.
  static func sql(_ order: ClaimQuery.Order, isReversed: Bool, isSearched: Bool) -> String {
    let down = isReversed ? " DESC" : ""
    let up = isReversed ? "" : " DESC"
    let byDate = "c.first_day\(down), c.last_day\(down), c.id\(down)"
    return switch order {
    // Plain columns, so that the index gives the order; in SQLite nulls come first when ascending.
    case .date where !isReversed: "c.first_day NULLS LAST, c.last_day, c.id"
    case .date: "c.first_day DESC, c.last_day DESC, c.id DESC"
    case .due: "coalesce(c.due_day, c.last_day)\(down) NULLS LAST, c.id\(down)"
    case .published: "c.last_published\(down), c.id\(down)"
    case .mentions: "c.mentions\(up), c.id\(down)"
    case .title: "coalesce(c.name, s.title) COLLATE NOCASE\(down), c.id\(down)"
    case .relevance: isSearched ? "r.rank\(down), c.id\(down)" : byDate
    }
  }

  /// What the mentions `m` of a claim must allow for it to come no later than another; nil where they tell
  /// nothing of it. The due day lies a day before the first day at the earliest.
  static func bound(_ last: ClaimOrder, _ order: ClaimQuery.Order, isReversed: Bool) -> String? {
    switch (order, isReversed) {
    case (.date, false): last.first.map { "min(m.first_day) <= \($0)" }
    case (.date, true): last.first.map { "max(m.first_day) >= \($0)" }
    case (.due, false): (last.due ?? last.last).map { "min(m.first_day) <= \($0 + 1)" }
    case (.due, true): (last.due ?? last.last).map { "max(m.last_day) >= \($0)" }
    default: nil
    }
  }

  static func isBefore(_ one: ClaimOrder, _ two: ClaimOrder, _ order: ClaimQuery.Order, isReversed: Bool)
    -> Bool
  {
    let (one, two) = isReversed ? (two, one) : (one, two)
    // Without a date last, whichever way round.
    let none = isReversed ? Int.min : Int.max
    switch order {
    case .date:
      return (one.first ?? none, one.last ?? none, one.id) < (two.first ?? none, two.last ?? none, two.id)
    case .due: return (one.due ?? one.last ?? none, one.id) < (two.due ?? two.last ?? none, two.id)
    case .published: return (one.published, one.id) < (two.published, two.id)
    case .mentions: return (two.mentions, one.id) < (one.mentions, two.id)
    case .title: return (one.title.lowercased(), one.id) < (two.title.lowercased(), two.id)
    case .relevance:
      return (one.rank, one.first ?? none, one.id) < (two.rank, two.first ?? none, two.id)
    }
  }
}
