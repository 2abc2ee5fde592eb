import TimelineLanguage
import TimelineText

/// A parsed sentence with the lexicon at hand: the questions that the extraction asks of a tree.
struct ClauseReader {
  let sentence: ParsedSentence
  let lexicon: ClaimLexicon

  var count: Int { sentence.count }

  func lemma(_ word: Int) -> String { sentence.lemma(of: word).lowercased() }

  /// A word in small letters.
  func small(_ word: Int) -> String { sentence.string(word).lowercased() }

  func isVerb(_ word: Int) -> Bool { sentence.tags[word] == .verb }

  func isNoun(_ word: Int) -> Bool {
    sentence.tags[word] == .noun || sentence.tags[word] == .properNoun
  }

  func has(_ word: Int, _ kind: VerbFrames.Kind) -> Bool {
    isVerbal(word) && lexicon.verbs.has(lemma(word), kind)
  }

  /// Verbs, and participles that the tagger took for adjectives.
  func isVerbal(_ word: Int) -> Bool {
    switch sentence.tags[word] {
    case .verb, .auxiliary, .adjective: true
    default: false
    }
  }

  func frame(_ word: Int, _ kind: VerbFrames.Kind) -> VerbFrames.Frame? {
    isVerbal(word) ? lexicon.verbs.frame(lemma(word), kind) : nil
  }

  /// Whether a noun names an event; weak ones count where `weak` is asked for.
  func isEvent(_ word: Int, weak: Bool = false) -> Bool {
    guard isNoun(word), let kind = lexicon.nouns.kind(lemma(word)) else { return false }
    return weak || kind != .weak
  }

  func head(_ word: Int) -> Int? { sentence.head(of: word) }

  func relation(_ word: Int) -> UniversalRelation { sentence.relations[word] }

  func children(_ word: Int, _ relations: UniversalRelation...) -> [Int] {
    sentence.children(of: word).filter { relations.contains(sentence.relations[$0]) }
  }

  // MARK: Clauses

  /// The subject of a verb, as it stands or taken over: from the first of coordinated verbs, from the
  /// verb that governs an infinitive, from the noun that a participle or relative clause describes.
  func subject(_ verb: Int) -> Int? {
    var word = verb
    for _ in 0..<8 {
      if let own = children(word, .subject, .passiveSubject, .outerSubject).first {
        return antecedent(own, of: word)
      }
      guard let head = head(word) else { return nil }
      switch relation(word) {
      case .conjunct, .openComplement:
        if relation(word) == .openComplement, let object = controller(word, of: head) { return object }
        word = head
      case .clausalModifier, .relativeClause: return isVerb(head) ? subject(head) : head
      case .adverbialClause where !isFinite(word): word = head
      case .parataxis, .clausalComplement: return nil
      default: return nil
      }
    }
    return nil
  }

  /// The object that acts in an infinitive: `pressed Kyiv to end`.
  private func controller(_ complement: Int, of verb: Int) -> Int? {
    children(verb, .object, .indirectObject).last { $0 < complement }
  }

  /// A relative pronoun stands for the noun that its clause describes.
  private func antecedent(_ subject: Int, of verb: Int) -> Int {
    guard sentence.tags[subject] == .pronoun, let clause = relativeClause(above: verb), let noun = head(clause)
    else { return subject }
    switch small(subject) {
    case let word where lexicon.cues.cue(word, .relative) != nil: return noun
    default: return subject
    }
  }

  private func relativeClause(above verb: Int) -> Int? {
    var word = verb
    for _ in 0..<4 {
      if relation(word) == .relativeClause { return word }
      guard relation(word) == .conjunct || relation(word) == .openComplement, let up = head(word) else {
        return nil
      }
      word = up
    }
    return nil
  }

  func isPassive(_ verb: Int) -> Bool {
    !children(verb, .passiveAuxiliary, .passiveSubject).isEmpty
      || sentence.morphology[verb].contains(.passive)
      || (relation(verb) == .clausalModifier && sentence.morphology[verb].isSuperset(of: [.past, .participle]))
  }

  func isFinite(_ verb: Int) -> Bool {
    sentence.morphology[verb].contains(.finite)
      || children(verb, .auxiliary, .passiveAuxiliary, .copula).contains {
        sentence.morphology[$0].contains(.finite) || sentence.morphology[$0].contains(.modal)
      }
  }

  /// A noun and what is coordinated with it.
  func coordinated(_ word: Int) -> [Int] {
    [word] + children(word, .conjunct).filter { isNoun($0) || sentence.tags[$0] == .pronoun }
  }

  /// The words of a phrase with what hangs from it, clauses and appositions left out.
  func phrase(_ word: Int, without excluded: Set<UniversalRelation> = ClauseReader.clauses) -> [Int] {
    var words: [Int] = [word]
    var stack = [word]
    while let current = stack.popLast() {
      for child in sentence.children(of: current) {
        if excluded.contains(relation(child)) { continue }
        if relation(child) == .punctuation, current == word, child < word { continue }
        words.append(child)
        stack.append(child)
      }
    }
    return words.sorted()
  }

  static let clauses: Set<UniversalRelation> = [
    .relativeClause, .clausalModifier, .adverbialClause, .clausalComplement, .apposition, .parataxis,
    .conjunct, .coordinator, .adverbialModifier,
  ]

  /// The text of words, from the first through the last that follow without a gap from the head.
  func text(_ words: [Int], around head: Int) -> String {
    var low = head
    var high = head
    let members = Set(words)
    while members.contains(low - 1) { low -= 1 }
    while members.contains(high + 1) { high += 1 }
    while low < head, sentence.tags[low] == .punctuation { low += 1 }
    while high > head, sentence.tags[high] == .punctuation { high -= 1 }
    return string(low..<high + 1)
  }

  func string(_ words: Range<Int>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return sentence.document.text.string(Int(sentence.token(first).start)..<Int(sentence.token(last).end))
  }
}
