import TimelineLanguage
import TimelineText

/// Reads every attribution of an article: quotations, reports, what people think and want, `according to`.
struct AttributionReader {
  let parses: ArticleParses

  private var document: Document { parses.document }

  func attributions() -> [Attribution] {
    var found: [Attribution] = []
    for index in document.sentences.indices {
      let clause = parses.clause(index)
      let here = attributions(clause, index)
      if here.isEmpty, !found.isEmpty, isSpeech(index) {
        // A quotation that goes on is that of the speaker before.
        found[found.count - 1].content.append(passage(0..<clause.count, clause))
      }
      found += here
    }
    return marked(found)
  }

  /// Each told whether its cue stands within the content of another; those are near it.
  private func marked(_ found: [Attribution]) -> [Attribution] {
    var found = found
    for index in found.indices {
      let cue = found[index].cue.span.lowerBound
      found[index].isNested = found.indices[max(0, index - Self.reach)..<min(found.count, index + Self.reach)]
        .contains { $0 != index && found[$0].content.contains { $0.span.contains(cue) } }
    }
    return found
  }

  /// How many attributions away one may hold another.
  private static let reach = 12

  /// Whether a sentence stands in quotation marks as a whole.
  private func isSpeech(_ index: Int) -> Bool {
    let count = parses.clause(index).count
    return count > 2 && parses.isQuoted(count / 2, in: index) && parses.isQuoted(1, in: index)
      && parses.isQuoted(max(0, count - 3), in: index)
  }

  private func attributions(_ clause: ClauseReader, _ index: Int) -> [Attribution] {
    var found: [Attribution] = []
    if let label = interview(clause, index) { found.append(label) }
    for word in 0..<clause.count {
      if clause.cue(word, .citation) != nil {
        if let cited = citation(word, clause, index) { found.append(cited) }
      } else if clause.isVerb(word), let said = speech(word, clause, index) {
        found.append(said)
      } else if clause.isNoun(word), let noun = opinion(word, clause, index) {
        found.append(noun)
      }
    }
    return found
  }

  // MARK: Verbs

  private func speech(_ verb: Int, _ clause: ClauseReader, _ index: Int) -> Attribution? {
    let report = clause.frame(verb, .report)
    let isWithinQuote = parses.isQuoted(verb, in: index)
    let attitude = clause.frame(verb, .attitude) ?? clause.lexicon.verbs.frame(clause.lemma(verb), .attitude)
    guard report != nil || attitude != nil && isHeld(verb, clause, isWithinQuote) || tells(verb, clause)
    else {
      return nil
    }
    if report != nil, attitude == nil || !isHeld(verb, clause, isWithinQuote),
      isIdle(verb, clause, isWithinQuote)
    {
      return nil
    }
    var content = complements(of: verb, clause)
    let takesObject = attitude?.says == true
    if content.isEmpty, report != nil, !isWithinQuote, let beside = besides(verb, clause, index) {
      content = [beside]
    }
    if content.isEmpty, takesObject || report != nil {
      content = (clause.children(verb, .object) + clause.children(verb, .oblique))
        .filter { !clause.isTime($0) && $0 > verb }.prefix(1).map { clause.sentence.subtree(of: $0) }
    }
    if content.isEmpty, takesObject, clause.isPassive(verb),
      let subject = clause.children(verb, .passiveSubject).first
    {
      content = [clause.sentence.subtree(of: subject)]
    }
    if content.isEmpty, let report, report.says, !report.needsContent, !isWithinQuote,
      let rest = rest(around: verb, clause)
    {
      content = [rest]
    }
    // `“Can she stay?” Trump asked.`: the quotation is a sentence of its own.
    let before =
      content.isEmpty && report != nil && !isWithinQuote ? quotation(before: verb, clause, index) : nil
    guard !content.isEmpty || before != nil else { return nil }
    let speaker: Int?
    if clause.isPassive(verb) {
      speaker = clause.clause(verb)?.byAgents.first
    } else if let own = clause.children(verb, .subject).first {
      speaker = own
    } else if let above = clause.analysis.clause(predicate: verb).flatMap({
      clause.analysis.clauses[$0].subjects.first
    }) {
      speaker = above
    } else {
      speaker = report == nil ? nil : speakerBeside(verb, clause)
    }
    var found = attribution(speaker, cue: cueRange(verb, clause), content, clause, index)
    if let before { found.content.append(before) }
    return found
  }

  /// What the sentence before one that begins with a verb of saying and its subject holds in quotation marks.
  private func quotation(before verb: Int, _ clause: ClauseReader, _ index: Int) -> Passage? {
    guard index > 0, verb <= Self.latestVerb, !document.sentences[index].beginsParagraph else { return nil }
    let previous = parses.clause(index - 1)
    guard previous.count > 1,
      previous.sentence.token(previous.count - 1).kind == .quote || clause.sentence.token(0).kind == .quote,
      parses.isQuoted(previous.count / 2, in: index - 1)
    else { return nil }
    return passage(0..<previous.count, previous)
  }

  /// How far from its start such a sentence may have its verb.
  private static let latestVerb = 5

  /// Whether a verb that no list holds says or holds something: a clause with `that` stands under it.
  private func tells(_ verb: Int, _ clause: ClauseReader) -> Bool {
    guard clause.isFinite(verb), !clause.isPassive(verb),
      let subject = clause.children(verb, .subject).first,
      clause.isNoun(subject) || isThirdPerson(subject, clause)
    else { return false }
    return clause.children(verb, .clausalComplement).contains { content in
      content > verb && clause.isFinite(content)
        && clause.children(content, .marker).contains {
          clause.cue($0, .content) != nil
        }
    }
  }

  private func isThirdPerson(_ word: Int, _ clause: ClauseReader) -> Bool {
    clause.lexicon.people.pronouns[clause.small(word)] != nil
  }

  /// A verb of saying that reports nothing: `to tell you the truth`, `by asking them`, the speaker's own `I say`.
  private func isIdle(_ verb: Int, _ clause: ClauseReader, _ isWithinQuote: Bool) -> Bool {
    let form = clause.clause(verb)?.form
    let hasSubject = !clause.children(verb, .subject, .passiveSubject).isEmpty
    if form == .infinitive, !hasSubject { return clause.children(verb, .clausalComplement).isEmpty }
    if form == .gerund, !hasSubject, !clause.children(verb, .marker, .caseMarker).isEmpty { return true }
    guard isWithinQuote, let subject = clause.children(verb, .subject).first,
      clause.sentence.tags[subject] == .pronoun
    else { return false }
    return !isThirdPerson(subject, clause)
  }

  /// Whether an attitude is told of somebody: not of the speaker in his own speech, and not as what is yet to
  /// be (`to support it`).
  private func isHeld(_ verb: Int, _ clause: ClauseReader, _ isWithinQuote: Bool) -> Bool {
    if clause.clause(verb)?.form == .infinitive { return false }
    if clause.clause(verb)?.form == .gerund, clause.children(verb, .subject).isEmpty,
      !clause.children(verb, .marker, .caseMarker).isEmpty
    {
      return false
    }
    guard let subject = clause.children(verb, .subject).first ?? clause.subject(verb) else {
      return clause.isPassive(verb)
    }
    let isNamed = clause.isNoun(subject) || clause.lexicon.people.pronouns[clause.small(subject)] != nil
    return isNamed || !isWithinQuote
  }

  /// The clauses that a verb takes, as ranges of words.
  private func complements(of verb: Int, _ clause: ClauseReader) -> [Range<Int>] {
    clause.children(verb, .clausalComplement, .openComplement)
      .map { clause.sentence.subtree(of: $0) }.filter { !$0.contains(verb) }
  }

  /// What stands beside a verb of saying: a quotation in its sentence, or what comes before it.
  private func besides(_ verb: Int, _ clause: ClauseReader, _ index: Int) -> Range<Int>? {
    if let first = (0..<clause.count).first(where: { parses.isQuoted($0, in: index) }) {
      let end = (first..<clause.count).first { !parses.isQuoted($0, in: index) } ?? clause.count
      return first..<end
    }
    guard
      [.parataxis, .conjunct, .adverbialClause].contains(clause.relation(verb)) || clause.head(verb) == nil,
      clause.children(verb, .object).isEmpty, let head = clause.head(verb), head < verb
    else { return nil }
    let start = clause.sentence.subtree(of: verb).lowerBound
    return start > 1 ? 0..<start : nil
  }

  /// What a sentence says before a verb of saying with its subject, else behind it.
  private func rest(around verb: Int, _ clause: ClauseReader) -> Range<Int>? {
    guard let subject = clause.children(verb, .subject).first else { return nil }
    let start = min(clause.sentence.subtree(of: subject).lowerBound, verb)
    if start > 2 { return 0..<start }
    return verb + 2 < clause.count ? verb + 1..<clause.count : nil
  }

  private func speakerBeside(_ verb: Int, _ clause: ClauseReader) -> Int? {
    if verb > 0, clause.isNoun(verb - 1) || clause.sentence.tags[verb - 1] == .pronoun { return verb - 1 }
    return verb + 1 < clause.count && clause.isNoun(verb + 1) ? verb + 1 : nil
  }

  /// The verb with its auxiliaries and particle.
  private func cueRange(_ verb: Int, _ clause: ClauseReader) -> Range<Int> {
    let near = clause.children(verb, .auxiliary, .passiveAuxiliary, .particle).filter { abs($0 - verb) <= 3 }
    return (near.min().map { min($0, verb) } ?? verb)..<(near.max().map { max($0, verb) } ?? verb) + 1
  }

  // MARK: Others

  /// `according to officials`
  private func citation(_ cue: Int, _ clause: ClauseReader, _ index: Int) -> Attribution? {
    guard let speaker = AttributionFinder(parses: parses).speakerCited(by: cue, clause) else { return nil }
    let content = cue > 1 ? 0..<cue : speaker + 1..<clause.count
    return content.isEmpty
      ? nil : attribution(speaker, cue: cue..<min(cue + 2, clause.count), [content], clause, index)
  }

  /// `Trump's claim that …`, `a statement by the ministry that …`
  private func opinion(_ noun: Int, _ clause: ClauseReader, _ index: Int) -> Attribution? {
    let cues = clause.lexicon.cues
    let lemma = clause.sentence.lemma(of: noun).lowercased()
    let isOpinion = cues.cue(lemma, .opinion) != nil
    guard isOpinion || cues.cue(lemma, .noun) != nil || cues.cue(lemma, .occasion) != nil,
      let speaker = clause.children(noun, .possessive).first,
      let content = clause.children(noun, .clausalModifier, .clausalComplement, .nominalModifier).first(
        where: {
          guard $0 > noun else { return false }
          if clause.isVerb($0) || !clause.children($0, .copula).isEmpty {
            return !clause.children($0, .marker).isEmpty
          }
          return isOpinion && clause.relation($0) == .nominalModifier
        })
    else { return nil }
    return attribution(
      speaker, cue: noun..<noun + 1, [clause.sentence.subtree(of: content)], clause, index)
  }

  /// `SANDERS: We will win.`
  private func interview(_ clause: ClauseReader, _ index: Int) -> Attribution? {
    guard let colon = clause.indices(from: 1, count: 4).first(where: { clause.string($0) == ":" }),
      (0..<colon).allSatisfy({
        clause.isNameWord($0) || clause.sentence.token($0).traits.contains(.capitalised)
      }),
      !(0..<colon).contains(where: { clause.sentence.tags[$0] == .determiner }), clause.count > colon + 3
    else { return nil }
    return attribution(colon - 1, cue: colon..<colon + 1, [colon + 1..<clause.count], clause, index)
  }

  // MARK: Spans

  private func attribution(
    _ speaker: Int?, cue: Range<Int>, _ content: [Range<Int>], _ clause: ClauseReader, _ index: Int
  ) -> Attribution {
    Attribution(
      source: speaker.map { passage(sourceRange($0, clause, apartFrom: cue), clause) },
      name: speaker.flatMap { NameReader(parses: parses).name($0, in: index) }, cue: passage(cue, clause),
      content: content.map { passage($0, clause) })
  }

  /// The source's phrase, as far as it does not reach over the cue.
  private func sourceRange(_ speaker: Int, _ clause: ClauseReader, apartFrom cue: Range<Int>) -> Range<Int> {
    let whole = clause.sentence.subtree(of: speaker)
    if cue.lowerBound > speaker { return whole.lowerBound..<min(whole.upperBound, cue.lowerBound) }
    return max(whole.lowerBound, min(cue.upperBound, speaker))..<whole.upperBound
  }

  private func passage(_ words: Range<Int>, _ clause: ClauseReader) -> Passage {
    guard let first = words.first, let last = words.last else { return Passage(text: "", span: 0..<0) }
    let bytes = clause.masked.bytes[first].lowerBound..<clause.masked.bytes[last].upperBound
    return Passage(text: document.text.string(bytes), span: document.text.scalarRange(bytes))
  }
}
