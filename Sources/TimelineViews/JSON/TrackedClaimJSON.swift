package import TimelineDates
package import TimelineTracking
import TimelineClaims
import TimelineTimes

/// A tracked claim as `list`, `upcoming`, `search`, `show` and `export` write it.
///
/// The schema is `data/schema/claim.schema.json`.
package struct TrackedClaimJSON {
  /// What is told beyond the common members.
  package enum Detail: Hashable, Sendable {
    case plain
    /// With the days that are left on a day and the group that they make.
    case upcoming(on: DayNumber)
    /// With how the date was worked out.
    case full
  }

  package static func object(_ claim: TrackedClaim, _ detail: Detail = .plain) -> [UInt8] {
    var json = JSONWriter()
    json.object { write(claim, detail, to: &$0) }
    return json.bytes
  }

  private static func write(_ tracked: TrackedClaim, _ detail: Detail, to json: inout JSONWriter) {
    json.member("id", tracked.id)
    json.member("uid", tracked.uid)
    json.member("status", tracked.status.rawValue)
    if case .upcoming(let day) = detail, let ahead = Nearness(of: tracked, on: day) {
      json.member("days_left", ahead.daysLeft)
      json.member("group", ahead.group.rawValue)
    }
    if let claim = tracked.current {
      ClaimJSON.members(of: claim, to: &json)
      if detail == .full { working(claim, to: &json) }
    }
    json.key("verdict")
    if let verdict = tracked.verdict {
      json.object {
        $0.member("status", verdict.status.rawValue)
        $0.member("note", verdict.note)
        $0.member("day", verdict.day.map { CivilDate($0).description })
      }
    } else {
      json.null()
    }
    json.member("name", tracked.name)
    json.member("tags", tracked.tags)
    json.member("hidden", tracked.isHidden)
    json.member("origins", tracked.origins)
    json.key("mentions")
    json.array(tracked.mentions) { json, linked in json.object { mention(linked, to: &$0) } }
  }

  private static func mention(_ linked: LinkedMention, to json: inout JSONWriter) {
    let article = linked.mention.article
    json.member("id", linked.mention.id)
    json.key("article")
    json.object {
      $0.member("key", article.key)
      $0.member("outlet", article.outlet)
      $0.member("title", article.title)
      $0.member("published", article.published.description)
      $0.member("url", article.url)
    }
    ClaimJSON.members(of: linked.mention.claim, to: &json)
    json.key("link")
    json.object {
      $0.member("type", linked.link.kind.rawValue)
      $0.member("to", linked.link.to)
      $0.member("reason", linked.link.reason)
    }
  }

  private static func working(_ claim: Claim, to json: inout JSONWriter) {
    json.key("working")
    json.object {
      $0.member("steps", claim.resolution?.chosen?.steps ?? [])
      $0.member("exactness", claim.resolution?.chosen?.exactness.rawValue)
      $0.key("readings")
      $0.array(claim.resolution?.others ?? []) { json, reading in
        json.object {
          ClaimJSON.period(reading.period, zone: reading.zone, to: &$0)
          $0.member("steps", reading.steps)
        }
      }
      $0.member("evidence", claim.evidence)
    }
  }
}
