/// Two mentions that speak of the same event.
package struct Tie: Hashable, Sendable {
  /// The ordinals of the mentions in their articles.
  package var first: Int
  package var second: Int
  package var score: PairScore
  package var ground: Ground

  package enum Ground: String, Hashable, Sendable {
    /// The same event at times that fit.
    case same
    /// The text moves the event from one time to the other.
    case moved
    /// Sources contradict each other on the time.
    case disputed
  }
}
