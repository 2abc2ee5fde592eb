import Timeline
import TimelineTimes

/// Time expressions on the command line, read by the engine's own grammar.
enum PhraseResolver {
  /// The period that the words mean on a day; nil where they are not one time expression as a whole.
  ///
  /// - Parameter direction: Where to look for what words without a clause leave open, as “Friday” does;
  ///   nil for the nearest.
  static func period(of phrase: String, on day: DocumentTime, toward direction: Direction?) -> Period? {
    TimeExplainer().period(of: phrase, on: day, toward: direction)
  }
}
