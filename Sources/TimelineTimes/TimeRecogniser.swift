package import TimelineText

/// Finds the time expressions of a text and, with a ``Resolver``, says what they mean.
package struct TimeRecogniser: Sendable {
  private let grammar: Grammar

  package init(_ grammar: Grammar = .english) {
    self.grammar = grammar
  }

  /// An expression as found: its words, not yet resolved.
  package struct Finding: Sendable {
    /// Tokens of the document.
    package var tokens: Range<Int>
    package var term: TimeTerm
    /// What the word before it says of its edge, as far as that is told by the word alone.
    package var edge: ResolutionContext.Edge?
    /// Whether a preposition stands before it.
    package var followsPreposition: Bool
    /// The line in the rule file of the rule that built it.
    package var rule: Int
  }

  /// A run over one text.
  package func pass(over text: TextBuffer, _ tokens: [Token]) -> Pass {
    Pass(grammar: grammar, matcher: Matcher(grammar), text: text, tokens: tokens)
  }

  /// Finds the expressions of a text's sentences, one sentence at a time, keeping its memory.
  package struct Pass {
    let grammar: Grammar
    var matcher: Matcher
    let text: TextBuffer
    let tokens: [Token]

    /// The expressions of one sentence, in order, none inside another.
    package mutating func findings(in sentence: Range<Int>) -> [Finding] {
      let (text, tokens) = (text, tokens)
      let matches = matcher.matches(in: sentence, of: tokens, text.bytes.span)
      return matches.map { match in
        let start = match.tokens.lowerBound - sentence.lowerBound
        return Finding(
          tokens: match.tokens, term: match.term, edge: grammar.edge(before: start, matcher.readings),
          followsPreposition: grammar.isPreposition(start - 1, matcher.readings), rule: match.line)
      }
    }
  }
}

extension TimeExpression {
  /// A finding with its resolution.
  package init(
    _ finding: TimeRecogniser.Finding, _ resolution: Resolution, tokens: [Token], text: TextBuffer
  ) {
    let bytes =
      tokens[finding.tokens.lowerBound].range
      .lowerBound..<tokens[finding.tokens.upperBound - 1].range.upperBound
    self.init(
      span: text.scalarRange(bytes), text: text.string(bytes), term: finding.term, resolution: resolution,
      timex: TIMEX3Writer.timex(finding.term, resolution))
  }
}
