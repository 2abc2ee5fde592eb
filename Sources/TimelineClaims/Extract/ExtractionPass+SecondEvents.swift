import TimelineLanguage

/// Events that share a time with another.
extension ExtractionPass {
  /// `since 3 May, when fighters raided the market`: the verb of a clause that tells what happened then.
  func eventBehind(_ time: Int, _ clause: ClauseReader) -> Int? {
    guard
      let mark = clause.indices(from: time + 1, count: 2).first(where: {
        clause.cue($0, .when) != nil
      }), mark == time + 1 || clause.sentence.tags[time + 1] == .punctuation
    else { return nil }
    let end =
      clause.indices(from: mark + 1, count: clause.count).first { clause.string($0) == "," } ?? clause.count
    return clause.indices(from: mark + 1, count: end - mark - 1).first {
      clause.isVerb($0) && clause.isFinite($0) && !clause.has($0, .report)
    }
  }

  /// The verb that tells what came of an event noun, where it stands under the same time.
  func outcome(of word: Int, at time: Int, in index: Int) -> Int? {
    let clause = parses.clause(index)
    // `The truce that was to begin on Sunday collapsed`: that time is another.
    guard clause.isNoun(word),
      !clause.children(word, .relativeClause).contains(where: { clause.sentence.isBelow(time, $0) })
    else { return nil }
    var current = word
    for _ in 0..<4 {
      guard let head = clause.head(current) else { return nil }
      if clause.relation(current) == .subject { return clause.has(head, .outcome) ? head : nil }
      guard clause.relation(current) == .nominalModifier else { return nil }
      current = head
    }
    return nil
  }
}
