import TimelineLanguage

/// The modality, polarity and condition of an event, read off the tree.
struct ModalityFinding {
  /// Nil where the grammar leaves it to the time: a noun, a present tense.
  var modality: Modality?
  var isNegated = false
  var isConditional = false
  /// What decided, in words.
  var cue = ""
  /// Whether what it says was arranged is looked back at, so that its day may have passed: `was due`,
  /// `had promised to`, `planned for 21 January was not achieved`.
  var looksBack = false
  /// Whether it was arranged and did not come: `was to have opened`.
  var isUnreal = false
  /// Whether another clause tells that it came otherwise, so that its day has passed.
  var isOverdue = false
  /// Whether the clause tells what is usual, and of no single event.
  var isHabitual = false
  /// Whether the event that a noun stands under looks ahead or back; nil where that is not known.
  var surroundings: Modality?
  /// Whether it lies ahead of a time that is past itself: `would be pulled out by the next month`.
  var isAheadOfPast = false
  /// Whether a finite verb stands in the present tense, which in news points ahead from a bare day.
  var isPresent = false
}

/// Reads the modality of an event from its verb group and from what governs it.
struct ModalityReader {
  let clause: ClauseReader

  /// - Parameter time: The time that the event stands at; nil where any will do.
  func read(_ word: Int, at time: Int? = nil) -> ModalityFinding {
    var finding = ModalityFinding()
    var cues: [(Modality, String)] = []
    if clause.isVerb(word) || !clause.children(word, .copula).isEmpty
      || clause.sentence.tags[word] == .adjective
    {
      verb(word, &finding, &cues)
    } else if let told = time.flatMap({ toldOf(word, at: $0) }) {
      return told
    } else {
      noun(word, &finding, &cues)
    }
    settle(cues, &finding)
    if finding.modality == nil, clause.isNoun(word) { finding.surroundings = surroundings(of: word) }
    return finding
  }

  /// `the report that was due on 1 March`: what the clause that holds the time says of the noun that it describes.
  private func toldOf(_ noun: Int, at time: Int) -> ModalityFinding? {
    guard
      let described = clause.children(noun, .relativeClause).first(where: {
        clause.sentence.isBelow(time, $0)
      })
    else { return nil }
    if let cue = clause.lexicon.cues.cue(clause.small(described), .adjective), let modality = cue.modality {
      var finding = ModalityFinding(modality: modality, cue: clause.string(described))
      finding.isNegated = isDenied(described) != cue.isNegative
      finding.looksBack = clause.clause(described)?.tense == .past
      return outranked(noun, finding)
    }
    return outranked(noun, read(described))
  }

  /// What was arranged and is called off in the clause around it.
  private func outranked(_ noun: Int, _ finding: ModalityFinding) -> ModalityFinding {
    guard let verb = callingOff(noun), finding.modality != .happened else { return finding }
    var finding = finding
    (finding.modality, finding.cue) = (.cancelled, clause.string(verb))
    return finding
  }

  /// Whether a verb acts on what a noun names; its particle may be read as the noun's preposition.
  private func isPatient(_ noun: Int, of verb: Int) -> Bool {
    switch clause.relation(noun) {
    case .object, .passiveSubject: true
    case .oblique: clause.children(noun, .caseMarker).first == clause.particle(of: verb)
    default: false
    }
  }

  /// The verb that calls off or moves what a noun names.
  private func callingOff(_ noun: Int) -> Int? {
    guard let verb = clause.head(noun), isPatient(noun, of: verb),
      clause.has(verb, .cancel) || clause.has(verb, .move)
    else { return nil }
    return verb
  }

  /// The modality of the verb that a noun stands under.
  private func surroundings(of noun: Int) -> Modality? {
    var current = noun
    for _ in 0..<6 {
      guard let head = clause.head(current) else { return nil }
      if clause.isVerb(head) {
        if clause.has(head, .report) { return nil }
        let above = read(head)
        return above.modality ?? (above.isPresent ? .scheduled : nil)
      }
      current = head
    }
    return nil
  }

  /// A demand stays one; else the weakest commitment wins.
  private func settle(_ cues: [(Modality, String)], _ finding: inout ModalityFinding) {
    for wanted in [Modality.cancelled, .demanded, .possible, .expected, .promised, .scheduled, .happened] {
      if let cue = cues.first(where: { $0.0 == wanted }) {
        finding.modality = cue.0
        finding.cue = cue.1
        return
      }
    }
  }

  // MARK: Verbs

  private func verb(_ word: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]) {
    let own = clause.clause(word)
    if own?.isNegated == true { finding.isNegated.toggle() }
    if own?.tense == .futureInPast { finding.isAheadOfPast = true }
    if let own, let modality = modality(of: own) {
      cues.append(modality)
      finding.isUnreal = own.tense == .futureInPast && modality.0 == .cancelled
    }
    if let own,
      own.isPlainPresent && clause.modal(of: own) == nil || own.form == .imperative && !isAddressed(own)
        || own.form == .infinitive && own.relation == .root && own.auxiliaries.isEmpty
          && clause.children(word, .marker).isEmpty
    {
      finding.isPresent = true
    }
    if isPending(word) {
      cues = [(.happened, clause.string(word))]
      finding.isNegated.toggle()
      return
    }
    if isEnded(word) { finding.isNegated.toggle() }
    if isPrior(word) { cues.append((.happened, "what came before")) }
    adverbs(word, &finding, &cues)
    condition(word, &finding, &cues)
    // `would have closed if`: it did not.
    if let own, own.tense == .futureInPast, own.aspect.contains(.perfect), clause.modal(of: own) != nil {
      cues.append((.possible, clause.string(word)))
      finding.looksBack = true
      if finding.isConditional { finding.isNegated.toggle() }
    }
    govern(word, isBare: own.map(isBare) ?? true, &finding, &cues)
  }

  /// `has yet to publish`, `is yet to be built`
  private func isPending(_ word: Int) -> Bool {
    guard let mark = clause.children(word, .marker).first, mark > 0 else { return false }
    return clause.lexicon.cues.cue(clause.small(mark - 1), .pending) != nil
  }

  /// `after winning on Saturday`
  private func isPrior(_ word: Int) -> Bool {
    guard clause.clause(word)?.form == .gerund else { return false }
    return clause.children(word, .marker, .caseMarker).contains {
      clause.lexicon.cues.cue(clause.small($0), .prior) != nil
    }
  }

  /// `no longer plans to`
  private func isEnded(_ word: Int) -> Bool {
    word > 1 && clause.lexicon.cues.cue(clause.small(word - 1), .ended) != nil
      && clause.analysis.cues[word - 2].contains(.no)
  }

  /// Whether a clause asks whether something is so: its auxiliary stands before its subject.
  private func isAsked(_ own: Clause) -> Bool {
    guard own.relation == .root, let auxiliary = own.auxiliaries.first, let subject = own.subjects.first,
      auxiliary < subject, auxiliary == clause.sentence.subtree(of: own.predicate).lowerBound
    else { return false }
    return clause.string(clause.count - 1).hasSuffix(clause.lexicon.cues.questionMark)
  }

  /// Whether what governs a clause tells its time.
  private func isBare(_ own: Clause) -> Bool {
    (own.tense == .none || own.futureWord != nil) && clause.modal(of: own) == nil
  }

  /// What the verb's own form says; nil for an infinitive, a participle or a plain present.
  private func modality(of own: Clause) -> (Modality, String)? {
    if let modal = clause.modal(of: own) {
      if modal.modality == .scheduled, isAsked(own) { return (.possible, clause.string(modal.word)) }
      return modal.modality.map { ($0, clause.string(modal.word)) }
    }
    if own.form == .imperative, clause.sentence.morphology[own.predicate].contains(.past) {
      return (.happened, "past participle")
    }
    if own.form == .imperative {
      return isAddressed(own) ? (.demanded, "imperative") : nil
    }
    // `was to have reopened`: what was arranged and did not come.
    if own.tense == .futureInPast, own.futureWord == nil, own.aspect.contains(.perfect) {
      return (.cancelled, "was to have")
    }
    if own.aspect.contains(.perfect), own.form == .finite { return (.happened, "perfect") }
    switch own.tense {
    case .past: return (.happened, "past tense")
    // What a word such as `set` makes a future is left to that word.
    case .future, .futureInPast: return own.futureWord == nil ? (.scheduled, "is to") : nil
    case .none
    where own.form == .participle
      && (own.relation == .clausalModifier
        || own.relation == .adverbialClause && clause.sentence.morphology[own.predicate].contains(.past)):
      return (.happened, "past participle")
    case .present, .none: return nil
    }
  }

  /// Whether an imperative is one: a noun or pronoun before it in its part of the sentence is a subject that
  /// the parse has lost.
  private func isAddressed(_ own: Clause) -> Bool {
    for word in stride(from: own.predicate - 1, through: 0, by: -1) {
      if clause.sentence.token(word).kind == .quote { return true }
      if clause.isNoun(word) || clause.sentence.tags[word] == .pronoun { return false }
    }
    // `Pay April 30`: a line of a table.
    return clause.count > Self.longestEntry || clause.sentence.tags[clause.count - 1] == .punctuation
  }

  /// Longer lines without a full stop are sentences.
  private static let longestEntry = 3

  private func adverbs(_ word: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]) {
    for child in clause.children(word, .adverbialModifier) {
      if clause.lexicon.cues.cue(clause.small(child), .habit) != nil { finding.isHabitual = true }
      guard let cue = clause.lexicon.cues.cue(clause.small(child), .adverb), let modality = cue.modality
      else { continue }
      // A doubt about the place alone leaves the event as it is: `possibly in Miami`.
      if modality == .possible, child > word, isFollowedByPlace(child) { continue }
      cues.append((modality, clause.string(child)))
      if cue.isNegative { finding.isNegated.toggle() }
    }
  }

  private func isFollowedByPlace(_ word: Int) -> Bool {
    word + 1 < clause.count && clause.sentence.tags[word + 1] == .adposition
  }

  /// `if` and its kin above the event, or in a clause below its own.
  private func condition(_ word: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]) {
    var current = word
    for _ in 0..<6 {
      let own = clause.clause(current)
      if let mark = own?.condition {
        finding.isConditional = true
        cues.append((.possible, clause.small(mark)))
        return
      }
      if own?.conditionClause != nil {
        finding.isConditional = true
        return
      }
      switch clause.relation(current) {
      case .openComplement, .conjunct, .adverbialClause:
        guard let head = clause.head(current) else { return }
        current = head
      case .clausalComplement:
        // `If she loses, she says, she will go`
        guard let head = clause.head(current), clause.has(head, .report),
          clause.children(current, .marker).isEmpty,
          let condition = clause.children(head, .adverbialClause).first, condition < head
        else { return }
        if clause.clause(condition)?.condition != nil { finding.isConditional = true }
        return
      default: return
      }
    }
  }

  /// The verbs, nouns and adjectives above the event, up to the next verb of saying.
  private func govern(
    _ word: Int, isBare: Bool, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]
  ) {
    var current = word
    var isBare = isBare
    for _ in 0..<8 {
      guard let head = clause.head(current) else { return }
      switch clause.relation(current) {
      case .openComplement, .clausalComplement, .object, .passiveSubject, .adverbialClause, .clausalSubject:
        if clause.relation(current) == .adverbialClause,
          !isBare || cues.contains(where: { $0.0 == .happened })
        {
          return
        }
        guard frame(of: head, over: current, isBare, &finding, &cues) else { return }
      case .clausalModifier where clause.clause(current)?.form == .participle && demander(of: head) != nil:
        // `wants the cargo unloaded`
        if let verb = demander(of: head) { cues.append((.demanded, clause.string(verb))) }
        return
      case .clausalModifier:
        if let above = clause.head(head), clause.has(above, .cancel),
          [.object, .passiveSubject].contains(clause.relation(head))
        {
          // `A plan to build it was dropped.`
          cues.append((.cancelled, clause.string(above)))
        } else if let cue = clause.lexicon.cues.cue(clause.lemma(head), .noun), let modality = cue.modality {
          cues.append((modality, clause.string(head)))
        } else if clause.isHeadlineInfinitive(current) {
          cues.append((.scheduled, "headline"))
        } else if isBare, clause.isEvent(head) || clause.isNoun(head) {
          nounGovernor(head, &finding, &cues)
        }
        return
      case .relativeClause:
        // `The final, which was to be played on Saturday, was called off.`
        if let verb = callingOff(head), !cues.isEmpty, !cues.contains(where: { $0.0 == .happened }) {
          cues.append((.cancelled, clause.string(verb)))
        }
        return
      case .conjunct:
        if isBare, clause.isVerb(head), let own = clause.clause(head).flatMap(modality) {
          cues.append(own)
          isBare = false
        }
      default: return
      }
      current = head
    }
  }

  /// The verb that wants or orders something of what a noun names.
  private func demander(of noun: Int) -> Int? {
    guard clause.relation(noun) == .object, let verb = clause.head(noun),
      clause.frame(verb, .govern)?.modality == .demanded, !clause.has(verb, .report)
    else { return nil }
    return verb
  }

  /// Adds what one governor says; false where the climb ends there.
  private func frame(
    of head: Int, over word: Int, _ isBare: Bool, _ finding: inout ModalityFinding,
    _ cues: inout [(Modality, String)]
  ) -> Bool {
    if clause.has(head, .cancel), clause.relation(word) == .object || clause.relation(word) == .passiveSubject
    {
      cues.append((.cancelled, clause.string(head)))
      return false
    }
    if clause.analysis.cues[head].contains(.failing), isBare {
      cues.append((.happened, clause.string(head)))
      return false
    }
    if isEnded(head),
      clause.frame(head, .govern) != nil || clause.lexicon.cues.cue(clause.small(head), .adjective) != nil
    {
      cues.append((.cancelled, clause.string(head)))
      return false
    }
    if let cue = clause.lexicon.cues.cue(clause.small(head), .adjective), let modality = cue.modality {
      cues.append((modality, clause.string(head)))
      if cue.isNegative { finding.isNegated.toggle() }
      if isDenied(head), clause.clause(word)?.futureWord != head { finding.isNegated.toggle() }
      former(head, &finding, &cues)
      return true
    }
    // `told them that …` reports, `told them to …` demands.
    if clause.relation(word) == .clausalComplement, let report = clause.frame(head, .report) {
      if report.denies { finding.isNegated.toggle() }
      if let own = clause.clause(head), own.tense == .past, own.aspect.contains(.perfect) {
        finding.looksBack = true
      }
      return false
    }
    if clause.relation(word) == .openComplement, clause.frame(head, .report)?.denies == true {
      finding.isNegated.toggle()
      return false
    }
    if clause.relation(word) == .openComplement, !clause.children(word, .marker).isEmpty,
      let cue = clause.lexicon.cues.cue(clause.lemma(head), .have), let modality = cue.modality
    {
      cues.append((modality, clause.string(head)))
      if isDenied(head) { finding.isNegated.toggle() }
      return true
    }
    if let frame = clause.frame(head, .govern), let modality = frame.modality {
      cues.append((modality, clause.string(head)))
      if isDenied(head) != frame.isNegative { finding.isNegated.toggle() }
      if let modal = clause.clause(head).flatMap(clause.modal), let modality = modal.modality,
        modality != .scheduled
      {
        cues.append((modality, clause.string(modal.word)))
      }
      former(head, &finding, &cues)
      return true
    }
    if clause.has(head, .report) { return false }
    guard isBare else { return false }
    // An infinitive under another verb: it shares that verb's time (`came to sign`).
    verb(head, &finding, &cues)
    return false
  }

  /// `was originally due`: what was arranged and no longer is.
  private func former(_ word: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]) {
    guard let own = clause.clause(word), own.tense == .past || own.tense == .futureInPast,
      let last = cues.last?.0, last == .scheduled || last == .expected || last == .promised
    else { return }
    finding.looksBack = own.voice == .passive || own.aspect.contains(.perfect) || !clause.isVerb(word)
    // `was to last until May, and they called it off`
    if let ending = clause.children(word, .conjunct).first(where: calledOffAgain) {
      cues.append((.cancelled, clause.string(ending)))
    } else if isContradicted(word) {
      finding.isOverdue = true
    }
    // `had been planned`: looked back at from a time at which it was otherwise.
    if own.aspect.contains(.perfect), own.form == .finite, own.modal == nil, last != .promised {
      cues.append((.cancelled, clause.string(word)))
      return
    }
    for child in clause.children(word, .adverbialModifier)
    where clause.lexicon.cues.cue(clause.small(child), .former) != nil {
      cues.append((.cancelled, clause.string(child)))
    }
  }

  /// Whether a verb calls off or moves what the clause before it is about.
  private func calledOffAgain(_ verb: Int) -> Bool {
    guard clause.has(verb, .cancel) || clause.has(verb, .move), clause.isFinite(verb) else { return false }
    if clause.isPassive(verb) { return clause.children(verb, .passiveSubject, .subject).allSatisfy(isThing) }
    return clause.children(verb, .object).contains(where: isThing)
  }

  private func isThing(_ word: Int) -> Bool { clause.lexicon.people.pronouns[clause.small(word)] == .thing }

  /// `was to start on Monday, but the judge fell ill`
  private func isContradicted(_ word: Int) -> Bool {
    clause.children(word, .conjunct).contains { other in
      guard clause.clause(other)?.form == .finite else { return false }
      return clause.children(other, .coordinator).contains {
        clause.lexicon.cues.cue(clause.small($0), .contrast) != nil
      }
    }
  }

  private func isDenied(_ word: Int) -> Bool { clause.clause(word)?.isNegated == true }

  private func nounGovernor(_ noun: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)])
  {
    if cues.isEmpty, !clause.isVerb(noun) { self.noun(noun, &finding, &cues) }
  }

  // MARK: Nouns

  private func noun(_ word: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]) {
    if clause.children(word, .determiner).contains(where: { clause.analysis.cues[$0].contains(.no) }) {
      finding.isNegated.toggle()
    }
    if clause.lexicon.nouns.kind(clause.lemma(word)) == .deadline {
      cues.append((.demanded, clause.string(word)))
    }
    let isSubject = clause.relation(word) == .subject && clause.head(word).map(clause.isFinite) == true
    for modifier in clause.children(word, .adjectivalModifier, .clausalModifier) {
      // `Talks, suspended in May, resume`: what was done to them does not bind what they do.
      if isSubject, clause.relation(modifier) == .clausalModifier,
        clause.has(modifier, .cancel) || clause.has(modifier, .move)
      {
        continue
      }
      attribute(modifier, &cues)
    }
    // `The landing planned for May was not achieved.`
    if clause.relation(word) == .passiveSubject, let head = clause.head(word),
      clause.has(head, .outcome), let own = clause.clause(head), own.isNegated, own.tense == .past
    {
      cues = [(.happened, clause.string(head))]
      finding.isNegated.toggle()
      finding.looksBack = true
      return
    }
    if !cues.isEmpty, let head = clause.head(word), let own = clause.clause(head) {
      finding.looksBack = own.tense == .past || own.aspect.contains(.perfect)
    }
    guard let head = clause.head(word) else { return }
    if clause.relation(word) == .subject, !clause.isVerbal(head), !clause.children(head, .copula).isEmpty {
      // `The draw is on Friday`, `a warning is in force`.
      verb(head, &finding, &cues)
      return
    }
    guard clause.isVerbal(head) || clause.lexicon.cues.cue(clause.small(head), .adjective) != nil else {
      return
    }
    let role = clause.relation(word)
    // `summoned her to a hearing`
    let isGoal =
      role == .oblique && clause.has(head, .govern)
      && clause.children(word, .caseMarker).contains {
        clause.lexicon.cues.cue(clause.small($0), .destination) != nil
      }
    let isPatient = isPatient(word, of: head) || isGoal
    if isPatient, clause.has(head, .cancel) || clause.has(head, .move) {
      cues.append((.cancelled, clause.string(head)))
      return
    }
    if isPatient, let frame = clause.frame(head, .schedule) ?? clause.frame(head, .govern),
      let modality = frame.modality
    {
      cues.append((modality, clause.string(head)))
      // `expects no rain` denies once.
      let isOwn = clause.clause(head)?.negator.map { clause.head($0) == word } ?? false
      if (isDenied(head) && !isOwn) != frame.isNegative { finding.isNegated.toggle() }
      former(head, &finding, &cues)
      return
    }
    let isCarried = role == .subject || isPatient && (clause.has(head, .light) || clause.has(head, .phase))
    guard isCarried else { return }
    if clause.lexicon.cues.cue(clause.small(head), .adjective) != nil || clause.isVerb(head) {
      var below = ModalityFinding()
      verb(head, &below, &cues)
      // The verb's denial is the noun's only where the verb does no more than carry the noun.
      if clause.has(head, .light) || clause.has(head, .phase) || clause.analysis.cues[head].contains(.be)
        || clause.lexicon.cues.cue(clause.small(head), .adjective) != nil
      {
        // `no fair was held` denies once.
        let negator = clause.clause(head)?.negator
        let isOwn = negator.map { clause.head($0) == word } ?? false
        finding.isNegated = finding.isNegated != (below.isNegated && !isOwn)
      }
      finding.isConditional = below.isConditional
      finding.isPresent = below.isPresent
      if let cue = clause.lexicon.cues.cue(clause.small(head), .adjective), let modality = cue.modality {
        cues.append((modality, clause.string(head)))
        if cue.isNegative { finding.isNegated.toggle() }
      }
      former(head, &finding, &cues)
    }
  }

  /// `planned`, `proposed`, `cancelled` before or after a noun.
  private func attribute(_ modifier: Int, _ cues: inout [(Modality, String)]) {
    let lemma = clause.lemma(modifier)
    let frames = clause.lexicon.verbs
    if let frame = frames.frame(lemma, .cancel) ?? frames.frame(lemma, .schedule)
      ?? frames.frame(lemma, .govern),
      let modality = frame.modality
    {
      cues.append((modality, clause.string(modifier)))
    }
  }
}

extension Clause {
  /// A finite verb in the present that tells of no completed event.
  fileprivate var isPlainPresent: Bool {
    form == .finite && tense == .present && !aspect.contains(.perfect)
  }
}
