import TimelineLanguage
import TimelineTimes

/// Finds the event that a time expression belongs to.
struct TimeAttacher {
  let clause: ClauseReader

  /// The attachment of the expression that a word stands for; nil where nothing in the sentence takes it.
  func attach(_ time: MaskedTime, _ term: TimeTerm) -> TimeAttachment? {
    if isStressed(time) || isQuotedName(time.word) || isTitle(time) || isTopic(time)
      || describesThing(time, term)
      || isOfCitation(time) || isCompared(time, term) || isStandard(time, term) || isMeasure(time, term)
      || isQuality(time, term)
    {
      return nil
    }
    var attachment = plainAttachment(time, term)
    if let found = attachment, isEllipsis(found.word) { attachment = nil }
    if isReplaced(time) || isDenied(time) { attachment?.modality = .cancelled }
    return attachment
  }

  /// `instead of 28 February`: a time that holds no more.
  private func isReplaced(_ time: MaskedTime) -> Bool {
    [time.start, time.word].contains { word in
      word > 1 && clause.sentence.find(word - 2, in: clause.lexicon.cues.openings) != nil
        && clause.lexicon.cues.cue(clause.small(word - 2) + " " + clause.small(word - 1), .instead) != nil
    }
  }

  /// `as they have every year`, `as it did in May`: a verb that stands for another.
  private func isEllipsis(_ word: Int) -> Bool {
    guard !clause.analysis.cues[word].isDisjoint(with: [.have, .does]) else { return false }
    return clause.relation(word) == .adverbialClause
      && clause.children(word, .object, .openComplement, .clausalComplement).isEmpty
  }

  /// `in early 2021, not next May`, `on 8 May and no longer this Friday`: a time set against the one before it.
  func isDenied(_ time: MaskedTime) -> Bool {
    let isEnded = time.start > 1 && clause.cue(time.start - 1, .ended) != nil
    let negator = isEnded ? time.start - 2 : time.start - 1
    return negator > 0 && clause.sentence.tags[negator] != .coordinator
      && clause.analysis.cues[negator].contains(isEnded ? .no : .negator)
      && (isMark(negator - 1, 44) || clause.sentence.tags[negator - 1] == .coordinator)
      && clause.masked.times.contains { $0.word < negator }
  }

  private func plainAttachment(_ time: MaskedTime, _ term: TimeTerm) -> TimeAttachment? {
    let place = Placement(
      time: time.word, relation: relation(of: time, term), prepositionStart: time.start,
      isPast: term.isSaidToBePast)
    if let labelled = labelled(place) { return labelled }
    if let announced = announced(place) { return announced }
    let first = clause.listedFirst(time.word, from: place.prepositionStart)
    if first != time.word, time.phrase == nil || time.phrase?.relation == .on,
      let listed = clause.masked.times.first(where: { $0.word == first })
    {
      return plainAttachment(listed, term)
    }
    let top = top(of: first)
    guard let parsed = clause.head(top) else { return withoutGovernor(top, place) }
    // `“The move is on 17 January,” she said.`
    if clause.relation(top) == .clausalComplement, !clause.children(top, .copula).isEmpty,
      clause.children(top, .subject).contains(where: { !clause.isTime($0) })
    {
      return withoutGovernor(top, place)
    }
    let governor = verbBeside(place, parsed)
    if clause.has(governor, .stamp) || describesTime(governor) || isAttribute(of: governor, place) {
      return nil
    }
    if isPartOfName(time.word, term) || isIndefinite(time.word, term) { return nil }
    if isParted(governor, time.word) { return withinPart(place) }
    if let verb = verbOfNextConjunct(place, governor) { return fromVerb(verb, place) }
    if let event = possessedEvent(place) { return fromNoun(event, place) }
    if let moved = moveAround(governor, place, term) { return moved }
    return attachment(from: governor, place, hops: 0, direct: true) ?? inHeading(place)
  }

  /// `Wednesday's Bank of England decision`: the event noun that ends what belongs to a time.
  private func possessedEvent(_ place: Placement) -> Int? {
    guard clause.relation(place.time) == .possessive, let head = clause.head(place.time), head > place.time,
      !clause.isEvent(head, weak: true)
    else { return nil }
    let last = clause.indices(from: place.time + 2, count: Self.longestTitle).prefix {
      clause.isNoun($0) || clause.lexicon.people.links.contains(clause.small($0))
        || clause.sentence.tags[$0] == .adjective
    }.last
    return last.flatMap { clause.isEvent($0, weak: true) ? $0 : nil }
  }

  /// `Free organ recital: St Brannoc's, 3 October`: the event of a line without a verb.
  private func inHeading(_ place: Placement) -> TimeAttachment? {
    guard
      !(0..<clause.count).contains(where: { clause.isVerb($0) || clause.sentence.tags[$0] == .auxiliary }),
      let event = (0..<place.time).last(where: { clause.isEvent($0, weak: true) })
    else { return nil }
    return TimeAttachment(
      role: .event, word: event, relation: place.relation, isLabelled: true, reason: "heading without a verb")
  }

  /// Where the time stands, and what the words before it say.
  struct Placement {
    var time: Int
    var relation: Relation
    /// The first word of the preposition.
    var prepositionStart: Int
    /// Whether its words say that it lies behind the publication.
    var isPast = false
  }

  /// How many words are followed from a time to its event.
  static let mostHops = 8

  // MARK: From the expression to its governor

  /// A time within a name (`the 17 November Bridge`), and a season or holiday before a noun (`the spring
  /// fair`, `Christmas trees`), date nothing.
  func isPartOfName(_ time: Int, _ term: TimeTerm) -> Bool {
    if isWithinName(time) { return true }
    guard let head = clause.head(time), head == time + 1,
      [.compound, .adjectivalModifier, .flat, .numericModifier, .description, .unmarkedModifier].contains(
        clause.relation(time))
    else { return false }
    return clause.sentence.tags[head] == .properNoun || term.isSeasonOrEvent
  }

  /// `the first quarter, which began in October`: a clause about a time.
  private func describesTime(_ verb: Int) -> Bool {
    guard clause.relation(verb) == .relativeClause, let head = clause.head(verb) else { return false }
    return clause.isTime(head)
  }

  /// `accounts for 2025`, `a map from 1962`, `the Products Act of 1972`: a year that tells which of several
  /// things is meant.
  private func isAttribute(of noun: Int, _ place: Placement) -> Bool {
    let before = place.prepositionStart - 1
    guard before >= 0 else { return false }
    if place.prepositionStart == place.time {
      return isAttributive(place.time) || isYear(place.time) && isNumbered(before)
    }
    guard isYear(place.time), clause.isNoun(before),
      clause.cue(place.prepositionStart, .attribute) != nil
    else { return false }
    if clause.isNameWord(before) { return true }
    // `a fishing quota for 2026`
    if clause.cue(place.prepositionStart, .purpose) != nil,
      clause.relation(before) == .object || clause.relation(before) == .oblique,
      !clause.isEvent(before, weak: true), !clause.has(clause.head(before) ?? before, .schedule)
    {
      return true
    }
    return noun == before && clause.relation(place.time) == .nominalModifier
      && !clause.isEvent(noun)
  }

  /// `the act of 2005`, `Reserves Bylaw 2019`, `the Emberline 2000`: whether the word before a year makes the year tell
  /// which of several things is meant.
  private func isNumbered(_ before: Int) -> Bool {
    if clause.isName(before) { return clause.sentence.token(before).traits.contains(.capitalised) }
    guard before > 0, clause.lexicon.people.links.contains(clause.small(before)) else { return false }
    return clause.isNoun(before - 1) && !clause.isEvent(before - 1)
  }

  /// `the January date`, `its 2024 budget`: between an article or a pronoun and a noun for a thing.
  private func isAttributive(_ time: Int) -> Bool {
    guard let head = clause.head(time), head > time, clause.isNoun(head),
      [.compound, .adjectivalModifier, .possessive, .numericModifier].contains(clause.relation(time))
    else { return false }
    // `arrival of 2023 sedans`, `first-quarter results`
    var first = time
    while first > 0, clause.sentence.tags[first - 1] == .adjective { first -= 1 }
    if clause.relation(time) != .possessive,
      first == 0 || ![.determiner, .pronoun].contains(clause.sentence.tags[first - 1])
    {
      return (isHyphenated(time) || isYear(time) && !clause.isEvent(head))
        && !clause.sentence.token(time + 1).traits.contains(.newlineBefore)
    }
    if isCalledOff(head) { return false }
    let nouns = clause.lexicon.nouns
    if nouns.kind(clause.lemma(head)) == .part { return clause.whole(of: head) == nil }
    // `its 2024 budget`
    if isYear(time), clause.relation(time) != .possessive, !clause.isEvent(head) { return true }
    return !clause.isEvent(head, weak: true) && !nouns.looksLikeEvent(clause.lemma(head))
  }

  private func isHyphenated(_ time: Int) -> Bool {
    clause.masked.bytes[time].contains { clause.text.bytes[$0] == 45 }
  }

  func isYear(_ time: Int) -> Bool {
    let bytes = clause.masked.bytes[time]
    return bytes.count == 4 && bytes.allSatisfy { clause.text.bytes[$0] &- 48 < 10 }
  }

  /// `on a Friday`: a day of no particular week.
  private func isIndefinite(_ time: Int, _ term: TimeTerm) -> Bool {
    guard time > 0, clause.masked.tokens[time].count == 1,
      clause.cue(time - 1, .indefinite) != nil
    else { return false }
    // `A June debate` is one.
    guard let head = clause.head(time), head > time, clause.relation(time) == .compound else { return true }
    return !clause.isEvent(head)
  }

  /// `the Tuesday Club`: between an article and a name.
  private func isWithinName(_ time: Int) -> Bool {
    // `the old 10 May Barracks`
    let first = time > 1 && clause.sentence.tags[time - 1] == .adjective ? time - 1 : time
    return first > 0 && time + 1 < clause.count && clause.sentence.tags[first - 1] == .determiner
      && clause.isNameWord(time + 1) && !clause.sentence.token(time + 1).traits.contains(.newlineBefore)
  }

  /// `…, and at 11:35 p.m. the surge peaked`: a time right behind the conjunction belongs to what follows.
  func verbOfNextConjunct(_ place: Placement, _ governor: Int) -> Int? {
    let before = place.prepositionStart - 1
    guard before > 0, governor < before, clause.sentence.tags[before] == .coordinator,
      !clause.isTime(before - 1)
    else { return nil }
    return (place.time + 1..<max(clause.count, place.time + 1)).first { clause.isVerb($0) }
  }

  /// Whether a semicolon stands between two words: the parse of one part of the sentence is no guide to
  /// the other.
  func isParted(_ word: Int, _ other: Int) -> Bool {
    (min(word, other)..<max(word, other)).contains { isMark($0, 59) }
  }

  /// Whether a word is one byte of punctuation.
  func isMark(_ word: Int, _ byte: UInt8) -> Bool { clause.sentence.isMark(word, byte) }

  /// The attachment by what stands between the same semicolons as the time.
  func withinPart(_ place: Placement) -> TimeAttachment? {
    let first = (0..<place.time).last { isMark($0, 59) }.map { $0 + 1 } ?? 0
    let end = clause.indices(from: place.time + 1, count: clause.count).first { isMark($0, 59) }
    let part = first..<(end ?? clause.count)
    if let verb = part.last(where: { $0 < place.time && clause.isVerb($0) })
      ?? part.first(where: clause.isVerb)
    {
      return fromVerb(verb, place)
    }
    guard let event = part.last(where: { clause.isEvent($0, weak: true) }) else { return nil }
    return fromNoun(event, place)
  }

  /// `Last departure: 30 September`: what a label before a colon names.
  private func labelled(_ place: Placement) -> TimeAttachment? {
    let colon = place.prepositionStart - 1
    guard colon > 0, isMark(colon, 58) else { return nil }
    let start = (0..<colon).last { isMark($0, 59) || isMark($0, 58) }.map { $0 + 1 } ?? 0
    let label = start..<colon
    guard label.count <= Self.longestLabel else { return nil }
    let preposition = label.first { clause.sentence.tags[$0] == .adposition } ?? label.upperBound
    let last = (start..<preposition).last { clause.sentence.tags[$0] != .punctuation && !clause.isTime($0) }
    let word =
      (clause.isVerb(colon - 1) ? colon - 1 : nil)
      ?? (start..<preposition).last { clause.isEvent($0, weak: true) }
      ?? label.last { clause.isEvent($0, weak: true) }
      ?? (last.map(clause.isNoun) == true ? last : label.last(where: clause.isVerb) ?? last)
    guard let word else { return nil }
    return TimeAttachment(
      role: .event, word: word, relation: place.relation, isLabelled: true, reason: "label of its time")
  }

  /// Longer ones are prose.
  private static let longestLabel = 12

  /// `Wednesday, 10.30am: sentencing of Della Prow, who …`: what stands behind the colon of a time that
  /// heads its line.
  private func announced(_ place: Placement) -> TimeAttachment? {
    let colon = place.time + 1
    guard place.prepositionStart == 0, colon + 1 < clause.count, isMark(colon, 58) else { return nil }
    let end = clause.indices(from: colon + 1, count: clause.count).first { isMark($0, 44) } ?? clause.count
    let entry = colon + 1..<end
    let verb = entry.first { clause.isVerb($0) && clause.isFinite($0) }
    let event = entry.first { clause.isEvent($0, weak: true) }
    let noun = entry.first { word in clause.isNoun(word) && !(word + 1 < end && clause.isNoun(word + 1)) }
    let later = clause.indices(from: end, count: clause.count).first { clause.isEvent($0) }
    guard let word = verb ?? event ?? later ?? noun ?? entry.first(where: clause.isVerb) else { return nil }
    return TimeAttachment(
      role: .event, word: word, relation: place.relation, isLabelled: true, reason: "entry under its time")
  }

  /// The first of coordinated times, which carries the others.
  func top(of time: Int) -> Int {
    var top = time
    for _ in 0..<8 {
      guard let head = clause.head(top), clause.isTime(head) else { break }
      top = head
    }
    return top
  }

  /// The expression is the root, or hangs from another time that is: `The meeting is on Monday`.
  func withoutGovernor(_ top: Int, _ place: Placement) -> TimeAttachment? {
    if let subject = clause.children(top, .subject, .passiveSubject).first, !clause.isTime(subject) {
      return TimeAttachment(
        role: .event, word: subject, relation: place.relation, reason: "subject of a clause about its time")
    }
    // A fragment: the nearest event noun before it, else after it.
    let before = (0..<place.time).last { clause.isEvent($0, weak: true) }
    let after = clause.indices(from: place.time + 1, count: clause.count).first {
      clause.isEvent($0, weak: true)
    }
    let verb = (0..<clause.count).first { clause.isVerb($0) }
    guard let word = before ?? verb ?? after else { return nil }
    return TimeAttachment(
      role: .event, word: word, relation: place.relation, reason: "fragment without a verb")
  }

  func attachment(from word: Int, _ place: Placement, hops: Int, direct: Bool) -> TimeAttachment? {
    guard hops < Self.mostHops else { return nil }
    if let chanced = clause.chanced(word, before: place.time) {
      return clause.isVerb(chanced) ? fromVerb(chanced, place) : fromNoun(chanced, place)
    }
    if clause.isVerb(word) { return fromVerb(word, place) }
    if let whole = clause.whole(of: word) { return fromNoun(whole, place) }
    if let verb = verbOver(word, place), direct { return fromVerb(verb, place) }
    if let verb = reportMade(at: word) { return fromVerb(verb, place) }
    if clause.isEvent(word, weak: direct) { return fromNoun(word, place) }
    if clause.sentence.tags[word] == .adjective, isPredicate(word) { return fromAdjective(word, place) }
    if direct, isCalledOff(word) || isPost(word, place) { return fromNoun(word, place) }
    if let head = clause.head(word) { return attachment(from: head, place, hops: hops + 1, direct: false) }
    // A root that is neither verb nor event: the clause of a copula, a heading, or a wrong parse.
    if clause.children(word, .copula).isEmpty, let verb = nearestVerb(to: place) {
      return fromVerb(verb, place)
    }
    if let subject = clause.children(word, .subject).first, clause.isEvent(subject, weak: true) {
      return TimeAttachment(
        role: .event, word: subject, relation: place.relation, reason: "subject of a copula")
    }
    guard
      clause.isNoun(word) && !clause.children(word, .copula, .subject, .openComplement).isEmpty
        || clause.sentence.tags[word] == .adjective
    else { return nil }
    return TimeAttachment(
      role: .event, word: word, relation: place.relation, reason: "predicate of its clause")
  }

  /// `cancelled Friday's spacewalk`: any noun names an event that is called off or moved.
  private func isCalledOff(_ noun: Int) -> Bool {
    guard [.object, .passiveSubject].contains(clause.relation(noun)), clause.isNoun(noun),
      let verb = clause.head(noun)
    else { return false }
    return clause.has(verb, .cancel) || clause.has(verb, .move)
  }

  /// `Anna Berg, chief executive since 2021`
  private func isPost(_ noun: Int, _ place: Placement) -> Bool {
    place.relation == .from && noun == place.prepositionStart - 1
      && clause.lexicon.people.persons.contains(clause.lemma(noun))
  }

  /// The verb that a time behind its object belongs to: `signed the treaty in 1994`. Verbs that only frame
  /// their object leave the time to it.
  func verbOver(_ noun: Int, _ place: Placement) -> Int? {
    // `rule on the takeover by Friday`: a deadline is the verb's, not its complement's.
    let isDue = place.relation == .by && clause.relation(noun) == .oblique
    // `voted on the contract, worth millions, on Tuesday`: nor what a comma parts from a noun that is no plain event.
    let isApart = clause.relation(noun) == .oblique && !clause.isEvent(noun)
    guard isDue || isApart || [.object, .openComplement, .agent].contains(clause.relation(noun)),
      let verb = clause.head(noun), clause.isVerb(verb), verb < noun, noun < place.time
    else { return nil }
    // `told a news conference at 11 a.m. that …` dates what was told.
    if clause.has(verb, .report), !clause.children(verb, .clausalComplement).isEmpty { return verb }
    // `withdrew an earlier plan on 12 March`: the past dates the decision.
    if clause.has(verb, .cancel), place.relation == .on, !clause.isEvent(noun), let own = clause.clause(verb),
      own.tense == .past, !own.aspect.contains(.perfect)
    {
      return verb
    }
    // `voted for an increase on 28 July`: what is governed is an object.
    let framing: [VerbFrames.Kind] =
      isApart
      ? [.light, .phase, .cancel, .move, .report]
      : [.light, .phase, .govern, .schedule, .cancel, .move, .report]
    return framing.contains { clause.has(verb, $0) } ? nil : verb
  }

  /// The nearest verb before a time, else behind it.
  func nearestVerb(to place: Placement) -> Int? {
    (0..<place.time).last { clause.isVerb($0) }
      ?? (place.time + 1..<max(clause.count, place.time + 1)).first { clause.isVerb($0) }
  }

  func isPredicate(_ word: Int) -> Bool {
    switch clause.relation(word) {
    case .root, .openComplement, .clausalComplement, .conjunct, .adverbialClause, .relativeClause, .parataxis,
      .clausalModifier:
      true
    default: !clause.children(word, .copula).isEmpty
    }
  }
}
