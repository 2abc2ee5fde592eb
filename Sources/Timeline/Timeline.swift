public import TimelineClaims
public import TimelineDates
import TimelineLanguage
public import TimelineTimes
package import TimelineStore

/// A timeline: articles, the claims that they make, and what became of these, in one SQLite file.
///
///     let timeline = try Timeline.open(at: "news.db")
///     try timeline.add(Article(key: "dip-1", published: day, text: text))
///     for claim in try timeline.claims(matching: ClaimQuery(now: today)) { … }
///
/// Every call blocks until it is done and may come from any thread; several processes may use one file
/// at a time (one writes, the others wait for up to ten seconds). No call asks the clock: the day comes
/// in as an argument. Errors are ``TimelineError``, whose description names the file and the remedy.
public final class Timeline: Sendable {
  let store: TimelineStore
  private let ownExtractor: ArticleExtractor?

  /// A timeline, for tests with an extractor of one's own.
  package init(store: TimelineStore, extractor: ArticleExtractor? = nil) {
    self.store = store
    ownExtractor = extractor
  }

  /// What a timeline is opened for.
  public enum Access: Hashable, Sendable {
    /// Adding and changing; the file and the folders on the way to it are made where they are missing.
    case writing
    /// Looking only; the file must be there and is not changed, except that one written by an older
    /// version of the program is brought up to date.
    case reading
  }

  /// Opens the timeline at a path.
  ///
  /// - Throws: ``TimelineError``: no file (for reading), a folder, no SQLite database, one of another
  ///   program or of a newer version, no right to read or write, locked.
  public static func open(at path: String, for access: Access = .writing) throws -> Timeline {
    Timeline(store: try TimelineStore(path: path, isReadOnly: access == .reading))
  }

  /// A timeline that lives as long as the object and leaves no file.
  public static func inMemory() throws -> Timeline {
    Timeline(store: try TimelineStore.inMemory())
  }

  /// The file; nil in memory.
  public var path: String? { store.path }

  /// The claims and time expressions of a text, without any timeline; none of a text that is clearly not English. A
  /// pure function of its arguments.
  public static func extract(
    _ text: String, published: DocumentTime, settings: ResolutionSettings = ResolutionSettings()
  ) -> Extraction {
    guard TextLanguage.foreign(text) == nil else { return Extraction() }
    return ClaimExtractor(settings: settings).extract(text, published: published)
  }

  /// The time expressions of a text alone, without a parse: many times faster than ``extract(_:published:settings:)``.
  ///
  /// It finds the same expressions. Where only the clause tells the direction of a bare day, month or season,
  /// the words around it are asked instead, so that the year or week may be another one.
  public static func times(
    in text: String, published: DocumentTime, settings: ResolutionSettings = ResolutionSettings()
  ) -> [TimeExpression] {
    TimeExtractor(settings: settings).times(in: text, published: published)
  }
}

extension Timeline {
  /// How the time expressions of a phrase are read on a day, and why so.
  public static func explain(
    _ phrase: String, on day: DocumentTime, settings: ResolutionSettings = ResolutionSettings()
  ) -> [TimeExplanation] {
    TimeExplainer(settings: settings).explain(phrase, on: day)
  }
}

extension Timeline {
  /// How the times of this timeline are read. They stay with its file, so that all of its articles are read in
  /// one way.
  public var settings: ResolutionSettings {
    get throws { try store.settings() }
  }

  /// Sets how times are read, before the first article is added. Nothing happens where they are read so already.
  ///
  /// - Throws: ``TimelineError/otherSettings(path:stored:asked:)`` where the timeline holds articles; see
  ///   ``rebuild(with:onlyOutdated:progress:)``.
  public func adopt(_ settings: ResolutionSettings) throws {
    try store.adopt(settings, isRebuilt: false)
  }

  /// The extractor of this build with the settings of this timeline.
  func extractor() throws -> ArticleExtractor {
    if let ownExtractor { return ownExtractor }
    let extractor = ClaimExtractor(settings: try settings)
    return ArticleExtractor { text, published in
      TextLanguage.foreign(text) == nil ? extractor.extract(text, published: published) : Extraction()
    }
  }
}
