import TimelineLanguage

/// Whom a pronoun takes up.
extension NameReader {
  /// How many sentences before a pronoun its noun may stand.
  private static let subjectReach = 3

  /// The subject that a pronoun takes up: the nearest before it that fits.
  func antecedent(of pronoun: ClaimLexicon.Pronoun, before word: Int, in sentence: Int) -> String? {
    let verbOfSaying = speechVerb(over: word, in: sentence)
    if pronoun == .person, let sure = surePerson(before: word, in: sentence, verbOfSaying) { return sure }
    var other: (word: Int, sentence: Int)?
    for index in stride(from: sentence, through: max(0, sentence - Self.subjectReach), by: -1)
    where !isDateline(index) {
      let clause = parses.clause(index)
      let end = index == sentence ? word : clause.count
      let isSpeech = verbOfSaying != nil
      func fits(_ other: Int) -> Bool {
        isCandidate(other, for: pronoun, in: index)
          && !(index == sentence && isSubject(other, ofObject: word, clause))
          && !(isSpeech
            && (index == sentence && pronoun == .person && isSaid(other, by: verbOfSaying, clause)
              || isEvent(other, clause)))
      }
      let subjects = (0..<end).filter { isSubject($0, clause) && fits($0) }
      if let chosen = subjects.last(where: { isMain($0, clause) }) ?? subjects.last {
        return name(chosen, in: index)
      }
      // `Forecasters named the storm. It grew.`
      if pronoun != .person, index == sentence - 1,
        let object = (0..<end).last(where: { clause.relation($0) == .object && fits($0) })
      {
        return name(object, in: index)
      }
      // `Torvik lost. They have not won since.`
      if pronoun == .group, other == nil, let team = team(before: end, in: index) { other = (team, index) }
      if pronoun == .person, other == nil,
        let first = (0..<end).first(where: { fits($0) && !isPlace($0, clause) })
      {
        other = (first, index)
      }
    }
    return other.flatMap { name($0.word, in: $0.sentence) }
  }

  /// Whose place names nobody in what follows.
  private func isDateline(_ sentence: Int) -> Bool { parses.document.sentences[sentence].kind == .dateline }

  /// The last name of a body that is a subject.
  private func team(before end: Int, in index: Int) -> Int? {
    let clause = parses.clause(index)
    return (0..<end).last {
      isSubject($0, clause) && clause.isNameWord($0) && !isPerson($0, in: index)
        && clause.coordinated($0).count == 1
        && clause.head($0) != nil
    }
  }

  /// A name that the gazetteer knows, or that stands behind a preposition of place.
  private func isPlace(_ word: Int, _ clause: ClauseReader) -> Bool {
    guard clause.isNameWord(word) else { return false }
    return isBehindPlace(word, clause)
      || parses.places.reading(of: clause.string(clause.nameRun(around: word))) != nil
  }

  /// The last person that the text names as one: by a name of several words or with a title, or one that such a
  /// name stands for.
  private func surePerson(before word: Int, in sentence: Int, _ verbOfSaying: Int?) -> String? {
    for index in stride(from: sentence, through: max(0, sentence - Self.personReach), by: -1)
    where !isDateline(index) {
      let clause = parses.clause(index)
      let end = index == sentence ? word : clause.count
      let persons = (0..<end).filter {
        isSubject($0, clause) && isPerson($0, in: index)
          && !(index == sentence
            && (isSaid($0, by: verbOfSaying, clause) || isSubject($0, ofObject: word, clause)))
      }
      let main = persons.last { isMain($0, clause) }
      if let chosen = main ?? persons.last { return name(chosen, in: index) }
      // `Howes had been working there when he was abducted.`
      if index == sentence,
        let chosen = (0..<end).last(where: {
          isSubject($0, clause) && clause.isNameWord($0) && isCandidate($0, for: .person, in: index)
            && !isPlace($0, clause) && !isSaid($0, by: verbOfSaying, clause)
            && !isSubject($0, ofObject: word, clause) && clause.nameRun(around: $0).count == 1
        })
      {
        return name(chosen, in: index)
      }
      // `They had heard Grady Holme. He told them …`
      if index == sentence - 1, let object = onlyPersonActedOn(in: index) { return name(object, in: index) }
      // `The trial of the captain, Inga Solvang, was called off after she pleaded guilty.`
      if let chosen = (0..<end).last(where: { isWithinSubject($0, clause) && isPerson($0, in: index) }) {
        return name(chosen, in: index)
      }
      // `A first suspect was freed. He has to report.`
      if let chosen = (0..<end).last(where: {
        isMain($0, clause) && isSubject($0, clause) && isPersonNoun($0, clause)
          && !(index == sentence && isSubject($0, ofObject: word, clause))
      }) {
        return name(chosen, in: index)
      }
    }
    return nil
  }

  /// The one person that a sentence names, who is what its verbs act on.
  private func onlyPersonActedOn(in index: Int) -> Int? {
    let clause = parses.clause(index)
    let persons = (0..<clause.count).filter {
      isPerson($0, in: index) && clause.nameRun(around: $0).last == $0
    }
    guard persons.count == 1, let person = persons.first,
      [.object, .indirectObject].contains(clause.relation(person)),
      clause.nameRun(around: person).count > 1
    else { return nil }
    return person
  }

  private func isWithinSubject(_ word: Int, _ clause: ClauseReader) -> Bool {
    var current = word
    for _ in 0..<4 {
      if isSubject(current, clause) { return current != word }
      guard [.apposition, .nominalModifier, .possessive].contains(clause.relation(current)),
        let head = clause.head(current)
      else { return false }
      current = head
    }
    return false
  }

  private func isMain(_ subject: Int, _ clause: ClauseReader) -> Bool {
    clause.head(subject).map { clause.head($0) == nil } ?? false
  }

  /// One person by a common noun: `a suspect`.
  private func isPersonNoun(_ word: Int, _ clause: ClauseReader) -> Bool {
    guard clause.sentence.tags[word] == .noun, !clause.sentence.morphology[word].contains(.plural),
      clause.coordinated(word).count == 1, !clause.children(word, .determiner, .possessive).isEmpty
    else { return false }
    let lemma = clause.lemma(word)
    return clause.lexicon.people.persons.contains(lemma) || clause.lexicon.nouns.isPerson(lemma)
  }

  /// How many sentences before a pronoun its person may be named.
  private static let personReach = 8

  /// `Judge Osei told him`: the subject of a verb is not the pronoun that is its object.
  private func isSubject(_ word: Int, ofObject pronoun: Int, _ clause: ClauseReader) -> Bool {
    guard [.object, .indirectObject, .oblique].contains(clause.relation(pronoun)) else { return false }
    return clause.head(word) == clause.head(pronoun)
  }

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
    switch clause.relation(word) {
    case .subject, .passiveSubject: true
    // `Machines. They will be tried out.`
    case .root:
      clause.isNoun(word) && clause.children(word, .copula, .subject, .passiveSubject).isEmpty
    default: false
    }
  }

  /// `in Wick`: a name behind a preposition of place.
  private func isBehindPlace(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.children(word, .caseMarker).contains { clause.cue($0, .place) != nil }
  }

  private func isCandidate(_ word: Int, for pronoun: ClaimLexicon.Pronoun, in index: Int) -> Bool {
    let clause = parses.clause(index)
    if pronoun == .thing, clause.isNamedEvent(word) { return true }
    guard clause.isNoun(word) else { return false }
    let isName = parses.isName(word, in: index)
    // `Corvane Motors` is one firm.
    let isPlural =
      clause.sentence.morphology[word].contains(.plural) && !(isName && pronoun == .thing)
      || clause.coordinated(word).count > 1
    let isPerson = clause.lexicon.people.persons.contains(clause.lemma(word))
    switch pronoun {
    case .person:
      guard !isPlural else { return false }
      return isPerson
        || isName && clause.children(word, .determiner).isEmpty && !isBehindPlace(word, clause)
          && !parses.places.isGovernment(clause.string(clause.nameRun(around: word)))
    case .thing:
      return !isPlural && !isPerson && !(isName && parses.hasTitle(clause.nameRun(around: word), in: index))
        && !(isName
          && clause.children(word, .apposition).contains {
            clause.lexicon.people.persons.contains(clause.lemma($0))
          })
    case .group: return isPlural
    }
  }
}
