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
    if !claim.places.isEmpty, !claim.places.contains(where: { text.contains($0) }) {
      text +=
        " ("
        + claim.places.joined(
          separator: claim.placesAreAlternatives ? " \(clause.lexicon.headlines.choice) " : ", ") + ")"
    }
    return capitalised(cut(text, at: Self.longest))
  }

  // MARK: Nouns

  private func nounTitle(_ noun: Int, _ claim: Claim) -> String {
    let phrase = self.phrase(noun)
    guard let verb = clause.head(noun), clause.relation(noun) == .object,
      clause.has(verb, .light) || clause.has(verb, .govern), let subject = clause.subject(verb),
      subject != noun
    else {
      let actors = claim.actors.filter { !phrase.contains($0) }
      return actors.isEmpty ? phrase : actors.prefix(2).joined(separator: ", ") + ": " + phrase
    }
    return subjectText(subject) + ": " + phrase
  }

  // MARK: Verbs

  private func verbTitle(_ verb: Int, _ claim: Claim) -> String {
    var parts: [String] = []
    if let subject = clause.subject(verb), !clause.isTime(subject) {
      // A pronoun says nothing by itself: the name that it stands for, where that is known.
      let name = clause.sentence.tags[subject] == .pronoun ? claim.actors.first : nil
      parts.append(cut(name ?? subjectText(subject), at: Self.longestSubject))
    }
    parts.append(predicate(verb, claim))
    let rest = rest(of: verb)
    if !rest.isEmpty { parts.append(rest) }
    return parts.joined(separator: " ")
  }

  /// The verb in the form that its modality takes in a headline.
  private func predicate(_ verb: Int, _ claim: Claim) -> String {
    let phrases = clause.lexicon.headlines
    let isPassive = clause.isPassive(verb)
    let base = isPassive ? phrases.passive + " " + clause.string(verb) : clause.lemma(verb)
    let plain = clause.isVerb(verb) ? base : phrases.passive + " " + clause.string(verb)
    let particles = clause.children(verb, .particle).map { " " + clause.string($0) }.joined()
    let body: String
    if claim.modality == .happened {
      body = past(verb)
    } else {
      body = phrases.phrase(claim.modality, negated: claim.isNegated) + " " + plain
    }
    return body + particles
  }

  /// The verb with its auxiliaries as written.
  private func past(_ verb: Int) -> String {
    let words =
      clause.children(verb, .auxiliary, .passiveAuxiliary, .copula).filter { $0 < verb }
      + clause.children(verb, .adverbialModifier).filter {
        clause.analysis.cues[$0].contains(.negator) && $0 < verb
      }
    return clause.join(words.sorted() + [verb])
  }

  /// Objects, complements and places behind the verb, times left out.
  private func rest(of verb: Int) -> String {
    let wanted: [UniversalRelation] = [
      .object, .indirectObject, .openComplement, .oblique, .agent, .clausalComplement,
    ]
    var texts: [String] = []
    for child in clause.sentence.children(of: verb) where child > verb {
      guard wanted.contains(clause.relation(child)), !clause.isTime(child), !isCitation(child) else {
        continue
      }
      let text = phrase(child, withCase: true)
      if !text.isEmpty { texts.append(text) }
      if texts.joined(separator: " ").utf8.count > Self.longest { break }
    }
    return texts.joined(separator: " ")
  }

  /// `according to X` says who says so, not what happens.
  private func isCitation(_ word: Int) -> Bool {
    clause.children(word, .caseMarker).contains {
      clause.lexicon.cues.cue(clause.small($0), .citation) != nil
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
    return clause.string(start..<last + 1)
  }

  /// More names than these are cut short.
  private static let mostNames = 4

  /// A phrase without clauses and times, as it stands in the text.
  private func phrase(_ word: Int, withCase: Bool = false) -> String {
    var kept: Set<UniversalRelation> = [.conjunct, .coordinator]
    if withCase { kept.formUnion([.caseMarker, .marker]) }
    if clause.isVerb(word) { kept.formUnion([.oblique, .clausalComplement]) }
    return clause.join(clause.phrase(word, with: kept).filter { !isTime($0) })
  }

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
      if index > 0, words[index - 1] + 1 != word || sentence.token(word).traits.contains(.spaceBefore) {
        text += " "
      }
      text += string(word)
    }
    return text
  }
}
