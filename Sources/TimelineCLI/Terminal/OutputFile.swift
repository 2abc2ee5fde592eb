import Foundation

/// A file that appears whole: written beside its place and moved there at the end, with the mode of the file
/// that it replaces. Devices and pipes are written through, links are followed.
final class OutputFile {
  private let path: String
  /// The file that is written until it is whole; nil where the place is written through.
  private let draft: String?
  private let handle: FileHandle
  private var isFinished = false

  /// - Parameter database: The timeline's file, which is never written over.
  init(_ name: String, sparing database: String) throws(CommandFailure) {
    path = Self.followed(name)
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, Self.isTimeline(status, database) { throw .isDatabase(file: name) }
    let isWrittenThrough = exists && status.st_mode & S_IFMT != S_IFREG
    let target = isWrittenThrough ? path : path + ".\(getpid()).part"
    draft = isWrittenThrough ? nil : target
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .cannotWrite(file: name, reason: String(cString: strerror(errno)))
    }
    if exists, !isWrittenThrough { fchmod(descriptor, status.st_mode & 0o7777) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  deinit {
    if let draft, !isFinished { unlink(draft) }
  }

  func write(_ bytes: [UInt8]) throws {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw CommandFailure.cannotWrite(file: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Puts the file in its place. One that holds the same bytes already is left as it is, with its date, so that
  /// who watches it sees changes alone.
  ///
  /// - Returns: Whether the file changed.
  @discardableResult
  func finish() throws(CommandFailure) -> Bool {
    isFinished = true
    guard let draft else { return true }
    if FileManager.default.contentsEqual(atPath: draft, andPath: path) {
      unlink(draft)
      return false
    }
    guard fsync(handle.fileDescriptor) == 0, rename(draft, path) == 0 else {
      let code = errno
      unlink(draft)
      throw .cannotWrite(file: path, reason: String(cString: strerror(code)))
    }
    return true
  }

  /// Where a link leads; the name itself where nothing stands there yet.
  private static func followed(_ name: String) -> String {
    guard let real = realpath(name, nil) else { return name }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether a file is the timeline or one of the files that SQLite keeps beside it.
  private static func isTimeline(_ status: stat, _ database: String) -> Bool {
    ["", "-wal", "-shm", "-journal"].contains { ending in
      var other = stat()
      return stat(database + ending, &other) == 0 && other.st_ino == status.st_ino
        && other.st_dev == status.st_dev
    }
  }
}
