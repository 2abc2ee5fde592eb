import TimelineLanguage

/// Sets right what a parser of news gets wrong most often, where grammar leaves no doubt.
///
/// The rules look at what surrounds a word and at the lexicon's frames; each keeps it a tree, though arcs
/// may cross where it was cut wrong.
struct TreeMender {
  let sentence: ParsedSentence
  let times: [MaskedTime]
  let lexicon: ClaimLexicon
  var heads: [Int32]
  var relations: [UniversalRelation]

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
    subjectOfCondition(word)
    speakerWithClause(word)
    listedVerb(word)
    relativeTakenForContent(word)
    mainClauseBehind(word)
    nounOfTime(word)
    adjectiveBeforeName(word)
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
    let first = sentence.subtree(of: word).lowerBound
    let isBehindTime = first < word && first > 0 && isTime(first - 1) && self.head(first) == word
    guard head < word, let mark = child(word, .marker) ?? (isBehindTime ? first : nil),
      lexicon.cues.cue(mark, of: sentence, .content) != nil, has(head, .report) || has(head, .govern)
    else { return }
    relations[word] = .clausalComplement
    relations[mark] = .marker
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

  // MARK: Words

  func head(_ word: Int) -> Int? { heads[word] < 0 ? nil : Int(heads[word]) }

  func children(_ word: Int) -> [Int] { heads.indices.filter { heads[$0] == Int32(word) } }

  func child(_ word: Int, _ wanted: UniversalRelation...) -> Int? {
    let wanted = RelationSet(wanted)
    return heads.indices.first { heads[$0] == Int32(word) && wanted.contains(relations[$0]) }
  }

  func subtreeEnd(_ word: Int) -> Int { sentence.subtree(of: word).upperBound }

  func isTime(_ word: Int) -> Bool { times.contains { $0.word == word } }

  func isNoun(_ word: Int) -> Bool {
    (sentence.tags[word] == .noun || sentence.tags[word] == .properNoun) && !isTime(word)
  }

  func isFiniteVerb(_ word: Int) -> Bool {
    sentence.tags[word] == .verb
      && (sentence.morphology[word].contains(.finite)
        || sentence.children(of: word).contains { sentence.relations[$0] == .auxiliary })
  }

  func isComma(_ word: Int) -> Bool { sentence.isComma(word) }

  func hasCommaBefore(_ word: Int) -> Bool {
    let first =
      children(word).filter { sentence.tags[$0] != .punctuation }.min().map { min($0, word) } ?? word
    return first > 0 && isComma(first - 1)
  }

  func lemma(_ word: Int) -> String {
    lexicon.verbs.respelled(sentence.lemma(of: word).lowercased())
  }

  func small(_ word: Int) -> String { sentence.string(word).lowercased() }

  func isCue(_ word: Int) -> Bool { lexicon.cues.cue(word, of: sentence, .adjective) != nil }

  func has(_ word: Int, _ kind: VerbFrames.Kind) -> Bool {
    lexicon.verbs.has(lemma(word), kind)
  }

  func frame(_ word: Int) -> VerbFrames.Frame? { lexicon.verbs.frame(lemma(word), .govern) }
}
