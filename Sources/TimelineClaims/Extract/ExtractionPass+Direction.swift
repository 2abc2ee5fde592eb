import TimelineDates
import TimelineTimes

extension ExtractionPass {
  /// Whether only a present tense would place a day of the week ahead right behind a word of the past, which the
  /// parse has mistaken for another: `shares fell 50 cents on Friday`.
  func isMistaken(
    _ draft: (finding: ModalityFinding, attachment: TimeAttachment), _ term: TimeTerm,
    _ context: ResolutionContext
  ) -> Bool {
    term.isWeekday && context.direction == .past && context.isCueClose && !draft.attachment.isLabelled
      && draft.attachment.modality == nil && draft.finding.modality == nil
      && (draft.finding.isPresent || draft.finding.surroundings == .scheduled)
  }

  /// Where the clause says that a time lies; nil leaves it to the words around the time.
  func direction(_ draft: (finding: ModalityFinding, attachment: TimeAttachment), _ term: TimeTerm)
    -> ClauseDirection?
  {
    let (finding, attachment) = draft
    if attachment.isLabelled { return .future }
    if finding.isOverdue { return .past }
    if finding.looksBack, attachment.modality == nil, !term.isWeekday { return .nearest }
    switch attachment.modality ?? finding.modality ?? finding.surroundings {
    case .happened: return .past
    // What was called off or moved may lie behind or ahead; a weekday is still to come.
    case .cancelled: return finding.modality == .happened || !term.isWeekday ? .nearest : .future
    case .scheduled, .promised, .demanded, .expected, .possible: return .future
    case nil: return finding.isPresent ? .future : nil
    }
  }

  /// Whether the verb that a word is, or stands under, is one of the future: `will`, `is to`.
  func isAhead(_ word: Int, _ clause: ClauseReader) -> Bool {
    var current = word
    for _ in 0..<6 {
      if clause.isVerb(current) { return clause.clause(current)?.tense == .future }
      guard let head = clause.head(current) else { return false }
      current = head
    }
    return false
  }

  /// What a clause says of the direction of its time.
  enum ClauseDirection {
    case past, future
    /// Either, so that the nearer one is meant.
    case nearest

    var direction: Direction? {
      switch self {
      case .past: .past
      case .future: .future
      case .nearest: nil
      }
    }
  }
}
