import TimelineLanguage

/// Nouns that say how likely an event is: `there is no way the line opens before May`.
extension ModalityReader {
  /// Adds what a noun for a chance says of the event in its clause or behind its preposition; false where it is none.
  func chance(
    _ noun: Int, over word: Int, _ finding: inout ModalityFinding, _ cues: inout [(Modality, String)]
  )
    -> Bool
  {
    guard clause.saysChance(noun, of: word) else { return false }
    if clause.isSlight(noun) || isEndedChance(noun) {
      cues.append((.expected, clause.string(noun)))
      finding.isNegated.toggle()
    } else {
      cues.append((.possible, clause.string(noun)))
    }
    return true
  }

  /// `ruled out the possibility of a strike`: what is said of the chance is said of the event.
  private func isEndedChance(_ noun: Int) -> Bool {
    guard clause.relation(noun) == .object, let verb = clause.head(noun) else { return false }
    return clause.frame(verb, .govern)?.isNegative == true || clause.frame(verb, .report)?.denies == true
      || clause.has(verb, .cancel) || clause.cue(verb, .ended) != nil
  }
}

extension ClauseReader {
  /// Whether a noun tells how likely it is that something happens.
  func saysChance(_ noun: Int, of word: Int) -> Bool {
    guard isNoun(noun), let cue = lexicon.cues.cue(lemma(noun), .chance), word > noun else { return false }
    // `the only way it works`: of the manner, unless there is none.
    guard cue.modality != nil || isSlight(noun) else { return false }
    switch relation(word) {
    case .clausalModifier, .clausalComplement: return true
    case .relativeClause:
      return !indices(from: noun + 1, count: word - noun - 1).contains {
        analysis.antecedent(ofRelative: $0) == noun
      }
    case .nominalModifier: return isEvent(word, weak: true) || isVerb(word)
    default: return false
    }
  }

  /// `no chance`, `little prospect`
  func isSlight(_ noun: Int) -> Bool {
    children(noun, .determiner, .adjectivalModifier).contains {
      analysis.cues[$0].contains(.no) || lexicon.cues.cue(small($0), .slight) != nil
    }
  }

  /// What a chance that there is is one of: the verb of its clause, the event behind its preposition.
  func chanced(_ noun: Int, before time: Int) -> Int? {
    guard isNoun(noun), lexicon.cues.cue(lemma(noun), .chance) != nil else { return nil }
    let told = children(noun, .clausalModifier, .relativeClause, .clausalComplement, .nominalModifier).last {
      $0 < time && saysChance(noun, of: $0)
    }
    guard let told, isNoun(told) else { return told }
    // `no chance of the vote being held`
    return children(told, .clausalModifier).last { $0 < time && isVerb($0) } ?? told
  }
}
