import TimelineLanguage
import TimelineTimes

/// Times that date nothing: they measure, name or stress something.
extension TimeAttacher {
  /// `Sunday makes it three`: a day that does something itself.
  func isTopic(_ time: MaskedTime) -> Bool {
    guard clause.relation(time.word) == .subject, time.start == time.word, let verb = clause.head(time.word)
    else { return false }
    // `May was too late`
    if clause.sentence.tags[verb] == .adjective, !clause.children(verb, .copula).isEmpty, !isArranged(verb) {
      return true
    }
    guard verb == time.word + 1 else { return false }
    if clause.has(verb, .light) {
      return !clause.children(verb, .object).contains { clause.isEvent($0, weak: true) }
    }
    return clause.isVerb(verb) && !clause.has(verb, .phase)
  }

  /// `…, according to a statement on Monday`: when what is cited was said.
  func isOfCitation(_ time: MaskedTime) -> Bool {
    clause.citations.contains { clause.dates($0, time) }
  }

  /// `Monday is set for the draw`
  private func isArranged(_ word: Int) -> Bool {
    clause.has(word, .schedule) || clause.cue(word, .adjective) != nil
  }

  /// `three weeks later than planned`, `its highest since March`, `within a week of the vote`: a time that another
  /// is measured by.
  func isCompared(_ time: MaskedTime, _ term: TimeTerm) -> Bool {
    let next = time.word + 1
    if next < clause.count {
      if term.isStretch || term.isPartOfLonger {
        if clause.lexicon.people.links.contains(clause.small(next)) { return true }
      } else if clause.cue(next, .comparison) != nil {
        return true
      }
    }
    guard time.phrase?.relation == .from, clause.cue(time.start, .prior) != nil
    else { return false }
    return clause.indices(from: time.start - 3, count: min(3, time.start)).contains {
      // `by a third since May` is no rank.
      clause.sentence.tags[$0] == .adjective
        && !clause.sentence.morphology[$0].isDisjoint(with: [.superlative, .ordinal])
        && !($0 > 0
          && (clause.cue($0 - 1, .indefinite) != nil
            || clause.sentence.tags[$0 - 1] == .numeral))
    }
  }

  /// `an album, Thirteenth of June`: an ordinal with a capital within a sentence.
  func isTitle(_ time: MaskedTime) -> Bool {
    let words = clause.string(time.word).split(separator: " ")
    guard time.word > 0, words.count == 3,
      words.allSatisfy({ $0 == words[1] || $0.first?.isUppercase == true }),
      clause.lexicon.people.links.contains(String(words[1]))
    else { return false }
    return clause.sentence.token(time.word).kind != .number
  }

  /// `future attacks`, `his future`: a time that only describes a noun, or is what is spoken of.
  func isQuality(_ time: MaskedTime, _ term: TimeTerm) -> Bool {
    // `debentures due 2008`: which of them are meant.
    if isYear(time.word), time.start == time.word, time.start > 1, clause.isNoun(time.start - 2),
      clause.cue(time.start - 1, .adjective)?.modality == .scheduled
    {
      return clause.children(time.start - 1, .copula).isEmpty
    }
    // `soon after being captured`
    if term.isVagueFuture, time.word + 1 < clause.count,
      let relation = clause.lexicon.relations.phrase(
        ending: time.word + 1..<time.word + 2, clause.small)?.relation,
      relation == .after || relation == .before
    {
      return true
    }
    guard term.isVagueFuture, let head = clause.head(time.word) else { return false }
    if !clause.children(time.word, .possessive).isEmpty { return true }
    return head > time.word && clause.isNoun(head)
      && [.adjectivalModifier, .compound].contains(clause.relation(time.word))
  }

  /// `ran it in 15:04`, `took the 7:15`: a clock's digits that tell how long something took, or name a train.
  func isMeasure(_ time: MaskedTime, _ term: TimeTerm) -> Bool {
    // `$50 a night`
    if term.isBareDayPart, time.start == time.word, hasAmount(max(0, time.word - 2)..<time.word),
      clause.string(time.word).split(separator: " ").first.map({
        clause.lexicon.cues.cue(String($0), .indefinite) != nil
      }) ?? false
    {
      return true
    }
    // `talked for one night`
    if time.start < time.word, time.phrase?.relation == .throughout, term.isBareDayPart {
      return clause.cue(time.start, .purpose) != nil
    }
    guard term.isBareClock, clause.masked.tokens[time.word].count <= 3 else { return false }
    if time.start < time.word { return clause.cue(time.start, .length) != nil }
    return time.start > 0 && clause.sentence.tags[time.start - 1] == .determiner
      && !clause.indices(from: time.word + 1, count: 1).contains { clause.isNoun($0) }
  }

  /// `hands out Christmas presents`: a word that the tagger takes for the verb of a day, behind a verb without an
  /// object.
  private func isObjectReadAsVerb(_ word: Int, behind time: Int) -> Bool {
    guard clause.sentence.tags[word] == .verb, clause.relation(time) == .subject, clause.head(time) == word
    else {
      return false
    }
    return (0..<time).contains {
      clause.isVerb($0) && clause.children($0, .object).isEmpty && !clause.has($0, .report)
    }
  }

  /// `hand out Christmas presents`: a holiday or season before a noun for a thing.
  func describesThing(_ time: MaskedTime, _ term: TimeTerm) -> Bool {
    let next = time.word + 1
    guard term.isSeasonOrEvent, time.start == time.word, next < clause.count,
      clause.sentence.tags[next] == .noun || isObjectReadAsVerb(next, behind: time.word),
      !clause.isTime(next),
      clause.sentence.token(next).traits.contains(.spaceBefore)
    else { return false }
    return !clause.isEvent(next, weak: true) && clause.subject(clause.head(next) ?? next) != next
  }

  /// `on 26 May, and not a day earlier`: it only stresses the time before it.
  func isStressed(_ time: MaskedTime) -> Bool {
    guard isDenied(time) else { return false }
    let first = clause.string(time.word).lowercased().prefix { $0 != " " }
    return clause.lexicon.cues.cue(String(first), .indefinite) != nil
  }

  /// `“1989”`, `“The Winter's Tale”`: a time within a title in quotation marks.
  func isQuotedName(_ time: Int) -> Bool {
    let isQuote: (Int) -> Bool = { clause.sentence.token($0).kind == .quote }
    guard let open = (max(0, time - Self.longestTitle)..<time).last(where: isQuote),
      let close = clause.indices(from: time + 1, count: Self.longestTitle).first(where: isQuote)
    else { return false }
    let words = (open + 1..<close).filter { $0 != time && clause.sentence.tags[$0] != .punctuation }
    return words.allSatisfy {
      clause.sentence.token($0).traits.contains(.capitalised) || clause.sentence.tags[$0] == .particle
        || clause.sentence.tags[$0] == .adposition && words.count > 1
    } && !(open > 0 && isMark(open - 1, 44) && words.isEmpty)
  }

  /// Longer quotations are speech.
  static let longestTitle = 7
}
