package import TimelineDates
import TimelineLanguage
import TimelineText
package import TimelineTimes

/// Reads an article: its time expressions, and the claims that they date.
///
/// A pure function of the text and the publication time. Only sentences that hold a time which can date an
/// event are parsed, and those that tell who speaks in them.
package struct ClaimExtractor: Sendable {
  private let core: LanguageCore
  private let recogniser: TimeRecogniser
  private let resolver: Resolver
  private let lexicon: ClaimLexicon
  private let cues: TenseCues

  package init(settings: ResolutionSettings = ResolutionSettings()) {
    core = .english
    recogniser = TimeRecogniser(events: settings.namedEvents)
    resolver = Resolver(settings: settings)
    lexicon = .english
    cues = .english
  }

  /// What an article published then says of times and events. Offsets in the result are Unicode scalars of
  /// `text`, end exclusive.
  package func extract(_ text: String, published: DocumentTime) -> Extraction {
    let document = core.document(text).withPartedDatelines
    let parses = ArticleParses(document, core: core, recogniser: recogniser, lexicon: lexicon)
    var pass = ExtractionPass(parses: parses, resolver: resolver, cues: cues, published: published)
    pass.run()
    return Extraction(times: pass.times, claims: pass.claims, grounds: pass.grounds)
  }
}
