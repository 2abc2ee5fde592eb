import TimelineLanguage

/// Reads the modality of an event from its verb group and from what governs it.
struct ModalityReader {
  let clause: ClauseReader

  /// - Parameter time: The time that the event stands at; nil where any will do.
  func read(_ word: Int, at time: Int? = nil) -> ModalityFinding {
    var finding = ModalityFinding()
    var cues: [(Modality, String)] = []
    if clause.isNoun(word), let told = time.flatMap({ toldOf(word, at: $0) }) { return told }
    if clause.isVerb(word) || !clause.children(word, .copula).isEmpty
      || clause.sentence.tags[word] == .adjective
    {
      verb(word, &finding, &cues)
      if let time, clause.has(word, .miss), clause.missedDeadline(word, at: time) != nil {
        finding.isNegated.toggle()
      }
    } else {
      noun(word, &finding, &cues)
    }
    settle(cues, &finding)
    if finding.modality == nil, clause.isNoun(word) { finding.surroundings = surroundings(of: word) }
    return finding
  }

  /// `the report that was due on 1 March`: what the clause that holds the time says of the noun that it describes.
  private func toldOf(_ noun: Int, at time: Int) -> ModalityFinding? {
    let time = clause.listedFirst(time, from: time)
    guard
      let described = clause.children(noun, .relativeClause, .clausalModifier).first(where: {
        clause.sentence.isBelow(time, $0)
      })
    else { return nil }
    if clause.relation(described) == .clausalModifier {
      // `advertised for 1 October`
      let isMeant = time > 0 && clause.cue(time - 1, .purpose) != nil
      guard !isMeant, isPlainDeed(described) else { return nil }
    }
    if let cue = clause.cue(described, .adjective), let modality = cue.modality {
      var finding = ModalityFinding(modality: modality, cue: clause.string(described))
      finding.isNegated = isDenied(described) != cue.isNegative
      finding.looksBack = clause.clause(described)?.tense == .past
      return outranked(noun, finding)
    }
    return outranked(noun, read(described))
  }

  /// `the inquiry, opened in May,`: a participle that arranges, moves and calls off nothing.
  private func isPlainDeed(_ word: Int) -> Bool {
    guard clause.isVerb(word), clause.sentence.morphology[word].contains(.participle),
      clause.sentence.morphology[word].contains(.past)
    else { return false }
    return ![.schedule, .govern, .cancel, .move].contains { clause.has(word, $0) }
  }

  /// What was arranged and is called off in the clause around it.
  private func outranked(_ noun: Int, _ finding: ModalityFinding) -> ModalityFinding {
    guard let verb = callingOff(noun), finding.modality != .happened else { return finding }
    var finding = finding
    (finding.modality, finding.cue) = (.cancelled, clause.string(verb))
    return finding
  }

  /// Whether a verb acts on what a noun names; its particle may be read as the noun's preposition.
  func isPatient(_ noun: Int, of verb: Int) -> Bool {
    switch clause.relation(noun) {
    case .object, .passiveSubject: true
    case .oblique:
      clause.particle(of: verb).map {
        clause.children(noun, .caseMarker).first == $0
          && clause.lexicon.verbs.frames(clause.lemma(verb) + " " + clause.small($0)) != nil
      } ?? false
    default: false
    }
  }

  /// The verb that calls off or moves what a noun names.
  func callingOff(_ noun: Int) -> Int? {
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
        if clause.has(head, .report) || clause.has(head, .attitude) && !clause.has(head, .govern) {
          return nil
        }
        let above = read(head)
        // `After Monday's crash, trains are replaced by buses.`
        let isPrior = clause.children(noun, .caseMarker).contains {
          clause.cue($0, .prior) != nil
        }
        return above.modality ?? (above.isPresent && !isPrior ? .scheduled : nil)
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

  func verb(_ word: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]) {
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
      finding.isPresent = !isUnchangedPast(word)
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

  /// `On Sunday they beat the yard's team`: a form that is the past as well.
  private func isUnchangedPast(_ word: Int) -> Bool {
    clause.sentence.tags[word] == .verb && clause.clause(word)?.auxiliaries.isEmpty != false
      && clause.cue(word, .unchanged) != nil
  }

  /// `has yet to publish`, `is yet to be built`
  private func isPending(_ word: Int) -> Bool {
    guard let mark = clause.children(word, .marker).first, mark > 0 else { return false }
    return clause.cue(mark - 1, .pending) != nil
  }

  /// `after winning on Saturday`
  private func isPrior(_ word: Int) -> Bool {
    guard let form = clause.clause(word)?.form, form == .gerund || form == .participle else { return false }
    // `is accused of stealing it in May`
    if let head = clause.head(word), head < word,
      clause.cue(head, .alleging) != nil,
      !clause.sentence.morphology[word].contains(.past)
    {
      return true
    }
    guard form == .gerund else { return false }
    return clause.children(word, .marker, .caseMarker).contains {
      clause.cue($0, .prior) != nil
    }
  }

  /// `no longer plans to`
  func isEnded(_ word: Int) -> Bool {
    word > 1 && clause.cue(word - 1, .ended) != nil
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
    (own.tense == .none || own.futureWord != nil || sharesModal(own)) && clause.modal(of: own) == nil
  }

  /// `may pay in May and begin work in June`: a bare form behind a modal verb, whatever the tagger takes it for.
  private func sharesModal(_ own: Clause) -> Bool {
    guard own.relation == .conjunct, own.tense == .present, own.auxiliaries.isEmpty,
      clause.children(own.predicate, .subject, .passiveSubject).isEmpty,
      clause.small(own.predicate) == clause.lemma(own.predicate), let first = clause.head(own.predicate)
    else { return false }
    return clause.clause(first).flatMap(clause.modal) != nil
  }

  /// What the verb's own form says; nil for an infinitive, a participle or a plain present.
  func modality(of own: Clause) -> (Modality, String)? {
    if let modal = clause.modal(of: own) {
      if modal.modality == .scheduled, isAsked(own) { return (.possible, clause.string(modal.word)) }
      return modal.modality.map { ($0, clause.string(modal.word)) }
    }
    if own.form == .imperative, clause.sentence.morphology[own.predicate].contains(.past) {
      return (.happened, "past participle")
    }
    if own.form == .imperative, !clause.children(own.predicate, .subject).isEmpty { return nil }
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
      if clause.cue(child, .habit) != nil { finding.isHabitual = true }
      guard let cue = clause.cue(child, .adverb), let modality = cue.modality
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
}

extension Clause {
  /// A finite verb in the present that tells of no completed event.
  fileprivate var isPlainPresent: Bool {
    form == .finite && tense == .present && !aspect.contains(.perfect)
  }
}
