package import TimelineDates
package import TimelineLanguage
import TimelineText

/// The time expressions of a whole text, found and resolved in order, without a parse.
///
/// What it finds, and the attributes of each tag, are those that the extraction of claims gives too, except
/// where only the clause tells: the direction of a bare day, month or season is guessed from the words around
/// (``TenseCues``), and what hangs on it (`two days later`) follows; and a range that something is moved over
/// (`postponed from 26 May to 3 June`) stays one expression.
package struct TimeExtractor: Sendable {
  private let core: LanguageCore
  private let recogniser: TimeRecogniser
  private let resolver: Resolver
  private let cues: TenseCues

  package init(
    core: LanguageCore = .english, recogniser: TimeRecogniser = TimeRecogniser(),
    resolver: Resolver = Resolver(), cues: TenseCues = .english
  ) {
    self.core = core
    self.recogniser = recogniser
    self.resolver = resolver
    self.cues = cues
  }

  package init(settings: ResolutionSettings) {
    self.init(
      recogniser: TimeRecogniser(events: settings.namedEvents), resolver: Resolver(settings: settings))
  }

  /// The expressions of a text published then, in order. Offsets are Unicode scalars, end exclusive.
  package func times(in text: String, published: DocumentTime) -> [TimeExpression] {
    let text = TextBuffer(text)
    let tokens = core.tokens(of: text)
    var pass = recogniser.pass(over: text, tokens)
    let document = core.document(text, tokens) { pass.mayHoldTime($0) }.withPartedDatelines
    var findings: [TimeRecogniser.Finding] = []
    // The sentence of each.
    var places: [Int] = []
    for (number, sentence) in document.sentences.enumerated() {
      findings += pass.findings(in: sentence.tokens)
      while places.count < findings.count { places.append(number) }
    }
    var story = TimeStory(findings, published: published)
    var times: [TimeExpression] = []
    times.reserveCapacity(findings.count)
    var next = 0
    for (number, finding) in zip(places, findings) {
      if next <= number, document.sentences[next...number].contains(where: \.beginsParagraph) {
        story.beginParagraph()
      }
      next = number + 1
      var context = story.context(finding)
      if !finding.isPossessive, !finding.looksBackOn, finding.term.asksDirection || finding.mayHaveElapsed,
        let cue = cues.direction(
          of: finding.tokens, in: document.sentences[number].tokens, of: tokens, text: text)
      {
        context.direction = cue.direction
        context.directionIsGuessed = true
        context.directionCue = text.string(tokens[cue.cue].range)
      }
      if finding.term.asksDirection,
        let beside = cues.directionBeside(
          finding, in: document.sentences[number].tokens, of: tokens, text: text)
      {
        context.direction = beside.direction
        context.directionCue = text.string(tokens[beside.cue].range)
      }
      let resolution = resolver.resolve(finding.term, in: context)
      story.note(finding, resolution)
      times += finding.expressions(
        resolution, by: resolver, in: context, tokens: tokens, text: text)
    }
    return times
  }
}

extension Document {
  /// The document with each dateline as a sentence of its own.
  package var withPartedDatelines: Document {
    var parted: [Sentence] = []
    parted.reserveCapacity(sentences.count + 1)
    for sentence in sentences {
      if sentence.beginsParagraph, let parts = sentence.partedDateline(tokens, text) {
        parted.append(parts.dateline)
        parted.append(parts.rest)
      } else {
        parted.append(sentence)
      }
    }
    return Document(text: text, tokens: tokens, sentences: parted)
  }
}
