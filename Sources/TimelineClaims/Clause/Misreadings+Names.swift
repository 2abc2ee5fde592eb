import TimelineLanguage

/// Names that the tagger took for verbs, and verbs that it took for names.
extension Misreadings {
  /// `Orsted and Veltron signed`, `face United on Saturday`: prose writes no verb with a capital; at a
  /// sentence's start none that is unknown.
  func isNameReadAsVerb(_ word: Int) -> Bool {
    guard sentence.tags[word] == .verb, sentence.sentence.kind == .prose, !isTime(word),
      sentence.token(word).traits.contains(.capitalised),
      !sentence.token(word).traits.contains(.allCapitals)
    else { return false }
    if word > 0 {
      return sentence.tags[word - 1] != .punctuation && sentence.token(word - 1).kind != .quote
        && !sentence.token(word - 1).traits.contains(.capitalised)
    }
    guard sentence.count > 3, sentence.tags[1] == .coordinator || sentence.tags[1] == .properNoun else {
      return false
    }
    let form = small(word)
    return ![.infinitive, .present, .past, .participle, .thirdPerson].contains { core.knows($0, of: form) }
  }

  /// `The Court of Appeal struck down the law`: a name has a capital, and no subject.
  func isVerbReadAsName(_ word: Int) -> Bool {
    guard sentence.tags[word] == .properNoun, !isTime(word),
      !sentence.token(word).traits.contains(.capitalised),
      let subject = sentence.child(of: word, .subject, .passiveSubject), subject < word,
      sentence.token(subject).traits.contains(.capitalised)
    else { return false }
    return core.knows(.past, of: small(word))
  }

  /// `plays in Reading on Saturday`: a gerund with a capital behind a preposition of place.
  func isNameOfPlace(_ word: Int) -> Bool {
    guard isGerund(word), sentence.token(word).traits.contains(.capitalised),
      !sentence.token(word).traits.contains(.allCapitals), sentence.sentence.kind == .prose,
      lexicon.cues.cue(word - 1, of: sentence, .place) != nil, word + 1 < sentence.count
    else { return false }
    return isTime(word + 1) || !sentence.token(word + 1).traits.contains(.capitalised)
  }
}
