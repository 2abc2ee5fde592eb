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
        // `The third, who broke a hip, nodded`
        if clause.analysis.cues[word].contains(.relative), let verb = clause.head(word),
          clause.relation(verb) == .relativeClause, let described = clause.head(verb), described < word
        {
          return name(described, in: sentence)
        }
        return clause.string(word)
      }
      return antecedent(of: pronoun, before: word, in: sentence) ?? clause.string(word)
    }
    if clause.isNamedEvent(word) { return clause.string(word) }
    // `the annual Cannes Film Festival`
    if clause.sentence.tags[word] == .adjective, word + 1 < clause.count, clause.isNamedEvent(word + 1) {
      return clause.string(word + 1)
    }
    if clause.isNameWord(word) { return properName(word, clause) }
    if let bearer = bearer(of: word, clause) { return properName(bearer, clause) }
    if !isSpeaker(word, clause), let whole = wholeOfPart(word, clause) { return name(whole, in: sentence) }
    return commonName(word, clause)
  }

  /// `61 of them`, `all of whom`, `nearly a third of which`: whom a part is taken of.
  private func wholeOfPart(_ word: Int, _ clause: ClauseReader) -> Int? {
    // A noun in the plural may be what the pronoun itself takes up.
    guard !clause.sentence.morphology[word].contains(.plural), clause.coordinated(word).count == 1 else {
      return nil
    }
    return clause.children(word, .nominalModifier).first {
      $0 > word && clause.sentence.tags[$0] == .pronoun
        && clause.children($0, .caseMarker).contains {
          clause.lexicon.people.links.contains(clause.small($0))
        }
        && (clause.analysis.antecedent(ofRelative: $0).map { $0 < word } ?? false
          || clause.lexicon.people.pronouns[clause.small($0)] == .group)
    }
  }

  /// The name that a noun stands beside: `A rival, Norcross Heating, withdrew`, `Wanjiru Abeo, Kenya's envoy, who`.
  private func bearer(of word: Int, _ clause: ClauseReader) -> Int? {
    guard clause.sentence.tags[word] == .noun, !clause.sentence.morphology[word].contains(.plural) else {
      return nil
    }
    if clause.relation(word) == .apposition, let head = clause.head(word), head < word,
      clause.isNameWord(head), !clause.isTime(head)
    {
      return head
    }
    return clause.children(word, .apposition).first {
      $0 > word && clause.isNameWord($0) && !clause.isTime($0)
        && clause.children($0, .caseMarker, .coordinator).isEmpty && clause.coordinated($0).count == 1
        && parses.places.reading(of: clause.string(clause.nameRun(around: $0))) == nil
    }
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
    // `National Westminster Bank`: an adjective in front of a name of several words at the sentence's start.
    if first == 1, last > first, [.adjective, .noun].contains(clause.sentence.tags[0]), !clause.isTime(0),
      clause.sentence.token(0).traits.contains(.capitalised),
      !(0...last).contains(where: { clause.lexicon.people.titles.contains(clause.small($0)) })
    {
      first = 0
    }
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
    // `the Chicago Board of Trade`, but not `Jim Wright of Texas`.
    if last + 2 < clause.count, clause.lexicon.people.links.contains(clause.small(last + 1)),
      clause.isNameWord(last + 2), !clause.isTime(last + 2),
      first == last || first > 0 && clause.sentence.tags[first - 1] == .determiner,
      clause.sentence.token(last).traits.contains(.capitalised),
      !clause.lexicon.people.persons.contains(clause.small(last))
    {
      last += 2
      while last + 1 < clause.count, isNamePart(last + 1, clause) { last += 1 }
    }
    // `Gate 17`, `Terminal 1`.
    if last + 1 < clause.count, clause.sentence.token(last + 1).kind == .number, !clause.isTime(last + 1),
      clause.lexicon.nouns.isPlace(clause.small(last))
    {
      last += 1
    }
    // `the Foreign Office` is no person with a title.
    if !parses.isCommonNoun(last, in: clause) {
      while first < last, clause.lexicon.people.titles.contains(clause.small(first)) { first += 1 }
    }
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
    let text = clause.text(clause.phrase(word), around: word)
    // `IBM, whose stock fell`
    if let whose = clause.children(word, .possessive).first,
      let owner = clause.analysis.antecedent(ofRelative: whose), owner < whose,
      text.hasPrefix(clause.string(whose))
    {
      let name =
        clause.isNameWord(owner)
        ? properName(owner, clause) : clause.text(clause.phrase(owner), around: owner)
      return name + clause.lexicon.headlines.possessive
        + text.dropFirst(clause.string(whose).count)
    }
    return text
  }

  private func isSpeaker(_ word: Int, _ clause: ClauseReader) -> Bool {
    guard clause.relation(word) == .subject, let verb = clause.head(word) else { return false }
    return clause.has(verb, .report)
  }
}
