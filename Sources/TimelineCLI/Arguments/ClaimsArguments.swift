import ArgumentParser
import Timeline

/// The claims that a verb shows, and the day whose knowledge counts.
struct ClaimsArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("The claim's number, or its uid.", valueName: "id"))
  var ids: [String]

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Only what was published by this day, and as it stood then.", valueName: "day"))
  var asOf: String?

  func day(_ session: Session) throws -> DayNumber? {
    try asOf.map { try DateArgument.day($0, now: session.now) }
  }

  /// The claims that the timeline has, and whether that is all of them; each other is told.
  func claims(in timeline: Timeline, _ session: Session) throws -> (found: [TrackedClaim], areAll: Bool) {
    let day = try day(session)
    var found: [TrackedClaim] = []
    for text in ids {
      if let claim = try ClaimArgument.find(text, in: timeline, now: session.today, asOf: day) {
        found.append(claim)
      } else {
        Output.message("no claim \(text) in the timeline")
      }
    }
    return (found, found.count == ids.count)
  }
}
