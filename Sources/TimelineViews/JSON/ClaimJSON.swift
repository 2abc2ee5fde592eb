import TimelineClaims
import TimelineDates
import TimelineTimes

/// The members that every claim has, whichever document it stands in.
enum ClaimJSON {
  /// What a claim says of its event, in the order of the published shape.
  static func members(of claim: Claim, to json: inout JSONWriter) {
    passage("trigger", claim.trigger, to: &json)
    passage("time", claim.time, to: &json)
    period(claim.period, zone: claim.zone, offset: claim.zoneOffset, to: &json)
    json.member("due", claim.due.map { CivilDate($0).description })
    json.member("relation", claim.relation.rawValue)
    json.member("modality", claim.modality.rawValue)
    json.member("negated", claim.isNegated)
    json.member("conditional", claim.isConditional)
    json.key("source")
    if let source = claim.source { json.object { $0.member("name", source) } } else { json.null() }
    json.key("stated")
    if let stated = claim.stated { bounds(of: stated, to: &json) } else { json.null() }
    json.member("actors", claim.actors)
    json.member("places", claim.places)
    json.member("alternatives", claim.placesAreAlternatives)
    PlaceJSON.details(claim.placeReadings, to: &json)
    passage("quote", claim.quote, to: &json)
    json.member("title", claim.title)
    json.member("confidence", claim.confidence, decimals: 2)
  }

  static func passage(_ name: String, _ passage: Passage?, to json: inout JSONWriter) {
    json.key(name)
    guard let passage else { return json.null() }
    json.object {
      $0.member("text", passage.text)
      span(passage.span, to: &$0)
    }
  }

  static func span(_ span: Range<Int>, to json: inout JSONWriter) {
    json.key("span")
    json.array([span.lowerBound, span.upperBound]) { $0.number($1) }
  }

  /// The period of a claim, with the zone that its clock times are told in.
  ///
  /// - Parameter offset: Minutes by which that clock is ahead of UTC at the first moment; nil where that is not
  ///   known.
  static func period(_ period: Period?, zone: String?, offset: Int? = nil, to json: inout JSONWriter) {
    json.key("period")
    guard let text = period?.inclusiveText else { return json.null() }
    json.object {
      $0.member("start", text.start)
      $0.member("end", text.end)
      $0.member("zone", zone)
      $0.member("offset", offset.map(ZoneTable.text))
    }
  }

  /// First and last moment alone.
  static func bounds(of period: Period, to json: inout JSONWriter) {
    let text = period.inclusiveText
    json.object {
      $0.member("start", text.start)
      $0.member("end", text.end)
    }
  }
}
