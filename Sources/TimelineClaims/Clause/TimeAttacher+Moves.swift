import TimelineLanguage
import TimelineTimes

/// Dates that stand behind all that tells what is moved.
extension TimeAttacher {
  /// `postponed its hearing on a request to block the merger from 26 March to 2 April`: the verb that moves
  /// something from the one date to the other, though what describes the thing stands nearer.
  func moveAround(_ governor: Int, _ place: Placement, _ term: TimeTerm) -> TimeAttachment? {
    guard leadsToDate(place, term) else { return nil }
    var current = governor
    for _ in 0..<Self.mostHops {
      if clause.isVerb(current) {
        if clause.has(current, .move) { return current == governor ? nil : moved(by: current, place) }
        // What is planned, or lasts so long, has its own dates.
        if clause.has(current, .schedule) || clause.has(current, .span) || clause.has(current, .report) {
          return nil
        }
      }
      guard Self.describing.contains(clause.relation(current)), !isFiniteClause(current),
        let head = clause.head(current), head < current
      else { return nil }
      current = head
    }
    return nil
  }

  /// From what describes a thing that is moved to the verb that moves it.
  private static let describing: [UniversalRelation] = [
    .clausalModifier, .nominalModifier, .object, .oblique, .openComplement, .passiveSubject,
    .clausalComplement,
    .adverbialClause,
  ]

  /// A range from one date to another, or a date behind `to` or `until`.
  private func leadsToDate(_ place: Placement, _ term: TimeTerm) -> Bool {
    let isFrom =
      place.prepositionStart < place.time
      && clause.cue(place.prepositionStart, .source) != nil
    if case .between = term { return isFrom }
    // The first end of such a range, once it is parted.
    return movesTo(place) || isFrom && leadsOn(from: place.time)
  }

  /// `26 March to 2 April`: whether another time stands behind a time and `to`.
  private func leadsOn(from time: Int) -> Bool {
    time + 2 < clause.count && clause.isTime(time + 2)
      && clause.cue(time + 1, .destination) != nil
  }

  private func isFiniteClause(_ word: Int) -> Bool { clause.isVerb(word) && clause.isFinite(word) }

  private func moved(by verb: Int, _ place: Placement) -> TimeAttachment? {
    guard let attachment = movedEvent(verb, place) else { return nil }
    // `moved his men to bar the road from May to June`: troops are moved otherwise.
    let isEvent = clause.isEvent(attachment.word, weak: true)
    return isEvent || !clause.has(verb, .motion) ? attachment : nil
  }
}
