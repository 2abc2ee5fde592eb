import TimelineLanguage

/// Writes a claim as one line, from the words of its clause: who, what, where.
struct TitleWriter {
  let clause: ClauseReader
  /// Whose a pronoun says that something is; nil where the text does not tell.
  let owner: (Int) -> String?
  /// The claim's time among the words; nil where it has none.
  let time: Int?
  /// Longer titles are cut at a word.
  static let longest = 100
  static let longestSubject = 60

  func title(of word: Int, _ claim: Claim) -> String {
    var text: String
    if clause.isNoun(word) {
      text = nounTitle(word, claim)
    } else {
      text = verbTitle(word, claim)
    }
    if !claim.places.isEmpty, !claim.places.contains(where: { text.holds(withoutArea($0)) }) {
      text +=
        " ("
        + claim.places.joined(
          separator: claim.placesAreAlternatives ? " \(clause.lexicon.headlines.choice) " : ", ") + ")"
    }
    return capitalised(cut(text, at: Self.longest))
  }

  /// `Kourou` of `Kourou, French Guiana`
  private func withoutArea(_ place: String) -> String {
    place.split(separator: ",", maxSplits: 1).first.map(String.init) ?? place
  }

  // MARK: Nouns

  func nounTitle(_ noun: Int, _ claim: Claim) -> String {
    var plain = self.phrase(noun, isSubject: true)
    // `Tickets go on sale`: a word by itself says too little.
    if !plain.contains(" ") || isCarriedByVerb(noun), let carried = carriedTitle(noun, claim) {
      return carried
    }
    // `Order closing the quarry`
    if !plain.contains(" "), let described = described(noun) { plain = described }
    let begun = phase(noun, claim)
    let phrase = plain + (begun ?? standing(noun, claim, plain))
    // `A closure that began in 2019`: nobody's, as far as its clause tells.
    if begun != nil, clause.children(noun, .relativeClause).contains(where: { clause.has($0, .phase) }) {
      return phrase
    }
    guard let verb = clause.head(noun), clause.relation(noun) == .object,
      clause.has(verb, .light) || clause.has(verb, .govern) || clause.has(verb, .phase),
      let subject = clause.subject(verb),
      subject != noun, let name = subjectName(subject, claim)
    else {
      // Who moves or calls off an event need not be its actor.
      let actors = isMovedBySubject(noun) ? [] : claim.actors.filter { !phrase.holds($0) }
      return actors.isEmpty ? phrase : actors.prefix(2).joined(separator: ", ") + ": " + phrase
    }
    return phrase.holds(name) ? phrase : name + ": " + phrase
  }

  /// A noun with the participle that describes it and what that takes.
  func described(_ noun: Int) -> String? {
    guard
      let participle = clause.children(noun, .clausalModifier).first(where: {
        $0 == noun + 1 && clause.isVerb($0)
          && !clause.children($0, .object, .oblique).allSatisfy(clause.isTime)
      })
    else { return nil }
    let rest = rest(of: participle)
    return rest.isEmpty ? nil : clause.string(noun) + " " + clause.string(participle) + " " + rest
  }

  /// `The three to hold talks`, `Drivers to begin route training`: what the verb of an event noun says of it.
  func isCarriedByVerb(_ noun: Int) -> Bool {
    guard clause.relation(noun) == .object, let verb = clause.head(noun),
      let form = clause.clause(verb)?.form,
      form == .finite || form == .infinitive && clause.relation(verb) == .openComplement
    else { return false }
    return clause.has(verb, .light) || clause.has(verb, .phase)
  }

  /// The title of the clause whose verb carries a noun.
  func carriedTitle(_ noun: Int, _ claim: Claim) -> String? {
    guard [.object, .oblique, .nominalModifier].contains(clause.relation(noun)), let verb = clause.head(noun),
      clause.isVerb(verb), !clause.isPassive(verb), !clause.has(verb, .report), !clause.has(verb, .govern),
      !clause.has(verb, .cancel), !clause.has(verb, .move), !clause.has(verb, .schedule),
      let subject = clause.subject(verb),
      subject != noun, !clause.isTime(subject)
    else { return nil }
    return verbTitle(verb, claim)
  }

  /// What a noun does not say of its event by itself: that it is called off, possible, demanded.
  func standing(_ noun: Int, _ claim: Claim, _ phrase: String) -> String {
    let headlines = clause.lexicon.headlines
    if claim.isNegated {
      // `no election` denies by itself.
      let denies = clause.children(noun, .determiner).contains { clause.analysis.cues[$0].contains(.no) }
      let words = headlines.denial(claim.modality)
      return denies || words.isEmpty ? "" : " " + words
    }
    if claim.modality == .scheduled, movingVerb(noun) != nil { return ", " + headlines.moved }
    guard clause.lexicon.nouns.kind(clause.lemma(noun)) != .deadline else { return "" }
    let words = headlines.standing(claim.modality)
    return words.isEmpty || phrase.holds(words) ? "" : " " + words
  }

  /// The verb that moves an event to another date.
  func movingVerb(_ noun: Int) -> Int? {
    guard let verb = clause.head(noun), clause.has(verb, .move),
      [.object, .passiveSubject, .subject].contains(clause.relation(noun))
    else { return nil }
    return verb
  }

  func isMovedBySubject(_ noun: Int) -> Bool {
    guard clause.relation(noun) == .object, let verb = clause.head(noun) else { return false }
    return clause.has(verb, .move) || clause.has(verb, .cancel)
  }

  /// `Talks to resume`, `the trial resumed`: a verb of beginning that carries its noun as its subject.
  func phase(_ noun: Int, _ claim: Claim) -> String? {
    guard !claim.isNegated, let verb = phaseVerb(noun, claim), !clause.isPassive(verb) else { return nil }
    let particles = clause.children(verb, .particle).map { " " + clause.string($0) }.joined()
    if claim.modality == .happened { return " " + past(verb) + particles }
    let words = clause.lexicon.headlines.phrase(claim.modality, negated: false)
    return words.isEmpty ? nil : " " + words + " " + clause.lemma(verb) + particles
  }

  /// The verb of beginning that a noun is the subject of, or that tells of it: `the fighting, which began in March`.
  private func phaseVerb(_ noun: Int, _ claim: Claim) -> Int? {
    if [.subject, .passiveSubject].contains(clause.relation(noun)), let above = clause.head(noun),
      let verb = ([above] + clause.children(above, .openComplement)).first(where: { clause.has($0, .phase) })
    {
      return verb
    }
    guard claim.relation == .from else { return nil }
    return clause.children(noun, .relativeClause).first {
      clause.has($0, .phase) && clause.clause($0)?.subjects.contains(noun) == true
    }
  }
}
