/// Why a timeline could not be opened, read or written.
///
/// ``description`` is the one place for the wording; every message names the file and what to do.
public enum TimelineError: Error, Hashable, Sendable {
  /// There is no timeline at the path, and it was opened for reading.
  case missing(path: String)
  /// The path names a folder.
  case isFolder(path: String)
  /// The folder that should hold the file does not exist.
  case noFolder(path: String)
  /// The file is no SQLite database, or its content is damaged.
  case notDatabase(path: String)
  /// An SQLite database that some other program made.
  case foreignDatabase(path: String)
  case damaged(path: String, detail: String)
  /// Written by a newer version of the program, which left steps that this one does not know.
  case newerVersion(path: String, unknown: [String])
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// The file cannot be opened: access rights.
  case noAccess(path: String)
  /// Another process kept the timeline locked for all of the time that was waited.
  case locked(path: String, seconds: Int)
  case diskFull(path: String)
  /// Any other failure of SQLite, in its own words.
  case database(path: String, detail: String)
  /// Articles were read with other settings than those asked for.
  case otherSettings(path: String, stored: [String], asked: [String])
  case noSuchArticle(key: String)
  /// An article has no version of this number; it has `count` of them.
  case noSuchVersion(Int, of: String, count: Int)
  case noSuchClaim(id: Int64)
  /// A claim has no such mention.
  case noSuchMention(id: Int64, claim: Int64)
  /// A split that would take all mentions of a claim, or none.
  case nothingToSplit(claim: Int64)
  /// A full-text query without a word in it.
  case emptySearch(String)
  /// A full-text query of more words than are looked for at once.
  case longSearch(limit: Int)
}
