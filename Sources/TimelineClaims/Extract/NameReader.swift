import TimelineLanguage

/// Names and phrases for the people and bodies of a claim.
struct NameReader {
  let parses: ArticleParses

  /// The shortest name or phrase for a word: a proper name without its title, else the noun with what
  /// belongs to it; a third-person pronoun gives way to the name that it takes up.
  func name(_ word: Int, in sentence: Int) -> String? {
    let clause = parses.clause(sentence)
    if clause.sentence.tags[word] == .pronoun {
      guard let pronoun = clause.lexicon.people.pronouns[clause.small(word)] else { return clause.sentence.string(word) }
      return antecedent(of: pronoun, before: word, in: sentence)
    }
    if clause.sentence.tags[word] == .properNoun { return properName(word, clause) }
    return commonName(word, clause)
  }

  /// The names of a word and of what is coordinated with it.
  func names(_ word: Int, in sentence: Int) -> [String] {
    let clause = parses.clause(sentence)
    return clause.coordinated(word).compactMap { name($0, in: sentence) }
  }

  private func properName(_ word: Int, _ clause: ClauseReader) -> String {
    let parts = clause.phrase(
      word, without: ClauseReader.clauses.union([.caseMarker, .nominalModifier, .possessive, .adjectivalModifier, .determiner]))
    var words = parts.filter { clause.sentence.tags[$0] != .punctuation }
    // Titles give way to the name behind them: `President`, `Deputy Secretary`.
    while words.count > 1, let first = words.first, clause.lexicon.people.titles.contains(clause.small(first)) {
      words.removeFirst()
    }
    guard let first = words.first, let last = words.last else { return clause.sentence.string(word) }
    if let article = clause.children(word, .determiner).first, article + 1 == first {
      return clause.string(article..<last + 1)
    }
    return clause.string(first..<last + 1)
  }

  private func commonName(_ word: Int, _ clause: ClauseReader) -> String {
    // `Sorenia's foreign minister, Ilir Doban` or `the spokesman, Artan Velo`: the name is the shorter.
    if let name = clause.children(word, .apposition, .flat).first(where: { clause.sentence.tags[$0] == .properNoun }),
      clause.lexicon.people.persons.contains(clause.lemma(word))
    {
      return properName(name, clause)
    }
    return clause.text(
      clause.phrase(word, without: ClauseReader.clauses.union([.caseMarker])), around: word)
  }

  // MARK: Pronouns

  /// The subject that a pronoun takes up: the nearest before it that fits.
  private func antecedent(of pronoun: ClaimLexicon.Pronoun, before word: Int, in sentence: Int) -> String? {
    for index in stride(from: sentence, through: max(0, sentence - 4), by: -1) {
      let clause = parses.clause(index)
      let end = index == sentence ? word : clause.count
      let candidates = (0..<end).filter { isCandidate($0, for: pronoun, clause) }
      let subject = candidates.last { isSubject($0, clause) && clause.head($0).map { clause.head($0) == nil } ?? false }
      if let chosen = subject ?? candidates.last(where: { isSubject($0, clause) }) ?? (pronoun == .person ? candidates.first : nil) {
        return name(chosen, in: index)
      }
    }
    return nil
  }

  private func isSubject(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.relation(word) == .subject || clause.relation(word) == .passiveSubject
  }

  private func isCandidate(_ word: Int, for pronoun: ClaimLexicon.Pronoun, _ clause: ClauseReader) -> Bool {
    guard clause.isNoun(word) else { return false }
    let isName = clause.sentence.tags[word] == .properNoun
    let isPlural = clause.sentence.morphology[word].contains(.plural) || clause.coordinated(word).count > 1
    let isPerson = clause.lexicon.people.persons.contains(clause.lemma(word))
    switch pronoun {
    case .person: return !isPlural && (isPerson || isName && clause.children(word, .determiner).isEmpty)
    case .thing: return !isPlural && !isPerson
    case .group: return isPlural
    }
  }
}
