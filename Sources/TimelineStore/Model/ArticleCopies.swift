public import TimelineTracking

/// The articles whose text is nearly that of another: of one agency, under several addresses.
///
/// The one that was published first is the original, and the others are its copies.
public struct ArticleCopies: Hashable, Sendable {
  /// The article that was published first; itself where it is that one.
  public var original: ArticleReference
  /// The others, in order of publication.
  public var copies: [ArticleReference]

  public init(original: ArticleReference, copies: [ArticleReference]) {
    self.original = original
    self.copies = copies
  }
}
