package import TimelineClaims
package import TimelinePlaces
import TimelineTimes
package import TimelineTracking

/// The phrases in which tables and sheets tell what a claim says.
package enum ClaimWording {
  /// `scheduled`, `did not happen`, `promised not`, `possible, if`.
  package static func modality(_ claim: Claim) -> String {
    (claim.isNegated ? denied(claim.modality) : claim.modality.rawValue) + (claim.isConditional ? ", if" : "")
  }

  /// What is said not to be: it is the event that is denied, and not that it was promised.
  private static func denied(_ modality: Modality) -> String {
    switch modality {
    case .happened: "did not happen"
    case .scheduled: "will not happen"
    case .promised: "promised not"
    case .demanded: "told not to"
    case .expected: "unlikely"
    case .possible: "may not happen"
    case .cancelled: "not cancelled"
    }
  }

  /// `Miami or Abu Dhabi`, `Geneva, Doha`.
  package static func places(_ claim: Claim) -> String? {
    guard !claim.places.isEmpty else { return nil }
    return claim.places.joined(separator: claim.placesAreAlternatives ? " or " : ", ")
  }

  /// `Asia/Tokyo, +09:00`.
  package static func zone(_ claim: Claim) -> String? {
    let parts = [claim.zone, claim.zoneOffset.map(ZoneTable.text)].compactMap { $0 }
    return parts.count == 2 && parts[0] == parts[1]
      ? parts[0] : parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// `Geneva: Geneva, CH, 46.202 N 6.146 E, Europe/Zurich; or Geneva, IL, US`.
  package static func place(_ reading: PlaceReading) -> String {
    let place = reading.place
    let parts = [
      place.kind == .city ? place.description : "\(place.kind.rawValue) \(place.description)", point(place),
      place.zone,
    ]
    let others = reading.others.map {
      "; or " + ($0.kind == .city ? "" : $0.kind.rawValue + " ") + $0.description
    }
    return reading.text + ": " + parts.compactMap { $0 }.joined(separator: ", ") + others.joined()
  }

  private static func point(_ place: GeoPlace) -> String? {
    guard let latitude = place.latitude, let longitude = place.longitude else { return nil }
    return "\(abs(latitude))° \(latitude < 0 ? "S" : "N") \(abs(longitude))° \(longitude < 0 ? "W" : "E")"
  }

  /// `83% sure`; nil for a claim that was stored before there was a confidence.
  package static func confidence(_ claim: Claim) -> String? {
    claim.confidence.map { "\(Int(($0 * 100).rounded()))% sure" }
  }

  /// Who says so, and when they said it: `Zelenskyy, 2–8 Feb 2026`.
  package static func source(_ claim: Claim) -> String? {
    let parts = [claim.source, claim.stated.map { DateText.period($0) }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The outlets that tell the claim, each once, in order of publication; the article's key where it has none.
  package static func outlets(_ tracked: TrackedClaim) -> [String] {
    var seen: Set<String> = []
    return tracked.mentions.map { $0.mention.article.outlet ?? $0.mention.article.key }
      .filter { seen.insert($0).inserted }
  }

  /// The first outlet, and how many others: `The Meridian Post +2`.
  package static func outletsInShort(_ tracked: TrackedClaim) -> String? {
    let outlets = outlets(tracked)
    return outlets.first.map { outlets.count > 1 ? "\($0) +\(outlets.count - 1)" : $0 }
  }

  /// `7 articles, 2 independent origins`.
  package static func origins(_ tracked: TrackedClaim) -> String {
    let (articles, origins) = (tracked.articles, tracked.origins)
    return (articles == 1 ? "1 article" : "\(articles) articles") + ", "
      + (origins == 1 ? "1 origin" : "\(origins) independent origins")
  }

  /// How a mention of a claim stands to an earlier one, for people.
  package static func link(_ linked: LinkedMention, of tracked: TrackedClaim) -> String {
    let claim = linked.mention.claim
    switch linked.link.kind {
    case .revision where claim.modality == .happened && !claim.isNegated: return "took place"
    case .conflict where claim.isNegated: return "denied"
    case .same where claim.isNegated && claim.modality != .happened:
      // Said once more, it denies nothing new.
      let earlier = tracked.mentions.first { $0.mention.id == linked.link.to }
      return earlier?.mention.claim.isNegated == false ? "denied" : link(linked.link.kind)
    default: return link(linked.link.kind)
    }
  }

  private static func link(_ kind: Link.Kind) -> String {
    switch kind {
    case .first: "first told"
    case .same: "told again"
    case .revision: "new date"
    case .conflict: "another date"
    case .derived: "repeated"
    case .outcomeConfirmed: "took place"
    case .outcomeMissed: "did not take place"
    case .outcomeCancelled: "called off"
    }
  }

  /// The status, with a mark where the user settled it: `happened*`.
  package static func status(_ tracked: TrackedClaim) -> String {
    tracked.status.rawValue + (tracked.verdict == nil ? "" : "*")
  }

  /// What became of the date that was given last, where no other took its place; nil where it stands.
  package static func standing(_ tracked: TrackedClaim) -> String? {
    switch tracked.status {
    case .cancelled: "was called off"
    case .missed: "was missed"
    case .superseded, .upcoming, .overdue, .happened, .undated: nil
    }
  }

  package static func style(_ status: Status) -> Style {
    switch status {
    case .upcoming: .good
    case .overdue, .missed: .bad
    case .cancelled, .superseded: .dim
    case .happened, .undated: .plain
    }
  }
}
