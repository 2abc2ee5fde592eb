#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file or standard input, read forward in pieces.
package final class InputFile {
  package let name: String
  /// Bytes in all; nil where that is not known beforehand.
  package let size: Int?
  private let descriptor: Int32
  private static let pieceSize = 1 << 18

  /// Opens a file, or standard input for `-`.
  package init(_ name: String) throws(InputError) {
    self.name = name
    if name == "-" {
      descriptor = 0
      size = nil
      return
    }
    let opened = open(name, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw InputError(name, code: errno) }
    var status = stat()
    guard fstat(opened, &status) == 0 else {
      let code = errno
      close(opened)
      throw InputError(name, code: code)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(opened)
      throw InputError(name, code: EISDIR)
    }
    descriptor = opened
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  deinit {
    if descriptor > 0 { close(descriptor) }
  }

  /// The next bytes; empty at the end.
  func nextPiece() throws(InputError) -> [UInt8] {
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
      while true {
        let got = read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 && errno == EINTR { continue }
        failure = got < 0 ? errno : 0
        count = max(got, 0)
        return
      }
    }
    guard failure == 0 else { throw InputError(name, code: failure) }
    return piece
  }
}

/// A file that cannot be read, and why.
package struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  /// The system's error number.
  package let code: Int32
  /// What is wrong, where the system has no number for it.
  private let reason: String?

  package init(_ file: String, code: Int32) {
    self.file = file
    self.code = code
    reason = nil
  }

  /// A fault in words: what is wrong and the remedy.
  package init(_ file: String, reason: String) {
    self.file = file
    code = 0
    self.reason = reason
  }

  static func emptyFolder(_ name: String, hasFolders: Bool) -> InputError {
    InputError(
      name,
      reason: hasFolders
        ? "no articles in this folder; look into the folders within it with --recursive"
        : "no articles in this folder; name files, or give their form with --input")
  }

  static func noMatch(_ pattern: String) -> InputError {
    InputError(pattern, reason: "no file fits this pattern; check it, and that the shell left it alone")
  }

  /// A file longer than what is read as a whole.
  static func tooLong(_ file: String) -> InputError { InputError(file, code: EFBIG) }

  package var description: String {
    let file = file == "-" ? "standard input" : file
    if let reason { return "\(file): \(reason)" }
    return switch code {
    case ENOENT: "\(file): no such file"
    case EISDIR: "\(file): is a folder; name the files in it"
    case EACCES, EPERM: "\(file): may not be read; check its permissions"
    case EFBIG: "\(file): longer than \(InputFile.wholeTextLimit >> 20) MB; split it"
    default: "\(file): cannot be read: \(String(cString: strerror(code)))"
    }
  }
}
