package import TimelineDates

/// What the mentions of one event add up to: how each stands to those before it, which date stands, and
/// what came of it.
///
/// A pure function of the mentions, whatever order they are given in. The history as of a day is that
/// of the mentions published by then.
package struct ClaimHistory: Sendable {
  /// The mentions in order of publication.
  package private(set) var sightings: [Sighting] = []
  /// For each of ``sightings``; ``Link/to`` is a mention's ``MentionTraits/id``.
  package private(set) var links: [Link] = []
  /// The mention whose date stands: an index into ``sightings``.
  package private(set) var standing = 0
  /// What came of it. What was not done, where nobody had said that it would be, is a fact like any other.
  package var outcome: Outcome? { told == .missed && known.first(.plan) == nil ? .happened : told }

  package enum Outcome: String, Hashable, Sendable {
    case happened, missed, cancelled
  }

  /// What the mentions tell of the outcome.
  private var told: Outcome?
  /// Mentions whose date was called off or given up.
  private var withdrawn: Set<Int> = []
  private var known = KnownPeriods()
  private var citations = Citations()

  package init(_ unordered: [Sighting]) {
    for sighting in unordered.sorted(by: Sighting.isEarlier) { append(sighting) }
  }

  /// Reads on with mentions that come after all that were read.
  ///
  /// - Returns: Whether they do; where not, nothing is changed and the history must be made anew.
  package mutating func extend(with later: [Sighting]) -> Bool {
    let sorted = later.sorted(by: Sighting.isEarlier)
    if let last = sightings.last, let first = sorted.first, !Sighting.isEarlier(last, first) { return false }
    for sighting in sorted { append(sighting) }
    return true
  }

  private mutating func append(_ sighting: Sighting) {
    sightings.append(sighting)
    read(sightings.count - 1)
    known.add(sightings.count - 1, sighting)
    let mention = sighting.mention
    if mention.stance == .plan, mention.isDeadline || [.demanded, .promised].contains(mention.modality) {
      isUndertaking = true
    }
  }

  /// Whether any mention sets the event as a deadline, or as what someone must do or has promised.
  private var isUndertaking = false

  /// The last day on which the event can take place as it stands; nil where none is given.
  package var due: DayNumber? {
    sightings.indices.contains(standing) ? sightings[standing].mention.due : nil
  }

  /// How the event stands at the end of a day.
  package func status(on day: DayNumber) -> Status {
    StatusRule.status(
      outcome: outcome,
      lastDay: sightings.indices.contains(standing) ? sightings[standing].mention.period?.lastDay : nil,
      due: due, on: day)
  }
}

/// The status of an event on a day, from what is known of it.
///
/// Where the claim sets no due day (`after 1 March`, `not before June`), the last day of the time that it
/// names counts: from then on it is awaited, and not for ever to come.
package enum StatusRule {
  package static func status(
    outcome: ClaimHistory.Outcome?, lastDay: DayNumber?, due: DayNumber?, on day: DayNumber
  ) -> Status {
    switch outcome {
    case .happened: .happened
    case .missed: .missed
    case .cancelled: .cancelled
    case nil: lastDay.map { (due ?? $0) < day ? .overdue : .upcoming } ?? .undated
    }
  }
}

// MARK: - Reading one mention after the other

extension ClaimHistory {
  private mutating func read(_ index: Int) {
    let mention = sightings[index].mention
    guard index > 0 else {
      links.append(Link(kind: .first, reason: Reason.first))
      switch (mention.stance, mention.modality) {
      case (.done, _): told = .happened
      case (.off, .happened):
        told = .missed
        withdrawn.insert(0)
      case (.off, _):
        // Called off, or not to take place: nothing is awaited on that date.
        told = .cancelled
        withdrawn.insert(0)
      case (.plan, _): break
      }
      return
    }
    switch mention.stance {
    case .done: readDone(index)
    case .off: readOff(index)
    case .plan: readPlan(index)
    }
  }

  private mutating func readDone(_ index: Int) {
    if let earlier = known.first(fitting: sightings[index], .done) {
      link(index, repeats: earlier)
      return
    }
    let isPlanStanding = stance(standing) == .plan
    let target =
      isPlanStanding && fit(standing, index) != .apart
      ? standing
      : known.last(fitting: sightings[index], .plan)
        ?? (isPlanStanding ? standing : known.last(.plan))
    guard let target else {
      link(index, .revision, 0, Reason.otherDate(days: moved(0, index)))
      return
    }
    told = .happened
    // Done on another day than planned: the date is revised, and the event took place all the same.
    let kind: Link.Kind = fit(target, index) == .apart ? .revision : .outcomeConfirmed
    link(index, kind, target, Reason.confirmed(days: offset(index, target)))
    if sightings[index].mention.period != nil { standing = index }
  }

  private mutating func readOff(_ index: Int) {
    let mention = sightings[index].mention
    if let earlier = known.first(fitting: sightings[index], .off),
      mention.modality != .cancelled || links[earlier].kind != .conflict || planThatFits(index) == nil
    {
      link(index, repeats: earlier)
      return
    }
    if stance(standing) == .done, standing < index, fit(standing, index).isTogether,
      contradicts(index, standing)
    {
      link(index, .conflict, standing, Reason.denied)
      return
    }
    guard let target = planThatFits(index) else {
      if isDenial(index) {
        // That nobody will meet then moves no date.
        link(index, .same, standing, Reason.ruledOut)
      } else if let earlier = known.first(.off) {
        link(index, .revision, earlier, Reason.otherDate(days: moved(earlier, index)))
      } else if mention.period == nil, mention.modality == .cancelled {
        close(index, standing, .outcomeCancelled, Reason.calledOff)
      } else {
        link(index, .revision, standing, Reason.formerDate)
      }
      withdrawn.insert(index)
      return
    }
    withdrawn.insert(index)
    if mention.isDoubt {
      link(index, .conflict, target, Reason.doubted)
      return
    }
    if mention.modality != .cancelled, contradicts(index, target) {
      link(index, .conflict, target, Reason.denied)
      return
    }
    if mention.modality == .happened, let due = sightings[target].mention.due,
      due < sightings[index].published
        || mention.period.map({ $0.lastDay <= sightings[index].published }) == true
    {
      close(index, target, .outcomeMissed, Reason.missed)
    } else {
      close(index, target, .outcomeCancelled, Reason.calledOff)
    }
  }

  private mutating func readPlan(_ index: Int) {
    let mention = sightings[index].mention
    guard mention.period != nil else {
      if told == .missed { told = nil }  // still awaited
      link(index, .same, standing, Reason.undated)
      return
    }
    switch fit(standing, index) {
    case .together where !withdrawn.contains(standing):
      link(index, repeats: standing)
      if told == nil, isNarrower(index, than: standing) { standing = index }
      return
    case .together where isDenial(standing):
      // Nobody has called it off: one says that it will be, another that it will not.
      link(index, .conflict, standing, Reason.affirmed)
      if !isFresh(standing, index) {
        standing = index
        if told == .cancelled { told = nil }
      }
      return
    case .together:
      link(index, repeats: standing)
      return
    case .open:
      link(index, .same, standing, Reason.dated)
      standing = index
      return
    case .apart: break
    }
    if stance(standing) == .done {
      if let plan = planThatFits(index) {
        link(index, repeats: plan)
      } else {
        link(index, .same, standing, Reason.formerDate)
      }
      return
    }
    if let former = formerDate(index) {
      link(index, repeats: former)
      return
    }
    if let earlier = earlierDeadline(index) {
      link(index, .revision, earlier, Reason.moved(days: moved(earlier, index)))
      withdrawn.insert(earlier)
      if standing == earlier { standing = index }
      return
    }
    if contradicts(index, standing) {
      link(index, .conflict, standing, Reason.disputed(days: moved(standing, index)))
      return
    }
    link(index, .revision, standing, Reason.moved(days: moved(standing, index)))
    withdrawn.insert(standing)
    standing = index
    told = nil
  }

  /// The deadline that the same words set before this one (`first by 20 December, then by New Year's Eve`).
  private func earlierDeadline(_ index: Int) -> Int? {
    let (one, two) = (sightings[index - 1], sightings[index])
    guard one.mention.stance == .plan else { return nil }
    let isOne = one.article.key == two.article.key && one.mention.trigger == two.mention.trigger
    return isOne && one.mention.isDeadline && two.mention.isDeadline ? index - 1 : nil
  }

  /// The mention that an article recalls after it has given the newer date; nil where it does not.
  private func formerDate(_ index: Int) -> Int? {
    let isOfOneArticle = sightings[standing].article.key == sightings[index].article.key
    let isOlder = sightings[index].mention.stated.map { $0 < sightings[standing].published } ?? false
    return isOfOneArticle || isOlder ? known.last(fitting: sightings[index], nil) : nil
  }

  private mutating func close(_ index: Int, _ target: Int, _ kind: Link.Kind, _ reason: String) {
    link(index, kind, target, reason)
    withdrawn.formUnion(known.all(fitting: sightings[index], .plan))
    if stance(target) == .plan { withdrawn.insert(target) }
    guard withdrawn.contains(standing), told != .happened else { return }
    // What was undertaken or demanded by a day is awaited still when it was not done by then.
    told = kind == .outcomeCancelled ? .cancelled : isUndertaking ? nil : .missed
  }
}

// MARK: - Comparing

extension ClaimHistory {
  private func stance(_ index: Int) -> MentionTraits.Stance { sightings[index].mention.stance }

  private func fit(_ one: Int, _ two: Int) -> PeriodFit {
    PeriodFit(
      sightings[one].mention, published: sightings[one].published, sightings[two].mention,
      published: sightings[two].published)
  }

  /// The plan that a mention speaks of by its date: the standing one, else the newest.
  private func planThatFits(_ index: Int) -> Int? {
    let plan =
      stance(standing) == .plan && standing < index && fit(standing, index) != .apart
      ? standing : known.last(fitting: sightings[index], .plan)
    // An earliest time leaves every later one open: to give one of them up takes nothing back of it.
    guard let plan, sightings[index].mention.modality != .cancelled || !sightings[plan].mention.isEarliest
    else { return nil }
    return plan
  }

  /// Whether a mention says that the event will not take place, and not that it was called off or missed.
  private func isDenial(_ index: Int) -> Bool {
    let mention = sightings[index].mention
    return mention.stance == .off && mention.modality != .cancelled && mention.modality != .happened
  }

  /// Whether two mentions are published within two days of each other.
  private func isFresh(_ one: Int, _ two: Int) -> Bool {
    abs(sightings[two].published - sightings[one].published) <= 2
  }

  /// Whether a mention is published within two days of another that is still maintained, by another source: the
  /// outlet itself where none is named.
  private func contradicts(_ index: Int, _ other: Int) -> Bool {
    let (one, two) = (sightings[other], sightings[index])
    guard isFresh(index, other), !withdrawn.contains(other) else { return false }
    guard let mine = one.mention.source, let theirs = two.mention.source else {
      let isOfOneOutlet = one.article.outlet?.isEmpty == false && one.article.outlet == two.article.outlet
      return one.mention.source != two.mention.source || one.article.key != two.article.key && !isOfOneOutlet
    }
    return mine.likeness(to: theirs) < 0.6
  }

  /// Whether a mention gives the date more closely than another.
  private func isNarrower(_ index: Int, than other: Int) -> Bool {
    guard let period = sightings[index].mention.period, let known = sightings[other].mention.period
    else { return false }
    let isDeadline = (sightings[index].mention.isDeadline, sightings[other].mention.isDeadline)
    if isDeadline.0 != isDeadline.1 { return isDeadline.1 && period.lastDay <= known.lastDay }
    return period.dayCount < known.dayCount
  }

  /// Days from one due day to another.
  private func moved(_ from: Int, _ to: Int) -> Int? {
    guard let old = sightings[from].mention.due, let new = sightings[to].mention.due else { return nil }
    return new - old
  }

  /// By how many days a report lies past the due day, or before the first day where negative; nil where it does neither.
  private func offset(_ index: Int, _ plan: Int) -> Int? {
    guard let done = sightings[index].mention.period else { return nil }
    if let due = sightings[plan].mention.due, done.firstDay > due { return done.firstDay - due }
    guard !sightings[plan].mention.isDeadline, let first = sightings[plan].mention.period?.firstDay,
      done.lastDay < first
    else { return nil }
    return done.lastDay - first
  }

  private mutating func link(_ index: Int, _ kind: Link.Kind, _ to: Int, _ reason: String) {
    links.append(Link(kind: kind, to: sightings[to].mention.id, reason: reason))
  }

  /// Links a mention to one that says the same: derived where it leans on it.
  private mutating func link(_ index: Int, repeats other: Int) {
    // What others said first may be what it leans on.
    let origins = known.nearest(to: sightings[index], in: sightings)
    if let origin = origins.first(where: { isDerived(index, from: $0) }) {
      link(index, .derived, origin, Reason.derived)
    } else {
      link(index, .same, other, Reason.same(sightings[other].mention.period, sightings[index].mention.period))
    }
  }

  /// Whether a mention rests on another: its sentence or its source names the other's outlet; or its article
  /// quotes the same source in the same words, or cites that outlet, and its source is whom the outlet quotes.
  private mutating func isDerived(_ index: Int, from other: Int) -> Bool {
    let (mention, article) = (sightings[index].mention, sightings[index].article)
    let origin = sightings[other]
    guard article.key != origin.article.key else { return false }
    let isOwn = article.outlet?.isEmpty == false && article.outlet == origin.article.outlet
    if !isOwn, mention.repeats(origin.mention) { return true }
    if let outlet = origin.article.outlet, outlet != article.outlet, mention.names(outlet) { return true }
    // What an article tells without a source it tells by itself, whomever it cites elsewhere.
    guard let source = mention.source else { return false }
    // The same words of the same speaker.
    if !isOwn, let theirs = origin.mention.source, source.likeness(to: theirs) >= 0.6,
      article.sharesQuotation(with: origin.article)
    {
      return true
    }
    if let outlet = origin.article.outlet, source.likeness(to: outlet) >= 0.9 || outlet.isNamed(by: source) {
      return true
    }
    guard citations.cites(article, origin.article) else { return false }
    if PairScore.overlap(mention.words, origin.mention.words) >= 0.6 { return true }
    // `the newspaper`, where the text names it before.
    if !source.hasProper, source.words.last.map(TrackingWords.english.outlets.contains) == true {
      return true
    }
    return origin.mention.source.map { source.likeness(to: $0) >= 0.6 } ?? false
  }
}

extension MentionTraits {
  /// Whether its sentence is another's, nearly word by word: copied, or from one release.
  func repeats(_ other: MentionTraits) -> Bool {
    sentence == other.sentence
      || min(words.count, other.words.count) >= 8
        && PairScore.overlap(words, other.words) >= 0.9
  }
}
