import TimelineDates

/// What two mentions of two articles share, and what parts them, in numbers.
///
/// A logistic regression over them tells how likely both speak of one event; see ``PairWeights``.
package struct PairEvidence: Hashable, Sendable {
  package enum Kind: Int, CaseIterable, Sendable {
    /// The same for all pairs.
    case bias
    /// One event word; two of one class; two that may be of one.
    case word, kind, kin
    /// An actor who is surely the same.
    case actor
    /// The same day or few days; different times of at most ten days that fit; a time that is not told.
    case day, near, open
    /// One names nobody who takes part and no place (`the decision`).
    case bare
    /// How much of the shorter sentence the other holds, dates left out.
    case wording
    /// Called off or not done in one of them.
    case off
    /// How much of their story the articles share.
    case story
    /// The later one tells that a date is moved.
    case moved
    /// The days by which a date is moved against those that were left, thirds, at most three.
    case shift
    /// Both stand in the first sentence of their article that tells of an event.
    case lead
    /// Told as done first, and then as something else; told as done twice.
    case reopened, past
    /// Moved to an earlier date.
    case forward
  }

  /// By the kinds' raw values.
  private(set) var values = SIMD32<Float>()

  /// The values that are not 0, for the fitting of the weights.
  package var parts: [(kind: Kind, value: Float)] {
    Kind.allCases.map { (kind: $0, value: self[$0]) }.filter { $0.value != 0 }
  }

  subscript(kind: Kind) -> Float {
    get { values[kind.rawValue] }
    set { values[kind.rawValue] = newValue }
  }

  subscript(kind: Kind) -> Bool {
    get { values[kind.rawValue] != 0 }
    set { values[kind.rawValue] = newValue ? 1 : 0 }
  }
}
