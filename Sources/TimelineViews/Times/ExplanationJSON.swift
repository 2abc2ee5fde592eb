package import TimelineDates
package import TimelineTimes

/// What `timeline when` tells a program: `{"phrase", "on", "expressions": […]}`.
///
/// The schema is `data/schema/when.schema.json`.
package enum ExplanationJSON {
  package static func object(
    _ phrase: String, on day: DocumentTime, _ explanations: [TimeExplanation]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("phrase", phrase)
      $0.member("on", day.description)
      $0.key("expressions")
      $0.array(explanations) { write($1, to: &$0) }
    }
    return json.bytes
  }

  private static func write(_ explanation: TimeExplanation, to json: inout JSONWriter) {
    let expression = explanation.expression
    json.object {
      $0.member("text", expression.text)
      ClaimJSON.span(expression.span, to: &$0)
      $0.member("term", expression.term.description)
      $0.member("type", expression.timex.type.rawValue)
      $0.member("value", expression.timex.value)
      $0.member("mod", expression.timex.mod)
      $0.member("quant", expression.timex.quant)
      $0.member("freq", expression.timex.freq)
      $0.member("rrule", expression.term.recurrenceRule)
      $0.key("readings")
      $0.array(readings(of: expression)) { write($1, to: &$0) }
      $0.member("edge", explanation.edge)
      $0.member("due", dueText(explanation))
      $0.member("direction", explanation.direction?.rawValue)
      $0.member("cue", explanation.cue)
      $0.member("decided_by", explanation.deciding.map(\.rawValue))
      $0.key("offsets")
      $0.array(explanation.offsets) { $0.number($1) }
      $0.key("settings")
      $0.array(explanation.effects) { json, effect in
        json.object {
          $0.member("name", effect.setting.rawValue)
          $0.member("value", effect.value)
          $0.key("period")
          if let period = effect.period { ClaimJSON.bounds(of: period, to: &$0) } else { $0.null() }
        }
      }
      $0.member("missing", missing(expression.resolution))
      $0.member("impossible", impossible(expression.resolution))
    }
  }

  private static func readings(of expression: TimeExpression) -> [Reading] {
    [expression.resolution.chosen].compactMap { $0 } + expression.resolution.others
  }

  private static func write(_ reading: Reading, to json: inout JSONWriter) {
    json.object {
      $0.key("period")
      ClaimJSON.bounds(of: reading.period, to: &$0)
      $0.member("exactness", reading.exactness.rawValue)
      $0.member("zone", reading.zone)
      $0.member("steps", reading.steps)
    }
  }

  private static func dueText(_ explanation: TimeExplanation) -> String? {
    explanation.expression.resolution.chosen.flatMap { explanation.dueDay(in: $0.period) }
      .map { CivilDate($0).description }
  }

  private static func missing(_ resolution: Resolution) -> String? {
    if case .unanchored(let missing) = resolution { return TimeWording.missing(missing) }
    return nil
  }

  private static func impossible(_ resolution: Resolution) -> String? {
    if case .impossible(let reason) = resolution { return reason }
    return nil
  }
}
