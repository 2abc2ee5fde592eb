import TimelineDates
import TimelineLanguage
import TimelinePlaces
import TimelineText
import TimelineTimes

/// One run over an article, sentence by sentence.
struct ExtractionPass {
  let parses: ArticleParses
  let resolver: Resolver
  let cues: TenseCues
  let gazetteer: ArticlePlaces
  let published: DocumentTime
  private(set) var times: [TimeExpression] = []
  private(set) var claims: [Claim] = []
  /// Claims at times that count from events without a known date.
  private(set) var hanging: [Claim] = []
  /// What made up the confidence of claims, by their place in the text.
  private var judged: [Spot: [ConfidenceGround]] = [:]
  /// What the text has said of times so far.
  private var story: TimeStory
  /// When each dated statement was made, by the place of its verb.
  private var statements: [Place: Period] = [:]
  /// The last dated statement: its source, and the sentence.
  private var lastStatement: (source: String, sentence: Int, period: Period)?

  /// What made up the confidence of each claim, in their order.
  private(set) var grounds: [[ConfidenceGround]] = []

  /// Where a claim stands: no two have the same trigger and time.
  private struct Spot: Hashable {
    var trigger: Range<Int>
    var time: Range<Int>?

    init(_ claim: Claim) {
      trigger = claim.trigger.span
      time = claim.time?.span
    }
  }

  /// A word of a sentence.
  struct Place: Hashable {
    var sentence: Int
    var word: Int
  }

  init(parses: ArticleParses, resolver: Resolver, cues: TenseCues, published: DocumentTime) {
    self.parses = parses
    self.resolver = resolver
    self.cues = cues
    gazetteer = parses.places
    self.published = published
    story = TimeStory(
      parses.document.sentences.indices.flatMap { parses.findings($0) }, published: published)
  }

  private var document: Document { parses.document }

  /// A sentence with more times than these is no prose; those behind them claim nothing.
  private static let mostTimes = 32

  mutating func run() {
    for index in document.sentences.indices {
      let findings = parses.findings(index)
      if document.sentences[index].beginsParagraph { story.beginParagraph() }
      if document.sentences[index].kind != .dateline, !isTable(document.sentences[index]),
        findings.contains(where: { $0.term.canDate || $0.term.isVagueFuture })
      {
        read(in: index)
      } else {
        for finding in findings { add(finding, in: context(finding, in: index)) }
      }
    }
    defer { grounds = claims.map { judged[Spot($0)] ?? [] } }
    claims.sort { ($0.time ?? $0.trigger).span.lowerBound < ($1.time ?? $1.trigger).span.lowerBound }
  }

  /// Whether a sentence is a row of figures: long, and mostly numbers and marks.
  private func isTable(_ sentence: Sentence) -> Bool {
    guard sentence.tokens.count >= Self.shortestTable else { return false }
    let words = sentence.tokens.count { document.tokens[$0].kind == .word }
    return words * 2 < sentence.tokens.count + sentence.tokens.count / 8
  }

  /// Shorter sentences are read whatever they hold.
  private static let shortestTable = 16

  // MARK: A sentence

  private mutating func read(in index: Int) {
    // Attaching may part a range into its two ends.
    let attachments = parses.attachments(index)
    let findings = parses.findings(index)
    let clause = parses.clause(index)
    noteStatements(findings, attachments, in: index)
    // The last day without a year that the sentence names ahead.
    var ahead: DayNumber?
    // Whether an event of some day was told in the sentence so far.
    var isToldOfDay = false
    for (place, (finding, attachment)) in zip(findings, attachments).enumerated() {
      var context = context(finding, in: index)
      guard let attachment, place < Self.mostTimes, finding.term.canDate || finding.term.isVagueFuture else {
        add(finding, in: context)
        continue
      }
      if attachment.role == .statement {
        context.direction = .past
        context.directionCue = clause.string(attachment.word)
        add(finding, in: context, isStatement: true, closes: isToldOfDay)
        continue
      }
      var attached = attachment
      let event = eventBehind(clause.masked.times[place].word, clause)
      // `In May, when plants stood idle, sales fell`: the time is the main clause's first.
      if event == attachment.word, let main = clause.head(attachment.word), clause.isVerb(main) {
        attached.word = main
      }
      var modality = ModalityReader(clause: clause).read(attached.word, at: clause.masked.times[place].word)
      if attached.isDenied { modality.isNegated.toggle() }
      if modality.modality == .happened, let back = clause.masked.times[place].phrase?.lookingBack,
        attached.relation == clause.masked.times[place].phrase?.relation
      {
        attached.relation = back
      }
      // `since`, in a clause in the present, looks back.
      let begun =
        attached.relation == .from
        && clause.cue(clause.masked.times[place].start, .prior) != nil
      if !(begun && modality.modality == nil), !finding.looksBackOn,
        !isMistaken((modality, attached), finding.term, context),
        let direction = direction((modality, attached), finding.term)
      {
        // What the words right beside the time say goes before what the clause says.
        if !context.isDirectionParsed {
          context.direction = direction.direction
          context.isDirectionParsed = true
          context.directionCue = modality.cue.isEmpty ? nil : modality.cue
        }
        context.directionIsGuessed = false
        // What is to come `next Thursday` lies ahead of the publication, whatever story was told before.
        let isToCome = finding.term.countsFromPublication || isAhead(attached.word, clause)
        if direction == .future, isToCome, !modality.isAheadOfPast { context.story = nil }
      }
      // `set the vote for 8 March, with a run-off on 22 March`
      if modality.modality == nil, attached.modality == nil, let near = ahead, finding.term.isBareDay {
        context.direction = nearer(to: near, finding, in: context)
      }
      if attached.modality == .cancelled,
        let near = newDate(of: attached.word, attachments, findings, in: index)
      {
        context.direction = nearer(to: near, finding, in: context)
      }
      let resolution = add(finding, in: context)
      if finding.term.isBareDay, context.direction == .future, let day = resolution.chosen?.period.firstDay {
        ahead = day
      }
      isToldOfDay = isToldOfDay || resolution.chosen?.period.grain == .day
      let draft = ClaimDraft(
        finding: finding, resolution: resolution, attachment: attached, modality: modality, sentence: index)
      if let claim = finish(draft) { claims.append(claim) }
      if let event, event != attached.word {
        var second = draft
        second.attachment = TimeAttachment(
          role: .event, word: event, relation: .on, reason: "clause that tells what was then")
        second.modality = ModalityReader(clause: clause).read(event)
        if let claim = finish(second) { claims.append(claim) }
      }
      if let outcome = outcome(of: attached.word, at: clause.masked.times[place].word, in: index) {
        var second = draft
        second.attachment.word = outcome
        second.modality = ModalityReader(clause: clause).read(outcome)
        if let claim = finish(second) { claims.append(claim) }
      }
    }
  }

  /// Dates the statements of a sentence before its claims are read, since the verb may come last.
  private mutating func noteStatements(
    _ findings: [TimeRecogniser.Finding], _ attachments: [TimeAttachment?], in index: Int
  ) {
    for (finding, attachment) in zip(findings, attachments) {
      guard let attachment,
        attachment.role == .statement
          || attachment.relation == .on && attachment.modality == nil && saysNext(attachment.word, in: index)
      else { continue }
      guard attachment.relation != .before, attachment.relation != .after else { continue }
      var context = context(finding, in: index)
      context.direction = .past
      if let period = resolver.resolve(finding.term, in: context).chosen?.period {
        statements[Place(sentence: index, word: attachment.word)] = period
      }
    }
  }

  /// Whether a verb of saying is coordinated with a verb.
  private func saysNext(_ verb: Int, in index: Int) -> Bool {
    let clause = parses.clause(index)
    return clause.isVerb(verb) && clause.clause(verb)?.tense == .past
      && clause.children(verb, .conjunct).contains { clause.has($0, .report) }
  }

  // MARK: Times

  func context(_ finding: TimeRecogniser.Finding, in index: Int) -> ResolutionContext {
    var context = story.context(finding)
    let sentence = document.sentences[index]
    if !finding.isPossessive, !finding.looksBackOn,
      let cue = cues.direction(
        of: finding.tokens, in: sentence.tokens, of: document.tokens, text: document.text)
    {
      context.direction = cue.direction
      context.directionIsGuessed = true
      context.directionCue = document.string(cue.cue)
      context.isCueClose = TenseCues.isClose(cue.cue, to: finding.tokens)
    }
    noteWordsBeside(finding, in: index, &context)
    return context
  }

  /// What the words right beside a time tell of its direction.
  private func noteWordsBeside(
    _ finding: TimeRecogniser.Finding, in index: Int, _ context: inout ResolutionContext
  ) {
    guard finding.term.asksDirection,
      let beside = cues.directionBeside(
        finding, in: document.sentences[index].tokens, of: document.tokens, text: document.text)
    else { return }
    context.direction = beside.direction
    context.isDirectionParsed = true
    context.directionCue = document.string(beside.cue)
  }

  @discardableResult
  private mutating func add(
    _ finding: TimeRecogniser.Finding, in context: ResolutionContext, isStatement: Bool = false,
    closes: Bool = false
  ) -> Resolution {
    let resolution = resolver.resolve(finding.term, in: context)
    // `Minutes showed on Wednesday … that day`: what is said speaks of its own times.
    if isStatement {
      story.noteStatement(finding, resolution, closes: closes)
    } else {
      story.note(finding, resolution)
    }
    times += finding.expressions(
      resolution, by: resolver, in: context, tokens: document.tokens, text: document.text)
    return resolution
  }

  // MARK: Claims

  private mutating func finish(_ draft: ClaimDraft) -> Claim? {
    let index = draft.sentence
    let clause = parses.clause(index)
    let word = draft.attachment.word
    guard clause.canName(word) else { return nil }
    let names = NameReader(parses: parses)
    let participants = ParticipantReader(parses: parses, names: names, gazetteer: gazetteer)
    let places = participants.places(of: word, in: index)
    let attribution = AttributionFinder(parses: parses).attribution(of: word, in: index)
    let (source, stated) = statement(attribution, in: index, names)
    if draft.modality.isHabitual, draft.modality.isPresent { return nil }
    var modality = draft.settledModality(published: published)
    // What was to have come by now did not.
    let isMissed = draft.modality.isUnreal && modality == .cancelled && draft.isPast(published)
    if isMissed { modality = .happened }
    // What has happened `within twenty minutes` took so long.
    if modality == .happened, !draft.modality.isNegated, draft.finding.term.isStretchAhead { return nil }
    let sentence = document.sentences[index]
    let timeBytes = document.bytes(of: draft.finding.tokens)
    var claim = Claim(
      trigger: passage(clause.masked.bytes[word]),
      event: clause.lemma(word), time: passage(timeBytes), term: draft.finding.term,
      resolution: draft.finding.term.isVagueFuture ? nil : zoned(draft.resolution, at: places.sites),
      relation: draft.attachment.relation,
      modality: modality, isNegated: draft.modality.isNegated != isMissed,
      isConditional: draft.modality.isConditional,
      source: source, stated: stated, actors: participants.actors(of: word, in: index), places: places.names,
      placesAreAlternatives: places.areAlternatives,
      placeReadings: places.names.compactMap(gazetteer.reading), quote: passage(document.byteRange(sentence)),
      title: "")
    if !draft.finding.term.isVagueFuture, claim.period == nil {
      if case .unanchored(.event) = draft.resolution, draft.finding.term.countedFrom != nil {
        claim.title = title(of: word, claim, at: draft.finding.tokens, in: index, names)
        explain(&claim, draft, attribution)
        hanging.append(claim)
      }
      return nil
    }
    if draft.finding.term.isVagueFuture, !clause.isVerb(word) || modality == .happened { return nil }
    claim.title = title(of: word, claim, at: draft.finding.tokens, in: index, names)
    explain(&claim, draft, attribution)
    return claim
  }

  /// When something was said by a verb: by the verb's own time, or that of the one it is coordinated with
  /// (`cut its rate on Thursday and said …`).
  private func dateOfStatement(_ verb: Int, in sentence: Int) -> Period? {
    if let own = statements[Place(sentence: sentence, word: verb)] { return own }
    let clause = parses.clause(sentence)
    guard clause.relation(verb) == .conjunct, let first = clause.head(verb), clause.isVerb(first),
      clause.children(verb, .subject).isEmpty
    else { return nil }
    return statements[Place(sentence: sentence, word: first)]
  }

  /// Says what decided each field, and how likely the claim is right.
  private mutating func explain(_ claim: inout Claim, _ draft: ClaimDraft, _ attribution: SourceFinding?) {
    let clause = parses.clause(draft.sentence)
    let time = clause.masked.times.first { clause.masked.tokens[$0.word] == draft.finding.tokens }
    let isQuoted = parses.isQuoted(draft.attachment.word, in: draft.sentence)
    let model = parses.lexicon.confidence
    let features = ConfidenceFeatures(
      claim, draft, time: time?.word, sentence: document.sentences[draft.sentence], isQuoted: isQuoted, clause
    )
    let judgement = model.judge(features.features)
    claim.confidence = judgement.confidence
    judged[Spot(claim)] = judgement.grounds
    claim.evidence = EvidenceWriter(
      clause: clause, draft: draft, claim: claim, document: document, time: time
    ).lines(
      rule: parses.rule(of: draft.finding),
      attribution: attribution.map { ($0, parses.clause($0.sentence)) }, isQuoted: isQuoted)
    claim.evidence.append(judgement.line)
  }

  private func zoned(_ resolution: Resolution, at sites: [String]) -> Resolution {
    PlaceZones(places: gazetteer, assumed: resolver.assumedZone)
      .zoned(resolution, at: sites.compactMap(gazetteer.reading))
  }

  private func passage(_ bytes: Range<Int>) -> Passage {
    Passage(text: document.text.string(bytes), span: document.text.scalarRange(bytes))
  }

  /// Who says so, and when they said it; the date of a statement holds for what the same source says in
  /// the sentences behind it.
  private mutating func statement(
    _ attribution: SourceFinding?, in index: Int, _ names: NameReader
  ) -> (String?, Period?) {
    guard let attribution else { return (nil, nil) }
    var stated: Period?
    if let verb = attribution.verb {
      if attribution.sentence > index {
        let attachments = parses.attachments(attribution.sentence)
        noteStatements(parses.findings(attribution.sentence), attachments, in: attribution.sentence)
      }
      stated = dateOfStatement(verb, in: attribution.sentence)
    } else if let speaker = attribution.speaker {
      stated = dateOfDocument(speaker, in: attribution.sentence)
    }
    guard let speaker = attribution.speaker, let source = names.name(speaker, in: attribution.sentence) else {
      return (nil, stated)
    }
    if let stated {
      lastStatement = (source, attribution.sentence, stated)
    } else if let last = lastStatement, index - last.sentence <= 4, last.source.hasSharedName(with: source) {
      stated = last.period
    }
    return (source, stated)
  }
}

extension Document {
  /// The bytes from a range's first token through its last.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens[first].start)..<Int(tokens[last].end)
  }
}

extension String {
  /// Whether the last words of two names are the same: `Havrylov`, `President Yevhen Havrylov`.
  func hasSharedName(with other: String) -> Bool {
    let own = lowercased().split(separator: " ")
    let others = other.lowercased().split(separator: " ")
    guard let last = own.last, let otherLast = others.last else { return false }
    return last == otherLast
  }
}
