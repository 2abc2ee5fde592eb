import TimelineLanguage

/// Who the text says says something, and with which verb.
struct SourceFinding {
  /// The sentence of the verb.
  var sentence: Int
  /// The verb of saying; nil for `according to`.
  var verb: Int?
  /// The source's head word; nil where the verb has no subject (`workers were told`).
  var speaker: Int?
}

/// Finds the source of an event: the subject of the nearest verb of saying that governs it.
struct AttributionFinder {
  let parses: ArticleParses

  func attribution(of word: Int, in sentence: Int) -> SourceFinding? {
    let clause = parses.clause(sentence)
    if let said = governing(word, clause, sentence, .report) { return said }
    if let cited = citation(over: word, clause, sentence) { return cited }
    if let closing = closing(after: word, clause, sentence) { return closing }
    if parses.isQuoted(word, in: sentence), let speech = speech(around: sentence) { return speech }
    // Who demands or expects something is its source where nobody else says so.
    return governing(word, clause, sentence, .govern)
  }

  /// The nearest verb of saying above a word, or beside a clause above it (`…, officials said`).
  private func governing(
    _ word: Int, _ clause: ClauseReader, _ sentence: Int, _ kind: VerbFrames.Kind
  ) -> SourceFinding? {
    var current = word
    for _ in 0..<16 {
      // What a relative clause tells, or what stands beside a demand, nobody demands.
      if kind == .govern, [.relativeClause, .parataxis, .conjunct].contains(clause.relation(current)) {
        guard clause.relation(current) == .conjunct, !clause.isFinite(current) else { return nil }
      }
      if kind == .report,
        let beside = clause.children(current, .parataxis, .adverbialClause).first(where: {
          isSaying($0, clause) && !clause.children($0, .subject).isEmpty
        }),
        beside != word
      {
        return SourceFinding(
          sentence: sentence, verb: beside,
          speaker: !clause.children(beside, .passiveAuxiliary).isEmpty
            ? clause.clause(beside)?.byAgents.first
            : headOfPhrase(clause.subject(beside), before: beside, clause))
      }
      guard let head = clause.head(current) else { return nil }
      if governs(head, over: current, clause, kind) {
        // `…, officials said, ending a closure`: the outlet goes on.
        if current > head, clause.isTrailingParticiple(current) { return nil }
        let speaker =
          quotedObject(head, clause) ?? (clause.isPassive(head) ? nil : speakerAbove(head, clause))
        return SourceFinding(sentence: sentence, verb: head, speaker: speaker)
      }
      current = head
    }
    return nil
  }

  /// `It quoted the president as saying that …`: who says so is the object, in the passive the subject.
  private func quotedObject(_ verb: Int, _ clause: ClauseReader) -> Int? {
    guard let mark = clause.children(verb, .marker, .caseMarker).first, mark < verb,
      clause.cue(mark, .quoting) != nil, let quoting = clause.head(verb),
      clause.has(quoting, .report)
    else { return nil }
    if clause.isPassive(quoting) { return clause.subject(quoting) }
    return clause.children(quoting, .object).first
  }

  /// The subject of a verb of saying; of one that a parse leaves without, the noun before it.
  private func speakerAbove(_ verb: Int, _ clause: ClauseReader) -> Int? {
    if let own = clause.children(verb, .subject).first { return own }
    if let shared = clause.subject(verb) { return shared }
    return clause.has(verb, .report) ? speaker(of: verb, clause) : nil
  }

  private func governs(
    _ head: Int, over word: Int, _ clause: ClauseReader, _ kind: VerbFrames.Kind
  ) -> Bool {
    guard let frame = clause.frame(head, kind), frame.says else { return false }
    switch clause.relation(word) {
    case .clausalComplement, .openComplement, .parataxis, .clausalSubject: return true
    case .object: return frame.kind == .govern || clause.isVerb(word)
    case .dependent: return clause.isVerb(word)
    default: return false
    }
  }

  private func isSaying(_ word: Int, _ clause: ClauseReader) -> Bool {
    guard clause.isVerb(word), let frame = clause.frame(word, .report), frame.says else { return false }
    return !frame.needsContent || clause.hasContent(word)
  }

  /// `…, officials said on Monday.`: the verb of saying that closes a sentence, whatever the parse hangs it
  /// from.
  private func closing(after word: Int, _ clause: ClauseReader, _ sentence: Int) -> SourceFinding? {
    guard
      let verb = (word + 1..<max(clause.count, word + 1)).last(where: {
        isSaying($0, clause) && !parses.isQuoted($0, in: sentence)
      }),
      clause.children(verb, .clausalComplement, .openComplement).allSatisfy({ $0 < verb }),
      (word..<verb).contains(where: { clause.sentence.tags[$0] == .punctuation }),
      // `The owner, who paid millions in 2009, said …`: what describes the speaker nobody says.
      !isTold(word, ofSubjectOf: verb, clause),
      let speaker = speaker(of: verb, clause)
    else { return nil }
    return SourceFinding(sentence: sentence, verb: verb, speaker: speaker)
  }

  /// Whether a word describes the one subject of a verb.
  private func isTold(_ word: Int, ofSubjectOf verb: Int, _ clause: ClauseReader) -> Bool {
    let subjects = clause.children(verb, .subject)
    return subjects.count == 1 && subjects.allSatisfy { clause.sentence.isBelow(word, $0) }
  }

  /// The subject of a verb of saying, by the parse, else the noun right before or behind it.
  private func speaker(of verb: Int, _ clause: ClauseReader) -> Int? {
    // `it was announced`
    if !clause.children(verb, .passiveAuxiliary).isEmpty { return clause.clause(verb)?.byAgents.first }
    if let subject = clause.children(verb, .subject).first {
      return headOfPhrase(subject, before: verb, clause)
    }
    if verb > 0, clause.sentence.tags[verb - 1] == .pronoun { return verb - 1 }
    if verb > 0, clause.isNoun(verb - 1) { return phraseHead(endingAt: verb, clause) }
    if let named = speakerBeforeComma(verb, clause) { return named }
    guard verb + 1 < clause.count, clause.isNoun(verb + 1) else { return clause.subject(verb) }
    return verb + 1
  }

  /// `two people familiar with the matter said`: a subject behind a preposition is part of a longer phrase.
  private func headOfPhrase(_ subject: Int?, before verb: Int, _ clause: ClauseReader) -> Int? {
    guard let subject, subject < verb, clause.isNoun(subject) else { return subject }
    let start = clause.sentence.subtree(of: subject).lowerBound
    guard start > 1, clause.sentence.tags[start - 1] == .adposition else { return subject }
    return phraseHead(endingAt: verb, clause)
  }

  /// `…, its director, Lena Vik, said`, `…, Lena Vik, its director, said`: the name of the two.
  private func speakerBeforeComma(_ verb: Int, _ clause: ClauseReader) -> Int? {
    let isMark: (Int) -> Bool = { clause.sentence.tags[$0] == .punctuation }
    guard verb > 2, isMark(verb - 1), clause.isNoun(verb - 2) else { return nil }
    let inner = verb - 2
    guard let comma = (0..<inner).last(where: isMark), comma > 0 else { return nil }
    if clause.isNameWord(inner) { return inner }
    return clause.isNameWord(comma - 1) ? comma - 1 : nil
  }

  /// The first noun of the words since the last mark before a verb, with what belongs to its name: `two
  /// diplomats` of `two diplomats briefed on the talks`.
  private func phraseHead(endingAt verb: Int, _ clause: ClauseReader) -> Int? {
    let start = (0..<verb).last { clause.sentence.tags[$0] == .punctuation }.map { $0 + 1 } ?? 0
    guard let first = (start..<verb).first(where: { clause.isNoun($0) }),
      !(start..<first).contains(where: { clause.sentence.tags[$0] == .adposition })
    else { return verb - 1 }
    var head = first
    while head + 1 < verb, clause.isNoun(head + 1) { head += 1 }
    return head
  }

  /// `according to X`, where it stands with the event's clause or with one above it.
  private func citation(over word: Int, _ clause: ClauseReader, _ sentence: Int) -> SourceFinding? {
    for cue in clause.citations {
      guard let speaker = speakerCited(by: cue, clause), !clause.sentence.isBelow(word, speaker) else {
        continue
      }
      // At the start or behind a comma it holds for the sentence, else for the clause that it stands with.
      if cue < 2 || clause.sentence.tags[cue - 1] == .punctuation {
        return SourceFinding(sentence: sentence, verb: nil, speaker: speaker)
      }
      guard let governor = clause.head(speaker) ?? clause.head(cue) else { continue }
      if clause.sentence.isBelow(word, governor) || clause.sentence.isBelow(governor, word) {
        return SourceFinding(sentence: sentence, verb: nil, speaker: speaker)
      }
    }
    return nil
  }

  /// Whom `according to` cites: the head of the noun behind it.
  func speakerCited(by cue: Int, _ clause: ClauseReader) -> Int? {
    guard var speaker = clause.indices(from: cue + 2, count: Self.citationReach).first(where: clause.isNoun)
    else {
      return nil
    }
    while speaker + 1 < clause.count, clause.isNoun(speaker + 1) { speaker += 1 }
    return speaker
  }

  /// How many words behind `according to` its noun may stand.
  private static let citationReach = 6

  /// How many sentences before a paragraph its speaker is looked for.
  private static let paragraphReach = 3

  /// The speaker of a quotation: of its own sentence, else of its paragraph, nearest first.
  private func speech(around sentence: Int) -> SourceFinding? {
    let sentences = parses.document.sentences
    var order = [sentence]
    var after = sentence + 1
    var before = sentence
    while before > 0, !sentences[before].beginsParagraph, sentence - before < 6 {
      before -= 1
      order.append(before)
    }
    while after < sentences.count, !sentences[after].beginsParagraph, after - sentence < 4 {
      order.append(after)
      after += 1
    }
    // A quotation that fills a paragraph goes on from the paragraph before.
    if before > 0, order.count == 1 || before == sentence || parses.isQuoted(0, in: before) {
      let start = max(0, before - Self.paragraphReach)
      order += (start..<before).reversed()
    }
    for index in order {
      let clause = parses.clause(index)
      for word in 0..<clause.count
      where isSaying(word, clause) && !parses.isQuoted(word, in: index) {
        if let speaker = speaker(of: word, clause) {
          return SourceFinding(sentence: index, verb: word, speaker: speaker)
        }
      }
    }
    return nil
  }
}
