import TimelineTimes

extension TimeAttacher {
  /// The relation that the words before an expression say; `on` where they say none.
  func relation(of time: MaskedTime, _ term: TimeTerm) -> Relation {
    guard let phrase = time.phrase, !isAttribute(time.word) else { return .on }
    switch (phrase.relation, term) {
    // A range after `from` is filled; after `for`, only a length of time is.
    case (.from, .between): return .throughout
    case (.throughout, .stretch), (.throughout, .between), (.throughout, .this), (.throughout, .last):
      return .throughout
    case (.throughout, _): return .on
    default: return phrase.relation
    }
  }

  /// Whether a time stands before the noun that it dates (`after December's delay`): what is said before
  /// it then places something else.
  private func isAttribute(_ time: Int) -> Bool {
    guard let head = clause.head(time), head > time else { return false }
    return [.possessive, .compound, .adjectivalModifier].contains(clause.relation(time))
      && clause.isEvent(head, weak: true)
  }
}
