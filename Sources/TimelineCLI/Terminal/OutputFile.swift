import Foundation

/// A file that appears whole: written beside its place and moved there at the end.
final class OutputFile {
  private let path: String
  private let draft: String
  private let handle: FileHandle
  private var isFinished = false

  init(_ path: String) throws(CommandFailure) {
    self.path = path
    draft = path + ".\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .cannotWrite(file: path, reason: String(cString: strerror(errno)))
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  deinit {
    if !isFinished { unlink(draft) }
  }

  func write(_ bytes: [UInt8]) throws {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw CommandFailure.cannotWrite(file: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Puts the file in its place.
  func finish() throws(CommandFailure) {
    guard fsync(handle.fileDescriptor) == 0, rename(draft, path) == 0 else {
      throw .cannotWrite(file: path, reason: String(cString: strerror(errno)))
    }
    isFinished = true
  }
}
