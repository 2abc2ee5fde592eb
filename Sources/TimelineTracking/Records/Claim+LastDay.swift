public import TimelineClaims
public import TimelineDates

extension Claim {
  /// The day after whose end the event is awaited: the due day, else the last one of the time that is named;
  /// nil without a date.
  public var lastDay: DayNumber? { due ?? period?.lastDay }

  /// Whether it tells of a date that the event was called off from; see ``Sighting/isEarlier(_:_:)``.
  package var isGivenUp: Bool {
    guard period != nil, modality != .happened else { return false }
    return modality == .cancelled || isNegated && relation != .before
  }
}
