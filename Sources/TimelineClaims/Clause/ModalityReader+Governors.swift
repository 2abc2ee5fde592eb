import TimelineLanguage

/// What stands above an event: verbs, nouns and adjectives that govern it.
extension ModalityReader {
  /// The verbs, nouns and adjectives above the event, up to the next verb of saying.
  func govern(
    _ word: Int, isBare: Bool, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]
  ) {
    var current = word
    var isBare = isBare
    for _ in 0..<8 {
      guard let head = clause.head(current) else { return }
      if chance(head, over: current, &finding, &cues) { return }
      // `It is not clear whether the vote will be held.`
      if [.clausalComplement, .clausalSubject].contains(clause.relation(current)),
        let mark = clause.children(current, .marker).first, let cue = clause.cue(mark, .open),
        let modality = cue.modality
      {
        cues.append((modality, clause.string(mark)))
        return
      }
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
        if let verb = demander(of: head) {
          cues.append((doubtedDemand(verb) ?? .demanded, clause.string(verb)))
        }
        return
      case .clausalModifier:
        if let above = clause.head(head), clause.has(above, .miss), clause.relation(head) == .object,
          clause.lexicon.nouns.kind(clause.lemma(head)) == .deadline
        {
          cues.append((.happened, clause.string(above)))
          finding.isNegated.toggle()
        } else if let above = clause.head(head), clause.has(above, .cancel),
          [.object, .passiveSubject].contains(clause.relation(head))
        {
          // `A plan to build it was dropped.`
          cues.append((.cancelled, clause.string(above)))
        } else if clause.clause(current)?.form != .participle,
          let cue = clause.lexicon.cues.cue(clause.lemma(head), .noun), let modality = cue.modality
        {
          cues.append((modality, clause.string(head)))
          if clause.children(head, .determiner).contains(where: { clause.analysis.cues[$0].contains(.no) }) {
            finding.isNegated.toggle()
          }
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

  /// `wants to close the mine`: what its subject wants to do itself, no demand on others; what it wants done
  /// to it (`want to be paid`) is one.
  private func ownWish(_ verb: Int, over word: Int) -> Modality? {
    guard clause.has(verb, .desire), clause.relation(word) == .openComplement, !clause.isPassive(word),
      clause.analysis.hasInfinitiveMark(word),
      clause.children(verb, .object, .indirectObject).allSatisfy({ $0 > word })
    else { return nil }
    return .expected
  }

  /// What a demand is while it is only possible or expected that it is made.
  func doubtedDemand(_ verb: Int) -> Modality? {
    if let modal = clause.clause(verb).flatMap(clause.modal)?.modality {
      return modal == .possible || modal == .expected ? modal : nil
    }
    guard clause.relation(verb) == .openComplement, clause.clause(verb)?.form == .infinitive else {
      return nil
    }
    let above = read(verb).modality
    return above == .possible || above == .expected ? above : nil
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
      clause.frame(head, .govern) != nil || clause.cue(head, .adjective) != nil
    {
      cues.append((.cancelled, clause.string(head)))
      return false
    }
    if let cue = clause.cue(head, .adjective), let modality = cue.modality {
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
    if let frame = clause.frame(head, .govern), var modality = frame.modality {
      // `may ask the minister to appear`: nothing is asked yet.
      if modality == .demanded { modality = ownWish(head, over: word) ?? doubtedDemand(head) ?? modality }
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
  func former(_ word: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]) {
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
    where clause.cue(child, .former) != nil {
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
        clause.cue($0, .contrast) != nil
      }
    }
  }

  func isDenied(_ word: Int) -> Bool { clause.clause(word)?.isNegated == true }

  private func nounGovernor(_ noun: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)])
  {
    if cues.isEmpty, !clause.isVerb(noun) { self.noun(noun, &finding, &cues) }
  }
}
