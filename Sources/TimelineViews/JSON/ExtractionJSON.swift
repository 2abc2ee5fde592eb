package import TimelineClaims
import TimelineDates
import TimelineTimes

/// What `extract` prints for an article: `{"id", "times": […], "claims": […]}`.
///
/// The schema is `data/schema/extraction.schema.json`.
package struct ExtractionJSON {
  /// Which of the two lists are written.
  package enum Part: String, Sendable, CaseIterable { case times, claims }

  package static func line(
    id: String, _ extraction: Extraction, parts: Set<Part> = Set(Part.allCases), explains: Bool = false
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("id", id)
      if parts.contains(.times) {
        $0.key("times")
        $0.array(extraction.times) { write($1, to: &$0) }
      }
      if parts.contains(.claims) {
        $0.key("claims")
        $0.array(extraction.claims.enumerated()) { json, item in
          json.object {
            ClaimJSON.members(of: item.element, to: &$0)
            let grounds = extraction.grounds
            if explains {
              explanation(
                item.element, grounds.indices.contains(item.offset) ? grounds[item.offset] : [], to: &$0)
            }
          }
        }
      }
    }
    return json.bytes
  }

  /// What stands behind the claim: words for each field, the steps of its date, the grounds of its confidence.
  private static func explanation(_ claim: Claim, _ grounds: [ConfidenceGround], to json: inout JSONWriter) {
    json.key("explanation")
    json.object {
      $0.member("evidence", claim.evidence)
      $0.member("steps", claim.resolution?.chosen?.steps ?? [])
      $0.key("grounds")
      $0.array(grounds) { json, ground in
        json.object {
          $0.member("name", ground.name)
          $0.member("value", ground.value, decimals: 4)
          $0.member("share", ground.share, decimals: 4)
        }
      }
    }
  }

  private static func write(_ time: TimeExpression, to json: inout JSONWriter) {
    json.object {
      $0.member("text", time.text)
      ClaimJSON.span(time.span, to: &$0)
      $0.member("type", time.timex.type.rawValue)
      $0.member("value", time.timex.value)
      $0.member("mod", time.timex.mod)
      if let quant = time.timex.quant { $0.member("quant", quant) }
      if let freq = time.timex.freq { $0.member("freq", freq) }
      $0.key("period")
      if let period = time.resolution.chosen?.period {
        ClaimJSON.bounds(of: period, to: &$0)
      } else {
        $0.null()
      }
      $0.key("alternatives")
      $0.array(time.resolution.others) { ClaimJSON.bounds(of: $1.period, to: &$0) }
    }
  }
}
