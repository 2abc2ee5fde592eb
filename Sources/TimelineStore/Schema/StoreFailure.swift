import GRDB

/// Turns what SQLite reports into a ``TimelineError`` that names the file.
enum StoreFailure {
  static func translate(_ error: any Error, path: String?, busySeconds: Int) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    let path = path ?? "the timeline in memory"
    let detail = error.message ?? "error \(error.extendedResultCode.rawValue)"
    return switch error.resultCode {
    case .SQLITE_NOTADB: TimelineError.notDatabase(path: path)
    case .SQLITE_CORRUPT: TimelineError.damaged(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED: TimelineError.locked(path: path, seconds: busySeconds)
    case .SQLITE_FULL: TimelineError.diskFull(path: path)
    case .SQLITE_READONLY: TimelineError.readOnly(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: TimelineError.noAccess(path: path)
    default: TimelineError.database(path: path, detail: detail)
    }
  }

  /// Whether a failure concerns one article and not the whole timeline.
  static func isOfOneArticle(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return [.SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISMATCH].contains(error.resultCode)
  }
}
