/// How far adding or rebuilding many articles has come, or how it ended.
public struct BulkReport: Hashable, Sendable {
  /// Articles that were dealt with, however.
  public var articles = 0
  public var added = 0
  public var unchanged = 0
  public var newVersions = 0
  /// Claims of added articles and of new versions.
  public var claims = 0
  /// Bytes of text that were dealt with.
  public var bytes = 0
  /// Articles that could not be stored and were left out whole; the others stand.
  public var refused: [Refusal] = []

  /// Articles in another language than English; no claims are looked for in them.
  public var foreign: [Foreign] = []

  /// An article whose text is clearly not English.
  public struct Foreign: Hashable, Sendable {
    public var key: String
    /// The language's name in English.
    public var language: String

    public init(key: String, language: String) {
      self.key = key
      self.language = language
    }
  }

  /// What the user decided about claims that their articles no longer make; it waits for these.
  public var stranded: [StrandedDecision] = []

  /// An article that could not be stored.
  public struct Refusal: Hashable, Sendable {
    public var key: String
    public var reason: TimelineError

    public init(key: String, reason: TimelineError) {
      self.key = key
      self.reason = reason
    }
  }

  public init() {}
}
