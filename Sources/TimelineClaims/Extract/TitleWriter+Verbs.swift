import TimelineLanguage

/// Titles of clauses: who does what.
extension TitleWriter {
  func verbTitle(_ verb: Int, _ claim: Claim) -> String {
    var parts: [String] = []
    var rest = rest(of: verb)
    if let event = eventSubject(of: verb) {
      parts.append(cut(clause.string(event), at: Self.longestSubject))
    } else if let subject = subject(of: verb), !clause.isTime(subject), let name = subjectName(subject, claim)
    {
      // `José Peña: We have been reasonable`
      let isOwnSpeech = isSpeaker(subject) && claim.modality == .happened && name == claim.source
      parts.append(cut(name, at: Self.longestSubject) + (isOwnSpeech ? ": " + clause.string(subject) : ""))
    } else if let actor = claim.actors.first, !rest.holds(actor) {
      parts.append(actor)
    }
    if let subject = parts.first, rest.lowercased() == subject.lowercased() { rest = "" }
    // `Payable April 15`, `Pay May 1`: a line of a table.
    let isLabel =
      parts.isEmpty && rest.isEmpty && (!clause.isVerb(verb) || clause.count <= Self.longestEntry)
    parts.append(isLabel ? clause.string(verb) : predicate(verb, claim))
    if !rest.isEmpty { parts.append(rest) }
    return parts.reduce("") { $0.isEmpty ? $1 : isClitic($1) ? $0 + $1 : $0 + " " + $1 }
  }

  private static let longestEntry = 4

  /// `’ve been`: a form that is written with the word before it.
  func isClitic(_ text: String) -> Bool { text.hasPrefix("'") || text.hasPrefix("’") }

  /// `the Security Conference, which takes place this year`: a named event that is read as a time.
  func eventSubject(of verb: Int) -> Int? {
    guard let own = clause.clause(verb), own.subjects.allSatisfy(clause.isTime) else { return nil }
    let word =
      own.subjects.first ?? (clause.relation(verb) == .relativeClause ? clause.head(verb) : nil)
    guard let word, clause.isNamedEvent(word) else { return nil }
    return word
  }

  /// The subject of a verb; of one that the parse leaves without, that of the clause before it.
  func subject(of verb: Int) -> Int? {
    if let own = clause.subject(verb) { return own }
    guard clause.isFinite(verb) else { return nil }
    let start = (0..<verb).last {
      clause.sentence.tags[$0] == .punctuation || clause.sentence.tags[$0] == .coordinator
    }
    if let start, let noun = (start + 1..<verb).first(where: clause.isNoun) { return noun }
    return (0..<verb).last {
      [.subject, .passiveSubject].contains(clause.relation($0)) && clause.isNoun($0)
        && clause.head($0).map { clause.relation($0) != .relativeClause } ?? true
    }
  }

  /// A subject as a title names it: the name that a pronoun stands for where that is known, for `we` who
  /// says so; nil for a word that says nothing by itself.
  func subjectName(_ subject: Int, _ claim: Claim) -> String? {
    guard clause.sentence.tags[subject] == .pronoun else {
      let text = subjectText(subject)
      // `<Mitsui> (MIM) and <Alliance> (ACM)`, `whose stock`: the names by themselves.
      let members = clause.coordinated(subject)
      let isRelative = clause.children(subject, .possessive).contains {
        clause.analysis.antecedent(ofRelative: $0) != nil
      }
      guard isRelative || members.count > 1 && text.contains(where: { "(<".contains($0) }),
        claim.actors.count >= members.count
      else {
        // `Highway 23`, of which the parse keeps the number.
        guard let actor = claim.actors.first, members.count == 1, actor.hasSuffix(" " + text),
          clause.sentence.tags[subject] == .numeral
        else { return text }
        return actor
      }
      return claim.actors.prefix(members.count).joined(separator: ", ")
    }
    if clause.lexicon.people.pronouns[clause.small(subject)] != nil {
      let name = claim.actors.first ?? subjectText(subject)
      return clause.lexicon.headlines.asSubject(name)
    }
    // `The third, who broke a hip`
    if clause.analysis.cues[subject].contains(.relative), let actor = claim.actors.first { return actor }
    return (isSpeaker(subject) ? claim.source : nil) ?? subjectText(subject)
  }

  /// Whether a pronoun is the speaker's own: `I`, `we`.
  func isSpeaker(_ word: Int) -> Bool {
    clause.sentence.tags[word] == .pronoun && clause.sentence.morphology[word].contains(.firstPerson)
  }

  /// The verb in the form that its modality takes in a headline.
  func predicate(_ verb: Int, _ claim: Claim) -> String {
    let phrases = clause.lexicon.headlines
    let isPassive = clause.isPassive(verb)
    let base = isPassive ? phrases.passive + " " + clause.string(verb) : clause.lemma(verb)
    let plain = clause.isVerb(verb) ? base : phrases.passive + " " + clause.string(verb)
    let particles = clause.children(verb, .particle).map { " " + clause.string($0) }.joined()
    let body: String
    if claim.modality == .happened, claim.isNegated, !clause.isFinite(verb), clause.isVerb(verb) {
      // `failed to agree`
      body = phrases.didNot + " " + plain
    } else if claim.modality == .happened, let begun = begun(verb) {
      body = begun
    } else if claim.modality == .happened {
      body = past(verb)
    } else if !claim.isNegated, let wish = wish(over: verb, claim) {
      body = wish + " " + plain
    } else if claim.modality == .demanded, isPassive || ownModal(verb) == .demanded || isOfEvent(verb) {
      body = (claim.isNegated ? phrases.must.negated : phrases.must.plain) + " " + plain
    } else {
      // `No court will sit` denies in its subject.
      let isDenied = claim.isNegated && !isDeniedByNoun(verb)
      body = phrases.phrase(claim.modality, negated: isDenied) + " " + plain
    }
    return body + (particles.isEmpty ? direction(behind: verb) : particles)
  }

  /// `go back`, `move on`: an adverb that belongs to a verb of movement.
  func direction(behind verb: Int) -> String {
    guard verb + 1 < clause.count, clause.has(verb, .motion), clause.sentence.tags[verb + 1] == .adverb,
      clause.relation(verb + 1) == .adverbialModifier, clause.head(verb + 1) == verb, !clause.isTime(verb + 1)
    else { return "" }
    return " " + clause.string(verb + 1)
  }

  /// `began to fall`: an infinitive with the verb of beginning above it.
  func begun(_ verb: Int) -> String? {
    guard clause.relation(verb) == .openComplement, !clause.isFinite(verb), let above = clause.head(verb),
      above < verb, clause.isFinite(above), clause.has(above, .phase) || clause.has(above, .cease)
    else { return nil }
    let mark =
      clause.analysis.hasInfinitiveMark(verb) ? clause.children(verb, .marker).filter { $0 < verb } : []
    return past(above) + " " + clause.join(mark.suffix(1) + [verb])
  }

  func ownModal(_ verb: Int) -> Modality? { clause.clause(verb).flatMap(clause.modal)?.modality }

  /// `The owners want to`, `the firm aims to`: how a verb with the same subject words what is expected or promised.
  private func wish(over verb: Int, _ claim: Claim) -> String? {
    guard clause.relation(verb) == .openComplement, clause.analysis.hasInfinitiveMark(verb),
      let above = clause.head(verb), above < verb, clause.isFinite(above), clause.isVerb(above),
      !clause.isPassive(above), clause.clause(above).flatMap(clause.modal) == nil,
      clause.clause(above)?.isNegated == false, clause.children(above, .object, .indirectObject).isEmpty,
      let frame = clause.frame(above, .govern), clause.subject(verb).map(isSpeaker) != true,
      claim.modality == .promised && frame.modality == .promised
        || claim.modality == .expected && (frame.modality == .expected || clause.has(above, .desire)),
      let mark = clause.children(verb, .marker).last(where: { $0 < verb })
    else { return nil }
    return past(above) + " " + clause.string(mark)
  }

  /// `The fighting must end`: nobody tells an event what to do.
  private func isOfEvent(_ verb: Int) -> Bool {
    clause.subject(verb).map { clause.isEvent($0, weak: true) } ?? false
  }

  /// `No court will sit`, `they will run nothing`: whether the subject or what is acted on denies.
  func isDeniedByNoun(_ verb: Int) -> Bool {
    guard let negator = clause.clause(verb)?.negator else { return false }
    return ([clause.subject(verb)].compactMap { $0 } + clause.children(verb, .object)).contains {
      clause.sentence.subtree(of: $0).contains(negator)
    }
  }

  /// The verb with its auxiliaries as written.
  func past(_ verb: Int) -> String {
    let words =
      clause.children(verb, .auxiliary, .passiveAuxiliary, .copula).filter { $0 < verb }
      + clause.children(verb, .adverbialModifier).filter {
        clause.analysis.cues[$0].contains(.negator) && $0 < verb
      }
    // A participle at the head of its sentence has a capital.
    if verb == 0, words.isEmpty, clause.sentence.tags[verb] == .verb { return clause.small(verb) }
    return clause.join(words.sorted() + [verb])
  }

  /// Objects, complements and places behind the verb, times left out.
  func rest(of verb: Int) -> String {
    let wanted: [UniversalRelation] = [
      .object, .indirectObject, .openComplement, .oblique, .agent, .clausalComplement,
    ]
    var texts: [String] = []
    let later = laterAmount(behind: verb)
    for child in clause.sentence.children(of: verb) where child > verb {
      if let later, child < later.word, clause.relation(child) == .oblique,
        clause.children(child, .caseMarker).contains(where: { clause.small($0) == later.preposition })
      {
        texts.append(phrase(later.word, withCase: true))
        continue
      }
      guard wanted.contains(clause.relation(child)), !clause.isTime(child), !isCitation(child),
        !isReportBeside(child), !isBound(child)
      else {
        continue
      }
      let text = phrase(atTime(child), withCase: true)
      if !text.isEmpty { texts.append(text) }
      if texts.joined(separator: " ").utf8.count > Self.longest { break }
    }
    if let object = objectDescribed(by: verb) {
      let text = phrase(object)
      let first = clause.phrase(object).first ?? object
      // The first word of a sentence has a capital.
      let isArticle = first == 0 && clause.relation(0) == .determiner
      texts.insert(isArticle ? clause.small(0) + text.dropFirst(clause.string(0).count) : text, at: 0)
    }
    return texts.joined(separator: " ")
  }

  /// `rises by 5 percent on 1 May and by 3 percent in October`: of two, each with its time, the one that the claim's
  /// time stands with.
  private func atTime(_ word: Int) -> Int {
    guard let time else { return word }
    let members = [word] + clause.children(word, .conjunct)
    guard members.count > 1, clause.masked.times.contains(where: { $0.word > word && $0.word < members[1] })
    else { return word }
    return members.last { $0 < time } ?? word
  }

  /// `… by 5 percent on 1 May and by 3 percent in October`: the second amount, where the parse joins it to the time of
  /// the first.
  private func laterAmount(behind verb: Int) -> (word: Int, preposition: String)? {
    guard let time else { return nil }
    for other in clause.masked.times where other.word > verb && other.word < time {
      for word in clause.children(other.word, .conjunct)
      where word > other.word && word < time && !clause.isTime(word) {
        if let preposition = clause.children(word, .caseMarker).first {
          return (word, clause.small(preposition))
        }
      }
    }
    return nil
  }

  /// `the proposals it received`, `a reporter whom they sued`: what a verb acts on where its clause describes that.
  private func objectDescribed(by verb: Int) -> Int? {
    guard clause.relation(verb) == .relativeClause, clause.isVerb(verb), !clause.isPassive(verb),
      let noun = clause.head(verb), noun < verb, clause.isNoun(noun),
      let own = clause.children(verb, .subject).first, own > noun,
      clause.analysis.antecedent(ofRelative: own) == nil,
      clause.head(noun).map({ clause.has($0, .report) }) != true,
      !clause.children(own, .possessive).contains(where: { clause.analysis.antecedent(ofRelative: $0) != nil }
      )
    else { return nil }
    let objects = clause.children(verb, .object).filter { $0 < verb }
    if objects.contains(where: { clause.analysis.antecedent(ofRelative: $0) == noun }) { return noun }
    guard clause.children(verb, .object, .clausalComplement, .openComplement).isEmpty,
      clause.lexicon.cues.cue(clause.lemma(noun), .circumstance) == nil, !isOfPlaceOrTime(verb, noun)
    else { return nil }
    return noun
  }

  /// `the hall where they met`, `the man with whom she fled`
  private func isOfPlaceOrTime(_ verb: Int, _ noun: Int) -> Bool {
    (noun + 1..<verb).contains {
      clause.cue($0, .when) != nil || clause.sentence.tags[$0] == .adposition
        || clause.sentence.tags[$0] == .adverb && clause.head($0) == verb
    }
  }

  /// `…, a person told Reuters`: a report behind what it says, whatever the parse calls it.
  func isReportBeside(_ word: Int) -> Bool {
    clause.relation(word) == .clausalComplement && clause.has(word, .report) && clause.isFinite(word)
      && clause.children(word, .marker).isEmpty && !clause.children(word, .subject).isEmpty
  }

  /// `at the earliest` says how the time is meant.
  func isBound(_ word: Int) -> Bool {
    let start = clause.sentence.subtree(of: word).lowerBound
    return clause.lexicon.relations.phrase(
      beginning: clause.indices(from: start, count: 3), clause.small) != nil
  }

  /// `according to X` says who says so, not what happens.
  func isCitation(_ word: Int) -> Bool {
    clause.children(word, .caseMarker).contains {
      clause.cue($0, .citation) != nil
    }
  }
}
