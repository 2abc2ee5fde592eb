import TimelineLanguage

/// Verbs that stand right beside a time.
extension TimeAttacher {
  /// The verb that a time stands with, where the parse takes it to another: `the judge last week closed the
  /// case`, `opens in May and closes in June`.
  func verbBeside(_ place: Placement, _ governor: Int) -> Int {
    if place.prepositionStart > 0, let verb = verbRightBehind(place.time), verb != governor,
      clause.isFinite(verb), let subject = clause.subject(verb), subject < place.time
    {
      // `Beck, who supported Cruz, last week said …`, `the judge last week closed …`
      let isApart = isMark(place.prepositionStart - 1, 44)
      let isWithin =
        clause.isVerb(governor) && governor < place.time && clause.sentence.isBelow(governor, subject)
      if isApart || clause.isNoun(place.prepositionStart - 1) && !isWithin { return verb }
    }
    guard clause.isVerb(governor) else { return governor }
    let before = place.prepositionStart - 1
    // `goes ahead on Friday unless talks resume this week`
    if before > governor, clause.isVerb(before), clause.isFinite(before),
      clause.relation(before) == .adverbialClause, clause.clause(before)?.condition != nil
    {
      return before
    }
    // `Bonds maturing in 2034 yielded`
    if before >= 0, before < governor, clause.isVerb(before), clause.relation(before) == .clausalModifier,
      clause.clause(before)?.form == .participle
    {
      return before
    }
    return clause.children(governor, .conjunct).last {
      (clause.isVerb($0) || !clause.children($0, .copula).isEmpty) && $0 < place.prepositionStart
        && !($0..<place.prepositionStart).contains { isMark($0, 44) }
    } ?? governor
  }

  /// The verb behind a time, auxiliaries and adverbs between.
  private func verbRightBehind(_ time: Int) -> Int? {
    for word in clause.indices(from: time + 1, count: 4) {
      if clause.isVerb(word) { return word }
      guard [.auxiliary, .adverb, .particle].contains(clause.sentence.tags[word]) else { return nil }
    }
    return nil
  }
}
