import TimelineLanguage

extension TimeAttacher {
  /// - Parameter hops: How many words led here; a wrong parse may lead in a circle.
  func fromVerb(_ verb: Int, _ place: Placement, hops: Int = 0) -> TimeAttachment {
    let mayHop = hops < Self.mostHops
    if let event = eventBefore(place, subjectOf: verb) ?? eventBehindTime(verb, place) {
      // `A plan to play matches next summer was dropped.`
      if mayHop, let inner = clause.head(event), inner != verb, clause.isVerb(inner),
        clause.relation(event) == .object
      {
        return fromVerb(inner, place, hops: hops + 1)
      }
      return fromNoun(event, place)
    }
    if mayHop, let told = toldAround(verb, place) { return fromVerb(told, place, hops: hops + 1) }
    if let missed = missedDeadline(verb, place) { return missed }
    if mayHop, let participle = participle(behind: verb, before: place) {
      return fromVerb(participle, place, hops: hops + 1)
    }
    // `stopped making engines in May`: it is the end of it that is dated.
    if mayHop, clause.relation(verb) == .openComplement, let ending = clause.head(verb), ending < verb,
      clause.has(ending, .cease), clause.clause(verb)?.form != .infinitive
    {
      return fromVerb(ending, place, hops: hops + 1)
    }
    // `Speaking on Tuesday, the envoy said`
    if clause.has(verb, .voice), clause.relation(verb) == .adverbialClause, !clause.isFinite(verb),
      let said = clause.head(verb), clause.has(said, .report)
    {
      return TimeAttachment(
        role: .statement, word: said, relation: place.relation, reason: "occasion on which it was said")
    }
    if mayHop, let main = verbAbove(whenClause: verb, place) { return fromVerb(main, place, hops: hops + 1) }
    if mayHop, let main = verbQualified(by: verb) { return fromVerb(main, place, hops: hops + 1) }
    // `a regatta announced for May`
    if clause.has(verb, .report), clause.relation(verb) == .clausalModifier,
      let event = eventMeant(by: verb, place)
    {
      return TimeAttachment(
        role: .event, word: event, relation: place.relation, reason: "event that is announced for then")
    }
    if isStatedBefore(verb, place) {
      return TimeAttachment(
        role: .statement, word: verb, relation: place.relation, reason: "time at which it was said")
    }
    if let asked = askedThen(verb, place) { return asked }
    if clause.relation(verb) == .openComplement, let above = clause.head(verb),
      let asked = askedThen(above, place)
    {
      return asked
    }
    if clause.relation(verb) == .openComplement, let above = clause.head(verb), above < verb,
      isSettled(above, in: place)
    {
      return TimeAttachment(
        role: .event, word: above, relation: place.relation, reason: "decision that was taken then")
    }
    let isFramed = clause.has(verb, .report) || clause.has(verb, .govern) || clause.has(verb, .schedule)
    if mayHop, isFramed, let complement = complement(of: verb, before: place) {
      return clause.isVerb(complement)
        ? fromVerb(complement, place, hops: hops + 1) : fromAdjective(complement, place, hops: hops + 1)
    }
    if mayHop,
      let infinitive = clause.children(verb, .openComplement).last(where: {
        $0 > verb && $0 < place.prepositionStart && clause.isVerb($0)
          && clause.clause($0)?.form == .infinitive
      }), !clause.has(verb, .phase), !isSettled(verb, in: place)
    {
      return fromVerb(infinitive, place, hops: hops + 1)
    }
    if mayHop, clause.has(verb, .report), let content = contentVerb(behind: verb, before: place) {
      return fromVerb(content, place, hops: hops + 1)
    }
    if mayHop, clause.has(verb, .report), let content = contentVerb(before: place, of: verb) {
      return fromVerb(content, place, hops: hops + 1)
    }
    if mayHop, clause.has(verb, .report), let quoted = quotedPredicate(before: place, of: verb) {
      return clause.isVerb(quoted)
        ? fromVerb(quoted, place, hops: hops + 1) : fromAdjective(quoted, place, hops: hops + 1)
    }
    if clause.has(verb, .report), isStatement(verb) {
      return TimeAttachment(
        role: .statement, word: verb, relation: place.relation, reason: "time of the statement")
    }
    var found = TimeAttachment(
      role: .event, word: verb, relation: place.relation, reason: "verb that the time hangs from")
    if found.relation == .on, clause.relation(verb) == .openComplement, let head = clause.head(verb),
      clause.has(head, .phase)
    {
      found.relation = .from
    }
    if clause.analysis.cues[verb].contains(.be), let event = existing(verb, before: place.time) {
      found.word = event
      found.reason = "event that takes place then"
      return found
    }
    // `sees no chance of a recovery before 2027`
    if let chanced = clause.children(verb, .object).compactMap({ clause.chanced($0, before: place.time) })
      .first
    {
      found.word = chanced
      found.reason = "event that has a chance"
      return found
    }
    if place.relation == .until, let due = grantedUntil(verb, place) { return due }
    if clause.has(verb, .move), verb < place.prepositionStart || place.relation != .throughout,
      let moved = movedEvent(verb, place)
    {
      return moved
    }
    if let event = eventMeant(by: verb, place) {
      found.word = event
      found.reason = "event that is meant for then"
    } else if clause.has(verb, .occur), let subject = clause.subject(verb), clause.isEvent(subject),
      occurs(verb)
    {
      found.word = subject
      found.reason = "event that takes place then"
    } else if clause.has(verb, .schedule), !isInfinitive(verb),
      let event = eventRightBefore(verb) ?? passiveEvent(verb)
    {
      found.word = event
      found.reason = "event that is set for then"
    } else if clause.has(verb, .cancel), clause.clause(verb)?.aspect.contains(.perfect) == true,
      let event = clause.children(verb, .object).first(where: { clause.isNoun($0) && $0 < place.time })
    {
      // The perfect takes no date of its own: it is the event's.
      found.word = event
      found.reason = "event that was called off"
    } else if clause.has(verb, .phase), let event = begunEvent(verb) {
      found.word = event
      found.reason = "event that begins or goes on then"
      if found.relation == .on { found.relation = .from }
    } else if clause.has(verb, .span)
      || isRange(place) && clause.has(verb, .run) && clause.children(verb, .object).isEmpty,
      let subject = clause.subject(verb),
      lasts(subject, clause.has(verb, .span))
    {
      found.word = eventAbove(subject)
      found.reason = "event that lasts so long"
    } else if mayHop, clause.has(verb, .light), let task = plannedTask(verb, place) {
      return fromVerb(task, place, hops: hops + 1)
    } else if clause.has(verb, .light), let event = lightEvent(verb) {
      found.word = event
      found.reason = "event noun of a light verb"
    } else if clause.has(verb, .govern), let event = governedNoun(verb, place) {
      found.word = event
      found.reason = "event that the verb governs"
    }
    if found.word == verb, clause.frame(verb, .govern)?.isDated == true, clause.clause(verb)?.tense == .past,
      clause.children(verb, .object).isEmpty
    {
      found.role = .statement
      found.reason = "time at which it was said"
    }
    return found
  }

  /// `destroyed a bridge built in 1990`: the participle that describes a noun behind the verb, close to
  /// the time.
  func participle(behind verb: Int, before place: Placement) -> Int? {
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
  static let participleReach = 5

  /// Whether a verb says no more than when its subject is: not `sales fell 4 percent in May`, `fell to 3 percent`.
  private func occurs(_ verb: Int) -> Bool {
    // `A mission may come from Brussels.`
    if clause.has(verb, .motion),
      clause.children(verb, .oblique).contains(where: {
        !clause.isTime($0) && clause.isNameWord($0) && !clause.children($0, .caseMarker).isEmpty
      })
    {
      return false
    }
    return !clause.children(verb, .object, .unmarkedOblique, .oblique).contains {
      !clause.isTime($0) && $0 > verb && (clause.relation($0) != .oblique || hasNumber($0))
    }
  }

  private func hasNumber(_ noun: Int) -> Bool {
    clause.sentence.tags[noun] == .numeral || !clause.children(noun, .numericModifier).isEmpty
  }

  private func isInfinitive(_ verb: Int) -> Bool {
    clause.clause(verb)?.form == .infinitive && clause.children(verb, .clausalComplement).isEmpty
  }

  /// `end the war by early summer because of the elections in November`: the event noun right before a time,
  /// where the verb has a time of its own before that.
  private func eventBehindTime(_ verb: Int, _ place: Placement) -> Int? {
    let noun = place.prepositionStart - 1
    guard noun > verb, place.prepositionStart < place.time else { return nil }
    if isOccasion(noun, of: verb, place) { return noun }
    // `gained on Monday after a fall on Friday`
    let isPrior = clause.children(noun, .caseMarker).contains {
      clause.cue($0, .prior) != nil
    }
    guard clause.isEvent(noun, weak: isPrior) else { return nil }
    return clause.masked.times.contains { $0.word > verb && $0.word < noun } ? noun : nil
  }

  /// `face each other in a run-off on Sunday`, `voting on a walkout from 22 to 26 June`: the event that the time stands
  /// right behind, where the verb tells what happens at it or the time is a range.
  private func isOccasion(_ noun: Int, of verb: Int, _ place: Placement) -> Bool {
    guard clause.isEvent(noun), !clause.tellsThingApart(noun), let head = clause.head(noun) else {
      return false
    }
    if place.relation == .throughout {
      return (head == verb || clause.head(head) == verb)
        && ![.move, .span, .cancel, .schedule, .light, .hold].contains { clause.has(verb, $0) }
    }
    guard place.relation == .on, head == verb, clause.relation(noun) == .oblique,
      !clause.has(verb, .report)
    else { return false }
    return clause.children(noun, .caseMarker).contains {
      clause.cue($0, .occasion) != nil
    }
  }

  private func isRange(_ place: Placement) -> Bool { place.relation == .throughout }

  /// Whether a noun may be what lasts: with verbs that say nothing else, anything but a person.
  private func lasts(_ noun: Int, _ isSure: Bool) -> Bool {
    if clause.isEvent(noun, weak: true) { return true }
    return clause.isNoun(noun) && !clause.lexicon.people.persons.contains(clause.lemma(noun))
      && (isSure || clause.sentence.tags[noun] == .properNoun)
  }

  /// `promised in 2022 to give`: a time between a verb that speaks of what is to come and what it says.
  private func isStatedBefore(_ verb: Int, _ place: Placement) -> Bool {
    guard clause.frame(verb, .govern)?.isDated == true else { return false }
    // `On Tuesday the governor ordered residents to leave.`
    if place.time < verb, clause.clause(verb)?.tense == .past,
      clause.children(verb, .clausalComplement).isEmpty,
      clause.children(verb, .openComplement).contains(where: { $0 > verb }),
      clause.subject(verb).map({ $0 > place.time }) ?? false || place.time == verb - 1
    {
      return true
    }
    return verb < place.time
      && clause.children(verb, .openComplement, .clausalComplement, .adverbialClause).contains {
        $0 > place.time
          && (clause.relation($0) != .adverbialClause || clause.analysis.hasInfinitiveMark($0))
      }
  }

  /// The last finite verb between a verb of saying and a time behind it: what was said holds the time.
  func contentVerb(behind verb: Int, before place: Placement) -> Int? {
    guard verb < place.prepositionStart else { return nil }
    return (verb + 1..<max(place.prepositionStart, verb + 1)).last {
      (clause.isVerb($0) || !clause.children($0, .copula).isEmpty) && clause.isFinite($0)
        && clause.relation($0) != .relativeClause
    }
  }

  /// `…fell in early March, the figures showed`: the verb before a time that a comma parts from the report
  /// behind it.
  func contentVerb(before place: Placement, of report: Int) -> Int? {
    guard place.time < report,
      let subject = clause.children(report, .subject).first, place.time < subject,
      (place.time..<subject).contains(where: { clause.sentence.tags[$0] == .punctuation })
    else { return nil }
    return (0..<place.prepositionStart).last { clause.isVerb($0) && clause.isFinite($0) }
  }

  /// `“We will be ready by May,” she said`: the predicate before a time that a closing quotation mark parts
  /// from the report behind it.
  func quotedPredicate(before place: Placement, of report: Int) -> Int? {
    guard place.time < report,
      (place.time..<report).contains(where: { clause.sentence.token($0).kind == .quote })
    else { return nil }
    return (0..<place.prepositionStart).last {
      clause.isVerb($0) && clause.isFinite($0) || !clause.children($0, .copula).isEmpty
    }
  }

  /// `invited them to rejoin two weeks ago`: what has passed dates the asking and not what was asked for.
  private func askedThen(_ verb: Int, _ place: Placement) -> TimeAttachment? {
    guard place.isPast, place.relation == .on, place.prepositionStart > verb, let own = clause.clause(verb),
      own.tense == .past, own.form == .finite, !own.aspect.contains(.perfect),
      let frame = clause.frame(verb, .govern), let modality = frame.modality,
      frame.isDated && (modality == .promised || modality == .demanded) || clause.has(verb, .settle),
      clause.children(verb, .openComplement).contains(where: {
        clause.analysis.hasInfinitiveMark($0) && $0 < place.prepositionStart
      })
    else { return nil }
    guard clause.has(verb, .settle) else {
      return TimeAttachment(
        role: .statement, word: verb, relation: .on, reason: "time at which it was asked for or promised")
    }
    return TimeAttachment(role: .event, word: verb, relation: .on, reason: "decision that was taken then")
  }

  /// `applied to join the union in 2016`: a decision in the past, behind which a year looks back.
  private func isSettled(_ verb: Int, in place: Placement) -> Bool {
    clause.has(verb, .settle) && place.relation == .on && isYear(place.time)
      && clause.clause(verb)?.tense == .past
  }

  /// `has no plans to cut jobs this year`: what the plan that one has is for.
  private func plannedTask(_ verb: Int, _ place: Placement) -> Int? {
    guard
      let plan = clause.children(verb, .object).first(where: {
        clause.lexicon.cues.cue(clause.sentence.lemma(of: $0).lowercased(), .noun) != nil
      })
    else { return nil }
    return clause.children(plan, .clausalModifier).last {
      $0 > plan && $0 < place.prepositionStart && clause.isVerb($0) && clause.analysis.hasInfinitiveMark($0)
    }
  }

  /// `Even last year, when he attacked them, they met`: a time before `when` belongs to the main clause.
  private func verbAbove(whenClause verb: Int, _ place: Placement) -> Int? {
    guard place.time < verb, clause.relation(verb) == .adverbialClause, let main = clause.head(verb),
      main > verb, clause.isVerb(main), !clause.has(main, .report),
      (place.time + 1..<verb).contains(where: {
        clause.cue($0, .when) != nil
          && clause.sentence.isBelow($0, verb)
      })
    else { return nil }
    return main
  }

  /// `From 2027, an officer said, the ship could be built`: a time that commas part from the report between it and
  /// what is said.
  private func toldAround(_ verb: Int, _ place: Placement) -> Int? {
    guard [.parataxis, .adverbialClause].contains(clause.relation(verb)), clause.has(verb, .report),
      place.time < verb, clause.children(verb, .marker).isEmpty,
      place.time + 1 < clause.count, clause.isComma(place.time + 1),
      let subject = clause.children(verb, .subject).first, place.time < subject,
      let main = clause.head(verb), main > verb, clause.isVerb(main),
      (verb..<main).contains(where: clause.isComma)
    else { return nil }
    return main
  }

  /// The verb that a bare participle such as `as planned` qualifies.
  func verbQualified(by verb: Int) -> Int? {
    guard clause.relation(verb) == .adverbialClause, clause.has(verb, .schedule) || clause.has(verb, .govern),
      clause.children(verb, .subject, .passiveSubject, .object, .openComplement, .clausalComplement).isEmpty,
      let main = clause.head(verb), clause.isVerb(main), main < verb
    else { return nil }
    return main
  }

  /// Whether a verb of saying says something here; `reported` with a plain object is one too.
  func isStatement(_ verb: Int) -> Bool {
    guard let frame = clause.frame(verb, .report) else { return false }
    // What will be announced is an event.
    if let own = clause.clause(verb),
      own.tense == .future || own.tense == .futureInPast && !own.isNegated || own.modal != nil
        || isInfinitive(verb)
    {
      return false
    }
    // `reports results on 24 March`: the present of what is still to come.
    if clause.clause(verb)?.tense == .present, !clause.children(verb, .object).isEmpty,
      clause.children(verb, .clausalComplement).isEmpty, !clause.hasQuotationMarks
    {
      return false
    }
    return frame.says && (!frame.needsContent || clause.hasContent(verb))
      && !(clause.isPassive(verb) && clause.subject(verb).map { clause.isEvent($0) } ?? false)
  }
}
