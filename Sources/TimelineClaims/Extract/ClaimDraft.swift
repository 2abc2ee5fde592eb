import TimelineDates
import TimelineTimes

/// A claim in the making: a time, the event that it attaches to, and what the clause says of it.
struct ClaimDraft {
  var finding: TimeRecogniser.Finding
  var resolution: Resolution
  var attachment: TimeAttachment
  var modality: ModalityFinding
  var sentence: Int

  /// Whether its time is over on a day.
  func isPast(_ published: DocumentTime) -> Bool {
    (resolution.chosen?.period).map { $0.lastDay < published.day } ?? false
  }

  /// The modality; where the grammar leaves it open the time decides: done before the publication day,
  /// else arranged.
  func settledModality(published: DocumentTime) -> Modality {
    if let set = attachment.modality { return set }
    // A label's participle (`handed over: 31 July`) tells no past.
    if let read = modality.modality, !(attachment.isLabelled && read == .happened) { return read }
    guard let period = resolution.chosen?.period else { return .expected }
    if attachment.relation == .from || attachment.relation == .throughout {
      return period.firstDay <= published.day ? .happened : .scheduled
    }
    return period.lastDay < published.day ? .happened : .scheduled
  }
}
