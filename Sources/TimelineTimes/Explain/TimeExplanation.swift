public import TimelineDates

/// How one time expression of a phrase is read, and why so.
public struct TimeExplanation: Sendable {
  /// The expression with its term, its readings and its TIMEX3 tag.
  public var expression: TimeExpression
  /// The words before it that ask for its first or last day, as `by` and `no later than` do; nil without any.
  public var edge: String?
  /// What they ask for.
  public var bound: TimeTerm.Bound?
  /// The word that tells whether the clause looks back or ahead; nil without one.
  public var cue: String?
  /// The direction that the cue gives.
  public var direction: Direction?
  /// The settings that it was read with.
  public var settings: ResolutionSettings
  /// Settings with another value, as far as that would change the chosen reading.
  public var effects: [Effect]
  /// The distances of the chosen reading's zone from UTC, in minutes, the likeliest first; empty without a zone.
  public var offsets: [Int]

  /// What the phrase would mean with one setting changed.
  public struct Effect: Hashable, Sendable {
    public var setting: ResolutionSettings.Name
    /// The other value.
    public var value: String
    /// The period that would be chosen then; nil where there would be none.
    public var period: Period?
  }

  /// The settings whose present values led to the choice among several readings.
  public var deciding: [ResolutionSettings.Name] {
    let others = Set(expression.resolution.others.map(\.period))
    var names: [ResolutionSettings.Name] = []
    for effect in effects {
      guard let period = effect.period, others.contains(period), !names.contains(effect.setting) else {
        continue
      }
      names.append(effect.setting)
    }
    return names
  }
}
