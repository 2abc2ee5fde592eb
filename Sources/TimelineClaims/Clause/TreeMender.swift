import TimelineLanguage

/// Sets right what a parser of news gets wrong most often, where grammar leaves no doubt.
///
/// The rules look at what surrounds a word and at the lexicon's frames; each keeps it a tree, though arcs
/// may cross where it was cut wrong.
struct TreeMender {
  private let sentence: ParsedSentence
  private let times: [MaskedTime]
  private let lexicon: ClaimLexicon
  private var heads: [Int32]
  private var relations: [UniversalRelation]

  init(_ sentence: ParsedSentence, _ times: [MaskedTime], _ lexicon: ClaimLexicon) {
    self.sentence = sentence
    self.times = times
    self.lexicon = lexicon
    heads = sentence.heads
    relations = sentence.relations
  }

  /// Longer sentences are lists or tables, and stay as they are: the rules look through a sentence for the
  /// children of a word.
  private static let longest = 200

  func mended() -> ParsedSentence {
    guard relations.count <= Self.longest else { return sentence }
    var mender = self
    for word in relations.indices { mender.mend(word) }
    return mender.heads == heads && mender.relations == relations || mender.roots != roots
      ? sentence : sentence.with(mender.heads, mender.relations)
  }

  /// How many words have no head; nil where a word does not lead to one of them.
  private var roots: Int? {
    var roots = 0
    // Which words lead to the root, and which are on the way looked at.
    var states = [UInt8](repeating: 0, count: heads.count)
    for word in heads.indices {
      var path: [Int] = []
      var current = word
      while states[current] == 0 {
        states[current] = 1
        path.append(current)
        guard let head = head(current) else {
          roots += 1
          break
        }
        guard states[head] != 1 else { return nil }
        current = head
      }
      for passed in path { states[passed] = 2 }
    }
    return roots
  }

  private mutating func mend(_ word: Int) {
    reportTakenForParticiple(word)
    participleTakenForNoun(word)
    reportThatInterrupts(word)
    verbBeforeObject(word)
    contentClause(word)
    dueInfinitive(word)
    dueBefore(word)
    infinitiveTakenForPhrase(word)
    infinitiveOfGovernor(word)
    vocative(word)
    passiveTakenForCopula(word)
    mainVerbBehindParticiple(word)
    gerundOfPhase(word)
    participleBehindNoun(word)
    subjectOfRaising(word)
    subjectOfBeTo(word)
    auxiliaryAbove(word)
    verbBehindInterruption(word)
    conjunctOfNoun(word)
    speakerBehind(word)
  }

  // MARK: What is said

  /// A clause with `that` under a verb of saying or wanting is what is said, whatever the parse calls it, and
  /// though it hangs it from a time behind the verb (`He said last week that …`).
  private mutating func contentClause(_ word: Int) {
    guard Self.clauses.contains(relations[word]), var head = head(word) else { return }
    let isSubject = relations[word] == .clausalSubject || relations[word] == .passiveClausalSubject
    if isTime(head), let verb = self.head(head) {
      head = verb
    } else if relations[word] != .adverbialClause, !isSubject {
      return
    }
    guard head < word, let mark = child(word, .marker),
      lexicon.cues.cue(mark, of: sentence, .content) != nil, has(head, .report) || has(head, .govern)
    else { return }
    relations[word] = .clausalComplement
    heads[word] = Int32(head)
  }

  private static let clauses: RelationSet = [
    .adverbialClause, .clausalModifier, .relativeClause, .clausalSubject, .passiveClausalSubject,
  ]

  /// `The board promised in May that parliament would vote`: a verb that the parse takes for a participle of
  /// its subject, what it says for the main clause.
  private mutating func reportTakenForParticiple(_ word: Int) {
    guard sentence.tags[word] == .verb, relations[word] == .clausalModifier, let noun = head(word),
      noun < word,
      relations[noun] == .subject, let content = head(noun), content > word,
      let mark = child(content, .marker), mark > word, lexicon.cues.cue(mark, of: sentence, .content) != nil,
      has(word, .report) || has(word, .govern)
    else { return }
    (heads[word], relations[word]) = (heads[content], relations[content])
    heads[content] = Int32(word)
    relations[content] = .clausalComplement
    heads[noun] = Int32(word)
    for child in children(content) where child < noun { heads[child] = Int32(word) }
  }

  /// `An earlier lander, Halcyon-0, lost contact`: a verb behind a comma that the parse takes to describe its
  /// object.
  private mutating func verbBeforeObject(_ word: Int) {
    guard sentence.tags[word] == .verb, relations[word] == .adjectivalModifier, word > 0,
      sentence.tags[word - 1] == .punctuation, let noun = head(word), noun == word + 1,
      relations[noun] == .root, let subject = (0..<word).first(where: { isNoun($0) })
    else { return }
    heads[word] = heads[noun]
    relations[word] = .root
    heads[noun] = Int32(word)
    relations[noun] = .object
    for child in children(noun) where child < word { heads[child] = Int32(word) }
    for child in children(noun) where sentence.tags[child] == .verb && relations[child] == .conjunct {
      heads[child] = Int32(word)
    }
    if heads[subject] == Int32(word) { relations[subject] = .subject }
  }

  /// `…,” said head teacher Colm Abbey`: the noun right behind a verb of saying that ends what was said.
  private mutating func speakerBehind(_ word: Int) {
    guard relations[word] == .object || relations[word] == .clausalComplement, isNoun(word),
      let verb = head(word), verb < word, verb > 0, sentence.tags[verb - 1] == .punctuation,
      sentence.morphology[verb].contains(.finite), has(verb, .report),
      child(verb, .subject, .passiveSubject) == nil,
      child(verb, .auxiliary, .passiveAuxiliary, .marker) == nil,
      !(verb + 1..<word).contains(where: { sentence.tags[$0] == .adposition || isTime($0) })
    else { return }
    relations[word] = .subject
  }

  /// `The water, she said, should reach the steps`: the verb behind what a report interrupts is the noun's own.
  private mutating func reportThatInterrupts(_ word: Int) {
    guard sentence.tags[word] == .verb, relations[word] == .clausalComplement, let report = head(word),
      report < word, relations[report] == .parataxis, has(report, .report), let noun = head(report),
      noun < report, isNoun(noun), relations[noun] == .root,
      child(word, .subject, .passiveSubject, .marker) == nil,
      child(noun, .copula, .subject) == nil
    else { return }
    heads[word] = heads[noun]
    relations[word] = .root
    heads[report] = Int32(word)
    heads[noun] = Int32(word)
    relations[noun] = child(word, .passiveAuxiliary) == nil ? .subject : .passiveSubject
  }

  /// `A closing planned for May was called off`: a participle that the parse takes for the noun before it.
  private mutating func participleTakenForNoun(_ word: Int) {
    guard sentence.tags[word] == .verb, word > 0, word + 1 < sentence.count, isNoun(word - 1),
      relations[word - 1] == .compound, heads[word - 1] == Int32(word),
      [.subject, .passiveSubject, .object].contains(relations[word]),
      sentence.morphology[word].contains([.past, .participle]),
      sentence.tags[word + 1] == .adposition || isTime(word + 1)
    else { return }
    let noun = word - 1
    (heads[noun], relations[noun]) = (heads[word], relations[word])
    heads[word] = Int32(noun)
    relations[word] = .clausalModifier
    for child in children(word) where child < noun { heads[child] = Int32(noun) }
    for child in children(word) where relations[child] == .nominalModifier { relations[child] = .oblique }
  }

  // MARK: Infinitives

  /// `is due to rule`, `due to take effect`: no preposition `due to` where a verb follows.
  private mutating func dueInfinitive(_ word: Int) {
    guard sentence.tags[word] == .adjective || sentence.tags[word] == .adposition,
      relations[word] == .caseMarker || relations[word] == .marker, word + 2 < sentence.count,
      let verb = head(word), verb > word + 1, sentence.tags[verb] == .verb,
      relations[word + 1] == .fixed || head(word + 1) == verb,
      lexicon.cues.cue(word, of: sentence, .adjective) != nil,
      lexicon.cues.cue(word + 1, of: sentence, .destination) != nil
    else { return }
    let outer = relations[verb]
    heads[word] = heads[verb]
    relations[word] = outer
    heads[verb] = Int32(word)
    relations[verb] = .openComplement
    heads[word + 1] = Int32(verb)
    relations[word + 1] = .marker
    for child in children(verb) where child < word { heads[child] = Int32(word) }
  }

  /// `She is due before magistrates`: no preposition `due before`, where a form of `be` stands before it.
  private mutating func dueBefore(_ word: Int) {
    guard relations[word] == .caseMarker, sentence.tags[word] == .adjective, word + 1 < sentence.count,
      isCue(word), lexicon.cues.cue(word + 1, of: sentence, .destination) == nil,
      relations[word + 1] == .fixed,
      heads[word + 1] == Int32(word), let noun = head(word),
      noun > word + 1, let copula = child(noun, .copula), copula < word
    else { return }
    (heads[word], relations[word]) = (heads[noun], relations[noun])
    for child in children(noun) where child < word || isTime(child) { heads[child] = Int32(word) }
    heads[noun] = Int32(word)
    relations[noun] = .oblique
    heads[word + 1] = Int32(noun)
    relations[word + 1] = .caseMarker
    for child in children(word) where isTime(child) { relations[child] = .oblique }
  }

  /// `threatened to strike from Monday`: a verb behind `to` is no noun behind a preposition.
  private mutating func infinitiveTakenForPhrase(_ word: Int) {
    guard sentence.tags[word] == .verb, relations[word] == .oblique, word > 0,
      relations[word - 1] == .caseMarker, heads[word - 1] == Int32(word),
      lexicon.cues.cue(word - 1, of: sentence, .destination) != nil, let verb = head(word), verb < word,
      has(verb, .govern) || has(verb, .schedule)
    else { return }
    relations[word - 1] = .marker
    relations[word] = .openComplement
  }

  /// `ordered them to file`, `expects sales to reach`, `are due to be freed`: an infinitive behind a word
  /// that governs one is its complement, whatever the parse calls it.
  private mutating func infinitiveOfGovernor(_ word: Int) {
    guard sentence.tags[word] == .verb, let mark = child(word, .marker), mark < word,
      lexicon.cues.cue(mark, of: sentence, .destination) != nil, let head = head(word), head < word
    else { return }
    switch relations[word] {
    case .adverbialClause:
      guard has(head, .govern), child(head, .openComplement) == nil else { return }
    case .clausalSubject, .passiveClausalSubject:
      guard has(head, .govern) || has(head, .schedule) || isCue(head) else { return }
    case .clausalModifier:
      guard relations[head] == .object, let verb = self.head(head), verb < head, has(verb, .govern),
        !has(verb, .light), lexicon.cues.cue(lemma(head), .noun) == nil || has(verb, .report) == false,
        frame(verb)?.modality == .expected, subtreeEnd(head) == subtreeEnd(word)
      else { return }
      heads[word] = Int32(verb)
    default: return
    }
    relations[word] = .openComplement
  }

  /// `It is unlikely to be adopted`: the subject of an adjective that passes it on is no mere `it`.
  private mutating func subjectOfRaising(_ word: Int) {
    guard relations[word] == .expletive, let head = head(word), word < head,
      let modality = lexicon.cues.cue(head, of: sentence, .adjective)?.modality ?? meaning(head),
      modality != .possible, let verb = child(head, .openComplement, .clausalSubject),
      sentence.tags[word] == .pronoun, verb > head,
      let mark = child(verb, .marker), lexicon.cues.cue(mark, of: sentence, .destination) != nil
    else { return }
    relations[word] = .subject
  }

  /// `It plans to close`: what an active verb governs.
  private func meaning(_ verb: Int) -> Modality? {
    guard sentence.tags[verb] == .verb, child(verb, .passiveAuxiliary) == nil else { return nil }
    return frame(verb)?.modality
  }

  /// `The tour was to start`: no subject of a clause within another.
  private mutating func subjectOfBeTo(_ word: Int) {
    guard relations[word] == .outerSubject, let verb = head(word), verb > word, sentence.tags[verb] == .verb
    else { return }
    relations[word] = .subject
  }

  /// `they had initialled`: an auxiliary that the parse made the head of its verb.
  private mutating func auxiliaryAbove(_ word: Int) {
    guard sentence.tags[word] == .verb, relations[word] == .openComplement, let head = head(word),
      head < word, sentence.tags[head] == .auxiliary
    else { return }
    heads[word] = heads[head]
    relations[word] = relations[head]
    for child in children(head) where child != word {
      heads[child] = Int32(word)
    }
    heads[head] = Int32(word)
    relations[head] = .auxiliary
  }

  /// `rain is forecast for Friday`: no copula before a participle.
  private mutating func passiveTakenForCopula(_ word: Int) {
    guard relations[word] == .copula, let verb = head(word), verb > word, sentence.tags[verb] == .verb,
      sentence.morphology[verb].contains(.past) || !sentence.morphology[verb].contains(.participle),
      !sentence.morphology[verb].contains(.gerund), child(verb, .marker) == nil
    else { return }
    relations[word] = .passiveAuxiliary
    for child in children(verb) where relations[child] == .subject { relations[child] = .passiveSubject }
  }

  /// `to begin vaccinating teachers`: a gerund right behind a verb of beginning is what begins.
  private mutating func gerundOfPhase(_ word: Int) {
    guard sentence.tags[word] == .verb, relations[word] == .adjectivalModifier, word > 0,
      let noun = head(word), noun > word, relations[noun] == .object, let verb = head(noun), verb == word - 1,
      has(verb, .phase) || has(verb, .cease), sentence.morphology[word].contains(.participle),
      !sentence.morphology[word].contains(.past)
    else { return }
    heads[word] = Int32(verb)
    relations[word] = .openComplement
    heads[noun] = Int32(word)
  }

  /// `must rule in the case of the quarry, argued on 14 April`: a participle with its date behind a comma tells of the
  /// noun before it.
  private mutating func participleBehindNoun(_ word: Int) {
    guard sentence.tags[word] == .verb, relations[word] == .adverbialClause, word > 2, isComma(word - 1),
      isNoun(word - 2), sentence.morphology[word].contains([.past, .participle]), let verb = head(word),
      verb < word - 2, child(word, .auxiliary, .passiveAuxiliary, .subject, .passiveSubject, .marker) == nil,
      isTime(word + 1) || word + 2 < sentence.count && isTime(word + 2)
    else { return }
    var noun = word - 2
    // A tree that is being mended may go round.
    for _ in heads.indices {
      guard let above = head(noun), relations[noun] == .nominalModifier || relations[noun] == .compound,
        isNoun(above)
      else { break }
      noun = above
    }
    guard relations[noun] == .oblique || relations[noun] == .object, head(noun) == verb else { return }
    heads[word] = Int32(noun)
    relations[word] = .clausalModifier
  }

  // MARK: Clauses that interrupt

  /// `Vesna Kral, the finance director, will leave`, `Halden, which has promised it, had sent them`: nobody is
  /// addressed in the news outside speech; the name is the subject.
  private mutating func vocative(_ word: Int) {
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
  private mutating func mainVerbBehindParticiple(_ word: Int) {
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
  private mutating func verbBehindInterruption(_ word: Int) {
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
  private mutating func conjunctOfNoun(_ word: Int) {
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

  // MARK: Words

  private func head(_ word: Int) -> Int? { heads[word] < 0 ? nil : Int(heads[word]) }

  private func children(_ word: Int) -> [Int] { heads.indices.filter { heads[$0] == Int32(word) } }

  private func child(_ word: Int, _ wanted: UniversalRelation...) -> Int? {
    let wanted = RelationSet(wanted)
    return heads.indices.first { heads[$0] == Int32(word) && wanted.contains(relations[$0]) }
  }

  private func subtreeEnd(_ word: Int) -> Int { sentence.subtree(of: word).upperBound }

  private func isTime(_ word: Int) -> Bool { times.contains { $0.word == word } }

  private func isNoun(_ word: Int) -> Bool {
    (sentence.tags[word] == .noun || sentence.tags[word] == .properNoun) && !isTime(word)
  }

  private func isFiniteVerb(_ word: Int) -> Bool {
    sentence.tags[word] == .verb
      && (sentence.morphology[word].contains(.finite)
        || sentence.children(of: word).contains { sentence.relations[$0] == .auxiliary })
  }

  private func isComma(_ word: Int) -> Bool { sentence.isComma(word) }

  private func hasCommaBefore(_ word: Int) -> Bool {
    let first =
      children(word).filter { sentence.tags[$0] != .punctuation }.min().map { min($0, word) } ?? word
    return first > 0 && isComma(first - 1)
  }

  private func lemma(_ word: Int) -> String {
    lexicon.verbs.respelled(sentence.lemma(of: word).lowercased())
  }

  private func isCue(_ word: Int) -> Bool { lexicon.cues.cue(word, of: sentence, .adjective) != nil }

  private func has(_ word: Int, _ kind: VerbFrames.Kind) -> Bool {
    lexicon.verbs.has(lemma(word), kind)
  }

  private func frame(_ word: Int) -> VerbFrames.Frame? { lexicon.verbs.frame(lemma(word), .govern) }
}
