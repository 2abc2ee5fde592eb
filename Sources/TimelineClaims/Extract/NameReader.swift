import TimelineLanguage

/// Names and phrases for the people and bodies of a claim.
struct NameReader {
  let parses: ArticleParses

  /// The shortest name or phrase for a word: a proper name without its title, else the noun with what
  /// belongs to it; a third-person pronoun gives way to the name that it takes up.
  func name(_ word: Int, in sentence: Int) -> String? {
    let clause = parses.clause(sentence)
    if let noun = clause.analysis.antecedent(ofRelative: word) {
      // `Declan Tory, the fire officer who warned …`
      if clause.relation(noun) == .apposition, let bearer = clause.head(noun), clause.isNameWord(bearer) {
        return name(bearer, in: sentence)
      }
      // `two sisters from Oslo who had flown in`
      if clause.relation(noun) == .nominalModifier, clause.isNameWord(noun), let above = clause.head(noun),
        clause.isNoun(above), !clause.children(noun, .caseMarker).isEmpty,
        parses.places.reading(of: clause.string(clause.nameRun(around: noun))) != nil
      {
        return name(above, in: sentence)
      }
      return name(noun, in: sentence)
    }
    if clause.sentence.tags[word] == .pronoun {
      guard let pronoun = clause.lexicon.people.pronouns[clause.small(word)] else {
        return clause.string(word)
      }
      return antecedent(of: pronoun, before: word, in: sentence)
    }
    if clause.isNamedEvent(word) { return clause.string(word) }
    if clause.isNameWord(word) { return properName(word, clause) }
    return commonName(word, clause)
  }

  /// The names of a word and of what is coordinated with it.
  func names(_ word: Int, in sentence: Int) -> [String] {
    let clause = parses.clause(sentence)
    return clause.coordinated(word).compactMap { name($0, in: sentence) }
  }

  /// The run of capitalised words around a name's head, titles left out.
  private func properName(_ word: Int, _ clause: ClauseReader) -> String {
    var first = word
    var last = word
    while first > 0, isNamePart(first - 1, clause) { first -= 1 }
    while last + 1 < clause.count, isNamePart(last + 1, clause) { last += 1 }
    // `the Port of Calder Bay`, `the Gulf of Mexico`.
    if last + 2 < clause.count, clause.lexicon.people.links.contains(clause.small(last + 1)),
      clause.isNameWord(last + 2), clause.lexicon.nouns.isPlace(clause.small(last))
    {
      last += 2
      while last + 1 < clause.count, isNamePart(last + 1, clause) { last += 1 }
    }
    if first > 2, clause.lexicon.people.links.contains(clause.small(first - 1)),
      clause.isNameWord(first - 2), clause.lexicon.nouns.isPlace(clause.small(first - 2))
    {
      first -= 2
      while first > 0, isNamePart(first - 1, clause) { first -= 1 }
    }
    // `Gate 17`, `Terminal 1`.
    if last + 1 < clause.count, clause.sentence.token(last + 1).kind == .number, !clause.isTime(last + 1),
      clause.lexicon.nouns.isPlace(clause.small(last))
    {
      last += 1
    }
    while first < last, clause.lexicon.people.titles.contains(clause.small(first)) { first += 1 }
    if first > 0, clause.relation(first - 1) == .determiner { first -= 1 }
    return clause.string(first..<last + 1)
  }

  private func isNamePart(_ word: Int, _ clause: ClauseReader) -> Bool {
    guard !clause.isTime(word) else { return false }
    let token = clause.sentence.token(word)
    if clause.isName(word) { return true }
    // `&` within a name; an adjective in capitals before it.
    if clause.sentence.tags[word] == .adjective || clause.sentence.tags[word] == .noun {
      return token.traits.contains(.capitalised) && word > 0
    }
    return false
  }

  private func commonName(_ word: Int, _ clause: ClauseReader) -> String {
    // `Sorenia's foreign minister, Ilir Doban` or `the spokesman, Artan Velo`: the name is the shorter.
    // `the owner of the company, Ane Solberg`: the parse may hang the name from the nearer noun.
    let bearers = [word] + clause.children(word, .nominalModifier)
    if let name = bearers.flatMap({ clause.children($0, .apposition, .flat) }).first(where: {
      clause.sentence.tags[$0] == .properNoun
    }),
      clause.lexicon.people.persons.contains(clause.lemma(word)) || isSpeaker(word, clause)
    {
      return properName(name, clause)
    }
    return clause.text(clause.phrase(word), around: word)
  }

  private func isSpeaker(_ word: Int, _ clause: ClauseReader) -> Bool {
    guard clause.relation(word) == .subject, let verb = clause.head(word) else { return false }
    return clause.has(verb, .report)
  }

  // MARK: Pronouns

  /// The subject that a pronoun takes up: the nearest before it that fits.
  private func antecedent(of pronoun: ClaimLexicon.Pronoun, before word: Int, in sentence: Int) -> String? {
    let verbOfSaying = speechVerb(over: word, in: sentence)
    if pronoun == .person, let sure = surePerson(before: word, in: sentence, verbOfSaying) { return sure }
    for index in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
      let clause = parses.clause(index)
      let end = index == sentence ? word : clause.count
      let isSpeech = verbOfSaying != nil
      let candidates = (0..<end).filter {
        isCandidate($0, for: pronoun, in: index)
          && !(isSpeech
            && (index == sentence && pronoun == .person && isSaid($0, by: verbOfSaying, clause)
              || isEvent($0, clause)))
      }
      let subject = candidates.last {
        isSubject($0, clause) && clause.head($0).map { clause.head($0) == nil } ?? false
      }
      if let chosen = subject ?? candidates.last(where: { isSubject($0, clause) })
        ?? (pronoun == .person ? candidates.first : nil)
      {
        return name(chosen, in: index)
      }
    }
    return nil
  }

  /// The last person that the text names as one: by a name of several words or with a title, or one that such a
  /// name stands for.
  private func surePerson(before word: Int, in sentence: Int, _ verbOfSaying: Int?) -> String? {
    for index in stride(from: sentence, through: max(0, sentence - Self.personReach), by: -1) {
      let clause = parses.clause(index)
      let end = index == sentence ? word : clause.count
      let persons = (0..<end).filter {
        isSubject($0, clause) && isPerson($0, in: index)
          && !(index == sentence && isSaid($0, by: verbOfSaying, clause))
      }
      let main = persons.last { clause.head($0).map { clause.head($0) == nil } ?? false }
      if let chosen = main ?? persons.last { return name(chosen, in: index) }
    }
    return nil
  }

  /// How many sentences before a pronoun its person may be named.
  private static let personReach = 8

  private func isPerson(_ word: Int, in index: Int) -> Bool {
    let clause = parses.clause(index)
    guard clause.isNoun(word), clause.coordinated(word).count == 1,
      !clause.sentence.morphology[word].contains(.plural)
    else { return false }
    guard clause.isNameWord(word), clause.children(word, .determiner).isEmpty else { return false }
    let persons = clause.lexicon.people.persons
    if clause.children(word, .apposition).contains(where: { persons.contains(clause.lemma($0)) }) {
      return true
    }
    return parses.isFullNameOfPerson(clause.nameRun(around: word), in: index)
  }

  /// The verb of saying whose subject a word is.
  private func speechVerb(over word: Int, in sentence: Int) -> Int? {
    let clause = parses.clause(sentence)
    guard clause.relation(word) == .subject, let verb = clause.head(word), clause.has(verb, .report) else {
      return nil
    }
    return verb
  }

  /// Whether a word stands in what a verb says: who speaks is not named there.
  private func isSaid(_ word: Int, by verb: Int?, _ clause: ClauseReader) -> Bool {
    guard let verb else { return false }
    if clause.relation(verb) == .parataxis { return true }
    return clause.children(verb, .clausalComplement, .parataxis).contains {
      clause.sentence.subtree(of: $0).contains(word)
    }
  }

  /// Nouns for events and their parts do not speak.
  private func isEvent(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.sentence.tags[word] == .noun && clause.lexicon.nouns.kind(clause.lemma(word)) != nil
      && !clause.lexicon.people.persons.contains(clause.lemma(word))
  }

  private func isSubject(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.relation(word) == .subject || clause.relation(word) == .passiveSubject
  }

  /// `in Wick`: a name behind a preposition of place.
  private func isBehindPlace(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.children(word, .caseMarker).contains { clause.lexicon.cues.cue(clause.small($0), .place) != nil }
  }

  private func isCandidate(_ word: Int, for pronoun: ClaimLexicon.Pronoun, in index: Int) -> Bool {
    let clause = parses.clause(index)
    if pronoun == .thing, clause.isNamedEvent(word) { return true }
    guard clause.isNoun(word) else { return false }
    let isName = parses.isName(word, in: index)
    let isPlural = clause.sentence.morphology[word].contains(.plural) || clause.coordinated(word).count > 1
    let isPerson = clause.lexicon.people.persons.contains(clause.lemma(word))
    switch pronoun {
    case .person:
      guard !isPlural else { return false }
      return isPerson
        || isName && clause.children(word, .determiner).isEmpty && !isBehindPlace(word, clause)
          && !parses.places.isGovernment(clause.string(clause.nameRun(around: word)))
    case .thing:
      return !isPlural && !isPerson
        && !(isName
          && clause.children(word, .apposition).contains {
            clause.lexicon.people.persons.contains(clause.lemma($0))
          })
    case .group: return isPlural
    }
  }
}
