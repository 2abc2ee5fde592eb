import TimelineLanguage

/// Who does or undergoes an event, and where it takes place.
struct ParticipantReader {
  let parses: ArticleParses
  let names: NameReader
  let gazetteer: ArticlePlaces

  struct Places {
    var names: [String] = []
    var areAlternatives = false
    /// Names of places where the event is, and not only those that it leads to or comes from.
    var sites: [String] = []
  }

  // MARK: Actors

  func actors(of word: Int, in sentence: Int) -> [String] {
    let clause = parses.clause(sentence)
    var heads: [Int] = []
    if clause.isVerb(word) || !clause.isNoun(word) {
      heads += verbActors(word, clause)
    } else {
      heads += nounActors(word, clause)
    }
    if heads.allSatisfy(clause.isTime), let carrier = carrier(of: word, clause) { heads = [carrier] }
    var actors: [String] = []
    for head in heads where !clause.isTime(head) {
      for name in names.names(head, in: sentence) where !actors.contains(name) { actors.append(name) }
    }
    return actors
  }

  /// Whoever stands nearest above an event that names nobody itself: the subject of the verb that carries it (`Tickets
  /// go on sale`, `are on sale`), what it is about.
  private func carrier(of word: Int, _ clause: ClauseReader) -> Int? {
    if clause.isNoun(word), !clause.children(word, .copula).isEmpty,
      let subject = clause.children(word, .subject).first
    {
      return subject
    }
    guard var head = clause.head(word) else { return nil }
    // `to begin vaccinating teachers`, where the parse takes the gerund for an adjective.
    if clause.relation(word) == .adjectivalModifier, clause.isVerb(word), let above = clause.head(head) {
      head = above
    }
    // `the peace process, set to resume on Monday`
    if clause.relation(word) == .openComplement, clause.relation(head) == .clausalModifier,
      clause.children(word, .subject, .passiveSubject).isEmpty, let noun = clause.head(head),
      isNominal(noun, clause)
    {
      return noun
    }
    guard clause.isVerb(head) || !clause.children(head, .copula).isEmpty else { return nil }
    switch clause.relation(word) {
    case .object, .oblique:
      // `because of the elections` has not the main clause's subject.
      let isAt = clause.children(word, .caseMarker).allSatisfy {
        clause.cue($0, .occasion) != nil || clause.cue($0, .base) != nil
      }
      guard isAt else { return nil }
      guard !clause.has(head, .report), let subject = clause.subject(head), subject != word else {
        return nil
      }
      return isNominal(subject, clause) ? subject : nil
    case .openComplement, .conjunct, .adverbialClause, .clausalModifier, .adjectivalModifier:
      guard let subject = clause.subject(head), subject != word, isNominal(subject, clause),
        clause.children(word, .subject, .passiveSubject).isEmpty
      else { return nil }
      return subject
    default: return nil
    }
  }

  private func verbActors(_ verb: Int, _ clause: ClauseReader) -> [Int] {
    var heads: [Int] = []
    if let subject = clause.subject(verb), subject != verb { heads.append(subject) }
    if let own = clause.clause(verb) {
      heads += (own.byAgents + own.indirectObjects).filter { isNominal($0, clause) }
    }
    // Of what is acted on, only names: the rest tells what is done.
    heads += clause.children(verb, .object).filter {
      clause.sentence.tags[$0] == .properNoun && !(clause.has(verb, .visit) && isPlace($0, clause))
    }
    return heads
  }

  private func nounActors(_ noun: Int, _ clause: ClauseReader) -> [Int] {
    var heads = clause.children(noun, .possessive).filter { isNominal($0, clause) }
    heads += clause.children(noun, .compound).filter { clause.sentence.tags[$0] == .properNoun }
    heads += clause.children(noun, .nominalModifier).filter {
      clause.sentence.tags[$0] == .properNoun && !isPlace($0, clause) || isParty($0, clause)
        || isNumbered($0, clause)
    }
    // The subject of the verb that carries the noun: `the three hold talks`.
    if let head = clause.head(noun), clause.relation(noun) == .object, clause.isVerb(head),
      let subject = clause.subject(head), subject != noun
    {
      heads.append(subject)
    }
    return heads
  }

  /// `talks between the two companies`, `a visit by the minister`, `the completion of the terminal`.
  private func isParty(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.isNoun(word)
      && clause.children(word, .caseMarker).contains {
        clause.cue($0, .party) != nil
      }
  }

  /// `the completion of Terminal 3`: a name whose head is its number.
  private func isNumbered(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.sentence.tags[word] == .numeral && !clause.isTime(word)
      && clause.children(word, .compound).contains { clause.sentence.tags[$0] == .properNoun }
  }

  private func isNominal(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.isNoun(word) || clause.sentence.tags[word] == .pronoun
  }

  // MARK: Places

  func places(of word: Int, in sentence: Int) -> Places {
    let clause = parses.clause(sentence)
    var places = Places()
    let found = (0..<clause.count).filter { isPlace($0, clause) && belongs($0, to: word, clause) }
    for candidate in found {
      // `the plant in Uppsala` is in Uppsala.
      guard clause.isNameWord(candidate) || !found.contains(where: { clause.head($0) == candidate }) else {
        continue
      }
      // `attacked a substation near Sumy`
      if !clause.isNameWord(candidate), clause.relation(candidate) == .object,
        found.contains(where: { $0 > candidate && clause.isNameWord($0) })
      {
        continue
      }
      if isBetweenGovernments(candidate, clause, sentence) { continue }
      let isSite = isSite(candidate, clause)
      for member in clause.coordinated(candidate) where isPlaceWord(member, clause) {
        if let name = placeName(member, in: sentence), !places.names.contains(name) {
          places.names.append(name)
          if isSite { places.sites.append(name) }
        }
        if isChoice(before: clause.nameRun(around: member).lowerBound, clause) {
          places.areAlternatives = true
        }
      }
    }
    places.areAlternatives = places.areAlternatives && places.names.count > 1
    if places.names.isEmpty, let there = there(beside: word, clause),
      let name = placeBefore(there, in: sentence)
    {
      places.names = [name]
      places.sites = [name]
    }
    return places
  }

  /// The adverb `there` that stands with an event or with the verb that carries it.
  private func there(beside word: Int, _ clause: ClauseReader) -> Int? {
    let carriers =
      [word] + (clause.isNoun(word) ? [clause.head(word)].compactMap { $0 }.filter(clause.isVerb) : [])
    return carriers.flatMap { clause.children($0, .adverbialModifier) }.first {
      clause.cue($0, .there) != nil
    }
  }

  /// The last place that the text names before a word.
  private func placeBefore(_ word: Int, in sentence: Int) -> String? {
    for index in stride(from: sentence, through: max(0, sentence - Self.placeReach), by: -1) {
      let clause = parses.clause(index)
      let end = index == sentence ? word : clause.count
      if let place = (0..<end).last(where: { clause.isNameWord($0) && isPlace($0, clause) }) {
        return placeName(place, in: index)
      }
    }
    return nil
  }

  /// How many sentences before `there` its place may be named.
  private static let placeReach = 2

  /// A place with the country or state that a comma adds to it, and without the noun for what it is.
  private func placeName(_ word: Int, in sentence: Int) -> String? {
    let clause = parses.clause(sentence)
    guard let whole = names.name(word, in: sentence) else { return nil }
    let name = gazetteer.bareName(whole)
    guard clause.isNameWord(word) else { return name }
    let end = clause.nameRun(around: word).upperBound
    guard end + 1 < clause.count, clause.string(end) == "," else { return name }
    let words = clause.indices(from: end + 1, count: Self.longestArea).prefix {
      clause.sentence.token($0).traits.contains(.capitalised) && !clause.isTime($0)
    }
    for count in stride(from: words.count, to: 0, by: -1) {
      let area = clause.string(end + 1..<end + 1 + count)
      if gazetteer.holds(area, name) { return name + ", " + area }
    }
    return name
  }

  /// Names of countries and states have no more words.
  private static let longestArea = 4

  /// `talks between Washington and Tehran`: two governments, and no places.
  private func isBetweenGovernments(_ word: Int, _ clause: ClauseReader, _ sentence: Int) -> Bool {
    let members = clause.coordinated(word)
    guard members.count == 2, let head = clause.head(word), clause.isEvent(head),
      clause.children(word, .caseMarker).contains(where: {
        clause.cue($0, .parties) != nil
      })
    else { return false }
    return members.allSatisfy { names.name($0, in: sentence).map(gazetteer.isGovernment) ?? false }
  }

  /// Whether something is at a place, and not on its way to it or from it.
  private func isSite(_ word: Int, _ clause: ClauseReader) -> Bool {
    let prepositions = clause.children(word, .caseMarker)
    return !prepositions.isEmpty
      && prepositions.allSatisfy { clause.cue($0, .destination) == nil && clause.cue($0, .source) == nil }
  }

  /// Whether `or` stands before a word.
  private func isChoice(before word: Int, _ clause: ClauseReader) -> Bool {
    word > 0 && clause.cue(word - 1, .choice) != nil
  }

  /// A proper name or a noun for a place, behind a preposition of place or as what a verb of movement
  /// leads to.
  private func isPlace(_ word: Int, _ clause: ClauseReader) -> Bool {
    guard clause.relation(word) != .conjunct, let head = clause.head(word), !clause.isTime(word),
      clause.relation(word) == .object || clause.sentence.child(of: word, .caseMarker) != nil,
      isPlaceWord(word, clause)
    else { return false }
    if clause.relation(word) == .object, clause.has(head, .motion) || clause.has(head, .visit) {
      if isBody(word, clause) { return false }
      return clause.lexicon.nouns.isPlace(clause.lemma(word)) || clause.has(head, .visit)
    }
    // `economists at the bank`: whom they work for.
    if clause.lexicon.people.persons.contains(clause.lemma(head))
      || clause.lexicon.nouns.isPerson(clause.lemma(head)),
      clause.isNoun(head)
    {
      return false
    }
    // `awarded a prize to the Scouts`
    if isBody(word, clause), !clause.has(head, .motion),
      clause.children(word, .caseMarker).contains(where: {
        clause.cue($0, .destination) != nil
      })
    {
      return false
    }
    let isName = clause.isNameWord(word)
    if clause.relation(word) == .agent { return false }
    // `choose between Isaura Bettencourt and Tomé Quadros`
    if isName, clause.has(head, .settle),
      clause.children(word, .caseMarker).contains(where: {
        clause.cue($0, .parties) != nil
      }), gazetteer.reading(of: clause.string(clause.nameRun(around: word))) == nil
    {
      return false
    }
    // `awarded an order to Nixdorf`: a verb that leads nowhere, and a name that no gazetteer knows.
    if isName, clause.isVerb(head), !clause.has(head, .motion), !clause.has(head, .visit),
      !clause.lexicon.nouns.isPlace(clause.small(word)),
      clause.children(word, .caseMarker).contains(where: {
        clause.cue($0, .destination) != nil
      }), gazetteer.reading(of: clause.string(clause.nameRun(around: word))) == nil
    {
      return false
    }
    return clause.children(word, .caseMarker).contains {
      if clause.cue($0, .place) != nil { return true }
      if clause.cue($0, .source) != nil {
        return clause.has(head, .motion) || clause.has(head, .visit)
      }
      // `on Wharf Road`, `over the Selme Bridge`.
      return (!isName || clause.lexicon.nouns.isPlace(clause.small(word)))
        && clause.cue($0, .site) != nil
    }
  }

  /// `the Clerk`, `the Finance Section`: a name behind an article that no gazetteer knows and that is no noun for a
  /// place.
  private func isBody(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.isNameWord(word) && !clause.children(word, .determiner).isEmpty
      && !clause.lexicon.nouns.isPlace(clause.small(word))
      && gazetteer.reading(of: clause.string(clause.nameRun(around: word))) == nil
  }

  private func isPlaceWord(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.isNameWord(word)
      || clause.isPlaceNoun(word)
  }

  /// Whether the nearest event above a place is the word, or the verb that carries it.
  private func belongs(_ place: Int, to word: Int, _ clause: ClauseReader) -> Bool {
    var current = place
    for _ in 0..<6 {
      guard let head = clause.head(current) else { return false }
      if head == word || clause.whole(of: head) == word { return true }
      if clause.isVerb(head) || clause.sentence.tags[head] == .adjective {
        return clause.head(word) == head
          && [.object, .subject, .passiveSubject, .openComplement].contains(clause.relation(word))
      }
      if clause.head(word) == head, [.clausalModifier, .relativeClause].contains(clause.relation(word)) {
        return true
      }
      // `The meeting is at 7 p.m. in the Grange Hall`: the time takes the place along.
      if clause.isTime(head), clause.head(word) == head {
        return [.subject, .passiveSubject].contains(clause.relation(word))
      }
      // What came of an event came where the event took place.
      if clause.isEvent(head) {
        return clause.head(head) == word && [.subject, .passiveSubject].contains(clause.relation(head))
      }
      current = head
    }
    return false
  }
}
