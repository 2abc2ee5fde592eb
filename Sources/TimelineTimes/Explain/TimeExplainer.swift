package import TimelineDates
import TimelineLanguage
import TimelineText

/// Reads the time expressions of a phrase and finds out what their reading hangs on.
package struct TimeExplainer: Sendable {
  private let settings: ResolutionSettings
  private let core: LanguageCore
  private let recogniser: TimeRecogniser
  private let cues: TenseCues

  package init(settings: ResolutionSettings = ResolutionSettings()) {
    self.settings = settings
    core = .english
    recogniser = TimeRecogniser(events: settings.namedEvents)
    cues = .english
  }

  /// Each expression of the phrase, said on a day. Offsets are Unicode scalars of `phrase`, end exclusive.
  ///
  /// Words are also tried with capitals, which nobody types: “friday”, “christmas”.
  package func explain(_ phrase: String, on day: DocumentTime) -> [TimeExplanation] {
    let found = explain(words: phrase, as: phrase, on: day)
    guard found.isEmpty else { return found }
    let capitalised = phrase.capitalisedWords
    return capitalised == phrase ? [] : explain(words: capitalised, as: phrase, on: day)
  }

  /// The period that a phrase means as a whole; nil where it is not one time expression with perhaps a preposition
  /// before it.
  ///
  /// - Parameter direction: Where to look for what words without a clause leave open, as “Friday” does; nil for the
  ///   nearest.
  package func period(of phrase: String, on day: DocumentTime, toward direction: Direction?) -> Period? {
    let spaced = phrase.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let term = wholeTerm(spaced) ?? wholeTerm(spaced.capitalisedWords) else { return nil }
    var context = ResolutionContext(reference: day)
    context.direction = direction
    return Resolver(settings: settings).resolve(term, in: context).chosen?.period
  }

  private func wholeTerm(_ phrase: String) -> TimeTerm? {
    let document = core.document(phrase)
    guard let sentence = document.sentences.first, sentence.tokens == document.tokens.indices else {
      return nil
    }
    var pass = recogniser.pass(over: document.text, document.tokens, as: .phrase)
    return pass.findings(in: sentence.tokens).first {
      // “in March” and “by Friday” are as good as the time alone.
      $0.tokens == ($0.followsPreposition ? sentence.tokens.dropFirst() : sentence.tokens)
    }?.term
  }

  private func explain(words: String, as phrase: String, on day: DocumentTime) -> [TimeExplanation] {
    let document = core.document(words).withSentencesUpToMarks
    var pass = recogniser.pass(over: document.text, document.tokens, as: .phrase)
    let findings = document.sentences.flatMap { sentence in
      pass.findings(in: sentence.tokens).filter { $0.isTagged && !$0.isForStories }.map { (sentence, $0) }
    }
    var story = TimeStory(findings.lazy.map(\.1), published: day)
    let written = TextBuffer(phrase)
    return findings.flatMap { sentence, finding in
      var context = story.context(finding)
      var cue: String?
      if let found = cues.direction(
        of: finding.tokens, in: sentence.tokens, of: document.tokens, text: document.text)
      {
        context.direction = found.direction
        cue = document.string(found.cue)
        context.directionCue = cue
      }
      if finding.term.asksDirection,
        let beside = cues.directionBeside(
          finding, in: sentence.tokens, of: document.tokens, text: document.text)
      {
        context.direction = beside.direction
        cue = document.string(beside.cue)
        context.directionCue = cue
      }
      // `from 9am to 5pm` names both of its edges.
      let isRange = finding.tags.count == 2 && !finding.isList && finding.edge == .opening
      let bound = isRange ? nil : finding.bound
      let edge = bound == nil ? nil : finding.boundWords.map(document.string).joined(separator: " ")
      if cue == nil, finding.edge == .closing {
        // Without a clause a deadline lies ahead.
        context.direction = .future
        context.directionCue = edge
        cue = edge
      }
      let resolver = Resolver(settings: settings)
      let resolution = resolver.resolve(finding.term, in: context)
      story.note(finding, resolution)
      let members = finding.isList ? resolver.members(of: finding.term, in: context) : []
      guard members.count < 2 else {
        return zip(members, finding.tags).map { member, tag in
          TimeExplanation(
            expression: TimeExpression(
              member.term, member.resolution, of: tag, tokens: document.tokens, text: written),
            edge: edge, bound: bound, cue: cue, direction: context.direction, settings: settings, effects: [],
            offsets: [])
        }
      }
      return [
        TimeExplanation(
          expression: TimeExpression(finding, resolution, tokens: document.tokens, text: written),
          edge: edge, bound: bound, cue: cue, direction: context.direction, settings: settings,
          effects: effects(finding.term, context, resolution),
          offsets: offsets(of: resolution.chosen, in: phrase))
      ]
    }
  }

  /// The values of each setting that give another choice.
  private func effects(
    _ term: TimeTerm, _ context: ResolutionContext, _ resolution: Resolution
  ) -> [TimeExplanation.Effect] {
    var effects: [TimeExplanation.Effect] = []
    for (name, values) in Self.trials {
      for value in values {
        var changed = settings
        guard changed.set(name, to: value), changed != settings else { continue }
        var context = context
        // The cue of the words goes before the setting; without the words the setting would decide.
        if name == .direction, context.directionCue != nil { continue }
        if name == .direction { context.direction = nil }
        let other = Resolver(settings: changed).resolve(term, in: context)
        guard other.chosen?.period != resolution.chosen?.period else { continue }
        effects.append(.init(setting: name, value: value, period: other.chosen?.period))
      }
    }
    return effects
  }

  /// What is tried: every value of most settings, the common starts of weeks and fiscal years.
  private static let trials: [(ResolutionSettings.Name, [String])] = [
    (.weekStart, ["monday", "sunday", "saturday"]),
    (.hemisphere, ["northern", "southern"]),
    (.fiscalYearStart, ["january", "april", "july", "october"]),
    (.dateOrder, ["month-first", "day-first"]),
    (.nextWeekday, ["of-next-week", "coming"]),
    (.direction, ["past", "future", "nearest"]),
  ]

  private func offsets(of reading: Reading?, in phrase: String) -> [Int] {
    guard let reading, let zone = reading.zone, reading.period.grain.isClock else { return [] }
    return ZoneTable.english.meanings(of: zone, at: reading.period.start, near: phrase).map(\.offset)
  }
}

extension Document {
  /// The document with sentences that end at a mark alone: a phrase has none that only the words tell, as between
  /// `by 5pm` and `Friday`.
  fileprivate var withSentencesUpToMarks: Document {
    var joined: [Sentence] = []
    for sentence in sentences {
      let last = joined.last.flatMap { tokens[$0.tokens].last }
      if let last, last.kind != .punctuation, !sentence.beginsParagraph, let first = joined.popLast() {
        joined.append(
          Sentence(
            tokens: first.tokens.lowerBound..<sentence.tokens.upperBound, kind: first.kind,
            beginsParagraph: first.beginsParagraph))
      } else {
        joined.append(sentence)
      }
    }
    return Document(text: text, tokens: tokens, sentences: joined)
  }
}

extension String {
  /// Each word with a capital.
  fileprivate var capitalisedWords: String {
    var isStart = true
    return String(
      map { character in
        defer { isStart = character.isWhitespace }
        guard isStart, let capital = character.uppercased().first else { return character }
        return capital
      })
  }
}
