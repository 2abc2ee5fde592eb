import TimelineTimes

extension TimeAttacher {
  /// The relation that the words before an expression say, and how many words they are.
  func statedRelation(before words: Range<Int>, _ term: TimeTerm) -> (relation: Relation, length: Int) {
    let start = max(0, words.lowerBound - clause.lexicon.relations.longest)
    let before = (start..<words.lowerBound).map(clause.small)
    guard let found = clause.lexicon.relations.relation(endingWith: before) else {
      return (.on, 0)
    }
    return (adjusted(found.relation, term), found.count)
  }

  /// A range after `from` is filled; after `for`, only a length of time is.
  private func adjusted(_ relation: Relation, _ term: TimeTerm) -> Relation {
    switch (relation, term) {
    case (.from, .between): .throughout
    case (.throughout, .stretch), (.throughout, .between), (.throughout, .this), (.throughout, .last): .throughout
    case (.throughout, _): .on
    default: relation
    }
  }
}
