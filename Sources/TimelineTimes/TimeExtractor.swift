package import TimelineDates
package import TimelineText

/// The time expressions of a whole text, found and resolved in order, without a parse.
package struct TimeExtractor: Sendable {
  private let recogniser: TimeRecogniser
  private let resolver: Resolver
  private let cues: TenseCues

  package init(
    recogniser: TimeRecogniser = TimeRecogniser(), resolver: Resolver = Resolver(), cues: TenseCues = .english
  ) {
    self.recogniser = recogniser
    self.resolver = resolver
    self.cues = cues
  }

  package func times(
    in sentences: [Sentence], of tokens: [Token], text: TextBuffer, published: DocumentTime
  ) -> [TimeExpression] {
    var times: [TimeExpression] = []
    var previous: Period?
    var pass = recogniser.pass(over: text, tokens)
    for sentence in sentences {
      for finding in pass.findings(in: sentence.tokens) {
        var context = ResolutionContext(reference: published)
        context.previous = previous
        context.edge = finding.edge
        if let cue = cues.direction(of: finding.tokens, in: sentence.tokens, of: tokens, text: text) {
          context.direction = cue.direction
          context.directionCue = text.string(tokens[cue.cue].range)
        }
        let resolution = resolver.resolve(finding.term, in: context)
        if let period = resolution.chosen?.period, finding.term.isDated { previous = period }
        times.append(TimeExpression(finding, resolution, tokens: tokens, text: text))
      }
    }
    return times
  }
}

extension TimeTerm {
  /// Whether the term names a time that later words may refer to; a length of time does not.
  package var isDated: Bool {
    switch self {
    case .duration, .set, .vague, .stretch: false
    default: true
    }
  }
}
