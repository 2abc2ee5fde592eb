import TimelineLanguage

/// A verb (or the noun or adjective of a copula) with its auxiliaries: tense, modal verb, polarity.
struct VerbGroup {
  enum Tense { case past, present, future }

  /// Nil for an infinitive or a participle that no finite verb carries.
  var tense: Tense?
  var isPerfect = false
  var isProgressive = false
  var isInfinitive = false
  var isImperative = false
  /// The modal verb's number; nil where there is none.
  var modal: Int?
  /// `is to`, `are to`.
  var isArranged = false
  var isNegated = false

  init(_ word: Int, in clause: ClauseReader) {
    let sentence = clause.sentence
    let own = sentence.morphology[word]
    isInfinitive = own.contains(.infinitive)
    isImperative = own.contains(.imperative)
    if own.contains(.finite) { tense = own.contains(.past) ? .past : .present }
    var be: Int?
    for child in sentence.children(of: word) {
      switch sentence.relations[child] {
      case .auxiliary, .passiveAuxiliary, .copula:
        let form = sentence.morphology[child]
        if form.contains(.modal) || clause.lexicon.cues.cue(clause.small(child), .modal) != nil {
          modal = modal ?? child
        } else {
          let lemma = clause.lemma(child)
          if lemma == clause.lexicon.cues.have { isPerfect = true }
          if lemma == clause.lexicon.cues.be { be = child }
          if form.contains(.finite) || form.contains(.past) {
            tense = tense ?? (form.contains(.past) ? .past : .present)
          }
        }
      case .marker where sentence.tags[child] == .particle: isInfinitive = true
      default: break
      }
      if clause.denies(child, of: word) { isNegated = true }
    }
    if be != nil, own.contains(.participle), own.contains(.present) || own.contains(.gerund) {
      isProgressive = true
    }
    if be != nil, isInfinitive, modal == nil { isArranged = true }
    if isInfinitive || modal != nil || tense != nil && !isImperative || clause.subject(word) != nil {
      isImperative = false
    }
    if let modal, clause.lexicon.cues.cue(clause.small(modal), .modal)?.modality == .scheduled {
      tense = .future
    }
  }
}

extension ClauseReader {
  /// Whether a word below another one denies it: `not`, `never`, `no` before a subject or object.
  func denies(_ child: Int, of word: Int) -> Bool {
    switch relation(child) {
    case .adverbialModifier, .determiner, .auxiliary, .coordinator, .precoordinator:
      return lexicon.cues.cue(small(child), .negation) != nil
    case .subject, .passiveSubject, .object:
      if lexicon.cues.cue(small(child), .negation) != nil { return true }
      return isVerb(word)
        && children(child, .determiner).contains { lexicon.cues.cue(small($0), .negation) != nil }
    default: return false
    }
  }
}
