import TimelineLanguage

/// Words that the tagger takes for another part of speech than grammar allows where they stand.
///
/// A tagger of news errs most where a verb has the form of a noun or an adjective: `is due to rule`, `should
/// last`, `the chief steps down`. What stands beside the word settles it, and the sentence is parsed again
/// with that reading.
struct Misreadings {
  let core: LanguageCore
  let lexicon: ClaimLexicon
  let sentence: ParsedSentence
  let times: [MaskedTime]

  /// The words to be held to another reading.
  func readings() -> [Int: WordReading] {
    var readings: [Int: WordReading] = [:]
    for word in 0..<max(0, sentence.count - 1) {
      if isVerbBehind(word) { readings[word + 1] = .infinitive }
    }
    for part in parts {
      if let (word, reading) = lostVerb(in: part) { readings[word] = reading }
    }
    openingNoun(&readings)
    if isDeedBeforeVerb(0) {
      readings[0] = .noun
      readings[1] = .past
    }
    for word in 1..<max(1, sentence.count) {
      if let reading = verbOfSaying(word) { readings[word] = reading }
      if isVerbBehindApposition(word) { readings[word] = .past }
      if isDeedBeforeVerb(word) {
        readings[word] = .noun
        readings[word + 1] = .past
      }
      if isNameOfPlace(word) { readings[word] = .name }
      if isListedVerb(word) { readings[word] = .infinitive }
      if let (verb, reading) = verbMissing(behind: word - 1) { readings[verb] = reading }
    }
    for word in 0..<sentence.count {
      if isPresentReadAsPast(word) { readings[word] = .present }
      if isPastReadAsParticiple(word) { readings[word] = .past }
      if isNameReadAsVerb(word) { readings[word] = .name }
      if isVerbReadAsName(word) { readings[word] = .past }
      if isHyphenatedEvent(word) { readings[word] = .noun }
    }
    return readings
  }

  /// `Schools reopen on Monday`: an unknown verb that ends in a known one's bare form is no past.
  private func isPresentReadAsPast(_ word: Int) -> Bool {
    guard sentence.tags[word] == .verb, sentence.morphology[word].contains(.past) else { return false }
    let form = small(word)
    guard !core.knows(.past, of: form), !core.knows(.participle, of: form),
      sentence.child(of: word, .subject, .passiveSubject) != nil,
      sentence.child(of: word, .auxiliary, .passiveAuxiliary) == nil
    else { return false }
    return Self.prefixLengths.contains { length in
      guard form.utf8.count >= length + Self.shortestVerb else { return false }
      let rest = String(decoding: Array(form.utf8.dropFirst(length)), as: UTF8.self)
      return core.knows(.infinitive, of: rest) && !core.knows(.past, of: rest)
        && !core.knows(.participle, of: rest)
    }
  }

  /// `said that shelling killed four people`: with a subject and an object of its own and no auxiliary no
  /// participle.
  private func isPastReadAsParticiple(_ word: Int) -> Bool {
    guard sentence.tags[word] == .verb, sentence.morphology[word].contains([.past, .participle]),
      sentence.child(of: word, .auxiliary, .passiveAuxiliary, .copula, .passiveSubject) == nil,
      let subject = sentence.child(of: word, .subject, .clausalSubject), subject < word,
      let object = sentence.child(of: word, .object), object > word
    else { return false }
    return core.knows(.past, of: small(word))
  }

  /// `run-off`, `by-elections`: a noun for an event in parts, whatever a tagger takes it for.
  private func isHyphenatedEvent(_ word: Int) -> Bool {
    guard sentence.tags[word] != .noun, !isTime(word) else { return false }
    let token = sentence.token(word)
    guard sentence.document.text.bytes[Int(token.start)..<Int(token.end)].contains(45) else { return false }
    let small = small(word)
    return lexicon.nouns.kind(small) == .event || lexicon.nouns.kind(String(small.dropLast())) == .event
  }

  /// How many letters stand before it.
  private static let prefixLengths = 2...5
  private static let shortestVerb = 3

  // MARK: Infinitives

  /// Whether only an infinitive can follow a word: a modal verb or `do`, or `to` behind a word that governs
  /// an event.
  private func isVerbBehind(_ word: Int) -> Bool {
    let next = word + 1
    guard isNominal(next) else { return false }
    if sentence.tags[word] == .auxiliary {
      let cues: ClauseCue = ClauseCues.english.cues(of: word, in: sentence)
      // `did exchange prisoners`: the parse itself takes `did` for its auxiliary.
      if cues.contains(.does), sentence.tags[next] == .noun, sentence.head(of: word) == next,
        sentence.relations[word] == .auxiliary
      {
        return true
      }
      guard isBaseVerb(small(next)) else { return false }
      let head = sentence.head(of: word)
      return !cues.isDisjoint(with: [.modal, .will, .would, .does])
        && head.map { sentence.tags[$0] != .verb } ?? true && sentence.tags[next] != .adverb
    }
    switch sentence.tags[word] {
    case .particle, .adposition: break
    default: return false
    }
    guard word > 0, lexicon.cues.cue(word, of: sentence, .destination) != nil else { return false }
    // `expect it to peak`
    if word > 1, sentence.tags[word - 1] == .pronoun, sentence.tags[next] == .noun,
      governsInfinitive(word - 2),
      sentence.child(of: next, .determiner, .possessive, .adjectivalModifier, .compound) == nil
    {
      return !beginsNounPhrase(next)
    }
    // `are forecast to peak on Monday`
    if sentence.tags[word - 1] == .verb, sentence.child(of: word - 1, .passiveAuxiliary, .copula) != nil,
      sentence.tags[next] == .noun, looksAhead(word - 1), !beginsNounPhrase(next),
      sentence.child(of: next, .determiner, .possessive, .adjectivalModifier, .compound) == nil,
      next + 1 >= sentence.count || sentence.tags[next + 1] != .noun || isTime(next + 1)
    {
      return true
    }
    guard isBaseVerb(small(next)), !beginsNounPhrase(next) else { return false }
    if governsInfinitive(word - 1) { return true }
    // `expects inflation to peak`
    guard sentence.relations[word - 1] == .object, let verb = sentence.head(of: word - 1), verb < word - 1,
      sentence.tags[verb] == .verb, sentence.tags[next] == .noun, governsInfinitive(verb),
      sentence.child(of: next, .determiner, .possessive, .adjectivalModifier, .compound) == nil
    else { return false }
    return true
  }

  /// `expected`, `forecast`, `scheduled`: a participle that leads to no place.
  private func looksAhead(_ word: Int) -> Bool {
    let lemma = lexicon.verbs.respelled(sentence.lemma(of: word).lowercased())
    guard let modality = lexicon.verbs.frame(lemma, .govern)?.modality else { return false }
    return (modality == .expected || modality == .scheduled) && !lexicon.verbs.has(lemma, .settle)
  }

  /// `is to`, `is due to`, `expected to`, `plans to`.
  private func governsInfinitive(_ word: Int) -> Bool {
    let lemma = sentence.lemma(of: word).lowercased()
    switch sentence.tags[word] {
    case .auxiliary: return ClauseCues.english.cues(of: word, in: sentence).contains(.be)
    case .adjective, .adposition: return lexicon.cues.cue(lemma, .adjective) != nil
    case .verb:
      return lexicon.verbs.has(lemma, .govern) || lexicon.verbs.has(lemma, .schedule)
        || lexicon.cues.cue(word, of: sentence, .adjective) != nil
    default: return false
    }
  }

  /// `set to high standards`, `due to delays`: a noun behind an adjective, or one in the plural.
  private func beginsNounPhrase(_ word: Int) -> Bool {
    if sentence.morphology[word].contains(.plural) { return true }
    guard word + 1 < sentence.count, sentence.tags[word] == .adjective else { return false }
    return sentence.tags[word + 1] == .noun && !isTime(word + 1)
  }

  /// `will arrive on 4 April, dock on 6 April`: a bare noun in a row of infinitives.
  private func isListedVerb(_ word: Int) -> Bool {
    guard sentence.tags[word] == .noun, !isTime(word), word + 1 < sentence.count,
      sentence.relations[word] == .conjunct || sentence.relations[word] == .apposition,
      !sentence.morphology[word].contains(.plural), sentence.isMark(word - 1, 44),
      sentence.child(of: word, .determiner, .possessive, .adjectivalModifier, .compound, .numericModifier)
        == nil, standsBeforeRest(word), core.knows(.infinitive, of: small(word))
    else { return false }
    return (0..<word).contains {
      sentence.tags[$0] == .verb && sentence.morphology[$0].contains(.infinitive)
    }
  }

  // MARK: Names and nouns

  /// `said shelling killed four`: a gerund that is the subject of the verb behind it.
  private func isDeedBeforeVerb(_ word: Int) -> Bool {
    let next = word + 1
    guard next < sentence.count, isGerund(word) || word == 0 && sentence.tags[0] == .noun,
      sentence.tags[next] == .verb, core.knows(.past, of: small(next))
    else { return false }
    // `said that shelling killed four`
    if sentence.relations[word] == .clausalSubject, sentence.head(of: word) == next {
      return sentence.child(of: word, .object) == nil && sentence.child(of: next, .object) != nil
    }
    guard sentence.relations[next] == .openComplement, sentence.head(of: next) == word,
      sentence.child(of: next, .marker) == nil
    else { return false }
    // `Shelling killed four people.`
    return word == 0 || sentence.tags[word - 1] == .verb
  }

  func isGerund(_ word: Int) -> Bool {
    let form = sentence.morphology[word]
    return sentence.tags[word] == .verb && !isTime(word)
      && (form.contains(.gerund) || form.contains(.participle) && !form.contains(.past))
  }

  // MARK: Finite verbs

  /// The verb of a sentence in which the tagger saw none: `The chief, Pauli Veng, steps down on 31 May.`
  private func lostVerb(in part: Range<Int>) -> (Int, WordReading)? {
    guard sentence.sentence.kind == .prose, let first = part.first, let last = part.last, last > first + 1,
      isFullStop(last) || sentence.isMark(last, 59), !part.contains(where: isFinite)
    else { return nil }
    // `The party called on the president to resign`, read as a participle.
    if let word = (first + 1..<last).first(where: isLostPast) { return (word, .past) }
    for word in first + 1..<last where isNominal(word) && !isTime(word) {
      let before = sentence.tags[word - 1]
      guard before == .noun || before == .properNoun || before == .punctuation || isEnded(word),
        standsBeforeRest(word),
        lexicon.nouns.kind(small(word)) != .event
      else { continue }
      if let reading = finiteReading(of: word) { return (word, reading) }
      // `Forty sailors travel to Hov`
      if sentence.child(of: word, .subject) == word - 1, sentence.morphology[word - 1].contains(.plural),
        sentence.child(of: word, .copula, .determiner) == nil, core.knows(.present, of: small(word))
      {
        return (word, .present)
      }
      // `Torvik travel to Hov`: a team is many.
      if before == .properNoun, core.knows(.present, of: small(word)), !isTime(word - 1) {
        return (word, .present)
      }
    }
    return nil
  }

  /// What semicolons part, each with the mark that ends it.
  private var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = 0
    for word in sentence.tags.indices where sentence.isMark(word, 59) || word == sentence.count - 1 {
      parts.append(start..<word + 1)
      start = word + 1
    }
    return parts
  }

  /// A participle that describes the root of a sentence without a verb, and may be its past tense.
  private func isLostPast(_ word: Int) -> Bool {
    guard sentence.tags[word] == .verb, sentence.relations[word] == .clausalModifier,
      let noun = sentence.head(of: word), noun < word, sentence.relations[noun] == .root,
      sentence.child(of: word, .openComplement, .object, .clausalComplement) != nil
    else { return false }
    return core.knows(.past, of: small(word)) && standsBeforeRest(word)
  }

  /// `the firm no longer plans to`
  private func isEnded(_ word: Int) -> Bool {
    word > 1 && lexicon.cues.cue(word - 1, of: sentence, .ended) != nil
      && ClauseCues.english.cues(of: word - 2, in: sentence).contains(.no)
  }

  private func finiteReading(of word: Int) -> WordReading? {
    isThirdPerson(word) ? .thirdPerson : core.knows(.past, of: small(word)) ? .past : nil
  }

  /// Whether what follows a word may stand behind a verb: a time, a preposition, an article, a number.
  func standsBeforeRest(_ word: Int) -> Bool {
    guard word + 1 < sentence.count else { return false }
    if isTime(word + 1) { return true }
    switch sentence.tags[word + 1] {
    case .adposition, .determiner, .numeral, .pronoun, .adverb, .particle: return true
    default: return false
    }
  }

  /// `Pay rises by 5 percent`: no imperative, where a verb's third person follows.
  private func openingNoun(_ readings: inout [Int: WordReading]) {
    guard sentence.count > 3, sentence.tags[0] == .verb, !sentence.morphology[0].contains(.past),
      sentence.tags[1] == .noun || sentence.tags[1] == .verb, standsBeforeRest(1),
      core.knows(.noun, of: small(0)), isThirdPerson(1)
    else { return }
    readings[0] = .noun
    readings[1] = .thirdPerson
  }

  /// `the Commerce Department estimates`, `Karvelia and Sorenia plan to meet`: a noun where a clause needs
  /// a verb of saying or meaning.
  private func verbOfSaying(_ word: Int) -> WordReading? {
    guard sentence.tags[word] == .noun else { return nil }
    let before = sentence.tags[word - 1]
    guard before == .noun || before == .properNoun || before == .adverb || before == .punctuation,
      !isTime(word)
    else { return nil }
    let lemma = sentence.lemma(of: word).lowercased()
    guard lexicon.verbs.frames(lemma) != nil else { return nil }
    switch sentence.relations[word] {
    case .relativeClause, .clausalComplement, .parataxis, .adverbialClause, .clausalModifier:
      guard sentence.child(of: word, .copula, .subject) == nil else { return nil }
      if sentence.relations[word] == .clausalModifier {
        return core.knows(.participle, of: small(word)) ? .participle : nil
      }
      return finiteReading(of: word) ?? (core.knows(.present, of: small(word)) ? .present : nil)
    default: break
    }
    // A singular noun needs an article.
    guard lexicon.verbs.has(lemma, .govern), !sentence.morphology[word].contains(.plural),
      word + 2 < sentence.count,
      lexicon.cues.cue(word + 1, of: sentence, .destination) != nil, sentence.tags[word + 2] == .verb,
      before == .properNoun || sentence.morphology[word - 1].contains(.plural),
      sentence.child(of: word, .determiner, .possessive, .adjectivalModifier) == nil,
      core.knows(.present, of: small(word))
    else { return nil }
    return .present
  }

  /// `An earlier lander, Halcyon-0, lost contact`: a past tense that the parse takes to describe its object.
  private func isVerbBehindApposition(_ word: Int) -> Bool {
    guard sentence.tags[word] == .verb, sentence.relations[word] == .adjectivalModifier,
      sentence.tags[word - 1] == .punctuation, word + 1 < sentence.count,
      sentence.head(of: word) == word + 1, sentence.relations[word + 1] == .root
    else { return false }
    return core.knows(.past, of: small(word))
  }

  // MARK: Words

  func isBaseVerb(_ word: String) -> Bool {
    core.knows(.infinitive, of: word) || core.knows(.present, of: word) || lexicon.verbs.frames(word) != nil
  }

  /// `steps`, of a verb whose base form is known.
  func isThirdPerson(_ word: Int) -> Bool {
    let form = small(word)
    if core.knows(.thirdPerson, of: form) { return true }
    guard form.hasSuffix("s"), !form.hasSuffix("ss") else { return false }
    return isBaseVerb(String(form.dropLast())) || form.hasSuffix("es") && isBaseVerb(String(form.dropLast(2)))
  }

  func isNominal(_ word: Int) -> Bool {
    switch sentence.tags[word] {
    case .noun, .adjective, .adverb: !isTime(word)
    default: false
    }
  }

  func isFinite(_ word: Int) -> Bool {
    sentence.tags[word] == .auxiliary
      || sentence.tags[word] == .verb && !sentence.morphology[word].isDisjoint(with: [.finite, .imperative])
  }

  func isTime(_ word: Int) -> Bool { times.contains { $0.word == word } }

  private func isFullStop(_ word: Int) -> Bool { sentence.isMark(word, 46) }

  func small(_ word: Int) -> String { sentence.string(word).lowercased() }
}
