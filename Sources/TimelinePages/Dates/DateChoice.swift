public import TimelineDates

/// Which of the candidates is the publication, and what is doubtful about it.
public struct DateChoice: Hashable, Sendable, Codable {
  /// All candidates, the most trusted first; of very many the first forty.
  public var candidates: [DateCandidate]
  /// The index of the chosen one; nil where none is fit.
  public var chosen: Int?
  /// The last change, where the page tells one that is later than its publication.
  public var modified: DocumentTime?
  public var warnings: [Warning]

  public enum Warning: Hashable, Sendable, Codable {
    /// Candidates for the publication lie more than a day apart; these are the first and the last.
    case apart(DocumentTime, DocumentTime)
    /// A candidate after the day that counts as today; it is not chosen.
    case future(DocumentTime)
    /// A candidate before there were pages; it is not chosen.
    case beforeTheWeb(DocumentTime)
    /// Nothing but a change's date was found.
    case onlyModified
  }

  public var published: DocumentTime? { chosen.map { candidates[$0].time } }

  /// The first page was put on the web in the summer of 1991.
  static let firstYear = 1991
  /// More candidates tell nothing more.
  static let limit = 40

  /// - Parameter now: Later dates are not chosen; nil takes any.
  package init(_ found: [DateCandidate], now: DocumentTime? = nil) {
    var found = found
    DateChoice.settleAmbiguous(&found)
    DateChoice.settleZones(&found)
    DateChoice.confirm(&found)
    var warnings: [Warning] = []
    var fit: [DateCandidate] = []
    var unfit: [DateCandidate] = []
    for candidate in found {
      if CivilDate(candidate.time.day).year < DateChoice.firstYear, candidate.source != .given {
        warnings.append(.beforeTheWeb(candidate.time))
        unfit.append(candidate)
      } else if let now, candidate.time.isFuture(at: now) {
        warnings.append(.future(candidate.time))
        unfit.append(candidate)
      } else {
        fit.append(candidate)
      }
    }
    fit = fit.enumerated()
      .sorted { ($1.element.rank, $0.offset) < ($0.element.rank, $1.offset) }.map(\.element)
    candidates = Array((fit + unfit).prefix(DateChoice.limit))
    chosen = fit.first.map { $0.rank >= DateRank.least } == true ? 0 : nil
    let published = fit.filter { $0.role == .published && $0.rank >= DateRank.doubtful }.map(\.time)
    if let first = published.min(by: { $0.instant < $1.instant }),
      let last = published.max(by: { $0.instant < $1.instant }), last.day - first.day > 1
    {
      warnings.append(.apart(first, last))
    }
    if let chosen, candidates[chosen].role == .modified { warnings.append(.onlyModified) }
    self.warnings = DateChoice.once(warnings)
    modified = nil
    if let published = self.published {
      let changes = fit.filter { $0.role == .modified && $0.time.instant > published.instant }
      // Of several that name one day, one with the clock time.
      let same = changes.filter { $0.time.day == changes[0].time.day }
      modified =
        (same.first { $0.time.offset != nil } ?? same.first { $0.time.second != nil } ?? changes.first)?.time
    }
  }

  /// Day and month change places where only so the date is one that other candidates name for certain.
  private static func settleAmbiguous(_ found: inout [DateCandidate]) {
    let certain = Set(found.filter { !$0.isAmbiguous }.map(\.time.day))
    for index in found.indices where found[index].isAmbiguous && !certain.contains(found[index].time.day) {
      let time = found[index].time
      let date = CivilDate(time.day)
      guard let other = CivilDate(year: date.year, month: date.day, day: date.month),
        certain.contains(other.number)
      else { continue }
      found[index].time = DocumentTime(day: other.number, second: time.second, offset: time.offset)
    }
  }

  /// Moments in UTC that fall on the day before or after the one that readers see, or else that of the address,
  /// become that day: programs store UTC, pages and addresses show the outlet's clock.
  private static func settleZones(_ found: inout [DateCandidate]) {
    let seen = found.filter {
      $0.source == .dateline && $0.role == .published && !$0.isAmbiguous && $0.rank >= DateRank.classed
    }
    let visible = seen.max { $0.rank < $1.rank }
    guard let shown = (visible ?? found.first { $0.source == .address })?.time else { return }
    // Drafts have their address from the day before: for it, no clock further west than the Pacific coast's.
    let hours = visible == nil ? -8...14 : -12...14
    for index in found.indices where found[index].role == .published && found[index].source != .dateline {
      let time = found[index].time
      guard time.offset == 0, abs(time.day - shown.day) == 1 else { continue }
      guard let offset = offset(of: time, showing: shown), hours.contains(offset / 60) else { continue }
      let local = time.localTime + offset * 60
      found[index].time = DocumentTime(day: local.day, second: local.secondOfDay, offset: offset)
    }
  }

  /// The offset, in minutes, with which a moment in UTC is what a page shows: by the clock time where it shows
  /// one, else the smallest whole hours that reach its day. Clocks go from UTC-12 through UTC+14.
  private static func offset(of time: DocumentTime, showing shown: DocumentTime) -> Int? {
    let moment = time.localTime.seconds
    if shown.second != nil {
      let distance = Int(shown.localTime.seconds - moment)
      let quarters = Int((Double(distance) / 900).rounded())
      guard abs(distance - quarters * 900) < 60, (-48...56).contains(quarters) else { return nil }
      return quarters * 15
    }
    let start = LocalTime(shown.day).seconds
    let hours =
      shown.day > time.day ? Int((start - moment + 3599) / 3600) : -Int((moment - start - 86_400) / 3600 + 1)
    return (-12...14).contains(hours) ? hours * 60 : nil
  }

  /// Where several sources name one day, each is trusted a little more.
  private static func confirm(_ found: inout [DateCandidate]) {
    var sources: [DayNumber: Set<DateCandidate.Source>] = [:]
    for candidate in found where candidate.role == .published {
      sources[candidate.time.day, default: []].insert(candidate.source)
    }
    for index in found.indices where found[index].source != .given && found[index].role == .published {
      let others = (sources[found[index].time.day]?.count ?? 1) - 1
      found[index].rank = min(found[index].rank + 3 * others, 99)
    }
  }

  private static func once(_ warnings: [Warning]) -> [Warning] {
    var seen: Set<Warning> = []
    return warnings.filter { seen.insert($0).inserted }
  }
}

extension DateChoice.Warning: CustomStringConvertible {
  public var description: String {
    switch self {
    case .apart(let first, let last):
      "the page names publications on \(CivilDate(first.day)) and on \(CivilDate(last.day)); settle it with --published"
    case .future(let time): "\(time) lies in the future and is not taken for the publication"
    case .beforeTheWeb(let time): "\(time) lies before there were pages and is not taken for the publication"
    case .onlyModified: "only the day of a change is known; give that of the publication with --published"
    }
  }
}
