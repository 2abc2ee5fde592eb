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
    var pass = recogniser.pass(over: text, tokens)
    let findings = sentences.map { pass.findings(in: $0.tokens) }
    var story = TimeStory(findings.joined(), published: published)
    var times: [TimeExpression] = []
    for (sentence, found) in zip(sentences, findings) {
      for finding in found {
        var context = story.context(finding)
        if finding.term.asksDirection,
          let cue = cues.direction(
            of: finding.tokens, in: sentence.tokens, of: tokens, text: text)
        {
          context.direction = cue.direction
          context.directionCue = text.string(tokens[cue.cue].range)
        }
        let resolution = resolver.resolve(finding.term, in: context)
        story.note(finding, resolution)
        times += finding.expressions(
          resolution, by: resolver, in: context, tokens: tokens, text: text)
      }
    }
    return times
  }
}
