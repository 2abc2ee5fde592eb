import TimelineTimes

extension TimeAttacher {
  /// The relation that the words before an expression say; `on` where they say none.
  func relation(of time: MaskedTime, _ term: TimeTerm) -> Relation {
    guard let phrase = time.phrase else { return .on }
    switch (phrase.relation, term) {
    // A range after `from` is filled; after `for`, only a length of time is.
    case (.from, .between): return .throughout
    case (.throughout, .stretch), (.throughout, .between), (.throughout, .this), (.throughout, .last):
      return .throughout
    case (.throughout, _): return .on
    default: return phrase.relation
    }
  }
}
