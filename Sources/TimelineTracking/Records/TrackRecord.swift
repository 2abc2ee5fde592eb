import TimelineClaims

/// What became of the claims that one source, or one outlet, made: how far its dates can be relied on.
///
/// A claim counts once for each who made it, by the last date that they gave. Reports of what is done are
/// no claims here, for they foretell nothing.
public struct TrackRecord: Hashable, Sendable {
  public var name: String
  public var made = 0
  /// Came about by the day that was named.
  public var kept = 0
  /// Came about after it.
  public var late = 0
  /// Another date stands in its place.
  public var moved = 0
  public var missed = 0
  public var cancelled = 0
  /// The day is past, and nothing is known.
  public var overdue = 0
  public var open = 0

  public init(name: String) {
    self.name = name
  }

  /// Of what was decided, the share that came about by the day named, 0 through 1; nil where nothing is.
  public var keptShare: Double? {
    let decided = kept + late + moved + missed + cancelled
    return decided > 0 ? Double(kept) / Double(decided) : nil
  }
}

/// Adds up the records of sources or outlets over many claims.
public struct TrackRecords: Sendable {
  public enum Maker: String, Hashable, Sendable, CaseIterable {
    case source, outlet
  }

  private let maker: Maker
  private var records: [String: TrackRecord] = [:]

  public init(by maker: Maker) {
    self.maker = maker
  }

  public mutating func add(_ claim: TrackedClaim) {
    var last: [String: Mention] = [:]
    for linked in claim.mentions {
      let mention = linked.mention
      let isForecast = ![.happened, .cancelled].contains(mention.claim.modality) && !mention.claim.isNegated
      guard isForecast, mention.claim.period != nil, let name = name(of: mention) else { continue }
      last[name] = mention
    }
    for (name, mention) in last { count(mention, of: claim, for: name) }
  }

  private func name(of mention: Mention) -> String? {
    switch maker {
    case .source: mention.claim.source
    case .outlet: mention.article.outlet
    }
  }

  private mutating func count(_ mention: Mention, of claim: TrackedClaim, for name: String) {
    var record = records[name] ?? TrackRecord(name: name)
    record.made += 1
    let isLater = claim.moves.contains { move in
      claim.mentions[move.mention].mention.article.published.instant > mention.article.published.instant
    }
    switch claim.status {
    case .happened:
      let done = claim.current?.modality == .happened ? claim.current?.period?.firstDay : nil
      if isLater {
        record.moved += 1
      } else if let done, let due = mention.claim.lastDay, done > due {
        record.late += 1
      } else {
        record.kept += 1
      }
    case .missed: record.missed += 1
    case .cancelled: record.cancelled += 1
    case .superseded: record.moved += 1
    case .overdue: if isLater { record.moved += 1 } else { record.overdue += 1 }
    case .upcoming, .undated: if isLater { record.moved += 1 } else { record.open += 1 }
    }
    records[name] = record
  }

  /// The records, those with most claims first.
  public var all: [TrackRecord] {
    records.values.sorted { ($1.made, $0.name) < ($0.made, $1.name) }
  }
}
