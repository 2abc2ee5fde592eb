import TimelineLanguage
import TimelineTimes

/// What a time expression attaches to in its sentence.
struct TimeAttachment {
  enum Role { case event, statement }

  var role: Role
  /// The word that names the event, or the verb of saying.
  var word: Int
  var relation: Relation
  /// A modality that the frame sets by itself: the two sides of a move, a cancelled event.
  var modality: Modality?
  /// The rule that chose the word.
  var reason: String
}

/// Finds the event that a time expression belongs to.
struct TimeAttacher {
  let clause: ClauseReader
  /// Words of the sentence that belong to any time expression.
  let timeWords: Set<Int>

  /// The attachment of an expression that covers some words; nil where nothing in the sentence takes it.
  func attach(_ words: Range<Int>, _ term: TimeTerm) -> TimeAttachment? {
    let (said, length) = statedRelation(before: words, term)
    let place = Placement(words: words, relation: said, prepositionStart: words.lowerBound - length)
    guard let top = top(of: words) else { return nil }
    guard let governor = clause.head(top), !timeWords.contains(governor) else {
      return withoutGovernor(top, place)
    }
    return attachment(from: governor, place, hops: 0, direct: true)
  }

  /// Where the time stands, and what the words before it say.
  struct Placement {
    var words: Range<Int>
    var relation: Relation
    /// The first word of the preposition.
    var prepositionStart: Int
  }

  // MARK: From the expression to its governor

  /// The word of an expression that hangs from outside of it; lists of times are followed to the first.
  private func top(of words: Range<Int>) -> Int? {
    var top = words.first { word in clause.head(word).map { !words.contains($0) } ?? true }
    for _ in 0..<8 {
      guard let word = top, let head = clause.head(word), timeWords.contains(head), !words.contains(head)
      else { break }
      top = head
    }
    return top
  }

  /// The expression is the root, or hangs from another time that is: `The meeting is on Monday`.
  private func withoutGovernor(_ top: Int, _ place: Placement) -> TimeAttachment? {
    if let subject = clause.children(top, .subject, .passiveSubject).first, !timeWords.contains(subject) {
      return TimeAttachment(
        role: .event, word: subject, relation: place.relation, reason: "subject of a clause about its time")
    }
    // A fragment: the nearest event noun before it, else after it.
    let before = (0..<place.words.lowerBound).last { clause.isEvent($0, weak: true) }
    let after = (place.words.upperBound..<clause.count).first { clause.isEvent($0, weak: true) }
    let verb = (0..<clause.count).first { clause.isVerb($0) && !timeWords.contains($0) }
    guard let word = before ?? verb ?? after else { return nil }
    return TimeAttachment(role: .event, word: word, relation: place.relation, reason: "fragment without a verb")
  }

  private func attachment(from word: Int, _ place: Placement, hops: Int, direct: Bool) -> TimeAttachment? {
    guard hops < 8, !timeWords.contains(word) else {
      return hops < 8 ? clause.head(word).flatMap { attachment(from: $0, place, hops: hops + 1, direct: false) } : nil
    }
    if clause.isVerb(word) { return fromVerb(word, place) }
    if clause.isEvent(word, weak: direct) { return fromNoun(word, place) }
    if clause.sentence.tags[word] == .adjective, isPredicate(word) { return fromAdjective(word, place) }
    if let head = clause.head(word) { return attachment(from: head, place, hops: hops + 1, direct: false) }
    // A root that is neither verb nor event: the clause of a copula, or a heading.
    if let subject = clause.children(word, .subject).first, clause.isEvent(subject, weak: true) {
      return TimeAttachment(role: .event, word: subject, relation: place.relation, reason: "subject of a copula")
    }
    guard clause.isNoun(word) || clause.sentence.tags[word] == .adjective else { return nil }
    return TimeAttachment(role: .event, word: word, relation: place.relation, reason: "predicate of its clause")
  }

  private func isPredicate(_ word: Int) -> Bool {
    switch clause.relation(word) {
    case .root, .openComplement, .clausalComplement, .conjunct, .adverbialClause, .relativeClause, .parataxis,
      .clausalModifier:
      true
    default: !clause.children(word, .copula).isEmpty
    }
  }

  // MARK: Nouns and adjectives

  private func fromNoun(_ noun: Int, _ place: Placement) -> TimeAttachment {
    TimeAttachment(role: .event, word: noun, relation: place.relation, reason: "event noun that the time hangs from")
  }

  private func fromAdjective(_ word: Int, _ place: Placement) -> TimeAttachment {
    if let complement = complement(of: word, before: place) {
      return fromVerb(complement, place)
    }
    if clause.lexicon.cues.cue(clause.small(word), .adjective) != nil || clause.has(word, .schedule) {
      let subject = clause.subject(word) ?? describedNoun(word)
      if let subject {
        return TimeAttachment(role: .event, word: subject, relation: place.relation, reason: "what is due then")
      }
    }
    return TimeAttachment(role: .event, word: word, relation: place.relation, reason: "state that holds then")
  }

  private func describedNoun(_ word: Int) -> Int? {
    switch clause.relation(word) {
    case .clausalModifier, .relativeClause, .adjectivalModifier: clause.head(word)
    default: nil
    }
  }

  /// The clause that a word governs, where its verb stands between the word and the time.
  private func complement(of word: Int, before place: Placement) -> Int? {
    clause.children(word, .openComplement, .clausalComplement, .clausalModifier).last {
      $0 > word && $0 < place.prepositionStart && (clause.isVerb($0) || isPredicate($0))
    }
  }

  // MARK: Verbs

  private func fromVerb(_ verb: Int, _ place: Placement) -> TimeAttachment {
    let isFramed = clause.has(verb, .report) || clause.has(verb, .govern) || clause.has(verb, .schedule)
    if isFramed, let complement = complement(of: verb, before: place) {
      return clause.isVerb(complement) ? fromVerb(complement, place) : fromAdjective(complement, place)
    }
    if clause.has(verb, .report), isStatement(verb) {
      return TimeAttachment(role: .statement, word: verb, relation: place.relation, reason: "time of the statement")
    }
    var found = TimeAttachment(role: .event, word: verb, relation: place.relation, reason: "verb that the time hangs from")
    if clause.has(verb, .move), let moved = movedEvent(verb, place) { return moved }
    if clause.has(verb, .schedule), let event = passiveEvent(verb) {
      found.word = event
      found.reason = "event that is set for then"
    } else if clause.has(verb, .phase), let event = begunEvent(verb) {
      found.word = event
      found.reason = "event that begins or goes on then"
      if found.relation == .on { found.relation = .from }
    } else if clause.has(verb, .light), let event = lightEvent(verb) {
      found.word = event
      found.reason = "event noun of a light verb"
    } else if clause.has(verb, .govern), let event = governedNoun(verb, place) {
      found.word = event
      found.reason = "event that the verb governs"
    }
    return found
  }

  /// Whether a verb of saying says something here; `reported` with a plain object is one too.
  private func isStatement(_ verb: Int) -> Bool {
    guard let frame = clause.frame(verb, .report) else { return false }
    return frame.says && !(clause.isPassive(verb) && clause.subject(verb).map { clause.isEvent($0) } ?? false)
  }

  /// `moved its campaign from March to May`: away from what follows `from`, to what follows the rest.
  private func movedEvent(_ verb: Int, _ place: Placement) -> TimeAttachment? {
    let event = passiveEvent(verb) ?? clause.children(verb, .object).first { clause.isEvent($0, weak: true) } ?? verb
    switch place.relation {
    case .from:
      return TimeAttachment(
        role: .event, word: event, relation: .on, modality: .cancelled, reason: "date that it was moved away from")
    case .until, .by: break
    default: guard movesTo(place) else { return nil }
    }
    return TimeAttachment(
      role: .event, word: event, relation: .on, modality: .scheduled, reason: "date that it was moved to")
  }

  /// Whether the time stands after the preposition that leads to a new date.
  private func movesTo(_ place: Placement) -> Bool {
    let before = place.words.lowerBound - 1
    guard before >= 0 else { return false }
    return clause.lexicon.cues.cue(clause.small(before), .destination) != nil
  }

  private func passiveEvent(_ verb: Int) -> Int? {
    if clause.isPassive(verb), let subject = clause.subject(verb), clause.isNoun(subject) { return subject }
    return nil
  }

  private func begunEvent(_ verb: Int) -> Int? {
    if let complement = clause.children(verb, .openComplement).first(where: clause.isVerb) { return complement }
    if let object = clause.children(verb, .object).first {
      return clause.isEvent(object, weak: true) ? object : nil
    }
    guard let subject = clause.subject(verb) else { return nil }
    return clause.isEvent(subject, weak: true) || clause.sentence.morphology[subject].contains(.gerund) ? subject : nil
  }

  private func lightEvent(_ verb: Int) -> Int? {
    let object = clause.children(verb, .object).first
    if let object, clause.isEvent(object, weak: true) { return object }
    let subject = clause.subject(verb)
    if let subject, clause.isEvent(subject, weak: true), clause.isPassive(verb) || object != nil && !clause.isEvent(object ?? 0) {
      return subject
    }
    return nil
  }

  private func governedNoun(_ verb: Int, _ place: Placement) -> Int? {
    clause.children(verb, .object).first { clause.isEvent($0, weak: true) && $0 < place.words.lowerBound }
      ?? (clause.isPassive(verb) ? clause.subject(verb).flatMap { clause.isEvent($0, weak: true) ? $0 : nil } : nil)
  }
}
