import TimelineLanguage

/// The modality of events that nouns name.
extension ModalityReader {
  func noun(_ word: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]) {
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
    if chance(head, over: word, &finding, &cues) { return }
    if clause.relation(word) == .subject, !clause.isVerbal(head), !clause.children(head, .copula).isEmpty {
      // `The draw is on Friday`, `a warning is in force`.
      verb(head, &finding, &cues)
      return
    }
    guard clause.isVerbal(head) || clause.cue(head, .adjective) != nil else {
      return
    }
    let role = clause.relation(word)
    // `summoned her to a hearing`
    let isGoal =
      role == .oblique && clause.has(head, .govern)
      && clause.children(word, .caseMarker).contains {
        clause.cue($0, .destination) != nil
      }
    let isPatient = isPatient(word, of: head) || isGoal
    if isPatient, clause.has(head, .move), clause.has(head, .motion), clause.leadsElsewhere(head) {
      // `The talks were moved to Geneva and will begin on 3 October.`
      let carrier = clause.children(head, .conjunct).last { clause.has($0, .light) || clause.has($0, .phase) }
      if let carrier { verb(carrier, &finding, &cues) }
      return
    }
    if isPatient, clause.has(head, .cancel) || clause.has(head, .move) {
      cues.append((.cancelled, clause.string(head)))
      return
    }
    if isPatient, let frame = clause.frame(head, .schedule) ?? clause.frame(head, .govern),
      var modality = frame.modality
    {
      if modality == .demanded { modality = doubtedDemand(head) ?? modality }
      cues.append((modality, clause.string(head)))
      // `expects no rain` denies once.
      let isOwn = clause.clause(head)?.negator.map { clause.head($0) == word } ?? false
      if (isDenied(head) && !isOwn) != frame.isNegative { finding.isNegated.toggle() }
      former(head, &finding, &cues)
      return
    }
    let isCarried = role == .subject || isPatient && (clause.has(head, .light) || clause.has(head, .phase))
    guard isCarried else { return }
    if clause.cue(head, .adjective) != nil || clause.isVerb(head) {
      var below = ModalityFinding()
      verb(head, &below, &cues)
      // The verb's denial is the noun's only where the verb does no more than carry the noun.
      if clause.has(head, .light) || clause.has(head, .phase) || clause.analysis.cues[head].contains(.be)
        || clause.cue(head, .adjective) != nil
      {
        // `no fair was held` denies once.
        let negator = clause.clause(head)?.negator
        let isOwn = negator.map { clause.head($0) == word } ?? false
        finding.isNegated = finding.isNegated != (below.isNegated && !isOwn)
      }
      finding.isConditional = below.isConditional
      finding.isPresent = below.isPresent
      if let cue = clause.cue(head, .adjective), let modality = cue.modality {
        cues.append((modality, clause.string(head)))
        if cue.isNegative { finding.isNegated.toggle() }
      }
      former(head, &finding, &cues)
    }
  }

  /// `planned`, `proposed`, `cancelled` before or after a noun.
  private func attribute(_ modifier: Int, _ cues: inout [(Modality, String)]) {
    // `originally due on 3 June`
    if let former = clause.children(modifier, .adverbialModifier).first(where: {
      clause.cue($0, .former) != nil
    }) {
      cues.append((.cancelled, clause.string(former)))
    }
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
