import TimelineLanguage
import TimelineTimes

/// Times that something is compared with: nothing is said to have happened then.
extension TimeAttacher {
  /// `up from 324,327 last year`, `higher than in March`, `12 cts vs 10 cts last year`, `as many as in 2018`.
  func isStandard(_ time: MaskedTime, _ term: TimeTerm) -> Bool {
    if isSuperlative(before: time) || isAmountOf(time) { return true }
    // `rose 3 percent on the previous month`, `three percent below 1985`
    if term.isLongerThanDay, time.start < time.word || isBase(time.start - 1), isAmountBefore(time.start),
      isBase(time.start < time.word ? time.start : time.start - 1)
    {
      let isPeriod = time.phrase?.relation == .throughout && !term.isYear
      return !isPeriod && isChange(before: time.word)
    }
    // `up 11 percent from a week earlier`, `unchanged from last week`
    if time.phrase?.relation == .from, isAdverbOfChange(before: time.start) { return true }
    // `rose 5 percent from February`
    if time.phrase?.relation == .from, term.isLongerThanDay, isAmountBefore(time.start),
      clause.cue(time.start, .source) != nil
    {
      return isChange(before: time.start) && isPastBefore(time.start)
    }
    // `above the 15.22 billion recorded in February`
    let isReported = time.start > 0 && isReportedAmount(time.start - 1)
    let first = time.start - (isReported ? 2 : 1)
    for word in stride(from: first, through: max(0, time.start - Self.comparisonReach), by: -1) {
      if clause.isVerb(word) && !isComparing(word) || clause.sentence.tags[word] == .auxiliary
        || isParted(word, word + 1)
      {
        return false
      }
      if isComparison(word, time, term) || isReported && isBase(word) { return true }
    }
    return false
  }

  /// How many words before a time what it is compared by may stand.
  private static let comparisonReach = 14

  private func isComparison(_ word: Int, _ time: MaskedTime, _ term: TimeTerm) -> Bool {
    if clause.cue(word, .comparison) != nil {
      guard word > 0 else { return false }
      let phrase = clause.small(word - 1) + " " + clause.small(word)
      if clause.lexicon.cues.cue(phrase, .instead) != nil { return false }
      // `no later than Friday`, `more than a year ago`
      return !(clause.cue(word - 1, .bound) != nil && word + 1 == time.start)
    }
    if clause.cue(word, .against) != nil { return hasAmount(word + 1..<time.start) }
    // `a deficit of 3 million after a surplus of 2 million in January`
    if clause.cue(word, .prior) != nil, clause.sentence.tags[word] == .adposition,
      clause.indices(from: word + 1, count: time.start - word - 1).contains(where: {
        clause.isEvent($0, weak: true)
      }) == false
    {
      return hasAmount(word + 1..<time.start) && hasAmount(max(0, word - Self.comparisonReach)..<word)
    }
    if isComparing(word) { return true }
    // `twice as much as in 2018`
    if clause.cue(word, .quoting) != nil, word + 1 == time.start {
      return clause.indices(from: word - Self.equalReach, count: min(Self.equalReach, word)).contains {
        clause.cue($0, .quoting) != nil && clause.small($0) == clause.small(word) && $0 + 1 < word
          && clause.cue($0 + 1, .bound) == nil
      }
    }
    // `from 3.9 million a year earlier`
    if clause.cue(word, .source) != nil, hasAmount(word + 1..<time.start) { return isChange(before: word) }
    return false
  }

  /// How far apart the two parts of `as much as` may stand.
  private static let equalReach = 6

  /// `compared with`
  private func isComparing(_ word: Int) -> Bool {
    clause.cue(word, .compared) != nil
  }

  /// Whether a word of change stands before another within the clause: `rose`, `up`, `a fall of`.
  private func isChange(before word: Int) -> Bool {
    for other in stride(from: word - 1, through: max(0, word - Self.comparisonReach), by: -1) {
      if clause.cue(other, .change) != nil { return true }
      if clause.isVerb(other) {
        return clause.lexicon.cues.cue(clause.lemma(other), .change) != nil
      }
    }
    return false
  }

  private func isBase(_ word: Int) -> Bool {
    word >= 0 && clause.cue(word, .base) != nil
  }

  /// `the 16.98 billion dollars recorded in May`: a participle that describes an amount.
  private func isReportedAmount(_ word: Int) -> Bool {
    clause.isVerb(word) && clause.relation(word) == .clausalModifier
      && clause.clause(word)?.form == .participle && isAmountBefore(word)
  }

  /// `from January's 14.05 billion`: an amount that belongs to a time.
  private func isAmountOf(_ time: MaskedTime) -> Bool {
    guard clause.relation(time.word) == .possessive, let head = clause.head(time.word), head > time.word,
      !clause.isEvent(head, weak: true)
    else { return false }
    return hasAmount(time.word + 1..<head + 1)
  }

  /// `up`, `down`, `unchanged` before a word, an amount between.
  private func isAdverbOfChange(before word: Int) -> Bool {
    for other in stride(from: word - 1, through: max(0, word - 1 - Self.amountLength), by: -1) {
      if clause.cue(other, .change) != nil,
        [.adverb, .adposition, .adjective].contains(clause.sentence.tags[other])
      {
        return true
      }
      if clause.isVerb(other) { return false }
    }
    return false
  }

  private func isPastBefore(_ word: Int) -> Bool {
    guard let verb = (0..<word).last(where: clause.isVerb), let own = clause.clause(verb) else { return true }
    return own.tense == .past || own.aspect.contains(.perfect) || own.form == .participle
  }

  /// Whether an amount stands right before a word: `5 percent`.
  private func isAmountBefore(_ word: Int) -> Bool {
    hasAmount(max(0, word - Self.amountLength)..<word)
  }

  private static let amountLength = 3

  func hasAmount(_ words: Range<Int>) -> Bool {
    words.contains {
      !clause.isTime($0)
        && (clause.sentence.tags[$0] == .numeral || clause.sentence.token($0).kind == .number)
    }
  }

  /// `the wettest February since 1974`
  private func isSuperlative(before time: MaskedTime) -> Bool {
    let word = time.word - 1
    return word > 0 && time.start == time.word
      && clause.sentence.tags[word] == .adjective
      && clause.sentence.morphology[word].contains(.superlative)
      && clause.sentence.tags[word - 1] == .determiner
  }
}
