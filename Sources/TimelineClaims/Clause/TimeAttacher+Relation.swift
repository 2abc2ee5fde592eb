import TimelineTimes

extension TimeAttacher {
  /// The relation that the words before an expression say; `on` where they say none.
  func relation(of time: MaskedTime, _ term: TimeTerm) -> Relation {
    if let behind = relationBehind(time.word) { return behind }
    guard let phrase = time.phrase, !isAttribute(time.word) else {
      if case .approximately = term { return .around }
      return .on
    }
    switch (phrase.relation, term) {
    // A range after `from` is filled; after `for`, only a length of time is.
    case (.from, .between): return .throughout
    case (.throughout, .stretch), (.throughout, .between), (.throughout, .this), (.throughout, .last):
      return .throughout
    // `throughout the summer`, but `for Friday`, `over Christmas`.
    case (.throughout, _):
      let cues = clause.lexicon.cues
      let first = clause.small(time.start)
      return cues.cue(first, .purpose) != nil || cues.cue(first, .site) != nil ? .on : .throughout
    case (.on, .approximately): return .around
    default: return phrase.relation
    }
  }

  /// `next Thursday at the latest`: what the words behind a time say.
  private func relationBehind(_ time: Int) -> Relation? {
    clause.lexicon.relations.phrase(beginning: clause.indices(from: time + 1, count: 3), clause.small)
  }

  /// Whether a time stands before the noun that it dates (`after December's delay`): what is said before
  /// it then places something else.
  private func isAttribute(_ time: Int) -> Bool {
    guard let head = clause.head(time), head > time else { return false }
    return [.possessive, .compound, .adjectivalModifier].contains(clause.relation(time))
      && clause.isEvent(head, weak: true)
  }
}
