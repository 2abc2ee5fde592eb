/// The version of the extraction that this build performs, kept beside everything that it extracted.
///
/// It goes up with every change that makes the same article yield other claims.
public enum ExtractorVersion {
  public static let current = 7
  /// One that is never current: for articles that have to be extracted again.
  package static let outdated = 1
}
