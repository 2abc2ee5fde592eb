import TimelineLanguage
import TimelineTimes

/// What a time expression attaches to in its sentence.
struct TimeAttachment {
  enum Role { case event, statement }

  var role: Role
  /// The word that names the event, or the verb of saying.
  var word: Int
  var relation: Relation
  /// A modality that the frame sets by itself: the two sides of a move, a cancelled event.
  var modality: Modality?
  /// Whether the time is a range that a move leads from one end of to the other.
  var isMove = false
  /// The rule that chose the word.
  var reason: String
}

/// Finds the event that a time expression belongs to.
struct TimeAttacher {
  let clause: ClauseReader

  /// The attachment of the expression that a word stands for; nil where nothing in the sentence takes it.
  func attach(_ time: MaskedTime, _ term: TimeTerm) -> TimeAttachment? {
    let place = Placement(
      time: time.word, relation: relation(of: time, term), prepositionStart: time.start)
    let top = top(of: time.word)
    guard let governor = clause.head(top) else { return withoutGovernor(top, place) }
    if clause.has(governor, .stamp) { return nil }
    if isPartOfName(time.word, term) { return nil }
    if isParted(governor, time.word) { return withinPart(place) }
    if let verb = verbOfNextConjunct(place, governor) { return fromVerb(verb, place) }
    return attachment(from: governor, place, hops: 0, direct: true)
  }

  /// Where the time stands, and what the words before it say.
  struct Placement {
    var time: Int
    var relation: Relation
    /// The first word of the preposition.
    var prepositionStart: Int
  }

  /// How many words are followed from a time to its event.
  private static let mostHops = 8

  // MARK: From the expression to its governor

  /// A time within a name (`the 17 November Bridge`), and a season or holiday before a noun (`the spring
  /// fair`, `Christmas trees`), date nothing.
  private func isPartOfName(_ time: Int, _ term: TimeTerm) -> Bool {
    guard let head = clause.head(time), head == time + 1,
      [.compound, .adjectivalModifier, .flat, .numericModifier, .description, .unmarkedModifier].contains(
        clause.relation(time))
    else { return false }
    return clause.sentence.tags[head] == .properNoun || term.isSeasonOrEvent
  }

  /// `…, and at 11:35 p.m. the surge peaked`: a time right behind the conjunction belongs to what follows.
  private func verbOfNextConjunct(_ place: Placement, _ governor: Int) -> Int? {
    let before = place.prepositionStart - 1
    guard before > 0, governor < before, clause.sentence.tags[before] == .coordinator else { return nil }
    return (place.time + 1..<max(clause.count, place.time + 1)).first { clause.isVerb($0) }
  }

  /// Whether a semicolon stands between two words: the parse of one part of the sentence is no guide to
  /// the other.
  private func isParted(_ word: Int, _ other: Int) -> Bool {
    (min(word, other)..<max(word, other)).contains(where: isSemicolon)
  }

  private func isSemicolon(_ word: Int) -> Bool {
    let token = clause.sentence.token(word)
    return token.count == 1 && clause.text.bytes[Int(clause.masked.bytes[word].lowerBound)] == 59
  }

  /// The attachment by what stands between the same semicolons as the time.
  private func withinPart(_ place: Placement) -> TimeAttachment? {
    let first = (0..<place.time).last(where: isSemicolon).map { $0 + 1 } ?? 0
    let end = clause.indices(from: place.time + 1, count: clause.count).first(where: isSemicolon)
    let part = first..<(end ?? clause.count)
    if let verb = part.last(where: { $0 < place.time && clause.isVerb($0) })
      ?? part.first(where: clause.isVerb)
    {
      return fromVerb(verb, place)
    }
    guard let event = part.last(where: { clause.isEvent($0, weak: true) }) else { return nil }
    return fromNoun(event, place)
  }

  /// The first of coordinated times, which carries the others.
  private func top(of time: Int) -> Int {
    var top = time
    for _ in 0..<8 {
      guard let head = clause.head(top), clause.isTime(head) else { break }
      top = head
    }
    return top
  }

  /// The expression is the root, or hangs from another time that is: `The meeting is on Monday`.
  private func withoutGovernor(_ top: Int, _ place: Placement) -> TimeAttachment? {
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

  private func attachment(from word: Int, _ place: Placement, hops: Int, direct: Bool) -> TimeAttachment? {
    guard hops < Self.mostHops else { return nil }
    if clause.isVerb(word) { return fromVerb(word, place) }
    if let whole = clause.whole(of: word) { return fromNoun(whole, place) }
    if let verb = verbOver(word, place), direct { return fromVerb(verb, place) }
    if clause.isEvent(word, weak: direct) { return fromNoun(word, place) }
    if clause.sentence.tags[word] == .adjective, isPredicate(word) { return fromAdjective(word, place) }
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

  /// The verb that a time behind its object belongs to: `signed the treaty in 1994`. Verbs that only frame
  /// their object leave the time to it.
  private func verbOver(_ noun: Int, _ place: Placement) -> Int? {
    guard [.object, .openComplement, .agent].contains(clause.relation(noun)),
      let verb = clause.head(noun), clause.isVerb(verb), verb < noun, noun < place.time
    else { return nil }
    // `told a news conference at 11 a.m. that …` dates what was told.
    if clause.has(verb, .report), !clause.children(verb, .clausalComplement).isEmpty { return verb }
    let framing: [VerbFrames.Kind] = [.light, .phase, .govern, .schedule, .cancel, .move, .report]
    return framing.contains { clause.has(verb, $0) } ? nil : verb
  }

  /// The nearest verb before a time, else behind it.
  private func nearestVerb(to place: Placement) -> Int? {
    (0..<place.time).last { clause.isVerb($0) }
      ?? (place.time + 1..<max(clause.count, place.time + 1)).first { clause.isVerb($0) }
  }

  private func isPredicate(_ word: Int) -> Bool {
    switch clause.relation(word) {
    case .root, .openComplement, .clausalComplement, .conjunct, .adverbialClause, .relativeClause, .parataxis,
      .clausalModifier:
      true
    default: !clause.children(word, .copula).isEmpty
    }
  }

  // MARK: Nouns and adjectives

  private func fromNoun(_ noun: Int, _ place: Placement) -> TimeAttachment {
    if place.relation == .throughout || place.relation == .from, let verb = clause.head(noun),
      clause.has(verb, .move), let moved = movedEvent(verb, place)
    {
      return moved
    }
    return TimeAttachment(
      role: .event, word: noun, relation: place.relation, reason: "event noun that the time hangs from")
  }

  private func fromAdjective(_ word: Int, _ place: Placement, hops: Int = 0) -> TimeAttachment {
    if hops < Self.mostHops, let complement = complement(of: word, before: place) {
      return fromVerb(complement, place, hops: hops + 1)
    }
    if clause.lexicon.cues.cue(clause.small(word), .adjective) != nil || clause.has(word, .schedule) {
      if let subject = (clause.subject(word) ?? describedNoun(word)).map(eventAbove) {
        return TimeAttachment(
          role: .event, word: subject, relation: place.relation, reason: "what is due then")
      }
    }
    return TimeAttachment(role: .event, word: word, relation: place.relation, reason: "state that holds then")
  }

  /// The event that a noun belongs to, where it names none itself: `the hearing on the line that was due`.
  private func eventAbove(_ noun: Int) -> Int {
    guard !clause.isEvent(noun), clause.relation(noun) == .nominalModifier, let head = clause.head(noun),
      clause.isEvent(head)
    else { return noun }
    return head
  }

  private func describedNoun(_ word: Int) -> Int? {
    switch clause.relation(word) {
    case .clausalModifier, .relativeClause, .adjectivalModifier: clause.head(word)
    default: nil
    }
  }

  /// The clause that a word governs, where its verb stands between the word and the time.
  ///
  /// An infinitive close behind the word counts even where the parse hangs it elsewhere.
  private func complement(of word: Int, before place: Placement) -> Int? {
    // A time at the head of the clause belongs to what is governed, wherever that stands.
    let isFronted = place.time < word && !clause.has(word, .report)
    let governed = clause.children(word, .openComplement, .clausalComplement, .clausalModifier).last {
      $0 > word && ($0 < place.prepositionStart || isFronted) && (clause.isVerb($0) || isPredicate($0))
    }
    return governed ?? infinitive(behind: word, before: place)
  }

  /// How far behind a governing word its infinitive may stand, an object between them.
  private static let infinitiveReach = 6

  private func infinitive(behind word: Int, before place: Placement) -> Int? {
    let end = min(place.prepositionStart, word + Self.infinitiveReach)
    guard word + 2 < end else { return nil }
    for index in word + 1..<end - 1 {
      if clause.sentence.tags[index] == .punctuation || clause.isVerb(index) { return nil }
      if clause.sentence.tags[index] == .particle,
        clause.lexicon.cues.cue(clause.small(index), .destination) != nil
      {
        return index + 1
      }
    }
    return nil
  }

  /// The event noun right before a time that stands between a subject and its verb: `the talks in Doha
  /// last week did not …`.
  private func eventBefore(_ place: Placement, subjectOf verb: Int) -> Int? {
    guard place.time < verb, let subject = clause.subject(verb), subject < place.prepositionStart else {
      return nil
    }
    guard clause.sentence.subtree(of: subject).upperBound >= place.prepositionStart else { return nil }
    return (subject..<place.prepositionStart).last { clause.isEvent($0, weak: true) }
  }

  // MARK: Verbs

  /// - Parameter hops: How many words led here; a wrong parse may lead in a circle.
  private func fromVerb(_ verb: Int, _ place: Placement, hops: Int = 0) -> TimeAttachment {
    if let event = eventBefore(place, subjectOf: verb) { return fromNoun(event, place) }
    let mayHop = hops < Self.mostHops
    if mayHop, let participle = participle(behind: verb, before: place) {
      return fromVerb(participle, place, hops: hops + 1)
    }
    if mayHop, let main = verbQualified(by: verb) { return fromVerb(main, place, hops: hops + 1) }
    let isFramed = clause.has(verb, .report) || clause.has(verb, .govern) || clause.has(verb, .schedule)
    if mayHop, isFramed, let complement = complement(of: verb, before: place) {
      return clause.isVerb(complement)
        ? fromVerb(complement, place, hops: hops + 1) : fromAdjective(complement, place, hops: hops + 1)
    }
    if mayHop, clause.has(verb, .report), let content = contentVerb(behind: verb, before: place) {
      return fromVerb(content, place, hops: hops + 1)
    }
    if mayHop, clause.has(verb, .report), let content = contentVerb(before: place, of: verb) {
      return fromVerb(content, place, hops: hops + 1)
    }
    if clause.has(verb, .report), isStatement(verb) {
      return TimeAttachment(
        role: .statement, word: verb, relation: place.relation, reason: "time of the statement")
    }
    var found = TimeAttachment(
      role: .event, word: verb, relation: place.relation, reason: "verb that the time hangs from")
    if clause.analysis.cues[verb].contains(.be), let event = existing(verb) {
      found.word = event
      found.reason = "event that takes place then"
      return found
    }
    if place.relation == .until, let due = grantedUntil(verb, place) { return due }
    if clause.has(verb, .move), let moved = movedEvent(verb, place) { return moved }
    if clause.has(verb, .occur), let subject = clause.subject(verb), clause.isEvent(subject) {
      found.word = subject
      found.reason = "event that takes place then"
    } else if clause.has(verb, .schedule), let event = eventRightBefore(verb) ?? passiveEvent(verb) {
      found.word = event
      found.reason = "event that is set for then"
    } else if clause.has(verb, .cancel), clause.clause(verb)?.aspect.contains(.perfect) == true,
      let event = clause.children(verb, .object).first(where: { clause.isEvent($0) && $0 < place.time })
    {
      // The perfect takes no date of its own: it is the event's.
      found.word = event
      found.reason = "event that was called off"
    } else if clause.has(verb, .phase), let event = begunEvent(verb) {
      found.word = event
      found.reason = "event that begins or goes on then"
      if found.relation == .on { found.relation = .from }
    } else if clause.has(verb, .span), let subject = clause.subject(verb), clause.isEvent(subject, weak: true)
    {
      found.word = subject
      found.reason = "event that lasts so long"
    } else if clause.has(verb, .light), let event = lightEvent(verb) {
      found.word = event
      found.reason = "event noun of a light verb"
    } else if clause.has(verb, .govern), let event = governedNoun(verb, place) {
      found.word = event
      found.reason = "event that the verb governs"
    }
    return found
  }

  /// `destroyed a bridge built in 1990`: the participle that describes a noun behind the verb, close to
  /// the time.
  private func participle(behind verb: Int, before place: Placement) -> Int? {
    let reach = clause.indices(
      from: place.prepositionStart - Self.participleReach, count: Self.participleReach)
    guard
      let word = reach.last(where: {
        $0 > verb && clause.isVerb($0) && clause.relation($0) == .clausalModifier
          && clause.clause($0)?.form == .participle
      }), let noun = clause.head(word), noun > verb, noun < word,
      clause.children(word, .object, .openComplement, .clausalComplement).isEmpty,
      !(word..<place.prepositionStart).contains(where: { clause.sentence.tags[$0] == .punctuation })
    else { return nil }
    return word
  }

  /// How far before a time a participle may stand that takes it.
  private static let participleReach = 5

  /// The last finite verb between a verb of saying and a time behind it: what was said holds the time.
  private func contentVerb(behind verb: Int, before place: Placement) -> Int? {
    guard verb < place.prepositionStart else { return nil }
    return (verb + 1..<max(place.prepositionStart, verb + 1)).last {
      (clause.isVerb($0) || !clause.children($0, .copula).isEmpty) && clause.isFinite($0)
        && clause.relation($0) != .relativeClause
    }
  }

  /// `…fell in early March, the figures showed`: the verb before a time that a comma parts from the report
  /// behind it.
  private func contentVerb(before place: Placement, of report: Int) -> Int? {
    guard place.time < report,
      let subject = clause.children(report, .subject).first, place.time < subject,
      (place.time..<subject).contains(where: { clause.sentence.tags[$0] == .punctuation })
    else { return nil }
    return (0..<place.prepositionStart).last { clause.isVerb($0) && clause.isFinite($0) }
  }

  /// `gave them until Friday to answer`: what must be done by then.
  private func grantedUntil(_ verb: Int, _ place: Placement) -> TimeAttachment? {
    guard clause.has(verb, .grant),
      let mark = clause.indices(from: place.time + 1, count: 2).first(where: {
        [.particle, .adposition].contains(clause.sentence.tags[$0])
          && clause.lexicon.cues.cue(clause.small($0), .destination) != nil
      }), mark + 1 < clause.count
    else { return nil }
    return TimeAttachment(
      role: .event, word: mark + 1, relation: .by, modality: .demanded, reason: "what must be done by then")
  }

  /// The verb that a bare participle such as `as planned` qualifies.
  private func verbQualified(by verb: Int) -> Int? {
    guard clause.relation(verb) == .adverbialClause, clause.has(verb, .schedule) || clause.has(verb, .govern),
      clause.children(verb, .subject, .passiveSubject, .object, .openComplement, .clausalComplement).isEmpty,
      let main = clause.head(verb), clause.isVerb(main), main < verb
    else { return nil }
    return main
  }

  /// Whether a verb of saying says something here; `reported` with a plain object is one too.
  private func isStatement(_ verb: Int) -> Bool {
    guard let frame = clause.frame(verb, .report) else { return false }
    return frame.says && !(clause.isPassive(verb) && clause.subject(verb).map { clause.isEvent($0) } ?? false)
  }

  /// `moved its campaign from March to May`: away from what follows `from`, to what follows the rest.
  private func movedEvent(_ verb: Int, _ place: Placement) -> TimeAttachment? {
    let event =
      passiveEvent(verb) ?? clause.children(verb, .object).first { clause.isEvent($0, weak: true) }
      ?? clause.subject(verb).flatMap { clause.isEvent($0, weak: true) ? $0 : nil } ?? verb
    switch place.relation {
    case .from:
      return TimeAttachment(
        role: .event, word: event, relation: .on, modality: .cancelled,
        reason: "date that it was moved away from")
    case .throughout:
      return TimeAttachment(
        role: .event, word: event, relation: .throughout, isMove: true, reason: "range that it was moved over"
      )
    case .until, .by: break
    default: guard movesTo(place) else { return nil }
    }
    return TimeAttachment(
      role: .event, word: event, relation: .on, modality: doubt(of: verb) ?? .scheduled,
      reason: "date that it was moved to")
  }

  /// `could be delayed until 2028`: what a modal verb leaves open of a move.
  private func doubt(of verb: Int) -> Modality? {
    clause.clause(verb).flatMap(clause.modal)?.modality
  }

  /// Whether the time stands after the preposition that leads to a new date.
  private func movesTo(_ place: Placement) -> Bool {
    let before = place.time - 1
    guard before >= 0 else { return false }
    return clause.lexicon.cues.cue(clause.small(before), .destination) != nil
  }

  /// The event that there is: `there will be no meeting`.
  private func existing(_ verb: Int) -> Int? {
    let subject = clause.children(verb, .subject, .object).last { clause.isNoun($0) }
    // The parse may hang the event from the time that stands behind it.
    return subject ?? clause.indices(from: verb + 1, count: 4).last { clause.isEvent($0) }
  }

  /// `the debate, set for Tuesday`: the event noun that a participle without a subject follows.
  private func eventRightBefore(_ verb: Int) -> Int? {
    guard clause.children(verb, .subject, .passiveSubject, .auxiliary, .passiveAuxiliary).isEmpty else {
      return nil
    }
    return (max(0, verb - Self.infinitiveReach)..<verb).last { clause.isEvent($0, weak: true) }
  }

  private func passiveEvent(_ verb: Int) -> Int? {
    if clause.isPassive(verb), let subject = clause.subject(verb), clause.isNoun(subject) { return subject }
    return nil
  }

  private func begunEvent(_ verb: Int) -> Int? {
    if let complement = clause.children(verb, .openComplement).first(where: clause.isVerb) {
      return complement
    }
    // `begin vaccinating workers`, the gerund read as part of its object.
    if verb + 1 < clause.count, clause.isVerb(verb + 1),
      clause.sentence.morphology[verb + 1].contains(.participle),
      !clause.sentence.morphology[verb + 1].contains(.past)
    {
      return verb + 1
    }
    if let object = clause.children(verb, .object).first {
      return clause.isEvent(object, weak: true) ? object : nil
    }
    if let gerund = clause.children(verb, .clausalSubject).first { return gerund }
    guard let subject = clause.subject(verb) else { return nil }
    return clause.isEvent(subject, weak: true) || clause.lexicon.nouns.looksLikeEvent(clause.lemma(subject))
      ? subject : nil
  }

  private func lightEvent(_ verb: Int) -> Int? {
    let object = clause.children(verb, .object).first
    if let object, clause.isEvent(object, weak: true) { return object }
    let subject = clause.subject(verb)
    if let subject, clause.isEvent(subject, weak: true),
      clause.isPassive(verb) || object != nil && !clause.isEvent(object ?? 0)
    {
      return subject
    }
    return nil
  }

  private func governedNoun(_ verb: Int, _ place: Placement) -> Int? {
    clause.children(verb, .object).first { clause.isEvent($0, weak: true) && $0 < place.time }
      ?? (clause.isPassive(verb)
        ? clause.subject(verb).flatMap { clause.isEvent($0, weak: true) ? $0 : nil } : nil)
  }
}
