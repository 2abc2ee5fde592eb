import Foundation

/// Keeps a second sync of the same timeline out: a file beside it, locked as long as the run lasts and freed by
/// the system where it breaks off.
final class SyncLock {
  private let descriptor: Int32

  init(beside database: String) throws(CommandFailure) {
    let name = database + ".sync-lock"
    descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .cannotWrite(file: name, reason: String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .isSyncing(file: database)
    }
  }

  func release() { close(descriptor) }
}
