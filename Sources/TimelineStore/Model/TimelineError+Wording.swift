extension TimelineError: CustomStringConvertible {
  /// What went wrong, where, and what helps.
  public var description: String {
    switch self {
    case .missing(let path):
      "no timeline at \(path); add an article first, or name another file"
    case .isFolder(let path):
      "\(path) is a folder; name a file in it"
    case .noFolder(let path):
      "the folder of \(path) does not exist and could not be made; make it, or name another file"
    case .notDatabase(let path):
      "\(path) is not an SQLite database; name another file"
    case .foreignDatabase(let path):
      "\(path) is a database of another program, not a timeline; name another file"
    case .damaged(let path, let detail):
      "the timeline \(path) is damaged (\(detail)); restore a copy, or try `sqlite3 \(path) .recover`"
    case .newerVersion(let path, let unknown):
      "\(path) was written by a newer version of timeline (it has \(unknown.joined(separator: ", "))); "
        + "install that version"
    case .readOnly(let path):
      "\(path) cannot be written; check the rights of the file and of its folder"
    case .noAccess(let path):
      "\(path) cannot be opened; check the rights of the file and of its folder"
    case .locked(let path, let seconds):
      "another process kept \(path) locked for \(seconds) seconds; try again when it has finished"
    case .diskFull(let path):
      "no space is left for \(path); free some and repeat: what was added so far is kept"
    case .database(let path, let detail):
      "\(path): \(detail)"
    case .otherSettings(let path, let stored, let asked):
      "the times in \(path) were read with \(stored.joined(separator: ", ")); leave the option out, or read all "
        + "articles again: timeline rebuild \(asked.joined(separator: " "))"
    case .noSuchArticle(let key):
      "no article with the key \(key) in the timeline"
    case .noSuchVersion(let number, let key, let count):
      "the article \(key) has no version \(number); its versions are 1 through \(count)"
    case .noSuchClaim(let id):
      "no claim \(id) in the timeline"
    case .noSuchMention(let id, let claim):
      "claim \(claim) has no mention \(id); “timeline history \(claim)” tells their numbers"
    case .nothingToSplit(let claim):
      "a split must take some mentions of claim \(claim) and leave some; “timeline history \(claim)” tells them"
    case .longSearch(let limit):
      "more than \(limit) words to search for; give fewer"
    case .emptySearch(let words):
      "no word to search for in “\(words)”"
    }
  }
}
