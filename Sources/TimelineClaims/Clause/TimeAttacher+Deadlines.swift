import TimelineLanguage

/// Deadlines that are missed or granted.
extension TimeAttacher {
  /// `missed the 1 March deadline to file its accounts`: what was not done by then; without it, the missing.
  func missedDeadline(_ verb: Int, _ place: Placement) -> TimeAttachment? {
    guard clause.has(verb, .miss), let deadline = clause.missedDeadline(verb, at: place.time) else {
      return nil
    }
    let task = clause.children(deadline, .clausalModifier).first {
      $0 > deadline && clause.analysis.hasInfinitiveMark($0)
    }
    return TimeAttachment(
      role: .event, word: task ?? verb, relation: .by, reason: "deadline that was missed")
  }

  /// `gave them until Friday to answer`: what must be done by then.
  func grantedUntil(_ verb: Int, _ place: Placement) -> TimeAttachment? {
    guard clause.has(verb, .grant),
      let mark = clause.indices(from: place.time + 1, count: 2).first(where: {
        [.particle, .adposition].contains(clause.sentence.tags[$0])
          && clause.cue($0, .destination) != nil
      }), mark + 1 < clause.count
    else { return nil }
    return TimeAttachment(
      role: .event, word: mark + 1, relation: .by, modality: .demanded, reason: "what must be done by then")
  }
}
