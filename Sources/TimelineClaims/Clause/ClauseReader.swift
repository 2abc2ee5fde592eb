import TimelineLanguage
import TimelineText

/// A parsed sentence with the lexicon at hand: the questions that the extraction asks of a tree.
final class ClauseReader {
  let sentence: ParsedSentence
  let lexicon: ClaimLexicon
  let masked: MaskedSentence
  /// The article's text.
  let text: TextBuffer
  let analysis: ClauseAnalysis
  /// The lemmas and the words in small letters that were asked for so far.
  private var lemmas: [String?]
  private var smalls: [String?]
  private var frames: [[VerbFrames.Frame]?]
  private var cues: [[Cues.Cue]?]
  /// Words that were found to have no frame, or to be no cue: most of them.
  private var unframed: [Bool]
  private var cueless: [Bool]
  /// For each word whether it stands for a time.
  private let isTime: [Bool]

  init(sentence: ParsedSentence, lexicon: ClaimLexicon, masked: MaskedSentence, text: TextBuffer) {
    let sentence = TreeMender(sentence, masked.times, lexicon).mended()
    self.sentence = sentence
    analysis = ClauseAnalysis(sentence)
    self.lexicon = lexicon
    self.masked = masked
    self.text = text
    lemmas = Array(repeating: nil, count: sentence.count)
    smalls = lemmas
    frames = Array(repeating: nil, count: sentence.count)
    cues = Array(repeating: nil, count: sentence.count)
    unframed = Array(repeating: false, count: sentence.count)
    cueless = unframed
    var isTime = Array(repeating: false, count: sentence.count)
    for time in masked.times where isTime.indices.contains(time.word) { isTime[time.word] = true }
    self.isTime = isTime
  }

  var count: Int { sentence.count }

  /// A word's lemma in small letters.
  func lemma(_ word: Int) -> String {
    if let known = lemmas[word] { return known }
    var lemma = isNominal(word) ? small(word) : sentence.lemma(of: word).lowercased()
    if sentence.tags[word] == .verb { lemma = lexicon.verbs.respelled(lemma) }
    lemmas[word] = lemma
    return lemma
  }

  /// Some words of the sentence, as many of them as there are.
  func indices(from start: Int, count: Int) -> Range<Int> {
    let end = min(max(start + count, 0), self.count)
    return min(max(start, 0), end)..<end
  }

  /// A word in small letters.
  func small(_ word: Int) -> String {
    if let known = smalls[word] { return known }
    let small = string(word).lowercased()
    smalls[word] = small
    return small
  }

  /// What a word tells as a cue of a kind; nil for one that is none.
  func cue(_ word: Int, _ kind: Cues.Kind) -> Cues.Cue? {
    cueless[word] ? nil : cues(of: word).first { $0.kind == kind }
  }

  private func cues(of word: Int) -> [Cues.Cue] {
    if let known = cues[word] { return known }
    // A time is another word in the sentence that is parsed.
    let found = isTime(word) ? lexicon.cues.all(of: small(word)) : lexicon.cues.all(of: word, in: sentence)
    cues[word] = found
    cueless[word] = found.isEmpty
    return found
  }

  func isVerb(_ word: Int) -> Bool {
    (sentence.tags[word] == .verb || isInfinitive(word) || isPossession(word)) && !isTime(word)
      && !isNominal(word)
  }

  /// A word right behind `to` in a clause that has no other verb, whatever the tagger takes it for: `wants the
  /// fighting to end`.
  private func isInfinitive(_ word: Int) -> Bool {
    guard sentence.tags[word] == .noun, word > 0, let mark = sentence.child(of: word, .marker),
      mark == word - 1
    else { return false }
    return sentence.tags[mark] == .particle
  }

  /// `has until Friday`: an auxiliary by its tag that heads its clause.
  private func isPossession(_ word: Int) -> Bool {
    guard sentence.tags[word] == .auxiliary, analysis.cues[word].contains(.have) else { return false }
    switch relation(word) {
    case .root, .clausalComplement, .conjunct, .adverbialClause, .relativeClause, .parataxis:
      return sentence.child(of: word, .subject) != nil
    default: return false
    }
  }

  /// A verb's form that stands as a noun: `its ruling could slip`.
  private func isNominal(_ word: Int) -> Bool {
    guard sentence.tags[word] == .verb, !sentence.morphology[word].contains(.finite) else { return false }
    switch relation(word) {
    case .subject, .passiveSubject, .object, .oblique, .nominalModifier:
      return sentence.child(of: word, .possessive, .determiner) != nil
    default: return false
    }
  }

  func isNoun(_ word: Int) -> Bool {
    (sentence.tags[word] == .noun && !isInfinitive(word) || sentence.tags[word] == .properNoun
      || isNominal(word)) && !isTime(word)
  }

  /// A proper noun, or a noun that is written with a capital within the sentence.
  func isNameWord(_ word: Int) -> Bool {
    sentence.tags[word] == .properNoun
      || sentence.tags[word] == .noun && word > 0 && sentence.token(word).traits.contains(.capitalised)
  }

  /// A noun for a place; a bare one (`in line with`, `in prison`, `at home`) is none.
  func isPlaceNoun(_ word: Int) -> Bool {
    guard sentence.tags[word] == .noun, lexicon.nouns.isPlace(lemma(word)) else { return false }
    return sentence.morphology[word].contains(.plural) && children(word, .nominalModifier).isEmpty
      || !children(word, .determiner, .possessive, .compound, .adjectivalModifier).isEmpty
  }

  func has(_ word: Int, _ kind: VerbFrames.Kind) -> Bool { frame(word, kind) != nil }

  /// Verbs, and participles that the tagger took for adjectives.
  func isVerbal(_ word: Int) -> Bool {
    switch sentence.tags[word] {
    case .verb, .auxiliary, .adjective: true
    default: false
    }
  }

  /// What a verb does with the event that stands with it. With its particle (`put off`) it is another
  /// verb than alone.
  func frame(_ word: Int, _ kind: VerbFrames.Kind) -> VerbFrames.Frame? {
    unframed[word] ? nil : frames(word).first { $0.kind == kind }
  }

  private func frames(_ word: Int) -> [VerbFrames.Frame] {
    if let known = frames[word] { return known }
    var found: [VerbFrames.Frame]?
    if isVerbal(word) {
      let lemma = lemma(word)
      if lexicon.verbs.takesParticle(lemma) {
        found = particle(of: word).flatMap { lexicon.verbs.frames(lemma + " " + small($0)) }
      }
      found = found ?? lexicon.verbs.frames(lemma)
    }
    frames[word] = found ?? []
    unframed[word] = found?.isEmpty ?? true
    return found ?? []
  }

  /// The particle of a verb (`put off`); nil where it has none.
  func particle(of verb: Int) -> Int? {
    if let particle = children(verb, .particle).first { return particle }
    // `brought the final forward`
    let lemma = lemma(verb)
    if lexicon.verbs.takesParticle(lemma),
      let adverb = children(verb, .adverbialModifier).first(where: {
        $0 > verb && lexicon.verbs.frames(lemma + " " + small($0)) != nil
      })
    {
      return adverb
    }
    // A parser often takes the particle for a preposition or an adverb.
    let next = verb + 1
    guard next < count, sentence.tags[next] == .adposition || sentence.tags[next] == .adverb else {
      return nil
    }
    return next
  }

  /// Whether a noun names an event; weak ones count where `weak` is asked for.
  func isEvent(_ word: Int, weak: Bool = false) -> Bool {
    guard isNoun(word), !isBareName(word), let kind = lexicon.nouns.kind(lemma(word)) else { return false }
    return kind == .event || kind == .deadline || weak && kind == .weak
  }

  /// Whether a noun only says which of several bodies or things is meant: `the budget council`.
  func tellsThingApart(_ word: Int) -> Bool {
    guard relation(word) == .compound, let head = head(word), isNoun(head) else { return false }
    return !isEvent(head, weak: true)
  }

  /// A proper noun by itself within the sentence names no event, whatever the word: `Congress`.
  private func isBareName(_ word: Int) -> Bool {
    word > 0 && sentence.tags[word] == .properNoun && sentence.token(word).traits.contains(.capitalised)
      && children(word, .determiner, .compound, .adjectivalModifier, .possessive, .flat, .nominalModifier)
        .isEmpty
  }

  /// Whether a word can name an event at all: no time, mark, number, or name of a person by itself.
  func canName(_ word: Int) -> Bool {
    guard !isTime(word) else { return false }
    switch sentence.tags[word] {
    case .verb, .noun, .adjective, .adverb, .auxiliary, .other, .adposition: return true
    case .properNoun: return !isBareName(word) || lexicon.nouns.kind(lemma(word)) != nil
    default: return false
    }
  }

  /// The event that a noun names a part of: `talks` of `a round of talks`.
  func whole(of word: Int) -> Int? {
    guard lexicon.nouns.kind(lemma(word)) == .part else { return nil }
    return children(word, .nominalModifier).first { isEvent($0, weak: true) }
  }

  /// Whether a word stands for a time expression.
  func isTime(_ word: Int) -> Bool { isTime.indices.contains(word) && isTime[word] }

  /// The time before a conjunction in front of another: `in 2013 and 2018` has one event, whatever the parse makes
  /// of the second.
  func listedFirst(_ time: Int, from start: Int) -> Int {
    let before = start - 1
    return before > 0 && sentence.tags[before] == .coordinator && isTime(before - 1) ? before - 1 : time
  }

  /// Whether a word stands for a time that is named as an event is: `the Munich Security Conference`.
  func isNamedEvent(_ word: Int) -> Bool {
    isTime(word) && masked.tokens[word].count > 1 && isEventName(string(word))
  }

  /// Whether the last word of a name is a noun for an event.
  private func isEventName(_ name: String) -> Bool {
    guard let last = name.split(separator: " ").last else { return false }
    return last.first?.isUppercase == true && lexicon.nouns.kind(last.lowercased()) == .event
  }

  func head(_ word: Int) -> Int? { sentence.head(of: word) }

  func relation(_ word: Int) -> UniversalRelation { sentence.relations[word] }

  func children(_ word: Int, _ relation: UniversalRelation) -> [Int] {
    sentence.children(of: word, RelationSet(relation))
  }

  func children(_ word: Int, _ relations: UniversalRelation...) -> [Int] {
    sentence.children(of: word, RelationSet(relations))
  }

  /// The words that cite somebody: `according to`.
  private(set) lazy var citations = (0..<count).filter {
    cue($0, .citation) != nil
  }

  /// Whether a time stands right behind what a word such as `according` cites, which a mark parts from the rest.
  func dates(_ citation: Int, _ time: MaskedTime) -> Bool {
    guard citation == 0 || sentence.tags[citation - 1] == .punctuation, citation + 2 < time.start,
      time.phrase == nil || time.phrase?.relation == .on
    else { return false }
    return !(citation + 1..<time.start).contains {
      isVerb($0) || isTime($0) || sentence.tags[$0] == .punctuation
        || isEvent($0) && lexicon.cues.cue(lemma($0), .occasion) == nil
    }
  }

  private(set) lazy var hasQuotationMarks = (0..<count).contains { sentence.token($0).kind == .quote }

  /// Whether what a verb of saying says stands beside it: a clause, or words in quotation marks.
  func hasContent(_ verb: Int) -> Bool {
    if !children(verb, .clausalComplement).isEmpty { return true }
    if hasQuotationMarks { return true }
    guard children(verb, .object).isEmpty else { return false }
    // `…, a panel wrote in March`
    return relation(verb) == .parataxis
      || children(verb, .subject).first.map { closesSpeech(before: sentence.subtree(of: $0).lowerBound) }
        ?? false
  }

  private func closesSpeech(before word: Int) -> Bool { word > 1 && isComma(word - 1) }

  /// Whether a verb stands as a participle of the present without a subject of its own behind a comma:
  /// `…, raising hopes`.
  func isTrailingParticiple(_ word: Int) -> Bool {
    guard isVerb(word), word > 0, isComma(word - 1), children(word, .subject, .passiveSubject).isEmpty else {
      return false
    }
    let form = sentence.morphology[word]
    return form.contains(.gerund) || form.contains(.participle) && !form.contains(.past)
  }

  /// `moved its workshop from Lund to Malmö`: whether a verb leads to something that is no time.
  func leadsElsewhere(_ verb: Int) -> Bool {
    children(verb, .oblique).contains { goal in
      isNoun(goal) && children(goal, .caseMarker).contains { cue($0, .destination) != nil }
    }
  }

  // MARK: Clauses

  /// The clause whose predicate a word is; nil for other words.
  @inline(__always)
  func clause(_ word: Int) -> Clause? {
    guard let number = analysis.clause(predicate: word) else { return nil }
    return analysis.clauses[number]
  }

  /// The subject of a predicate, its own or the one that it shares.
  func subject(_ word: Int) -> Int? {
    addressee(of: word) ?? clause(word)?.subjects.first { !isTime($0) } ?? headlineSubject(word)
  }

  /// Who is to do what an infinitive says: `called on the president to resign`, `gave the firm until May to sell`.
  private func addressee(of word: Int) -> Int? {
    var above = head(word)
    if let time = above, isTime(time) { above = head(time) }
    guard [.openComplement, .adverbialClause, .clausalModifier].contains(relation(word)), let verb = above,
      verb < word, children(word, .subject, .passiveSubject).isEmpty, clause(word)?.form == .infinitive,
      frame(verb, .govern)?.modality == .demanded || has(verb, .grant) || has(verb, .report)
        || frame(verb, .govern)?.modality == .expected, !isPassive(verb)
    else { return nil }
    return children(verb, .object, .indirectObject, .oblique).last {
      $0 > verb && $0 < word && (isNoun($0) || sentence.tags[$0] == .pronoun && relation($0) != .oblique)
        && !isTime($0)
    }
  }

  /// `Court to rule on merger`: a headline's noun before its infinitive.
  private func headlineSubject(_ word: Int) -> Int? {
    guard isHeadlineInfinitive(word), let noun = head(word) else { return nil }
    return noun
  }

  /// Whether an infinitive makes a headline with the noun before it: the sentence has no other verb.
  func isHeadlineInfinitive(_ word: Int) -> Bool {
    guard relation(word) == .clausalModifier, clause(word)?.form == .infinitive, let noun = head(word),
      noun < word, head(noun) == nil, isNoun(noun)
    else { return false }
    return !(0..<count).contains {
      sentence.tags[$0] == .auxiliary || isVerb($0) && $0 != word && sentence.morphology[$0].contains(.finite)
    }
  }

  /// The deadline that a verb misses, where a time says which: `missed the Friday deadline`.
  func missedDeadline(_ verb: Int, at time: Int) -> Int? {
    children(verb, .object).first {
      lexicon.nouns.kind(lemma($0)) == .deadline && (sentence.isBelow(time, $0) || time > verb && time < $0)
    }
  }

  func isPassive(_ verb: Int) -> Bool {
    analysis.clause(predicate: verb).map { analysis.clauses[$0].voice == .passive } ?? false
  }

  func isFinite(_ verb: Int) -> Bool {
    analysis.clause(predicate: verb).map {
      analysis.clauses[$0].form == .finite && analysis.clauses[$0].tense != .none
    } ?? false
  }

  /// The cue of a clause's modal verb, those of the future with them.
  func modal(of clause: Clause) -> (word: Int, modality: Modality?)? {
    for word in clause.auxiliaries + (clause.modal.map { [$0] } ?? []) {
      // `she'd sat there since May`
      if analysis.cues[word].isSuperset(of: [.have, .would]), clause.tense != .futureInPast { continue }
      if let cue = cue(word, .modal) { return (word, cue.modality) }
    }
    return nil
  }

  func isComma(_ word: Int) -> Bool { sentence.isComma(word) }
}
