import TimelineLanguage

/// Writes a claim as one line, from the words of its clause: who, what, where.
struct TitleWriter {
  let clause: ClauseReader
  /// Longer titles are cut at a word.
  private static let longest = 100
  private static let longestSubject = 60

  func title(of word: Int, _ claim: Claim) -> String {
    var text: String
    if clause.isNoun(word) {
      text = nounTitle(word, claim)
    } else {
      text = verbTitle(word, claim)
    }
    if !claim.places.isEmpty, !claim.places.contains(where: { text.holds($0) }) {
      text +=
        " ("
        + claim.places.joined(
          separator: claim.placesAreAlternatives ? " \(clause.lexicon.headlines.choice) " : ", ") + ")"
    }
    return capitalised(cut(text, at: Self.longest))
  }

  // MARK: Nouns

  private func nounTitle(_ noun: Int, _ claim: Claim) -> String {
    var plain = self.phrase(noun)
    // `Tickets go on sale`: a word by itself says too little.
    if !plain.contains(" "), let carried = carriedTitle(noun, claim) { return carried }
    // `Order closing the quarry`
    if !plain.contains(" "), let described = described(noun) { plain = described }
    let phrase = plain + (phase(noun, claim) ?? standing(noun, claim, plain))
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
  private func described(_ noun: Int) -> String? {
    guard
      let participle = clause.children(noun, .clausalModifier).first(where: {
        $0 == noun + 1 && clause.isVerb($0)
          && !clause.children($0, .object, .oblique).allSatisfy(clause.isTime)
      })
    else { return nil }
    let rest = rest(of: participle)
    return rest.isEmpty ? nil : clause.string(noun) + " " + clause.string(participle) + " " + rest
  }

  /// The title of the clause whose verb carries a noun.
  private func carriedTitle(_ noun: Int, _ claim: Claim) -> String? {
    guard [.object, .oblique, .nominalModifier].contains(clause.relation(noun)), let verb = clause.head(noun),
      clause.isVerb(verb), !clause.isPassive(verb), !clause.has(verb, .report), !clause.has(verb, .govern),
      !clause.has(verb, .cancel), !clause.has(verb, .move), !clause.has(verb, .schedule),
      let subject = clause.subject(verb),
      subject != noun, !clause.isTime(subject)
    else { return nil }
    return verbTitle(verb, claim)
  }

  /// What a noun does not say of its event by itself: that it is called off, possible, demanded.
  private func standing(_ noun: Int, _ claim: Claim, _ phrase: String) -> String {
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
  private func movingVerb(_ noun: Int) -> Int? {
    guard let verb = clause.head(noun), clause.has(verb, .move),
      [.object, .passiveSubject, .subject].contains(clause.relation(noun))
    else { return nil }
    return verb
  }

  private func isMovedBySubject(_ noun: Int) -> Bool {
    guard clause.relation(noun) == .object, let verb = clause.head(noun) else { return false }
    return clause.has(verb, .move) || clause.has(verb, .cancel)
  }

  /// `Talks to resume`, `the trial resumed`: a verb of beginning that carries its noun as its subject.
  private func phase(_ noun: Int, _ claim: Claim) -> String? {
    guard !claim.isNegated, [.subject, .passiveSubject].contains(clause.relation(noun)),
      let above = clause.head(noun),
      let verb = ([above] + clause.children(above, .openComplement)).first(where: { clause.has($0, .phase) }),
      !clause.isPassive(verb)
    else { return nil }
    if claim.modality == .happened { return " " + past(verb) }
    let words = clause.lexicon.headlines.phrase(claim.modality, negated: false)
    return words.isEmpty ? nil : " " + words + " " + clause.lemma(verb)
  }

  // MARK: Verbs

  private func verbTitle(_ verb: Int, _ claim: Claim) -> String {
    var parts: [String] = []
    let rest = rest(of: verb)
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
    // `Payable April 15`: a line of a table.
    let isLabel = parts.isEmpty && rest.isEmpty && !clause.isVerb(verb)
    parts.append(isLabel ? clause.string(verb) : predicate(verb, claim))
    if !rest.isEmpty { parts.append(rest) }
    return parts.reduce("") { $0.isEmpty ? $1 : isClitic($1) ? $0 + $1 : $0 + " " + $1 }
  }

  /// `’ve been`: a form that is written with the word before it.
  private func isClitic(_ text: String) -> Bool { text.hasPrefix("'") || text.hasPrefix("’") }

  /// `the Security Conference, which takes place this year`: a named event that is read as a time.
  private func eventSubject(of verb: Int) -> Int? {
    guard let own = clause.clause(verb), own.subjects.allSatisfy(clause.isTime) else { return nil }
    let word =
      own.subjects.first ?? (clause.relation(verb) == .relativeClause ? clause.head(verb) : nil)
    guard let word, clause.isNamedEvent(word) else { return nil }
    return word
  }

  /// The subject of a verb; of one that the parse leaves without, that of the clause before it.
  private func subject(of verb: Int) -> Int? {
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
  private func subjectName(_ subject: Int, _ claim: Claim) -> String? {
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
      return claim.actors.first ?? subjectText(subject)
    }
    return (isSpeaker(subject) ? claim.source : nil) ?? subjectText(subject)
  }

  /// Whether a pronoun is the speaker's own: `I`, `we`.
  private func isSpeaker(_ word: Int) -> Bool {
    clause.sentence.tags[word] == .pronoun && clause.sentence.morphology[word].contains(.firstPerson)
  }

  /// The verb in the form that its modality takes in a headline.
  private func predicate(_ verb: Int, _ claim: Claim) -> String {
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
    } else if claim.modality == .demanded, isPassive || ownModal(verb) == .demanded {
      body = (claim.isNegated ? phrases.must.negated : phrases.must.plain) + " " + plain
    } else {
      // `No court will sit` denies in its subject.
      let isDenied = claim.isNegated && !isDeniedBySubject(verb)
      body = phrases.phrase(claim.modality, negated: isDenied) + " " + plain
    }
    return body + (particles.isEmpty ? direction(behind: verb) : particles)
  }

  /// `go back`, `move on`: an adverb that belongs to a verb of movement.
  private func direction(behind verb: Int) -> String {
    guard verb + 1 < clause.count, clause.has(verb, .motion), clause.sentence.tags[verb + 1] == .adverb,
      clause.relation(verb + 1) == .adverbialModifier, clause.head(verb + 1) == verb, !clause.isTime(verb + 1)
    else { return "" }
    return " " + clause.string(verb + 1)
  }

  /// `began to fall`: an infinitive with the verb of beginning above it.
  private func begun(_ verb: Int) -> String? {
    guard clause.relation(verb) == .openComplement, !clause.isFinite(verb), let above = clause.head(verb),
      above < verb, clause.isFinite(above), clause.has(above, .phase) || clause.has(above, .cease)
    else { return nil }
    let mark =
      clause.analysis.hasInfinitiveMark(verb) ? clause.children(verb, .marker).filter { $0 < verb } : []
    return past(above) + " " + clause.join(mark.suffix(1) + [verb])
  }

  private func ownModal(_ verb: Int) -> Modality? { clause.clause(verb).flatMap(clause.modal)?.modality }

  private func isDeniedBySubject(_ verb: Int) -> Bool {
    guard let subject = clause.subject(verb), let negator = clause.clause(verb)?.negator else { return false }
    return clause.sentence.subtree(of: subject).contains(negator)
  }

  /// The verb with its auxiliaries as written.
  private func past(_ verb: Int) -> String {
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
  private func rest(of verb: Int) -> String {
    let wanted: [UniversalRelation] = [
      .object, .indirectObject, .openComplement, .oblique, .agent, .clausalComplement,
    ]
    var texts: [String] = []
    for child in clause.sentence.children(of: verb) where child > verb {
      guard wanted.contains(clause.relation(child)), !clause.isTime(child), !isCitation(child),
        !isReportBeside(child), !isBound(child)
      else {
        continue
      }
      let text = phrase(child, withCase: true)
      if !text.isEmpty { texts.append(text) }
      if texts.joined(separator: " ").utf8.count > Self.longest { break }
    }
    return texts.joined(separator: " ")
  }

  /// `…, a person told Reuters`: a report behind what it says, whatever the parse calls it.
  private func isReportBeside(_ word: Int) -> Bool {
    clause.relation(word) == .clausalComplement && clause.has(word, .report) && clause.isFinite(word)
      && clause.children(word, .marker).isEmpty && !clause.children(word, .subject).isEmpty
  }

  /// `at the earliest` says how the time is meant.
  private func isBound(_ word: Int) -> Bool {
    let start = clause.sentence.subtree(of: word).lowerBound
    return clause.lexicon.relations.phrase(
      beginning: clause.indices(from: start, count: 3), clause.small) != nil
  }

  /// `according to X` says who says so, not what happens.
  private func isCitation(_ word: Int) -> Bool {
    clause.children(word, .caseMarker).contains {
      clause.cue($0, .citation) != nil
    }
  }

  // MARK: Phrases

  /// A subject with what is coordinated with it; of many the first two.
  private func subjectText(_ word: Int) -> String {
    let members = clause.coordinated(word)
    guard members.count > 1, let first = members.first, let last = members.last else { return phrase(word) }
    if members.count > Self.mostNames {
      let names = members.prefix(2).map { clause.string(clause.nameRun(around: $0)) }
      return names.joined(separator: ", ") + " " + clause.lexicon.headlines.andOthers
    }
    let start = clause.phrase(first).filter { $0 <= first }.min() ?? first
    let end = clause.isNameWord(last) ? clause.nameRun(around: last).upperBound : last + 1
    return clause.string(start..<max(end, last + 1))
  }

  /// More names than these are cut short.
  private static let mostNames = 4

  /// A phrase without clauses and times, as it stands in the text.
  private func phrase(_ word: Int, withCase: Bool = false) -> String {
    var kept: RelationSet = [.conjunct, .coordinator]
    if withCase { kept.formUnion([.caseMarker, .marker]) }
    if clause.isVerb(word) { kept.formUnion([.oblique, .clausalComplement]) }
    let words = clause.phrase(word, with: kept)
    // A clause that the parse coordinates with a noun is another matter.
    let apart = words.filter {
      $0 != word && clause.relation($0) == .conjunct && clause.isVerb($0) && clause.isFinite($0)
    }.map { clause.sentence.subtree(of: $0) }
    return clause.join(
      trimmed(words.filter { word in !isTime(word) && !apart.contains { $0.contains(word) } }))
  }

  /// Words without those at either end that join them to others.
  private func trimmed(_ words: [Int]) -> [Int] {
    var words = words
    while let first = words.first, words.count > 1, Self.joins.contains(clause.sentence.tags[first]),
      ![.precoordinator, .determiner].contains(clause.relation(first)),
      clause.sentence.token(first).kind != .quote
    {
      words.removeFirst()
    }
    while let last = words.last, Self.open.contains(clause.sentence.tags[last]),
      clause.sentence.token(last).kind != .quote, clause.relation(last) != .particle
    {
      words.removeLast()
    }
    return words
  }

  /// What stands between phrases, and what no phrase ends with.
  private static let joins: [UniversalTag] = [.coordinator, .punctuation, .subordinator]
  private static let open: [UniversalTag] = [.coordinator, .punctuation, .adposition, .determiner]

  private func isTime(_ word: Int) -> Bool {
    if clause.isTime(word) { return true }
    // The preposition of a time.
    if clause.relation(word) == .caseMarker, let head = clause.head(word) { return clause.isTime(head) }
    return false
  }

  private func cut(_ text: String, at longest: Int) -> String {
    guard text.unicodeScalars.count > longest else { return text }
    let head = text.unicodeScalars.prefix(longest)
    let end = head.lastIndex(of: " ") ?? head.endIndex
    return String(head[..<end]) + "…"
  }

  private func capitalised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst())
  }
}

extension ClauseReader {
  /// Words joined as the text spaces them, marks at both ends left out; a gap counts as one space.
  func join(_ words: [Int]) -> String {
    let isMark: (Int) -> Bool = { self.sentence.tags[$0] == .punctuation }
    let words = Array(words.drop(while: isMark).reversed().drop(while: isMark).reversed())
    var text = ""
    for (index, word) in words.enumerated() {
      let isApart = words.indices.contains(index - 1) && words[index - 1] + 1 != word
      if index > 0,
        isApart && sentence.tags[word] != .punctuation
          || sentence.token(word).traits.contains(.spaceBefore)
      {
        text += " "
      }
      text += string(word)
    }
    return text
  }
}

extension String {
  /// Whether some text stands within it, byte for byte.
  fileprivate func holds(_ part: String) -> Bool {
    var rest = utf8[...]
    while !rest.starts(with: part.utf8) {
      guard rest.popFirst() != nil else { return false }
    }
    return true
  }
}
