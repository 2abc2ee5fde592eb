import TimelineLanguage

extension TimeAttacher {
  func fromNoun(_ noun: Int, _ place: Placement) -> TimeAttachment {
    if place.relation == .throughout || place.relation == .from, let verb = clause.head(noun),
      clause.has(verb, .move), verb < place.prepositionStart, let moved = movedEvent(verb, place)
    {
      return moved
    }
    if let verb = clause.head(noun), clause.relation(noun) == .object, clause.has(verb, .miss),
      let missed = missedDeadline(verb, place)
    {
      return missed
    }
    // `failed to agree by the 28 February deadline`
    if noun > place.time, clause.lexicon.nouns.kind(clause.lemma(noun)) == .deadline,
      clause.relation(noun) == .oblique,
      let verb = clause.head(noun), clause.isVerb(verb),
      let preposition = clause.children(noun, .caseMarker).first,
      let phrase = clause.lexicon.relations.phrase(
        ending: preposition..<preposition + 1, clause.small),
      phrase.relation != .on
    {
      return fromVerb(
        verb, Placement(time: place.time, relation: phrase.relation, prepositionStart: preposition))
    }
    // `rescheduled the match for Monday`: the time goes with the verb, though it hangs from the noun.
    if let verb = clause.head(noun), clause.has(verb, .move), place.prepositionStart < place.time,
      noun < place.time,
      [.object, .passiveSubject].contains(clause.relation(noun)), movesTo(place) || isMeantFor(place),
      let moved = movedEvent(verb, place)
    {
      return moved
    }
    return TimeAttachment(
      role: .event, word: noun, relation: place.relation, reason: "event noun that the time hangs from")
  }

  /// `said in an interview at the weekend`: the verb of saying whose occasion a noun is.
  func reportMade(at noun: Int) -> Int? {
    // `Jopling, in a speech on Monday, suggested`
    if clause.relation(noun) == .nominalModifier, let subject = clause.head(noun), subject < noun,
      clause.relation(subject) == .subject, let verb = clause.head(subject), verb > noun,
      clause.has(verb, .report), clause.lexicon.cues.cue(clause.lemma(noun), .occasion) != nil,
      clause.isNameWord(subject)
    {
      return verb
    }
    guard [.oblique, .object, .indirectObject].contains(clause.relation(noun)), let verb = clause.head(noun),
      clause.has(verb, .report), clause.lexicon.cues.cue(clause.lemma(noun), .occasion) != nil
    else { return nil }
    return verb
  }

  func fromAdjective(_ word: Int, _ place: Placement, hops: Int = 0) -> TimeAttachment {
    if hops < Self.mostHops, let complement = complement(of: word, before: place) {
      return fromVerb(complement, place, hops: hops + 1)
    }
    if clause.cue(word, .adjective) != nil || clause.has(word, .schedule) {
      let isArranged =
        clause.has(word, .schedule)
        || clause.cue(word, .adjective)?.modality == .scheduled
      if let subject = (clause.subject(word) ?? describedNoun(word)).map(eventAbove),
        isArranged && clause.isNoun(subject) || clause.isEvent(subject, weak: true)
      {
        return TimeAttachment(
          role: .event, word: subject, relation: place.relation, reason: "what is due then")
      }
    }
    return TimeAttachment(role: .event, word: word, relation: place.relation, reason: "state that holds then")
  }

  /// The event that a noun belongs to, where it names none itself: `the hearing on the line that was due`.
  func eventAbove(_ noun: Int) -> Int {
    guard !clause.isEvent(noun), clause.relation(noun) == .nominalModifier, let head = clause.head(noun)
    else {
      return noun
    }
    if clause.isEvent(head) || clause.isNameWord(noun) && clause.isNoun(head) { return head }
    // `the distribution of the shares of its subsidiary scheduled for today`
    guard clause.relation(head) == .nominalModifier, let above = clause.head(head), clause.isEvent(above)
    else {
      return noun
    }
    return above
  }

  func describedNoun(_ word: Int) -> Int? {
    switch clause.relation(word) {
    case .clausalModifier, .relativeClause, .adjectivalModifier: clause.head(word)
    default: nil
    }
  }

  /// The clause that a word governs, where its verb stands between the word and the time.
  ///
  /// An infinitive close behind the word counts even where the parse hangs it elsewhere.
  func complement(of word: Int, before place: Placement) -> Int? {
    // A time at the head of the clause belongs to what is governed, wherever that stands.
    let isFronted = place.time < word && !clause.has(word, .report)
    let governed = clause.children(word, .openComplement, .clausalComplement, .clausalModifier).last {
      $0 > word && ($0 < place.prepositionStart || isFronted)
        && (clause.isVerb($0) || isPredicate($0) && !isBareNoun($0))
        // `Tomorrow they will vote on whether it can move.`
        && !(isFronted && $0 > place.prepositionStart && clause.has(word, .settle))
    }
    if isFronted, clause.has(word, .settle) { return nil }
    return governed ?? infinitive(behind: word, before: place)
  }

  /// `called it a Christmas tree`: a noun that no verb makes a clause.
  private func isBareNoun(_ word: Int) -> Bool {
    clause.isNoun(word) && clause.children(word, .copula, .subject, .marker).isEmpty
  }

  /// How far behind a governing word its infinitive may stand, an object between them.
  static let infinitiveReach = 6

  func infinitive(behind word: Int, before place: Placement) -> Int? {
    let end = min(place.prepositionStart, word + Self.infinitiveReach)
    guard word + 2 < end else { return nil }
    for index in word + 1..<end - 1 {
      if clause.sentence.tags[index] == .punctuation || clause.isVerb(index) { return nil }
      // The tagger may take the mark for a preposition.
      if clause.sentence.tags[index] == .particle
        || clause.sentence.tags[index] == .adposition && clause.isVerb(index + 1),
        clause.cue(index, .destination) != nil
      {
        return index + 1
      }
    }
    return nil
  }

  /// The event noun right before a time that stands between a subject and its verb: `the talks in Doha
  /// last week did not …`.
  func eventBefore(_ place: Placement, subjectOf verb: Int) -> Int? {
    guard place.time < verb, let subject = clause.subject(verb), subject < place.prepositionStart else {
      return nil
    }
    guard clause.sentence.subtree(of: subject).upperBound >= place.prepositionStart else { return nil }
    let event = (subject..<place.prepositionStart).last {
      clause.isEvent($0, weak: true) && !clause.tellsThingApart($0)
    }
    if let event { return event }
    // `The stall at the fair on Friday was called off.`
    return clause.isPassive(verb) && clause.isNoun(subject)
      && (clause.has(verb, .cancel) || clause.has(verb, .move))
      ? subject : nil
  }
}
