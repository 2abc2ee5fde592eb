package import TimelineDates
package import TimelineTimes

/// What `timeline when` tells a person of a time expression.
package struct ExplanationSheet {
  private let explanation: TimeExplanation
  private let day: DocumentTime
  private let canvas: Canvas

  package init(_ explanation: TimeExplanation, on day: DocumentTime, canvas: Canvas) {
    self.explanation = explanation
    self.day = day
    self.canvas = canvas
  }

  package var text: String {
    let expression = explanation.expression
    var rows: [(String, String)] = []
    if let answer = answer { rows.append(("means", answer)) }
    if let due { rows.append(("due", due)) }
    if let universal { rows.append(("in UTC", universal)) }
    rows.append(("said on", DateText.day(day.day)))
    rows.append(("term", expression.term.description))
    rows.append(("TIMEX3", timex))
    if let rule = expression.term.recurrenceRule { rows.append(("RRULE", rule)) }
    rows += steps
    if let reason { rows.append(("because", reason)) }
    rows += expression.resolution.others.map { reading in
      let last = reading.steps.last.map { " (" + $0 + ")" } ?? ""
      return ("or", DateText.period(reading.period, zone: reading.zone) + last)
    }
    rows += explanation.effects.map { effect in
      let period = effect.period.map { DateText.period($0) } ?? "no date"
      return ("with", "--\(effect.setting.rawValue) \(effect.value): \(period)")
    }
    let heading = Style.bold.applied(to: Printable.line(expression.text), isOn: canvas.hasColour)
    return heading + "\n" + lines(rows)
  }

  private var answer: String? {
    switch explanation.expression.resolution {
    case .unanchored(let missing): return "no date: " + TimeWording.missing(missing)
    case .impossible(let reason): return "no such date: \(reason)"
    case .resolved, .ambiguous:
      guard let reading = explanation.expression.resolution.chosen else { return nil }
      let vague = reading.exactness == .exact ? "" : ", \(reading.exactness.rawValue)"
      return DateText.period(reading.period, zone: reading.zone) + vague
    }
  }

  /// The day that counts where a word before the time asks for its edge.
  private var due: String? {
    guard let edge = explanation.edge, let period = explanation.expression.resolution.chosen?.period,
      let day = explanation.dueDay(in: period)
    else { return nil }
    return "\(DateText.day(day)), for \u{201C}\(edge)\u{201D}"
  }

  private var universal: String? {
    guard let period = explanation.expression.resolution.chosen?.period, !explanation.offsets.isEmpty else {
      return nil
    }
    return explanation.offsets.map {
      TimeWording.universal(period.start, offset: $0) + " (\(TimeWording.offset($0)))"
    }.joined(separator: ", or ")
  }

  private var timex: String {
    let timex = explanation.expression.timex
    let parts: [String?] = [
      timex.type.rawValue, timex.value, timex.mod, timex.quant.map { "quant \($0)" },
      timex.freq.map { "freq \($0)" },
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  private var steps: [(String, String)] {
    (explanation.expression.resolution.chosen?.steps ?? []).enumerated().map {
      ("\($0.offset + 1).", $0.element)
    }
  }

  private var reason: String? {
    guard explanation.expression.resolution.others.isEmpty == false else { return nil }
    if let cue = explanation.cue, let direction = explanation.direction {
      return "\u{201C}\(cue)\u{201D} looks \(direction == .past ? "back" : "ahead")"
    }
    let deciding = explanation.deciding
    guard !deciding.isEmpty else { return "it is the likelier one" }
    return deciding.map { "--\($0.rawValue) is \(explanation.settings.label(of: $0))" }.joined(
      separator: ", ")
  }

  private func lines(_ rows: [(name: String, value: String)]) -> String {
    let indent = rows.map { DisplayWidth.of($0.name) }.max() ?? 0
    let room = max((canvas.width ?? .max / 2) - indent - 4, 20)
    var text = ""
    for row in rows {
      for (number, line) in DisplayWidth.wrapped(Printable.line(row.value), to: room).enumerated() {
        let label = number == 0 ? row.name : ""
        let padding = String(repeating: " ", count: indent - DisplayWidth.of(label) + 2)
        text += "  " + Style.dim.applied(to: label, isOn: canvas.hasColour) + padding + line + "\n"
      }
    }
    return text
  }
}

extension TimeExplanation {
  /// The day that counts under the words before the expression: its last under `by`, its first under `since`.
  func dueDay(in period: Period) -> DayNumber? {
    switch bound {
    case nil: nil
    case .before: period.firstDay + -1
    case .onOrBefore: period.lastDay
    case .onOrAfter: period.firstDay
    case .after: period.lastDay + 1
    }
  }
}
