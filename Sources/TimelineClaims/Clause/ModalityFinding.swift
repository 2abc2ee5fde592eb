/// The modality, polarity and condition of an event, read off the tree.
struct ModalityFinding {
  /// Nil where the grammar leaves it to the time: a noun, a present tense.
  var modality: Modality?
  var isNegated = false
  var isConditional = false
  /// What decided, in words.
  var cue = ""
  /// Whether what it says was arranged is looked back at, so that its day may have passed: `was due`,
  /// `had promised to`, `planned for 21 January was not achieved`.
  var looksBack = false
  /// Whether it was arranged and did not come: `was to have opened`.
  var isUnreal = false
  /// Whether another clause tells that it came otherwise, so that its day has passed.
  var isOverdue = false
  /// Whether the clause tells what is usual, and of no single event.
  var isHabitual = false
  /// Whether the event that a noun stands under looks ahead or back; nil where that is not known.
  var surroundings: Modality?
  /// Whether it lies ahead of a time that is past itself: `would be pulled out by the next month`.
  var isAheadOfPast = false
  /// Whether a finite verb stands in the present tense, which in news points ahead from a bare day.
  var isPresent = false
}
