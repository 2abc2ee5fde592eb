import TimelineLanguage

/// Who does or undergoes an event, and where it takes place.
struct ParticipantReader {
  let parses: ArticleParses
  let names: NameReader

  struct Places {
    var names: [String] = []
    var areAlternatives = false
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
    var actors: [String] = []
    for head in heads where !clause.isTime(head) {
      for name in names.names(head, in: sentence) where !actors.contains(name) { actors.append(name) }
    }
    return actors
  }

  private func verbActors(_ verb: Int, _ clause: ClauseReader) -> [Int] {
    var heads: [Int] = []
    if let subject = clause.subject(verb), subject != verb { heads.append(subject) }
    if let own = clause.clause(verb) {
      heads += (own.byAgents + own.indirectObjects).filter { isNominal($0, clause) }
    }
    // Of what is acted on, only names: the rest tells what is done.
    heads += clause.children(verb, .object).filter { clause.sentence.tags[$0] == .properNoun }
    return heads
  }

  private func nounActors(_ noun: Int, _ clause: ClauseReader) -> [Int] {
    var heads = clause.children(noun, .possessive).filter { isNominal($0, clause) }
    heads += clause.children(noun, .compound).filter { clause.sentence.tags[$0] == .properNoun }
    heads += clause.children(noun, .nominalModifier).filter {
      clause.sentence.tags[$0] == .properNoun && !isPlace($0, clause) || isParty($0, clause)
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
        clause.lexicon.cues.cue(clause.small($0), .party) != nil
      }
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
      for member in clause.coordinated(candidate) where isPlaceWord(member, clause) {
        if let name = names.name(member, in: sentence), !places.names.contains(name) {
          places.names.append(name)
        }
        if isChoice(before: clause.nameRun(around: member).lowerBound, clause) {
          places.areAlternatives = true
        }
      }
    }
    places.areAlternatives = places.areAlternatives && places.names.count > 1
    return places
  }

  /// Whether `or` stands before a word.
  private func isChoice(before word: Int, _ clause: ClauseReader) -> Bool {
    word > 0 && clause.lexicon.cues.cue(clause.small(word - 1), .choice) != nil
  }

  /// A proper name or a noun for a place, behind a preposition of place or as what a verb of movement
  /// leads to.
  private func isPlace(_ word: Int, _ clause: ClauseReader) -> Bool {
    guard isPlaceWord(word, clause), !clause.isTime(word), clause.relation(word) != .conjunct,
      let head = clause.head(word)
    else { return false }
    if clause.relation(word) == .object, clause.has(head, .motion) || clause.has(head, .visit) {
      return clause.lexicon.nouns.isPlace(clause.lemma(word)) || clause.has(head, .visit)
    }
    // `economists at the bank`: whom they work for.
    if clause.lexicon.people.persons.contains(clause.lemma(head)) { return false }
    let isName = clause.isNameWord(word)
    return clause.children(word, .caseMarker).contains {
      let preposition = clause.small($0)
      if clause.lexicon.cues.cue(preposition, .place) != nil { return true }
      if clause.lexicon.cues.cue(preposition, .source) != nil {
        return clause.has(head, .motion) || clause.has(head, .visit)
      }
      return !isName && clause.lexicon.cues.cue(preposition, .site) != nil
    }
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
      if clause.isVerb(head) {
        return clause.head(word) == head
          && [.object, .subject, .passiveSubject, .openComplement].contains(clause.relation(word))
      }
      // What came of an event came where the event took place.
      if clause.isEvent(head) {
        return clause.head(head) == word && [.subject, .passiveSubject].contains(clause.relation(head))
      }
      if clause.head(word) == head, [.clausalModifier, .relativeClause].contains(clause.relation(word)) {
        return true
      }
      current = head
    }
    return false
  }
}
