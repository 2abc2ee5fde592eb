import Timeline
import TimelineLanguage
import TimelineTimes

/// Time expressions on the command line, read by the engine's own grammar.
enum PhraseResolver {
  /// The period that the words mean on a day; nil where they are not one time expression as a whole.
  ///
  /// - Parameter direction: Where to look for what words without a clause leave open, as “Friday” does;
  ///   nil for the nearest.
  static func period(of phrase: String, on day: DocumentTime, toward direction: Direction?) -> Period? {
    term(phrase).flatMap { term in
      var context = ResolutionContext(reference: day)
      context.direction = direction
      return Resolver().resolve(term, in: context).chosen?.period
    }
  }

  /// Reads the words as they are, else with capitals, which nobody types: “friday”, “christmas”.
  private static func term(_ phrase: String) -> TimeTerm? {
    let words = phrase.split(whereSeparator: \.isWhitespace)
    let capitalised = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return whole(words.joined(separator: " ")) ?? whole(capitalised.joined(separator: " "))
  }

  private static func whole(_ phrase: String) -> TimeTerm? {
    let document = LanguageCore.english.document(phrase)
    guard let sentence = document.sentences.first, sentence.tokens == document.tokens.indices else {
      return nil
    }
    var pass = TimeRecogniser().pass(over: document.text, document.tokens)
    return pass.findings(in: sentence.tokens).first {
      // “in March” and “by Friday” are as good as the time alone.
      $0.tokens == ($0.followsPreposition ? sentence.tokens.dropFirst() : sentence.tokens)
    }?.term
  }
}
