import TimelineLanguage

/// Clauses that others interrupt, or that the parse hangs from their subject.
extension TreeMender {
  /// `Vesna Kral, the finance director, will leave`, `Halden, which has promised it, had sent them`: nobody is
  /// addressed in the news outside speech; the name is the subject.
  mutating func vocative(_ word: Int) {
    guard relations[word] == .vocative, isNoun(word), let verb = head(word), verb > word,
      sentence.tags[verb] == .verb
    else { return }
    guard let subject = child(verb, .subject, .passiveSubject) else {
      relations[word] = child(verb, .passiveAuxiliary) == nil ? .subject : .passiveSubject
      return
    }
    guard subject > word, sentence.tags[subject] == .noun, subject + 1 < verb, isComma(subject + 1),
      case let first = sentence.subtree(of: subject).lowerBound, first > 0, isComma(first - 1),
      sentence.subtree(of: word).upperBound >= first - 1
    else { return }
    relations[word] = relations[subject]
    heads[subject] = Int32(word)
    relations[subject] = .apposition
  }

  /// `Two men arrested last week appeared in court`: a participle without an auxiliary that the parse takes for
  /// the verb, before the verb.
  mutating func mainVerbBehindParticiple(_ word: Int) {
    guard isFiniteVerb(word), [.adverbialClause, .parataxis, .clausalComplement].contains(relations[word]),
      child(word, .subject, .passiveSubject, .marker, .coordinator) == nil, let upper = head(word),
      upper < word, sentence.tags[upper] == .verb, !has(upper, .report),
      let noun = child(upper, .passiveSubject), noun < upper,
      child(upper, .auxiliary, .passiveAuxiliary) == nil, !hasCommaBefore(word)
    else { return }
    (heads[word], relations[word]) = (heads[upper], relations[upper])
    heads[upper] = Int32(noun)
    relations[upper] = .clausalModifier
    for child in children(upper) where child < noun || child > word { heads[child] = Int32(word) }
    heads[noun] = Int32(word)
    relations[noun] = child(word, .passiveAuxiliary) == nil ? .subject : .passiveSubject
  }

  /// `The government, which had promised it, posted the text`, `The trial of the master accused of theft,
  /// begins`: the verb behind what describes the subject is the clause's own.
  mutating func verbBehindInterruption(_ word: Int) {
    guard isFiniteVerb(word), relations[word] == .conjunct || relations[word] == .parataxis,
      child(word, .subject, .passiveSubject, .coordinator, .marker) == nil, let upper = head(word),
      upper < word,
      hasCommaBefore(word)
    else { return }
    if isNoun(upper), child(upper, .copula, .subject) == nil,
      children(upper).contains(where: {
        $0 < word && [.relativeClause, .clausalModifier, .apposition].contains(relations[$0])
      })
    {
      take(upper, asSubjectOf: word)
    } else if sentence.tags[upper] == .verb, relations[upper] == .relativeClause, let noun = head(upper),
      noun < upper
    {
      take(noun, asSubjectOf: word)
    } else if sentence.tags[upper] == .verb, upper > 0, isNoun(upper - 1),
      let subject = child(upper, .subject, .passiveSubject), subject < upper,
      child(upper, .auxiliary, .passiveAuxiliary, .clausalComplement) == nil,
      sentence.morphology[upper].contains(.participle) || !has(upper, .report),
      standsBeforeItsComplement(upper)
    {
      let outer = (heads[upper], relations[upper])
      for child in children(upper) where child < upper || child > word { heads[child] = Int32(word) }
      heads[upper] = Int32(upper - 1)
      relations[upper] = .clausalModifier
      (heads[word], relations[word]) = outer
    }
  }

  /// Hangs a noun from a verb, in the noun's place.
  private mutating func take(_ noun: Int, asSubjectOf verb: Int) {
    (heads[verb], relations[verb]) = (heads[noun], relations[noun])
    heads[noun] = Int32(verb)
    relations[noun] = .subject
    for child in children(noun) where child > verb { heads[child] = Int32(verb) }
    if relations[verb] == .vocative { relations[verb] = .clausalComplement }
  }

  /// `described as`, `seen in`: a preposition or a subordinator follows.
  private func standsBeforeItsComplement(_ word: Int) -> Bool {
    word + 1 < sentence.count
      && (sentence.tags[word + 1] == .adposition || sentence.tags[word + 1] == .subordinator)
  }

  /// `comes into force across the fells and lasts until noon`: a finite verb is no conjunct of a noun.
  mutating func conjunctOfNoun(_ word: Int) {
    guard isFiniteVerb(word), relations[word] == .conjunct, child(word, .coordinator) != nil,
      child(word, .subject, .passiveSubject) == nil, let noun = head(word), isNoun(noun),
      child(noun, .copula, .subject) == nil
    else { return }
    var above = head(noun)
    for _ in heads.indices {
      guard let at = above, sentence.tags[at] != .verb else { break }
      above = head(at)
    }
    guard let verb = above, verb < word, sentence.tags[verb] == .verb else { return }
    heads[word] = Int32(verb)
  }

  /// `If talks resume this week, …`: a noun that the parse makes the clause, its verb only what describes it.
  mutating func subjectOfCondition(_ word: Int) {
    guard isFiniteVerb(word), word > 0, let above = head(word),
      case let noun = above == head(word - 1) ? word - 1 : above, noun < word, isNoun(noun),
      word == noun + 1 || [.adverbialClause, .clausalModifier, .relativeClause].contains(relations[word]),
      relations[noun] == .adverbialClause, let mark = child(noun, .marker), mark < noun,
      lexicon.cues.cue(mark, of: sentence, .conditional) != nil, child(noun, .copula, .subject) == nil,
      child(word, .subject, .passiveSubject, .marker) == nil,
      !(noun + 1..<word).contains(where: { sentence.tags[$0] == .punctuation })
    else { return }
    (heads[word], relations[word]) = (heads[noun], relations[noun])
    heads[noun] = Int32(word)
    relations[noun] = child(word, .passiveAuxiliary) == nil ? .subject : .passiveSubject
    for child in children(noun) where child == mark || child > word { heads[child] = Int32(word) }
  }

  /// `…, the company that repairs it said`: the verb of saying at the end has the noun before the relative clause
  /// for its subject, wherever the parse puts the two.
  mutating func speakerWithClause(_ word: Int) {
    guard sentence.tags[word] == .verb, isFiniteVerb(word) || sentence.morphology[word].contains(.past),
      lexicon.verbs.frame(lemma(word), .report)?.says == true,
      let comma = (0..<word).last(where: isComma), let root = heads.firstIndex(where: { $0 < 0 }),
      root < comma,
      let relative = (comma + 2..<max(word, comma + 2)).first(where: isRelative), word > relative + 1,
      case let noun = relative - 1, isNoun(noun),
      !(relations[noun] == .subject && heads[noun] == Int32(word)),
      (comma + 1..<noun).allSatisfy({ Self.withinPhrase.contains(sentence.tags[$0]) }),
      !(word + 1..<sentence.count).contains(where: { sentence.tags[$0] == .verb || isComma($0) }),
      child(word, .auxiliary, .passiveAuxiliary) == nil
    else { return }
    let within = relative + 1..<word
    let verb = within.first { sentence.tags[$0] == .verb } ?? within.first { isNoun($0) }
    for child in children(word) where child < word && child != noun {
      heads[child] = Int32(verb ?? noun)
      if relations[child] == .subject, child > (verb ?? child) { relations[child] = .object }
    }
    if let verb {
      (heads[verb], relations[verb]) = (Int32(noun), .relativeClause)
    }
    (heads[noun], relations[noun]) = (Int32(word), .subject)
    (heads[word], relations[word]) = (Int32(root), .parataxis)
    for time in times where time.word > word { heads[time.word] = Int32(word) }
  }

  /// `fled in May, was caught in June and was tried in July`: the second verb of a list of three has the first one's
  /// subject.
  mutating func listedVerb(_ word: Int) {
    guard sentence.tags[word] == .verb, relations[word] == .parataxis, let first = head(word), first < word,
      sentence.tags[first] == .verb, hasCommaBefore(word),
      child(word, .subject, .passiveSubject, .marker, .coordinator) == nil, !has(word, .report),
      child(first, .subject, .passiveSubject) != nil,
      children(word).contains(where: {
        $0 > word && relations[$0] == .conjunct && sentence.tags[$0] == .verb
          && child($0, .coordinator) != nil
          && child($0, .subject, .passiveSubject) == nil
      })
    else { return }
    relations[word] = .conjunct
    for last in children(word) where relations[last] == .conjunct && sentence.tags[last] == .verb {
      heads[last] = Int32(first)
    }
  }

  /// `Nobody told the band, which played on Friday`: a clause with a relative pronoun behind a comma tells of the
  /// noun before it, and is not what is said.
  mutating func relativeTakenForContent(_ word: Int) {
    guard relations[word] == .clausalComplement, let pronoun = child(word, .subject, .passiveSubject),
      pronoun < word, pronoun > 1, sentence.tags[pronoun] == .pronoun, isRelative(pronoun),
      isComma(pronoun - 1),
      let verb = head(word), verb < pronoun,
      let noun = children(verb).last(where: {
        $0 < pronoun && isNoun($0) && [.object, .indirectObject, .oblique].contains(relations[$0])
      }), subtreeEnd(noun) == pronoun - 1 || noun == pronoun - 2
    else { return }
    heads[word] = Int32(noun)
    relations[word] = .relativeClause
  }

  /// `While we were at work or pretending to be, the owner signed`: the clause behind a subordinate one is the main
  /// one.
  mutating func mainClauseBehind(_ word: Int) {
    guard isFiniteVerb(word), relations[word] == .parataxis, let upper = head(word), upper < word,
      heads[upper] < 0, let mark = child(upper, .marker), mark < upper,
      sentence.tags[mark] == .subordinator, let subject = child(word, .subject, .passiveSubject),
      subject < word, case let first = sentence.subtree(of: subject).lowerBound,
      first > 0, isComma(first) || isComma(first - 1), !has(word, .report)
    else { return }
    for child in children(upper) where child < mark { heads[child] = Int32(word) }
    heads[word] = -1
    relations[word] = .root
    heads[upper] = Int32(word)
    relations[upper] = .adverbialClause
  }

  /// `will use this weekend's gathering to ask for more`: the noun right behind a time with an `'s` is the time's, and what the
  /// verb acts on.
  mutating func nounOfTime(_ word: Int) {
    guard word > 1, isNoun(word), relations[word] == .adverbialClause, isTime(word - 2),
      sentence.tags[word - 1] == .particle, heads[word - 1] == Int32(word - 2), let verb = head(word),
      verb < word - 2, heads[word - 2] == Int32(verb), child(verb, .object) == nil,
      child(word, .copula, .subject, .marker) == nil
    else { return }
    relations[word] = .object
    heads[word - 2] = Int32(word)
    relations[word - 2] = .possessive
    for purpose in children(word) where relations[purpose] == .openComplement {
      heads[purpose] = Int32(verb)
      relations[purpose] = .adverbialClause
    }
  }

  /// `the annual Munich Security Conference`: no name stands beside an adjective without a comma.
  mutating func adjectiveBeforeName(_ word: Int) {
    guard sentence.tags[word] == .adjective,
      [.subject, .passiveSubject, .object, .oblique].contains(relations[word]),
      let name = child(word, .apposition), name > word, sentence.tags[name] == .properNoun,
      sentence.subtree(of: name).lowerBound == word + 1, child(word, .copula) == nil
    else { return }
    (heads[name], relations[name]) = (heads[word], relations[word])
    for child in children(word) where child != name { heads[child] = Int32(name) }
    heads[word] = Int32(name)
    relations[word] = .adjectivalModifier
  }

  private static let withinPhrase: [UniversalTag] = [.determiner, .adjective, .noun, .properNoun, .numeral]

  private func isRelative(_ word: Int) -> Bool {
    let cues: ClauseCue = ClauseCues.english.cues(of: word, in: sentence)
    return cues.contains(.relative)
  }
}
