import TimelineLanguage

/// Clauses in which the tagger saw no verb.
extension Misreadings {
  /// `unless talks resume this week`, `no chance that the plant restarts`: the verb of a clause that a
  /// subordinator opens.
  func verbMissing(behind mark: Int) -> (Int, WordReading)? {
    guard opensClause(mark) else { return nil }
    let rest = mark + 1..<sentence.count
    let end = rest.first { sentence.isComma($0) || sentence.isMark($0, 46) } ?? sentence.count
    let part = mark + 1..<end
    guard part.count > 1, !part.contains(where: isFinite) else { return nil }
    for word in part.dropFirst() where isNominal(word) && standsBeforeRest(word) {
      guard sentence.tags[word - 1] == .noun || sentence.tags[word - 1] == .properNoun, !isTime(word - 1)
      else { continue }
      if sentence.morphology[word - 1].contains(.plural) {
        if core.knows(.present, of: small(word)) || isBaseVerb(small(word)) { return (word, .present) }
      } else if isThirdPerson(word) {
        return (word, .thirdPerson)
      }
    }
    return nil
  }

  private func opensClause(_ mark: Int) -> Bool {
    if lexicon.cues.cue(mark, of: sentence, .conditional) != nil { return true }
    return sentence.tags[mark] == .subordinator && lexicon.cues.cue(mark, of: sentence, .content) != nil
  }
}
