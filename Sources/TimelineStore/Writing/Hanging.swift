import TimelineClaims

/// A claim at a time that counts from an event which its text does not date: `two days before the summit`.
///
/// A claim of the timeline dates it, where one, and one alone, speaks of that event. It is then a mention like any
/// other; its date goes with that claim's.
struct Hanging {
  /// As the text makes it, without a date.
  var claim: Claim
  /// The mention whose date it counts from; nil where none is known.
  var anchor: Int64?
  /// With its date; nil without an anchor.
  var dated: Claim?

  /// Whether two stand for the same words of a text.
  func says(_ other: Hanging) -> Bool {
    claim.event == other.claim.event && claim.trigger.text == other.claim.trigger.text
      && claim.time?.text == other.claim.time?.text && claim.quote.text == other.claim.quote.text
  }

  /// What the event is called.
  var name: String { claim.term?.countedFrom ?? "" }
}
