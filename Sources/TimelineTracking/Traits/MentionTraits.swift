package import TimelineClaims
package import TimelineDates

/// What tracking compares of a mention: hashes and numbers, no texts.
package struct MentionTraits: Hashable, Sendable {
  /// The row of the mention in its timeline; 0 before it is stored.
  package var id: Int64 = 0
  /// Its place among the claims of its article.
  package var ordinal = 0
  package var trigger: Range<Int> = 0..<0
  package var event: UInt32 = 0
  /// Kinds of event, sorted.
  package var classes: [UInt32] = []
  /// Kinds of event that its word may name too, ``classes`` among them, sorted.
  package var kin: [UInt32] = []
  package var actors: [NameKey] = []
  package var places: [NameKey] = []
  package var source: NameKey?
  /// The words of the quote that carry content, by their beginnings, sorted; proper names marked in
  /// the lowest bit.
  package var words: [UInt32] = []
  /// The words right before the trigger that say which event of its kind it is (`presidential election`).
  package var modifiers: [UInt32] = []
  /// Which sentence it stands in.
  package var sentence: UInt32 = 0
  package var period: Period?
  /// The zone of a clock time; 0 where the text names none.
  package var zone: UInt32 = 0
  package var relation: Relation = .on
  package var modality: Modality = .happened
  package var isNegated = false
  package var isConditional = false
  /// Whether its sentence tells that a date is moved.
  package var tellsMove = false
  /// Whether many different things undergo such an event every day.
  package var isVague = false
  /// The word of the event that it is counted from, where another claim dates that (`two days before the
  /// summit`); 0 for all others. Such a mention is not that event, and dates none in turn.
  package var countedFrom: UInt32 = 0

  package var isAnchored: Bool { countedFrom != 0 }
  /// The last day on which its source said it, where the text dates that.
  package var stated: DayNumber?

  package init() {}
}

extension MentionTraits {
  /// How a mention stands to the event's taking place.
  package enum Stance {
    /// It is still to come, or said to be.
    case plan
    /// It took place.
    case done
    /// It was called off, or did or will not take place.
    case off
  }

  package var stance: Stance {
    if isEarliest { return .plan }
    if modality == .cancelled || isNegated { return .off }
    return modality == .happened ? .done : .plan
  }

  /// Whether it tells of a date that it was called off from.
  var isGivenUp: Bool { stance == .off && period != nil && modality != .happened }

  /// Whether it says no more than that the event is not likely to take place.
  var isDoubt: Bool { stance == .off && (modality == .expected || modality == .possible) }

  /// The last day on which the event can take place as claimed; nil without a date and for `after`.
  package var due: DayNumber? {
    guard let period else { return nil }
    switch relation {
    case .before where isEarliest: return nil
    case .before: return period.firstDay - 1
    case .after: return nil
    case .on, .by, .from, .until, .throughout, .around: return period.lastDay
    }
  }

  /// Whether the claim names a deadline rather than a time.
  var isDeadline: Bool { (relation == .by || relation == .before) && !isEarliest }

  /// Whether the claim names the earliest time (`no strike before 12 September`).
  var isEarliest: Bool {
    isNegated && relation == .before && modality != .happened && modality != .cancelled
  }

  /// Whether the sentence holds every word of a name.
  func names(_ name: NameKey) -> Bool {
    !name.isEmpty && name.words.allSatisfy { word in words.contains(word | 1) }
  }

  func sharesClass(with other: MentionTraits) -> Bool {
    event == other.event || classes.contains(where: other.classes.contains)
  }

  func isKin(to other: MentionTraits) -> Bool { kin.contains(where: other.kin.contains) }
}
