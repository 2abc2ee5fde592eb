import TimelineDates

/// Two plans of two articles that give dates which cannot both be true: whether they are of one event all the
/// same.
///
/// The people and the words are what joins them, for the date does not. The same people do many things of a kind
/// one after the other, so that all else must agree, and the first date must not have come yet.
struct Redating {
  /// The one published first, and the other.
  let one: MentionTraits
  let two: MentionTraits
  let published: (DayNumber, DayNumber)
  let score: PairScore

  /// Days by which a date is moved without a word of it: of what recurs among the same people, and of all else,
  /// where the event is nearer than that.
  private static let recurringShift = 10
  private static let shift = 45
  /// How much of their story the articles share at least.
  private static let leastStory = 0.25
  /// How much of the shorter sentence the other holds.
  private static let leastWording = 0.75

  /// Whether a later article gives a date closely where an earlier one had only a guess or the earliest time,
  /// of the same event by the same actors, or by the same source of the same place.
  var closesGuess: Bool {
    guard !one.isVague, !two.isVague, score.actors >= 0, let old = one.period, let new = two.period,
      !two.isEarliest, new.dayCount < old.dayCount
    else { return false }
    let isOfOneSource =
      (one.source.map { one in two.source.map { one.likeness(to: $0) >= 0.6 } } ?? nil) == true
    if one.isEarliest, isOfOneSource && score.places >= 0.9 || score.actors >= 0.9 && score.wording >= 0.4 {
      return true
    }
    let isGuess = one.modality == .expected || one.modality == .possible
    return isGuess && two.modality == .scheduled && old.dayCount > 31 && score.event == 1
      && score.actors >= 0.9
  }

  /// Whether the later article tells that the date was moved, and of the same event.
  var tellsMove: Bool {
    guard two.tellsMove, let due = one.due, published.1 <= due + 3 else { return false }
    return score.story >= 0.6 || isOfOneStory && score.actors >= 0.9 && subject >= 0.5 && !isOther
  }

  /// Whether nothing but the date tells the two apart.
  var tellsTheSame: Bool {
    guard isOfOneStory, score.event == 1, score.actors >= 0.9, subject >= Self.leastWording, !isOther,
      isNamed, !one.isEarliest, !two.isEarliest, one.isDeadline == two.isDeadline,
      let due = one.due, let new = two.due, published.1 <= due
    else { return false }
    let shift = abs(new - due)
    if TrackingWords.english.recurring.contains(one.event) {
      return shift <= Self.recurringShift && score.story >= 0.5
    }
    // What is told by the year is moved by years.
    let isCoarse = (one.period?.dayCount ?? 0) > 31
    return shift <= max(Self.shift, (isCoarse ? 2 : 1) * (due - published.0))
  }

  /// Whether the later article tells that what was planned took place, some days late.
  var tellsLate: Bool {
    guard score.story >= 0.6, score.actors >= 0.6 || score.actors > 0 && score.event == 1, !one.isVague,
      !two.isVague, !TrackingWords.english.recurring.contains(one.event), !differInKind, !one.isEarliest,
      let due = one.due, let done = two.period?.firstDay, done > due, published.1 >= due
    else { return false }
    return done - due <= max(Self.shift, due - published.0)
  }

  /// Whether it is of somebody or something with a name: of a dividend, of work on a contract every other article
  /// tells. Or the sentence is said over again, about another `tomorrow`.
  private var isNamed: Bool {
    one.actors.contains(where: \.hasProper) && two.actors.contains(where: \.hasProper)
      || one.sentence == two.sentence && score.story >= 0.6
  }

  private var isOfOneStory: Bool { score.story >= Self.leastStory }

  /// What the sentences share beside the date, 0 through 1 of the shorter one.
  private var subject: Double {
    let words = TrackingWords.english
    func rest(_ mention: MentionTraits) -> [UInt32] {
      mention.words.filter { !words.times.contains($0 & ~1) && !words.counts.contains($0 & ~1) }
    }
    func weight(_ words: [UInt32]) -> Int { words.reduce(0) { $0 + ($1 & 1 == 1 ? 2 : 1) } }
    let (mine, theirs) = (rest(one), rest(two))
    let size = min(weight(mine), weight(theirs))
    guard size > 2 else { return 0 }
    return Double(weight(mine.filter(theirs.contains))) / Double(size)
  }

  /// Whether each names what the other does not: other people or places, another kind (`presidential election`,
  /// `parliamentary election`), another of a row (`first round`, `second round`).
  private var isOther: Bool { differInNames || differInKind }

  fileprivate static func differ(_ one: [UInt32], _ two: [UInt32]) -> Bool {
    !one.allSatisfy(two.contains) && !two.allSatisfy(one.contains)
  }

  private var differInNames: Bool { two.differsInNames(from: one) }

  private var differInKind: Bool { two.isAnother(than: one) }
}

extension MentionTraits {
  /// Whether each sentence names what the other does not: other people or places.
  func differsInNames(from other: MentionTraits) -> Bool {
    func names(_ mention: MentionTraits) -> [UInt32] {
      mention.words.filter { $0 & 1 == 1 && !TrackingWords.english.times.contains($0 & ~1) }
    }
    return Redating.differ(names(self), names(other))
  }

  /// Whether it tells itself from an earlier one by its kind (`presidential election`, `parliamentary election`)
  /// or by its place in a row (`second round`).
  func isAnother(than earlier: MentionTraits) -> Bool {
    func counts(_ mention: MentionTraits) -> [UInt32] {
      (mention.words.map { $0 & ~1 } + mention.modifiers).filter(TrackingWords.english.counts.contains)
    }
    return Redating.differ(earlier.modifiers, modifiers)
      || !counts(self).allSatisfy(counts(earlier).contains)
  }
}
