import TimelineLanguage
import TimelineTimes

/// What a time expression attaches to in its sentence.
struct TimeAttachment {
  enum Role { case event, statement }

  var role: Role
  /// The word that names the event, or the verb of saying.
  var word: Int
  var relation: Relation
  /// A modality that the frame sets by itself: the two sides of a move, a cancelled event.
  var modality: Modality?
  /// Whether it is denied that the event was moved to this time.
  var isDenied = false
  /// Whether the time is a range that a move leads from one end of to the other.
  var isMove = false
  /// Whether the word stands in a label before its time, as in a list of dates to come.
  var isLabelled = false
  /// The rule that chose the word.
  var reason: String
}
