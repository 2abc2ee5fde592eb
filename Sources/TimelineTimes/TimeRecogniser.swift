import TimelineDates
package import TimelineText

/// Finds the time expressions of a text and, with a ``Resolver``, says what they mean.
package struct TimeRecogniser: Sendable {
  private let grammar: Grammar

  /// The recogniser of English that also knows a user's events.
  package init(events: EventList?) {
    grammar = events == nil ? .english : .english(with: events)
  }

  package init(_ grammar: Grammar = .english) {
    self.grammar = grammar
  }

  /// An expression as found: its words, not yet resolved.
  package struct Finding: Sendable {
    /// Tokens of the document.
    package var tokens: Range<Int>
    package var term: TimeTerm
    /// The words that TIMEX3 tags hold, where they are not all of them: without a preposition, or the two
    /// ends of a range.
    package var tags: [Range<Int>]
    /// Whether the times in its tags are all that is meant: `2, 3 and 5 June`.
    package var isList: Bool
    /// Whether a story does not go to the time that it names.
    package var isInPassing: Bool
    /// What the words before it ask of its edge.
    package var bound: TimeTerm.Bound?
    /// Those words, as tokens of the document: `by`, `no later than`.
    package var boundWords: Range<Int>
    /// The edge that they ask for.
    package var edge: ResolutionContext.Edge? { bound.map(ResolutionContext.Edge.init) }
    /// Whether a word before it, in the same stretch of words, tells how long something lasted: `until`, `since`,
    /// `until the fall of the town in May`.
    package var isLasting: Bool
    /// Whether a possessive ending stands behind it: `Tuesday's ruling`.
    package var isPossessive: Bool
    /// Whether TimeML tags it; words such as `soon` only date claims.
    package var isTagged: Bool
    /// Whether TimeML tags it only in a story of another time.
    package var isForStories: Bool
    /// Whether a preposition stands before it.
    package var followsPreposition: Bool
    /// Whether its sentence begins with it, a preposition left out: `In October 2009 she …`.
    package var isFronted: Bool
    /// Whether its sentence ends with it, so that the point of an abbreviation ends both: `back in Dec.`
    package var endsSentence: Bool
    /// The rule that built it, by its number in the grammar.
    package var rule: Int
  }

  /// The rule that built an expression, by its file's name and its line: `dates.txt:12`.
  package func origin(of finding: Finding) -> String {
    guard grammar.rules.indices.contains(finding.rule) else { return "no rule" }
    let rule = grammar.rules[finding.rule]
    let name = rule.file.utf8.lastIndex(of: UInt8(ascii: "/")).map { rule.file[$0...].dropFirst() }
    return (name ?? rule.file[...]) + ":" + String(rule.line)
  }

  /// A run over one text.
  ///
  /// - Parameter kind: What the text is; by nil an article, or a post where it is short.
  package func pass(over text: TextBuffer, _ tokens: [Token], as kind: TextKind? = nil) -> Pass {
    let kind = kind ?? (text.bytes.count <= Self.longestPost ? .post : .article)
    return Pass(grammar: grammar, matcher: Matcher(grammar, kind: kind), text: text, tokens: tokens)
  }

  /// The longest text, in bytes, that is a post: a note or a message.
  private static let longestPost = 300

  /// Finds the expressions of a text's sentences, one sentence at a time, keeping its memory.
  package struct Pass {
    let grammar: Grammar
    var matcher: Matcher
    let text: TextBuffer
    let tokens: [Token]

    /// Whether any token of a stretch gives an expression away; costs a look at each.
    package mutating func mayHoldTime(_ range: Range<Int>) -> Bool {
      let (text, tokens) = (text, tokens)
      return matcher.mayMatch(in: range, of: tokens, text.bytes.span)
    }

    /// The expressions of one sentence, in order, none inside another.
    package mutating func findings(in sentence: Range<Int>) -> [Finding] {
      let (text, tokens) = (text, tokens)
      let matches = matcher.matches(in: sentence, of: tokens, text.bytes.span)
      return matches.map { match in
        Finding(
          tokens: match.tokens, term: match.term, tags: match.tags, isList: grammar.rules[match.rule].isList,
          isInPassing: grammar.rules[match.rule].isInPassing,
          bound: match.bound, boundWords: match.boundWords,
          isLasting: match.isLasting, isPossessive: match.isPossessive,
          isTagged: grammar.rules[match.rule].isTagged,
          isForStories: grammar.rules[match.rule].isForStories,
          followsPreposition: match.followsPreposition,
          isFronted: match.tokens.lowerBound - sentence.lowerBound <= (match.followsPreposition ? 1 : 0),
          endsSentence: match.tokens.upperBound == sentence.upperBound,
          rule: match.rule)
      }
    }
  }
}

extension TimeExpression {
  /// A finding with its resolution, as one expression.
  package init(
    _ finding: TimeRecogniser.Finding, _ resolution: Resolution, tokens: [Token], text: TextBuffer
  ) {
    self.init(finding.term, resolution, of: finding.tokens, tokens: tokens, text: text)
  }

  /// - Parameter endsSentence: Whether the sentence ends with these tokens; the point of an abbreviation is its
  ///   full stop then, and stands outside.
  init(
    _ term: TimeTerm, _ resolution: Resolution, of range: Range<Int>, endsSentence: Bool = false,
    tokens: [Token], text: TextBuffer
  ) {
    let last = tokens[range.upperBound - 1].range
    let isPointed = endsSentence && text.bytes[last.dropLast()].allSatisfy { $0 != 46 }
    let end = isPointed && text.bytes[last.upperBound - 1] == 46 ? last.upperBound - 1 : last.upperBound
    let bytes = tokens[range.lowerBound].range.lowerBound..<max(end, last.lowerBound + 1)
    self.init(
      span: text.scalarRange(bytes), text: text.string(bytes), term: term, resolution: resolution,
      timex: TIMEX3Writer.timex(term, resolution))
  }
}

extension TimeRecogniser.Finding {
  /// What each of its tags holds, where it has several: the two ends of a range, or the times of a list.
  func members(
    by resolver: Resolver, in context: ResolutionContext
  ) -> [(term: TimeTerm, resolution: Resolution)] {
    if isList { return resolver.members(of: term, in: context) }
    return resolver.ends(of: term, in: context).map { [$0.start, $0.end] } ?? []
  }

  /// The expressions that TimeML tags in a finding: without the preposition that belongs to a claim's time,
  /// and a range as its two ends.
  package func expressions(
    _ resolution: Resolution, by resolver: Resolver, in context: ResolutionContext, tokens: [Token],
    text: TextBuffer
  ) -> [TimeExpression] {
    guard isTagged, !isForStories || context.story != nil else { return [] }
    if tags.count > 1 {
      let members = members(by: resolver, in: context)
      if members.count == tags.count {
        return zip(members, tags).map { member, tag in
          TimeExpression(
            member.term, member.resolution, of: tag,
            endsSentence: endsSentence && tag.upperBound == self.tokens.upperBound, tokens: tokens, text: text
          )
        }
      }
    }
    let range = tags.count == 1 ? tags[0] : self.tokens
    var expression = TimeExpression(
      term, resolution, of: range, endsSentence: endsSentence && range.upperBound == self.tokens.upperBound,
      tokens: tokens, text: text)
    if mayHaveElapsed, let amount = term.amountCounted {
      // The preposition makes a day of a length, and stands outside of the tag.
      expression.timex = TIMEX3Writer.timex(.duration(amount), resolution)
    }
    if case .unanchored(.fiscalYear) = resolution,
      let timex = TIMEX3Writer.fiscal(term, in: CivilDate(context.reference.day).year)
    {
      expression.timex = timex
    }
    return [expression]
  }
}
