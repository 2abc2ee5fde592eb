import TimelineLanguage

/// The event that a verb frames.
extension TimeAttacher {
  /// `moved its campaign from March to May`: away from what follows `from`, to what follows the rest.
  func movedEvent(_ verb: Int, _ place: Placement) -> TimeAttachment? {
    if clause.has(verb, .motion), place.relation == .by || clause.leadsElsewhere(verb) { return nil }
    let event =
      passiveEvent(verb) ?? clause.children(verb, .object, .passiveSubject).first {
        (clause.isNoun($0)
          || clause.sentence.tags[$0] == .adjective && !clause.children($0, .determiner).isEmpty)
          && !clause.isTime($0)
      }
      ?? eventRightBefore(verb) ?? clause.subject(verb).flatMap { clause.isEvent($0, weak: true) ? $0 : nil }
      ?? verb
    let isDenied = ModalityReader(clause: clause).read(verb).isNegated
    switch place.relation {
    case .from:
      guard clause.cue(place.prepositionStart, .source) != nil else { return nil }
      return TimeAttachment(
        role: .event, word: event, relation: .on, modality: isDenied ? .scheduled : .cancelled,
        reason: "date that it was moved away from")
    case .throughout:
      return TimeAttachment(
        role: .event, word: event, relation: .throughout, isMove: true, reason: "range that it was moved over"
      )
    case .until, .by: break
    default: guard movesTo(place) || isMeantFor(place) else { return nil }
    }
    return TimeAttachment(
      role: .event, word: event, relation: .on, modality: doubt(of: verb) ?? .scheduled,
      isDenied: isDenied,
      reason: "date that it was moved to")
  }

  /// `could be delayed until 2028`, `is considering moving it`: what a modal verb or what governs a move leaves
  /// open of it.
  func doubt(of verb: Int) -> Modality? {
    if let modal = clause.clause(verb).flatMap(clause.modal)?.modality { return modal }
    guard clause.relation(verb) == .openComplement,
      let modality = ModalityReader(clause: clause).read(verb).modality, Self.doubts.contains(modality)
    else { return nil }
    return modality
  }

  private static let doubts: Set<Modality> = [.possible, .expected, .demanded]

  /// Whether the time stands after the preposition that leads to a new date.
  func movesTo(_ place: Placement) -> Bool {
    let before = place.time - 1
    guard before >= 0 else { return false }
    return clause.cue(before, .destination) != nil
  }

  /// The event that there is: `there will be no meeting`.
  func existing(_ verb: Int, before time: Int) -> Int? {
    let subject = clause.children(verb, .subject, .object).last { clause.isNoun($0) }
    if let subject, let chanced = clause.chanced(subject, before: time) { return chanced }
    // The parse may hang the event from the time that stands behind it.
    return subject ?? clause.indices(from: verb + 1, count: 4).last { clause.isEvent($0) }
  }

  /// `the debate, set for Tuesday`: the event noun that a participle without a subject follows.
  func eventRightBefore(_ verb: Int) -> Int? {
    guard clause.children(verb, .subject, .passiveSubject, .auxiliary, .passiveAuxiliary).isEmpty else {
      return nil
    }
    return (max(0, verb - Self.infinitiveReach)..<verb).last { clause.isEvent($0, weak: true) }
  }

  /// `called a rally for Thursday`, `advertised for 1 October`: what stands with a verb before `for` and a
  /// date.
  func eventMeant(by verb: Int, _ place: Placement) -> Int? {
    guard place.relation == .on, isMeantFor(place) else { return nil }
    if let object = clause.children(verb, .object).first(where: { $0 < place.time }) {
      return clause.isEvent(object, weak: true) ? object : nil
    }
    // `a ballot that it had planned for May`
    if clause.relation(verb) == .relativeClause, clause.has(verb, .schedule), !clause.isPassive(verb),
      let noun = clause.head(verb), clause.clause(verb)?.subjects.contains(noun) == false
    {
      return clause.isEvent(noun, weak: true) ? noun : nil
    }
    guard clause.isPassive(verb), let subject = clause.subject(verb) ?? describedNoun(verb) else {
      return nil
    }
    return clause.isEvent(subject, weak: true) ? subject : nil
  }

  /// `for Thursday`
  func isMeantFor(_ place: Placement) -> Bool {
    place.prepositionStart < place.time
      && clause.cue(place.prepositionStart, .purpose) != nil
  }

  func passiveEvent(_ verb: Int) -> Int? {
    if clause.isPassive(verb), let subject = clause.subject(verb), clause.isNoun(subject) {
      return eventAbove(subject)
    }
    return nil
  }

  func begunEvent(_ verb: Int) -> Int? {
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
      return clause.isEvent(object, weak: true) || clause.lexicon.nouns.isAct(clause.lemma(object))
        ? object : nil
    }
    if let gerund = clause.children(verb, .clausalSubject).first { return gerund }
    guard let subject = clause.subject(verb) else {
      // A long subject with commas may be lost to the parse: `Talks in Muscat, suspended since May, may …`.
      return (0..<verb).first { clause.isNoun($0) }.flatMap { clause.isEvent($0) ? $0 : nil }
    }
    return clause.isEvent(subject, weak: true) || clause.lexicon.nouns.isAct(clause.lemma(subject))
      || clause.lexicon.nouns.kind(clause.lemma(subject)) == .part
      || clause.lexicon.nouns.looksLikeEvent(clause.lemma(subject)) ? subject : nil
  }

  /// A common noun that names no person or place: what begins is an event.
  private func isPlainNoun(_ noun: Int) -> Bool {
    let lemma = clause.lemma(noun)
    return clause.sentence.tags[noun] == .noun && !clause.lexicon.people.persons.contains(lemma)
      && !clause.lexicon.nouns.isPlace(lemma) && !clause.lexicon.nouns.isPerson(lemma)
  }

  func lightEvent(_ verb: Int) -> Int? {
    let object = clause.children(verb, .object).first
    if let object, clause.isEvent(object, weak: true) { return object }
    // `go on sale`
    if let particle = clause.particle(of: verb), particle + 1 < clause.count, clause.isEvent(particle + 1),
      clause.relation(particle + 1) == .oblique || clause.relation(particle + 1) == .object
    {
      return particle + 1
    }
    let subject = clause.subject(verb)
    // `takes place`
    if let subject, let object, clause.isNoun(subject),
      clause.lexicon.cues.cue(clause.lemma(object), .happening) != nil
    {
      return subject
    }
    if let subject, isHeld(subject, verb) { return subject }
    if let object, isHeld(object, verb) { return object }
    // `The ban is to take effect`: not the ban.
    if let object, let subject, clause.lexicon.nouns.kind(clause.lemma(object)) == .thing,
      !clause.isEvent(subject)
    {
      return nil
    }
    if let subject, clause.isEvent(subject, weak: true),
      clause.isPassive(verb) || object != nil && !clause.isEvent(object ?? 0)
    {
      return subject
    }
    return nil
  }

  /// Whether a noun, of whatever kind, is an event by being held: `hold a vigil`, `resits are held`.
  private func isHeld(_ noun: Int, _ verb: Int) -> Bool {
    guard clause.has(verb, .hold), clause.sentence.tags[noun] == .noun else { return false }
    let isPatient = clause.relation(noun) == .object || clause.isPassive(verb)
    let lemma = clause.lemma(noun)
    return isPatient && !clause.lexicon.people.persons.contains(lemma) && !clause.lexicon.nouns.isPlace(lemma)
      && clause.lexicon.nouns.kind(lemma) != .thing && clause.children(noun, .numericModifier).isEmpty
  }

  /// `promised a bonus by Easter`, `expects a surplus from June`, `wants proof by Friday`: what is promised,
  /// expected, demanded or thought of, whatever it is.
  private func meantNoun(_ verb: Int, _ place: Placement) -> Int? {
    guard let modality = clause.frame(verb, .govern)?.modality, Self.meaning.contains(modality),
      verb < place.time,
      let object = clause.children(verb, .object).first(where: { $0 > verb && $0 < place.prepositionStart }),
      isPlainNoun(object), clause.children(verb, .openComplement, .clausalComplement).isEmpty,
      infinitive(behind: verb, before: place) == nil
    else { return nil }
    guard let own = clause.clause(verb), own.voice != .passive || modality == .expected else { return nil }
    if modality == .demanded, !clause.has(verb, .desire) { return nil }
    // `will consider four requests in June`: to weigh them is the event.
    if modality == .possible, !own.aspect.contains(.progressive) { return nil }
    return own.tense == .past && place.relation == .on ? nil : object
  }

  private static let meaning: Set<Modality> = [.promised, .expected, .demanded, .possible]

  func governedNoun(_ verb: Int, _ place: Placement) -> Int? {
    // `The case will be decided by June.`
    if clause.has(verb, .settle) { return nil }
    return clause.children(verb, .object).first { clause.isEvent($0, weak: true) && $0 < place.time }
      ?? meantNoun(verb, place)
      ?? (clause.isPassive(verb)
        ? clause.subject(verb).flatMap { clause.isEvent($0, weak: true) ? $0 : nil } : nil)
  }
}
